import { Section } from '@/components/shell/page-frame';
import { Facts } from '@/components/ui/facts';
import type { CaseView } from '@/lib/cases/queries/case';
import { relationWords } from '@/lib/cases/words';
import { staffDate, type PartialDate } from '@/lib/platform/dates';

const records = { full_record: 'Full Immunization Record', covid_record: 'COVID-19 record' } as const;
const deliveries = { mail: 'by mail', fax: 'by fax', portal: 'through the portal' } as const;

const line = (...parts: (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(', ') || 'None given';

/** What they sent, as they sent it. It is never edited. */
export function Submitted({ found }: { found: CaseView }) {
  const { subject, submission } = found;
  const wants = submission.wants.map((kind) => records[kind]).join(' and ');
  return (
    <Section title="What they sent" aside={submission.reference}>
      <Facts
        facts={[
          { term: 'Name', value: [subject.given, subject.middle, subject.family, subject.suffix].filter(Boolean).join(' ') },
          { term: 'Date of birth', value: subject.birthOn === null ? 'None given' : staffDate(subject.birthOn as PartialDate) },
          { term: 'Gender', value: subject.sex ?? 'None given' },
          { term: 'Tried the portal with', value: line(subject.phone, subject.email) },
          { term: 'Address', value: line(subject.line1, subject.line2, subject.city, subject.state, subject.zip) },
          { term: 'Asked by', value: `${submission.requesterGiven} ${submission.requesterFamily}, ${relationWords(submission.relation)}` },
          { term: 'Reach them at', value: line(submission.phone, submission.email) },
          { term: 'Wants', value: wants === '' ? 'No copy' : `${wants}, ${deliveries[submission.delivery]}` },
          { term: 'Send to', value: line(submission.mailName, submission.mailLine1, submission.mailLine2, submission.mailCity, submission.mailState, submission.mailZip, submission.faxNumber) },
          { term: 'Their words', value: submission.message ?? 'None' },
        ]}
      />
    </Section>
  );
}
