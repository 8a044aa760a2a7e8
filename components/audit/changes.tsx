import { classes } from '@/components/ui/classes';
import type { AuditChange } from '@/lib/audit/lines';

const fieldWords: Record<string, string> = { given: 'First name', family: 'Last name', birthOn: 'Date of birth', sex: 'Gender', phone: 'Mobile', email: 'E-mail', address: 'Address' };

function Value({ children, gone }: { children: string | null; gone?: boolean }) {
  return <span className={classes('min-w-0 rounded-1 border px-1.5 break-words', children === null && 'border-dashed text-ink-3', gone && children !== null && 'text-ink-2 line-through')}>{children ?? 'none'}</span>;
}

/** Before and after, field by field. */
export function Changes({ changes }: { changes: readonly AuditChange[] }) {
  if (changes.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
      {changes.map(({ field, before, after }) => (
        <li key={field} className="flex min-w-0 items-center gap-1.5">
          {fieldWords[field] ?? field} <Value gone>{before}</Value>
          <span aria-label="became">→</span>
          <Value>{after}</Value>
        </li>
      ))}
    </ul>
  );
}
