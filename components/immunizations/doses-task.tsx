'use client';

import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useRouter } from 'next/navigation';
import { Foot } from '@/components/cases/foot';
import { useDraft } from '@/components/drafts/use-draft';
import { Button } from '@/components/ui/button';
import { KeyHint } from '@/components/ui/key-cap';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import type { DosesDraft } from '@/lib/cases/drafts';
import type { DosesView } from '@/lib/cases/queries/doses';
import type { Draft } from '@/lib/drafts/rules';
import { caseDraft } from '@/lib/drafts/schema';
import type { DoseOnRecord } from '@/lib/immunizations/queries';
import type { CalendarDate } from '@/lib/platform/dates';
import { CardFields, type Paper } from './card-fields';
import type { OtherDose } from './dose-answers';
import { DoseDetails } from './dose-details';
import { DoseGrid, type GridLine } from './dose-grid';
import { DoseHistory, historyWords } from './dose-history';
import type { SaveRow } from './dose-row';
import { answerTo, inputOf, isBlank, questionOf, stateOf, type Card, type TypedDose } from './typed-dose';
import { useTypedDoses } from './use-typed-doses';

type Props = { caseId: string; view: DosesView; today: CalendarDate; paper: Paper | null; supervises: boolean; draft?: Draft<DosesDraft> | null; offBecause: string | undefined };
const PRISTINE: DosesDraft = { rows: [], card: { source: '02', organization: '' }, page: 1 };
/** What a person typed in a row; what the rules said of it is asked anew. */
const typedPart = ({ id, number, typed, vaccine, givenOn, lot, sameAs, another, reasons }: TypedDose): DosesDraft['rows'][number] => {
  const found = vaccine === null ? null : { cvx: vaccine.cvx, label: vaccine.label, tradeName: vaccine.tradeName, mvx: vaccine.mvx };
  return { id, number, typed, vaccine: found, givenOn, lot, sameAs, another: { ...another }, reasons: { ...reasons } };
};
type Saved = { readonly added: number; readonly left: readonly number[] };

const counted = (count: number): string => `${count} ${count === 1 ? 'dose' : 'doses'}`;
const listed = (numbers: readonly number[]): string => (numbers.length < 2 ? `Row ${numbers.join('')}` : `Rows ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`);

/** Why nothing can be saved now; the first thing to mend. */
function whyOff(lines: readonly GridLine[], paper: Paper | null, born: boolean): string | undefined {
  if (!born) return 'The record has no date of birth: correct that first.';
  if (paper === null) return 'Accept the paper shown first: a dose rests on one.';
  const open = lines.filter(({ state }) => state.kind === 'ask' || state.kind === 'refused' || state.kind === 'waiting').map(({ row }) => row.number);
  if (open.length > 0) return `${listed(open)} ${open.length === 1 ? 'needs' : 'need'} an answer.`;
  return lines.some(({ state }) => state.kind === 'ready') ? undefined : 'Type a dose first.';
}

function SavedNotice({ saved, name }: { saved: Saved; name: string }) {
  if (saved.left.length === 0) return <Notice kind="done" live="status" title={`${counted(saved.added)} added to ${name}.`} />;
  return <Notice kind="error" live="alert" title={`${listed(saved.left)} could not be added.`}>{saved.added > 0 ? `${counted(saved.added)} added to ${name}. ` : ''}Why stands at the row; what you typed is still there.</Notice>;
}

/** Sends the ready rows one after the other, each by its own command, and remembers which dose a row became. */
function useSaving(lines: readonly GridLine[], card: Card, at: Parameters<typeof inputOf>[3] | null, remove: (ids: readonly string[]) => void) {
  const router = useRouter();
  const savers = useRef(new Map<string, SaveRow>());
  const became = useRef(new Map<string, string>());
  const [state, setState] = useState<{ busy: boolean; saved: Saved | null }>({ busy: false, saved: null });
  const onSaver = useCallback((id: string, save: SaveRow | null) => void (save === null ? savers.current.delete(id) : savers.current.set(id, save)), []);
  const save = async () => {
    if (at === null) return;
    setState({ busy: true, saved: null });
    const done: string[] = [];
    const left: number[] = [];
    for (const { row, question } of lines.filter(({ state: of }) => of.kind === 'ready')) {
      const outcome = await savers.current.get(row.id)?.(inputOf(row, question, card, at, became.current));
      if (outcome?.ok) {
        became.current.set(row.id, outcome.value.doseId);
        done.push(row.id);
      } else left.push(row.number);
    }
    remove([...done, ...lines.filter(({ state: of }) => of.kind === 'skipped' && left.length === 0).map(({ row }) => row.id)]);
    // Somebody else's dose may be why: the history is read again, and the rows are asked about anew.
    if (left.length > 0) router.refresh();
    setState({ busy: false, saved: { added: done.length, left } });
  };
  return { save, onSaver, ...state };
}

