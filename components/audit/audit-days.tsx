import { Icon, type IconName } from '@/components/ui/icon';
import { classes } from '@/components/ui/classes';
import { TextLink } from '@/components/ui/link';
import type { AuditClass } from '@/lib/audit/labels';
import type { AuditLine } from '@/lib/audit/queries';
import { OFFICE_ZONE, officeClock } from '@/lib/platform/dates';

const shapes: Record<AuditClass, { icon: IconName; ink: string }> = {
  change: { icon: 'dot', ink: 'text-accent' },
  look: { icon: 'later', ink: 'text-ink-3' },
  send: { icon: 'done', ink: 'text-done' },
  decision: { icon: 'ask', ink: 'text-restricted' },
  access: { icon: 'restricted', ink: 'text-ink-3' },
};

const fieldWords: Record<string, string> = { given: 'First name', family: 'Last name', birthOn: 'Date of birth', sex: 'Gender', phone: 'Mobile', email: 'E-mail', address: 'Address' };

const dayOf = (at: Date): string => at.toLocaleDateString('en-US', { timeZone: OFFICE_ZONE, weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
function Value({ children, gone }: { children: string | null; gone?: boolean }) {
  return <span className={classes('rounded-1 border px-1.5', children === null && 'border-dashed text-ink-3', gone && children !== null && 'text-ink-2 line-through')}>{children ?? 'none'}</span>;
}

/** Before and after, field by field. */
function Changes({ line }: { line: AuditLine }) {
  if (line.changes.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
      {line.changes.map(({ field, before, after }) => (
        <li key={field} className="flex items-center gap-1.5">
          {fieldWords[field] ?? field} <Value gone>{before}</Value>
          <span aria-label="became">→</span>
          <Value>{after}</Value>
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { line: AuditLine }) {
  const { icon, ink } = shapes[line.class];
  return (
    <li id={`entry-${line.id}`} className="grid grid-cols-[72px_16px_1fr] gap-x-2 border-b px-4 py-1.5">
      <TextLink href={`#entry-${line.id}`} bare className="text-ink-2 hover:underline">
        <time dateTime={line.at.toISOString()}>{officeClock(line.at)}</time>
      </TextLink>
      <Icon name={icon} className={classes('mt-[3px] size-3', ink)} />
      <div className="min-w-0 break-words">
        <b className="font-semibold">{line.who}</b> {line.words}
        <Changes line={line} />
      </div>
    </li>
  );
}

/** Sentences, newest first, under the day they were spoken. */
export function AuditDays({ lines }: { lines: readonly AuditLine[] }) {
  const days = Map.groupBy(lines, (line) => dayOf(line.at));
  return [...days].map(([day, entries]) => (
    <section key={day} aria-label={day}>
      <h2 className="sticky top-0 flex justify-between border-b border-line-strong bg-surface-2 px-4 py-1.5 text-section font-semibold">
        {day} <span className="text-small font-normal text-ink-3">{entries.length} entries</span>
      </h2>
      <ol>
        {entries.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
    </section>
  ));
}
