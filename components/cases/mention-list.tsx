import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/link';
import type { MentionView } from '@/lib/cases/queries/mentions';
import { paths } from '@/lib/paths';

/** Notes that call somebody by name, unread first. */
export function MentionList({ mentions }: { mentions: readonly MentionView[] }) {
  return (
    <ul className="border-t border-line-strong">
      {mentions.map(({ id, number, text, by, at, unread }) => (
        <li key={id} className="grid grid-cols-[80px_1fr_auto] items-baseline gap-x-4 border-b px-4 py-2">
          <TextLink href={paths.case(number)}>C-{number}</TextLink>
          <div className="min-w-0">
            <p className="text-body break-words whitespace-pre-line">{text}</p>
            <p className="text-small text-ink-3">
              {by}, {at}
            </p>
          </div>
          {unread ? <Status kind="ask">To read</Status> : <span className="text-small text-ink-3">Read</span>}
        </li>
      ))}
    </ul>
  );
}
