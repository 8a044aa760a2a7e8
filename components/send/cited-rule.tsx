import { fieldId } from '@/components/forms/field';
import { Section } from '@/components/shell/page-frame';
import { TextLink } from '@/components/ui/link';
import { Status } from '@/components/ui/status';
import type { SendView } from '@/lib/cases/queries/send';
import { paths } from '@/lib/paths';
import { asCalendarDate, staffDate } from '@/lib/platform/dates';
import type { Problem } from '@/lib/platform/outcome';
import { mendStep, problemWords } from './send-words';

/** A version is the day from which it holds. */
const versionWords = (version: string): string => {
  const on = asCalendarDate(version);
  return on === null ? version : staffDate(on);
};

const looks = { may_have: 'done', needs: 'ask', may_not: 'blocked', supervisor_decides: 'ask' } as const;

/** What the server refused, each with the way to where it is mended. */
export function Refusals({ problems, number }: { problems: readonly Problem[]; number: number }) {
  if (problems.length === 0) return null;
  return (
    <ul className="mt-1 grid gap-1">
      {problems.map((problem) => {
        const step = mendStep(problem);
        const said = problemWords(problem);
        return (
          <li key={`${problem.field} ${problem.reason}`}>
            <Status kind="blocked">{step === null ? said : <TextLink href={paths.caseStep(number, step)}>{said}</TextLink>}</Status>
          </li>
        );
      })}
    </ul>
  );
}

/** The rule that allows it, its citation, and everything that is still missing. */
export function CitedRule({ send }: { send: SendView }) {
  const { rule, lacks } = send;
  return (
    <Section title="May it leave?" aside={rule === null ? undefined : `Rules of ${versionWords(rule.version)}`} className="pb-2">
      <div id={fieldId('authority')} tabIndex={-1}>
        {rule !== null && (
          <p>
            <Status kind={looks[rule.verdict]}>{rule.says}</Status>. {rule.why}. <span className="text-ink-2">{rule.citation}</span>
          </p>
        )}
        {rule !== null && rule.conditions.length > 0 && (
          <ul className="mt-1 list-disc pl-5 text-ink-2">
            {rule.conditions.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        {lacks.length > 0 && (
          <>
            <h3 className="mt-2 font-medium">Still missing</h3>
            <ul className="list-disc pl-5">
              {lacks.map(({ words, href }) => (
                <li key={words}>
                  <TextLink href={href}>{words}</TextLink>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Section>
  );
}
