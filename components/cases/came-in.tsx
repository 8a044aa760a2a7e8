import { RailSection } from '@/components/shell/steps-rail';
import { TextLink } from '@/components/ui/link';
import type { CaseView } from '@/lib/cases/queries/case';
import { paths } from '@/lib/paths';
import { officeTime } from '@/lib/platform/dates';

const CHANNELS: Readonly<Record<CaseView['submission']['channel'], string>> = { form: 'Form', mail: 'Mail', fax: 'Fax', phone: 'Call' };

/** How the case came in, what joined it, and why its clock stood still. */
export function CameIn({ found, pauses }: { found: CaseView; /** Each wait in a line. */ pauses: readonly string[] }) {
  const { submission, joins, joined } = found;
  return (
    <RailSection title="Came in">
      <div className="grid gap-1.5 px-4 pb-3">
        <p>
          {CHANNELS[submission.channel]}, {officeTime(submission.receivedAt)}
        </p>
        {joined.map((join) => (
          <p key={join.publicId}>
            {CHANNELS[join.case.submission.channel]}, {officeTime(join.case.submission.receivedAt)}. <TextLink href={paths.case(join.case.number)} className="whitespace-nowrap">C-{join.case.number}</TextLink> joined by {join.by.name}: “{join.reason}”
          </p>
        ))}
        {joins.map((join) => (
          <p key={join.publicId}>
            Joined into <TextLink href={paths.case(join.into.number)} className="whitespace-nowrap">C-{join.into.number}</TextLink>: “{join.reason}”
          </p>
        ))}
        {pauses.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </RailSection>
  );
}
