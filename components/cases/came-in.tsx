import { RailSection } from '@/components/shell/steps-rail';
import { TextLink } from '@/components/ui/link';
import type { CaseView, Sibling } from '@/lib/cases/queries/case';
import { caseStateWords } from '@/lib/cases/words';
import { paths } from '@/lib/paths';
import { officeTime } from '@/lib/platform/dates';

const CHANNELS: Readonly<Record<CaseView['submission']['channel'], string>> = { form: 'Form', mail: 'Mail', fax: 'Fax', phone: 'Call' };

/** How the case came in, what joined it, and why its clock stood still. */
export function CameIn({ found, pauses, siblings }: { found: CaseView; /** Each wait in a line. */ pauses: readonly string[]; siblings: readonly Sibling[] }) {
  const { submission, joins, joined } = found;
  return (
    <RailSection title="Came in">
      <div className="grid gap-1.5 px-4 pb-3">
        <p>
          {CHANNELS[submission.channel]}, {officeTime(submission.receivedAt)}
        </p>
        {siblings.length > 0 && (
          <div>
            <p>Also in this request:</p>
            <ul>
              {siblings.map(({ number, name, state }) => (
                <li key={number}>
                  <TextLink href={paths.case(number)} className="whitespace-nowrap">
                    C-{number}
                  </TextLink>{' '}
                  {name}, {caseStateWords(state).toLowerCase()}
                </li>
              ))}
            </ul>
          </div>
        )}
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
