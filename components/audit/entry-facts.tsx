import { CopyButton } from '@/components/ui/copy-button';
import { Facts, type Fact } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/link';
import { Status } from '@/components/ui/status';
import { classWords } from '@/lib/audit/labels';
import type { AuditEntryView } from '@/lib/audit-explorer/queries';
import { paths } from '@/lib/paths';
import { officeTime } from '@/lib/platform/dates';
import { Changes } from './changes';

const seconds = (at: Date): string => `${officeTime(at)}, ${at.toISOString().slice(17, 19)} seconds`;

function sealed(seal: AuditEntryView['seal']) {
  if (seal === null) return <Status kind="waiting">Not yet: the next seal holds it</Status>;
  return <Status kind="done">{`In seal ${seal.number} of ${officeTime(seal.sealedAt)}`}</Status>;
}

const factsOf = (entry: AuditEntryView): Fact[] => [
  { term: 'When', value: <time dateTime={entry.at.toISOString()}>{seconds(entry.at)}</time> },
  { term: 'Kind', value: classWords[entry.class] },
  { term: 'Case', value: entry.caseNumber === null ? 'None' : <TextLink href={paths.case(entry.caseNumber)}>{`C-${entry.caseNumber}`}</TextLink> },
  { term: 'Record', value: entry.registryNumber === null ? 'None' : `CT WiZ ${entry.registryNumber}` },
  { term: 'Where from', value: entry.address ?? 'This office’s own machine' },
  { term: 'Request', value: entry.requestId },
  { term: 'Event', value: entry.event },
  { term: 'Sealed', value: sealed(entry.seal) },
];

/** One entry, told whole. */
export function EntryFacts({ entry }: { entry: AuditEntryView }) {
  return (
    <div className="max-w-[760px] px-4 pb-4">
      <p className="mb-2 text-body break-words">
        <b className="font-semibold">{entry.who}</b> {entry.words}
      </p>
      <Changes changes={entry.changes} />
      <Facts facts={factsOf(entry)} className="my-3" />
      <CopyButton text={paths.auditEntry(entry.id)} what="link">
        Copy the link to this entry
      </CopyButton>
    </div>
  );
}
