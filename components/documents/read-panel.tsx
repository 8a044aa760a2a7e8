import { PlainTable } from '@/components/tables/plain-table';
import { AgreementMark } from '@/components/ui/agreement-mark';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Paper, PaperReading } from '@/lib/cases/queries/papers';
import { documentWords } from '@/lib/cases/words';
import type { ReadField } from '@/lib/documents/codes/agreement';
import { paths } from '@/lib/paths';
import { staffDate, type CalendarDate } from '@/lib/platform/dates';

const FIELD_WORDS: Readonly<Record<ReadField['field'], string>> = { family: 'Last name', given: 'First name', birthOn: 'Date of birth', expiresOn: 'Ends' };
const WHO = { subject: 'the person', requester: 'who asks' } as const;
const COLUMNS = [{ key: 'field', head: 'Field' }, { key: 'read', head: 'In the barcode' }, { key: 'typed', head: 'On the form' }, { key: 'says', head: 'Compared' }];

function Licence({ page, comparison }: Extract<PaperReading, { kind: 'licence' }>) {
  const rows = comparison.fields.map(({ field, read, typed, level, says }) => ({ id: field, cells: [FIELD_WORDS[field], read, typed ?? 'Not asked for', <AgreementMark key="mark" level={level}>{says}</AgreementMark>] }));
  return (
    <>
      <h3 className="font-semibold">
        Read from the barcode, page {page} <span className="font-normal text-ink-2">beside {WHO[comparison.who]} on the form. The picture decides, not the barcode.</span>
      </h3>
      <PlainTable caption="The barcode beside the form" columns={COLUMNS} rows={rows} />
    </>
  );
}

const dayWords = (on: string | null): string => (on === null ? 'not in the code' : staffDate(on as CalendarDate));

function Box({ page, box, expired }: Extract<PaperReading, { kind: 'vaccine_box' }>) {
  return (
    <p>
      <b className="font-semibold">Vaccine box, page {page}:</b> {box.ndc === null ? `article ${box.gtin}` : `NDC ${box.ndc}, ten digits without hyphens`}; lot {box.lot ?? 'not in the code'}; expires {dayWords(box.expiresOn)}
      {expired && <span className="font-medium text-today">, which is over</span>}
    </p>
  );
}

function Read(reading: PaperReading) {
  if (reading.kind === 'licence') return <Licence {...reading} />;
  if (reading.kind === 'vaccine_box') return <Box {...reading} />;
  return (
    <p>
      <b className="font-semibold">A SMART Health Card is on page {reading.page}.</b> It has not been checked yet: its doses are read with the step Doses.
    </p>
  );
}

/** What a machine found on the document, for a person to look at: it ticks nothing and decides nothing. */
export function ReadPanel({ readings, likenesses }: Pick<Paper, 'readings' | 'likenesses'>) {
  if (readings.length === 0 && likenesses.length === 0) return null;
  return (
    <section aria-label="Read from the document" className="grid max-h-[40%] flex-none gap-2 overflow-y-auto border-t border-line-strong bg-surface px-3 py-2" tabIndex={0}>
      {likenesses.length > 0 && (
        <Notice kind="warn" title="The same picture came with another request">
          {likenesses.map(({ number, kind }, at) => (
            <span key={number}>
              {at > 0 && ', '}
              <TextLink href={paths.case(number)}>C-{number}</TextLink> ({documentWords(kind)})
            </span>
          ))}
          . A family may share one ID; look at both before you decide.
        </Notice>
      )}
      {readings.map((reading, at) => (
        <Read key={at} {...reading} />
      ))}
    </section>
  );
}
