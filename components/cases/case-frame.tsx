import type { ReactNode } from 'react';
import { PromiseMoves } from '@/components/calendar/promise-moves';
import { DocumentPane } from '@/components/documents/document-pane';
import { DraftBoard, DraftStatus } from '@/components/drafts/draft-board';
import { AboveTheWork } from '@/components/moves/above-the-work';
import { ActionBar } from '@/components/shell/action-bar';
import { CasePanes, GridPanes, PageFrame, Section } from '@/components/shell/page-frame';
import { TextLink } from '@/components/ui/link';
import type { CaseView, Sibling } from '@/lib/cases/queries/case';
import type { Joins } from '@/lib/cases/queries/joins';
import type { Paper } from '@/lib/cases/queries/papers';
import type { CaseMoves } from '@/lib/cases/queries/moves';
import type { CaseFacts, CaseStepName } from '@/lib/cases/types';
import { newestDraft, type KeptDrafts } from '@/lib/drafts/rules';
import { paths } from '@/lib/paths';
import type { CalendarDate } from '@/lib/platform/dates';
import type { Promised } from '@/lib/policies/promise';
import { CaseActions } from './case-actions';
import { CaseIdentity } from './case-identity';
import { CaseRail, type CaseDocument } from './case-rail';
import { FootProvider, FootSlot } from './foot';
import type { Ending } from './finish-case';
import { FocusHash } from './mend-link';
import { NoteButton } from './note-button';
import { Notes, type NotesProps } from './notes';
import { ReopenCase } from './reopen-case';

export type FrameProps = {
  found: CaseView;
  facts: CaseFacts;
  step: CaseStepName;
  /** The document beside the task. */
  shown: CaseDocument | undefined;
  paper: Paper | null;
  promised: Promised & { today: CalendarDate; pauses: readonly string[] };
  me: string;
  claimOff: string | undefined;
  moves: CaseMoves;
  joins: Joins;
  siblings: readonly Sibling[];
  notes: Omit<NotesProps, 'caseId'>;
  ending: Ending;
  ended: { told: string | null; words: string; why: string | null; mayReopen: boolean } | null;
  /** What this person has begun on the case. */
  drafts: KeptDrafts;
};

function Foot({ found, me, claimOff, moves, ending, step, notes }: FrameProps) {
  const { publicId, number, state, claims } = found;
  return (
    <ActionBar
      start={
        <>
          <DraftStatus />
          {notes.mayWrite && <NoteButton />}
          {step !== 'history' && <TextLink href={paths.caseStep(number, 'history')}>History</TextLink>}
        </>
      }
    >
      <CaseActions caseId={publicId} number={number} closed={state === 'closed'} mine={claims[0]?.staff.id === me} claimOff={claimOff} moves={moves} ending={ending} />
      <FootSlot />
    </ActionBar>
  );
}

/** A step of a case: who it is about, the steps, the document, the task, and what can be done with the case as a whole. `grid`: the task has the wide pane. */
export function CaseFrame({ grid = false, children, ...frame }: FrameProps & { grid?: boolean; children: ReactNode }) {
  const { found, facts, step, shown, paper, promised, me, notes, ended } = frame;
  const Panes = grid ? GridPanes : CasePanes;
  return (
    <FootProvider>
      <DraftBoard key={found.publicId} since={newestDraft(frame.drafts)} kept={frame.drafts}>
        <FocusHash step={step} />
        <PageFrame bar={<CaseIdentity found={found} promised={promised} me={me} />} foot={<Foot {...frame} />}>
          <Panes
            rail={<CaseRail found={found} facts={facts} step={step} current={shown?.publicId} pauses={promised.pauses} siblings={frame.siblings} />}
            viewer={<DocumentPane document={shown} paper={paper} windowHref={shown && paths.paper(found.number, shown.publicId)} />}
            task={
              <>
                {ended !== null && <ReopenCase caseId={found.publicId} number={found.number} ended={ended.words} why={ended.why} told={ended.told} mayReopen={ended.mayReopen} />}
                <AboveTheWork caseId={found.publicId} mine={found.claims[0]?.staff.id === me} moves={frame.moves} joins={frame.joins} />
                <PromiseMoves caseId={found.id} />
                {children}
                {step !== 'history' && (
                  <Section title="Notes" className="pb-4">
                    <Notes key={found.publicId} caseId={found.publicId} {...notes} />
                  </Section>
                )}
              </>
            }
          />
        </PageFrame>
      </DraftBoard>
    </FootProvider>
  );
}
