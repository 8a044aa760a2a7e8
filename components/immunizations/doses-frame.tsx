import type { ComponentProps, ReactNode } from 'react';
import { CaseActions } from '@/components/cases/case-actions';
import type { CaseFrame } from '@/components/cases/case-frame';
import { CaseIdentity } from '@/components/cases/case-identity';
import { CaseRail } from '@/components/cases/case-rail';
import { Notes } from '@/components/cases/notes';
import { DocumentPane } from '@/components/documents/document-pane';
import { AboveTheWork } from '@/components/moves/above-the-work';
import { ActionBar } from '@/components/shell/action-bar';
import { PageFrame, Section } from '@/components/shell/page-frame';

type Props = Omit<ComponentProps<typeof CaseFrame>, 'children'> & { children: ReactNode };

/** The step of a case whose task is a grid: it has the wide pane, and the paper stands narrow beside it. */
export function DosesFrame({ found, step, shown, promised, me, claimOff, notes, moves, joins, children }: Props) {
  const mine = found.claims[0]?.staff.id === me;
  return (
    <PageFrame
      bar={<CaseIdentity found={found} promised={promised} me={me} />}
      foot={
        <ActionBar>
          <CaseActions caseId={found.publicId} closed={found.state === 'closed'} mine={mine} claimOff={claimOff} moves={moves} />
        </ActionBar>
      }
    >
      <div className="grid min-h-0 flex-1 max-lg:grid-cols-1 lg:max-wide:grid-cols-[minmax(0,1fr)_340px] lg:max-wide:grid-rows-[auto_minmax(0,1fr)] wide:grid-cols-[var(--rail)_minmax(0,1fr)_388px] lg:max-wide:[&>:first-child]:col-span-2">
        <CaseRail found={found} step={step} current={shown?.publicId} />
        <main id="main" tabIndex={-1} className="relative min-w-0 bg-surface focus-visible:outline-none desk:overflow-y-auto">
          <AboveTheWork caseId={found.publicId} mine={mine} moves={moves} joins={joins} />
          {children}
          <Section title="Notes" className="border-t pb-4">
            <Notes caseId={found.publicId} notes={notes} />
          </Section>
        </main>
        <section aria-label="Document" className="flex min-h-0 min-w-0 flex-col border-line-strong bg-doc max-lg:min-h-[60vh] max-lg:border-t lg:border-l desk:overflow-hidden">
          <DocumentPane document={shown} />
        </section>
      </div>
    </PageFrame>
  );
}
