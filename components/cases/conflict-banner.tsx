'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Problem } from '@/lib/platform/outcome';

/** `Maria Lopez saved at 10:42 AM: (203) 555-0177 → (203) 555-0199` → who and when, and the difference. */
const parts = (detail: string): { head: string; difference: string } => {
  const at = detail.search(/(?<=[AP]M): /);
  return at < 0 ? { head: detail, difference: '' } : { head: detail.slice(0, at), difference: detail.slice(at + 2) };
};

type Props = {
  /** Fields that somebody else saved meanwhile. */
  problems: readonly Problem[];
  fieldWords: (field: string) => string;
  onUseTheirs: (field: string) => void;
  onKeepMine: () => void;
  busy: boolean;
};

/** Somebody saved while one was writing: who, when, field by field what, and both ways on. Nothing typed is lost by either. */
export function ConflictBanner({ problems, fieldWords, onUseTheirs, onKeepMine, busy }: Props) {
  const changed = problems.filter(({ reason }) => reason === 'changed_meanwhile');
  const [first] = changed;
  if (first === undefined) return null;
  return (
    <Notice kind="warn" live="alert" title={`${parts(first.detail ?? '').head}. What you wrote is still here.`}>
      <ul className="divide-y">
        {changed.map(({ field, detail }) => (
          <li key={`${field} ${detail ?? ''}`} className="flex flex-wrap items-center justify-between gap-2 py-1">
            <span>
              <b className="font-medium text-ink">{fieldWords(field)}</b> {parts(detail ?? '').difference}
            </span>
            <Button size="small" onClick={() => onUseTheirs(field)}>
              Use theirs
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <Button busy={busy} onClick={onKeepMine}>
          Keep mine and save again
        </Button>
      </p>
    </Notice>
  );
}
