import { PlainTable } from '@/components/tables/plain-table';
import { TextLink } from '@/components/ui/link';
import { caseKindWords, caseStateWords } from '@/lib/cases/words';
import type { Looks } from '@/lib/looks';
import { paths } from '@/lib/paths';
import { staffDate } from '@/lib/platform/dates';

type Outcome = Looks['patient.search']['outcome'];
export type Hit = Extract<Outcome, { ok: true }>['value'][number];

const cases = (hit: Hit): string =>
  hit.cases.length === 0 ? 'A record, no case' : hit.cases.map((one) => `C-${one.number}, ${caseKindWords(one.kind)}: ${caseStateWords(one.state).toLowerCase()}, received ${staffDate(one.receivedOn)}`).join('; ');

const looksLink = (hit: Hit) => (
  <TextLink href={paths.auditLooks(hit.patientId)} aria-label={`Who looked at the record of ${hit.name}`}>
    Who looked
  </TextLink>
);

/** Who was found: that a record exists, its cases and their dates. Vaccines and contacts are not on the phone desk. */
export function Hits({ hits, mayAudit }: { hits: readonly Hit[]; mayAudit: boolean }) {
  return (
    <PlainTable
      caption={`${hits.length} found`}
      columns={[
        { key: 'name', head: 'Name', width: 'w-72' },
        { key: 'born', head: 'Date of birth' },
        { key: 'town', head: 'Town' },
        { key: 'cases', head: 'Cases' },
        ...(mayAudit ? [{ key: 'looks', head: 'Audit' }] : []),
      ]}
      rows={hits.map((hit) => ({ id: hit.patientId, cells: [hit.name, hit.birthOn === null ? 'Not known' : staffDate(hit.birthOn), hit.town ?? 'Not shown', cases(hit), ...(mayAudit ? [looksLink(hit)] : [])] }))}
    />
  );
}
