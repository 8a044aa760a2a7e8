import type { ReactNode } from 'react';
import { PromiseMoves } from '@/components/calendar/promise-moves';
import { DocumentPane } from '@/components/documents/document-pane';
import { AboveTheWork } from '@/components/moves/above-the-work';
import { ActionBar } from '@/components/shell/action-bar';
import { CasePanes, PageFrame, Section } from '@/components/shell/page-frame';
import type { CaseView } from '@/lib/cases/queries/case';
import type { Joins } from '@/lib/cases/queries/joins';
import type { CaseMoves } from '@/lib/cases/queries/moves';
import type { Step } from '@/lib/cases/types';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Promised } from '@/lib/policies/promise';
import { CaseActions } from './case-actions';
import { CaseIdentity } from './case-identity';
import { CaseRail, type CaseDocument } from './case-rail';
import { Notes, type Note } from './notes';

type Props = {
  found: CaseView;
  step: Step;
  /** The document beside the task. */
  shown: CaseDocument | undefined;
  promised: Promised & { today: CalendarDate };
  me: string;
  claimOff: string | undefined;
  notes: readonly Note[];
  moves: CaseMoves;
  joins: Joins;
  children: ReactNode;
};

/** A step of a case: who it is about, the steps, the document, the task, and what can be done with the case as a whole. */
export function CaseFrame({ found, step, shown, promised, me, claimOff, notes, moves, joins, children }: Props) {
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
      <CasePanes
        rail={<CaseRail found={found} step={step} current={shown?.publicId} />}
        viewer={<DocumentPane document={shown} />}
        task={
          <>
            <AboveTheWork caseId={found.publicId} mine={mine} moves={moves} joins={joins} />
            <PromiseMoves caseId={found.id} />
            {children}
            <Section title="Notes" className="pb-4">
              <Notes caseId={found.publicId} notes={notes} />
            </Section>
          </>
        }
      />
    </PageFrame>
  );
}
