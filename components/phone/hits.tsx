import { PlainTable } from '@/components/tables/plain-table';
import { TextLink } from '@/components/ui/link';
import { caseKindWords, caseStateWords } from '@/lib/cases/words';
import type { Looks } from '@/lib/looks';
import { paths } from '@/lib/paths';
import { staffDate, type CalendarDate, type PartialDate } from '@/lib/platform/dates';

type Outcome = Looks['patient.search']['outcome'];
export type Found = Extract<Outcome, { ok: true }>['value'];
type Hit = Found['hits'][number];
type FoundCase = Hit['cases'][number];

const caseWords = ({ number, kind, state, receivedOn }: FoundCase): string => `C-${number}, ${caseKindWords(kind)}: ${caseStateWords(state).toLowerCase()}, received ${staffDate(receivedOn as CalendarDate)}`;
const cases = (hit: Hit): string => (hit.cases.length === 0 ? 'A record, no case' : hit.cases.map(caseWords).join('; '));

const looksLink = (hit: Hit) => (
  <TextLink href={paths.auditLooks(hit.patientId)} aria-label={`Who looked at the record of ${hit.name}`}>
    Who looked
  </TextLink>
);

/** Who was found and why: that a record exists, its cases and their dates. Vaccines and contacts are not on the phone desk. */
function People({ hits, mayAudit }: { hits: readonly Hit[]; mayAudit: boolean }) {
  // A town is not for every role; where it is for nobody here, it has no column.
  const placed = hits.some(({ town }) => town !== null);
  const cells = (hit: Hit) => [hit.name, hit.birthOn === null ? 'Not known' : staffDate(hit.birthOn as PartialDate), ...(placed ? [hit.town ?? 'Not known'] : []), hit.why, cases(hit), ...(mayAudit ? [looksLink(hit)] : [])];
  return (
    <PlainTable
      caption={`${hits.length} found`}
      columns={[
        { key: 'name', head: 'Name', width: 'w-56' },
        { key: 'born', head: 'Date of birth' },
        ...(placed ? [{ key: 'town', head: 'Town' }] : []),
        { key: 'why', head: 'Why they are here' },
        { key: 'cases', head: 'Cases' },
        ...(mayAudit ? [{ key: 'looks', head: 'Audit' }] : []),
      ]}
      rows={hits.map((hit) => ({ id: hit.patientId, cells: cells(hit) }))}
    />
  );
}

/** The people found, and the cases asked for by number that nobody is linked to yet. */
export function Hits({ found, mayAudit }: { found: Found; mayAudit: boolean }) {
  return (
    <>
      {found.hits.length > 0 && <People hits={found.hits} mayAudit={mayAudit} />}
      {found.more && <p className="py-2 text-small text-ink-2">These are the closest. There are more: add a date of birth, a first name or a phone.</p>}
      {found.cases.length > 0 && (
        <ul aria-label="Cases without a record" className="py-2">
          {found.cases.map((one) => (
            <li key={one.number}>{caseWords(one)}. Not linked to a record yet.</li>
          ))}
        </ul>
      )}
    </>
  );
}
