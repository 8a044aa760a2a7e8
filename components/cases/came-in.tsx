import type { ReactNode } from 'react';
import { RailSection } from '@/components/shell/steps-rail';
import { TextLink } from '@/components/ui/link';
import type { CaseView } from '@/lib/cases/queries/case';
import { CASE_STATE_WORDS } from '@/lib/cases/labels';
import { paths } from '@/lib/paths';
import { officeTime } from '@/lib/platform/dates';

const CHANNELS: Readonly<Record<CaseView['submission']['channel'], string>> = { form: 'Form', mail: 'Mail', fax: 'Fax', phone: 'Call' };

/** A wait that is over or runs, with its reason: each is counted, and those on the requester stop the clock. */
function pauseWords({ state, reason, fromAt, untilAt, stopsClock }: CaseView['waits'][number]): string {
  const until = untilAt === null ? 'until now' : `to ${officeTime(untilAt)}`;
  return `${CASE_STATE_WORDS[state]}, ${officeTime(fromAt)} ${until}${stopsClock ? ', clock stopped' : ''}: “${reason}”`;
}

/** How the case came in, what joined it, and why its clock stood still. `children`: what other rooms have to say here. */
export function CameIn({ found, children }: { found: CaseView; children?: ReactNode }) {
  const { submission, joins, joined, waits } = found;
  return (
    <RailSection title="Came in">
      <div className="grid gap-1.5 px-4 pb-3">
        <p>
          {CHANNELS[submission.channel]}, {officeTime(submission.receivedAt)}
        </p>
        {joined.map((join) => (
          <p key={join.publicId}>
            {CHANNELS[join.case.submission.channel]}, {officeTime(join.case.submission.receivedAt)}. <TextLink href={paths.case(join.case.number)}>C-{join.case.number}</TextLink> joined by {join.by.name}: “{join.reason}”
          </p>
        ))}
        {joins.map((join) => (
          <p key={join.publicId}>
            Joined into <TextLink href={paths.case(join.into.number)}>C-{join.into.number}</TextLink>: “{join.reason}”
          </p>
        ))}
        {waits.map((wait) => (
          <p key={wait.id}>{pauseWords(wait)}</p>
        ))}
        {children}
      </div>
    </RailSection>
  );
}
