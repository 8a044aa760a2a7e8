import type { ReactNode } from 'react';
import { TextField } from '@/components/forms/text-field';
import { AgreementMark } from '@/components/ui/agreement-mark';
import { Button } from '@/components/ui/button';
import { DOSE_PROBLEM_WORDS } from '@/lib/immunizations/labels';
import type { DoseOnRecord } from '@/lib/immunizations/queries';
import type { NeedsReason } from '@/lib/immunizations/schema';
import type { DoseCheck } from '@/lib/cases/queries/doses';
import { asCalendarDate, staffDate } from '@/lib/platform/dates';
import { differenceSegments, type Segment } from '@/lib/patients/matching/difference-segments';
import type { TypedDose } from './typed-dose';

/** A dose on record, or one typed in a row above. */
export type OtherDose = Pick<DoseOnRecord, 'doseId' | 'vaccine' | 'givenOn' | 'lot' | 'organization' | 'fromPaper'> & { readonly row?: number };
type Change = (part: Partial<TypedDose>) => void;

const day = (text: string): string => {
  const on = asCalendarDate(text);
  return on === null ? text : staffDate(on);
};

function Side({ head, name, on, lot }: { head: string; name: string; on: readonly Segment[]; lot: string | null }) {
  return (
    <div className="min-w-0">
      <p className="text-small text-ink-2">{head}</p>
      <p className="font-semibold wrap-anywhere">
        {name}{' '}
        {on.map(({ text, differs }, at) => (differs ? <mark key={at} className="rounded-1 bg-today-bg text-inherit underline decoration-today decoration-2 underline-offset-2">{text}</mark> : text))}
        <span className="font-normal">, {lot ? `lot ${lot}` : 'lot not given'}</span>
      </p>
    </div>
  );
}

const whence = ({ row, organization, fromPaper }: OtherDose): string => (row === undefined ? `On record, ${organization ? `from ${organization}` : fromPaper ? 'from paper' : 'from its provider'}` : `Typed in row ${row}`);
const apart = (days: number): string => (days === 0 ? 'The same day' : days === 1 ? '1 day apart' : `${days} days apart`);

function likenessWords({ daysApart, score, answer }: DoseCheck['duplicates'][number], other: OtherDose): string {
  const sources = other.row === undefined && !other.fromPaper ? 'one from paper and one from a provider' : 'both from paper';
  return `${apart(daysApart)}, ${sources}. Score ${score.toFixed(2)}; ${answer === 'duplicate' ? 'above 0.60 is a duplicate' : 'between 0.40 and 0.60 a person decides'}.`;
}

/** The new dose beside the one it may be: the same, or two. */
export function DuplicateAnswer({ row, like, other, onChange }: { row: TypedDose; like: DoseCheck['duplicates'][number]; other: OtherDose; onChange: Change }) {
  const marked = differenceSegments(day(row.givenOn), day(other.givenOn));
  const why = row.another[other.doseId];
  const forget = () => onChange({ another: Object.fromEntries(Object.entries(row.another).filter(([id]) => id !== other.doseId)) });
  return (
    <div role="group" aria-label={`Row ${row.number}: the same dose as ${other.vaccine} ${day(other.givenOn)}?`} className="rounded-2 border border-today bg-surface px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Side head="You typed, from paper" name={row.vaccine?.label ?? ''} on={marked.submitted} lot={row.lot} />
        <AgreementMark level="similar" />
        <Side head={whence(other)} name={other.vaccine} on={marked.onRecord} lot={other.lot} />
        <span className="ml-auto inline-flex flex-wrap gap-2">
          <Button size="small" onClick={() => onChange({ sameAs: other.doseId })}>Same dose: skip row {row.number}</Button>
          <Button size="small" aria-pressed={why !== undefined} onClick={() => (why === undefined ? onChange({ another: { ...row.another, [other.doseId]: '' } }) : forget())}>Two doses: add</Button>
        </span>
      </div>
      <p className="mt-1.5 border-t pt-1.5">{likenessWords(like, other)}</p>
      {why !== undefined && (
        <TextField label="How can one tell that these are two doses?" name={`another-${row.id}-${other.doseId}`} autoFocus maxLength={300} value={why} onChange={(event) => onChange({ another: { ...row.another, [other.doseId]: event.target.value } })} fieldClass="mt-2" />
      )}
    </div>
  );
}

/** What may be right, with the reason it asks for. */
export function ReasonAnswer({ row, problem, onChange }: { row: TypedDose; problem: DoseCheck['problems'][number]; onChange: Change }) {
  const { head, advice } = DOSE_PROBLEM_WORDS[problem.reason];
  const code = problem.reason as NeedsReason;
  const hint: ReactNode = problem.detail === undefined ? advice : `${advice} (${day(problem.detail)})`;
  return <TextField label={`${head}: why is it right?`} hint={hint} name={`${code}-${row.id}`} maxLength={300} value={row.reasons[code] ?? ''} onChange={(event) => onChange({ reasons: { ...row.reasons, [code]: event.target.value } })} />;
}
