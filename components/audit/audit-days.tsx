import { Icon, type IconName } from '@/components/ui/icon';
import { classes } from '@/components/ui/classes';
import { TextLink } from '@/components/ui/link';
import type { AuditClass } from '@/lib/audit/labels';
import type { AuditLine } from '@/lib/audit/lines';
import { paths } from '@/lib/paths';
import { OFFICE_ZONE, officeClock } from '@/lib/platform/dates';
import { Changes } from './changes';

const shapes: Record<AuditClass, { icon: IconName; ink: string }> = {
  change: { icon: 'dot', ink: 'text-accent' },
  look: { icon: 'later', ink: 'text-ink-3' },
  send: { icon: 'done', ink: 'text-done' },
  decision: { icon: 'ask', ink: 'text-restricted' },
  access: { icon: 'restricted', ink: 'text-ink-3' },
};

const dayOf = (at: Date): string => at.toLocaleDateString('en-US', { timeZone: OFFICE_ZONE, weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });

/** `linked`: the time leads to the entry's own page, for those who may see the audit; else to its place on this one. */
function Line({ line, linked }: { line: AuditLine; linked: boolean }) {
  const { icon, ink } = shapes[line.class];
  return (
    <li id={`entry-${line.id}`} className="grid grid-cols-[72px_16px_1fr_auto] gap-x-2 border-b px-4 py-1.5">
      <TextLink href={linked ? paths.auditEntry(line.id) : `#entry-${line.id}`} bare className="text-ink-2 hover:underline" aria-label={linked ? `Entry ${line.id}, ${officeClock(line.at)}` : undefined}>
        <time dateTime={line.at.toISOString()}>{officeClock(line.at)}</time>
      </TextLink>
      <Icon name={icon} className={classes('mt-[3px] size-3', ink)} />
      <div className="min-w-0 break-words">
        <b className="font-semibold">{line.who}</b> {line.words}
        <Changes changes={line.changes} />
      </div>
      <div className="text-small text-ink-2">
        {linked && line.caseNumber !== null && <TextLink href={paths.auditOfCase(line.caseNumber)}>{`C-${line.caseNumber}`}</TextLink>}
        {linked && line.caseNumber === null && line.registryNumber !== null && `CT WiZ ${line.registryNumber}`}
      </div>
    </li>
  );
}

/** Sentences, newest first, under the day they were spoken. */
export function AuditDays({ lines, linked = false }: { lines: readonly AuditLine[]; linked?: boolean }) {
  const days = Map.groupBy(lines, (line) => dayOf(line.at));
  return [...days].map(([day, entries]) => (
    <section key={day} aria-label={day}>
      <h2 className="sticky top-0 flex justify-between border-b border-line-strong bg-surface-2 px-4 py-1.5 text-section font-semibold">
        {day} <span className="text-small font-normal text-ink-3">{entries.length === 1 ? '1 entry' : `${entries.length} entries`}</span>
      </h2>
      <ol>
        {entries.map((line) => (
          <Line key={line.id} line={line} linked={linked} />
        ))}
      </ol>
    </section>
  ));
}
