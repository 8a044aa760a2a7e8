import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CaseActions } from '@/components/cases/case-actions';
import { CaseIdentity } from '@/components/cases/case-identity';
import { CaseRail } from '@/components/cases/case-rail';
import { Notes } from '@/components/cases/notes';
import { Submitted } from '@/components/cases/submitted';
import { DocumentPane } from '@/components/documents/document-pane';
import { ActionBar } from '@/components/shell/action-bar';
import { CasePanes, PageFrame, Section } from '@/components/shell/page-frame';
import { asCaseNumber, findCaseByNumber, officeTime, promiseOf } from '@/lib/cases/queries/case';
import { requireStaff } from '../../../session';

type Props = { params: Promise<{ caseNumber: string }>; searchParams: Promise<{ document?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).caseNumber };
}

export default async function CasePage({ params, searchParams }: Props) {
  const actor = await requireStaff('case.view');
  const number = asCaseNumber((await params).caseNumber);
  const found = number === null ? null : await findCaseByNumber(actor, number, 'overview');
  if (found === null) notFound();
  const asked = (await searchParams).document;
  const { documents } = found.submission;
  const shown = documents.find((document) => document.publicId === asked) ?? documents[0];
  const holder = found.claims[0]?.staff;
  const notes = found.notes.map((note) => ({ id: note.publicId, text: note.text, by: note.by.name, at: officeTime(note.at) }));
  return (
    <PageFrame
      bar={<CaseIdentity found={found} promised={await promiseOf(found)} me={actor.staffId} />}
      foot={
        <ActionBar>
          <CaseActions caseId={found.publicId} mine={holder?.id === actor.staffId} heldBy={holder?.name ?? null} waiting={found.waits.some((wait) => wait.untilAt === null)} />
        </ActionBar>
      }
    >
      <CasePanes
        rail={<CaseRail found={found} current={shown?.publicId} />}
        viewer={<DocumentPane document={shown} />}
        task={
          <>
            <Submitted found={found} />
            <Section title="Notes" className="pb-4">
              <Notes caseId={found.publicId} notes={notes} />
            </Section>
          </>
        }
      />
    </PageFrame>
  );
}
