import { AgreementMark } from '@/components/ui/agreement-mark';
import { Button } from '@/components/ui/button';
import { Status } from '@/components/ui/status';
import type { PortalDiagnosis, PortalField } from '@/lib/patients/portal-diagnosis';
import type { Rehearsal } from './use-rehearsal';

const FIELDS: Readonly<Record<PortalField, string>> = { given: 'First name', family: 'Last name', birthOn: 'Date of birth', sex: 'Gender', contact: 'Mobile or e-mail' };

type Props = { diagnosis: PortalDiagnosis; rehearsal: Rehearsal; onRehearse: () => void };

function RehearsalWords({ state, busy }: Pick<Rehearsal, 'state' | 'busy'>) {
  if (busy) return <>Rehearsing the portal with these values.</>;
  if (state === null) return <>Not rehearsed yet with the values chosen so far.</>;
  if (state === 'failed') return <Status kind="blocked">The portal could not be rehearsed. Try again in a moment.</Status>;
  return <Status kind={state.passes ? 'done' : 'ask'}>With the values chosen so far: {state.words}</Status>;
}

/** What the portal compared, field by field, and what it will find with the values chosen so far. For staff only. */
export function PortalPanel({ diagnosis, rehearsal, onRehearse }: Props) {
  const failing = diagnosis.findings.filter(({ passes }) => !passes);
  const passing = diagnosis.findings.filter(({ passes }) => passes);
  return (
    <section aria-labelledby="portal-panel" className="mt-3 rounded-2 border border-line-strong bg-surface-2 px-3 py-2">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="portal-panel" className="text-section font-semibold">
          {failing.length > 0 ? 'Why the portal missed them' : 'What the portal compares'}
        </h2>
        <span className={failing.length > 0 ? 'text-small font-medium text-overdue' : 'text-small font-medium text-done'}>
          {failing.length === 0 ? 'All 5 fields pass' : `${failing.length} of 5 fields fail`}
        </span>
      </div>
      <ul className="mt-1 grid gap-x-4 gap-y-0.5 sm:grid-cols-2">
        {[...failing, ...passing].map(({ field, passes, words }) => (
          <li key={field} className="min-w-0 break-words">
            <AgreementMark level={passes ? 'agree' : 'conflict'}>
              <span className="font-semibold text-ink">{FIELDS[field]}</span> <span className="font-normal text-ink">{words}</span>
            </AgreementMark>
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2 border-t pt-1.5">
        <p role="status" className="text-small text-ink-2">
          <RehearsalWords state={rehearsal.state} busy={rehearsal.busy} />
        </p>
        <Button size="small" onClick={onRehearse} busy={rehearsal.busy} keyCap="p">
          Rehearse the portal
        </Button>
      </div>
    </section>
  );
}
