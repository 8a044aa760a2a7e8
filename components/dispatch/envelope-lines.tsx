import { Status } from '@/components/ui/status';
import { stoppedWords } from '@/lib/dispatch/labels';
import type { ListedEnvelope } from '@/lib/dispatch/queries';
import type { Row } from '@/components/tables/data-table';
import { OFFICE_ZONE } from '@/lib/platform/dates';
import { paths } from '@/lib/paths';

/** `Tue Nov 24, 10:48 AM`, Hartford. */
export const envelopeTime = (at: Date): string =>
  at.toLocaleString('en-US', { timeZone: OFFICE_ZONE, weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }).replace(',', '');

/** A row of what waits: code, case, recipient, what, since. */
export function envelopeLine(envelope: ListedEnvelope): Row {
  const { caseNumber, stopped } = envelope;
  const [first] = stopped;
  return {
    id: envelope.publicId,
    href: paths.case(caseNumber),
    name: envelope.code,
    cells: [
      `C-${caseNumber}`,
      envelope.recipientName,
      envelope.what,
      envelopeTime(envelope.queuedAt),
      first === undefined ? <Status key="state" kind="later">Ready to print</Status> : <Status key="state" kind="blocked">{stoppedWords(first)}</Status>,
    ],
  };
}