/** History on record, and the doses of a paper typed into it. */
export function DosesTask({ caseId, view, today, paper, supervises, draft = null, offBecause }: Props) {
  const { rows, change, remove, keys } = useTypedDoses(draft?.value.rows.map((row) => ({ ...row, checked: null })));
  const [card, setCard] = useState<Card>(draft?.value.card ?? PRISTINE.card);
  const [chosenPage, setPage] = useState(draft?.value.page ?? 1);
  useDraft({ key: caseDraft(caseId, 'doses'), value: { rows: rows.filter((row) => !isBlank(row)).map(typedPart), card, page: chosenPage }, pristine: PRISTINE, kept: draft });
  const [shown, setShown] = useState<DoseOnRecord | null>(null);
  const { person, doses, name, patientId } = view;
  const page = Math.min(chosenPage, paper?.pages ?? 1);
  const lines = useMemo(
    () =>
      rows.map((row, index): GridLine => {
        const question = questionOf(row, rows.slice(0, index), card, person, doses);
        return { row, question, state: stateOf(row, question) };
      }),
    [rows, card, person, doses],
  );
  const others: readonly OtherDose[] = [...doses, ...rows.flatMap((row) => (row.vaccine === null ? [] : [{ doseId: row.id, row: row.number, vaccine: row.vaccine.label, givenOn: row.givenOn as CalendarDate, lot: row.lot === '' ? null : row.lot, organization: null, fromPaper: true }]))];
  const typed = lines.map((line) => ({ ...line, groups: answerTo(line.row, line.question)?.groups ?? [] }));
  const ready = lines.filter(({ state }) => state.kind === 'ready').length;
  const off = offBecause ?? whyOff(lines, paper, person.birthOn !== null);
  const saving = useSaving(lines, card, paper === null ? null : { caseId, patientId, evidence: { documentId: paper.documentId, page } }, remove);
  const saveKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (off === undefined && !saving.busy) void saving.save();
  };
  return (
    <>
      <section aria-labelledby="history">
        <div className="flex flex-wrap items-baseline gap-x-3 px-4 py-2.5">
          <h2 id="history" className="text-section font-semibold">History on record</h2>
          <span className="text-small text-ink-2">{historyWords(doses)}</span>
          <span className="ml-auto inline-flex items-center gap-1.5 text-small text-ink-2"><Tag kind="restricted">paper</Tag> from a document, others from the provider</span>
        </div>
        <DoseHistory doses={doses} typed={typed} onOpen={setShown} />
      </section>
      <section aria-labelledby="add-doses" onKeyDown={saveKey}>
        <h2 id="add-doses" className="px-4 py-2.5 text-section font-semibold">Add doses from paper</h2>
        <CardFields paper={paper} page={page} onPage={setPage} card={card} onCard={setCard} />
        <DoseGrid lines={lines} others={others} person={person} today={today} onChange={change} onRemove={remove} keys={keys} onSaver={saving.onSaver} />
        <div className="grid gap-3 px-4 py-3">
          {saving.saved !== null && <SavedNotice saved={saving.saved} name={name} />}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <KeyHint keys={['Tab']}>next box</KeyHint>
            <KeyHint keys={['Enter']}>next row</KeyHint>
            <KeyHint keys={['Ctrl', 'D']}>same date</KeyHint>
          </div>
          <Foot>
            <Button kind="primary" busy={saving.busy} busyWords="Adding" offBecause={off} onClick={() => void saving.save()} keyCap="Ctrl Enter">{`Add ${ready > 0 ? counted(ready) : 'doses'} to ${name}`}</Button>
          </Foot>
        </div>
      </section>
      {shown !== null && <DoseDetails key={shown.doseId} caseId={caseId} dose={shown} supervises={supervises} offBecause={offBecause} onClose={() => setShown(null)} />}
    </>
  );
}
