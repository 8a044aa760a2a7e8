import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

type Props = { title: string; /** One sentence for each case that was left as it was. */ left: readonly string[]; busy: boolean; onUndo?: () => void; onClose: () => void };

/** What was done to several cases, and case by case what was not and why. It stays until it is closed. */
export function BulkResult({ title, left, busy, onUndo, onClose }: Props) {
  return (
    <div className="px-4 pb-2">
      <Notice kind={left.length > 0 ? 'warn' : 'done'} live="status" title={title}>
        {left.length > 0 && (
          <>
            <p>Left as {left.length === 1 ? 'it was' : 'they were'}:</p>
            <ul className="list-disc pl-4">
              {left.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
        <div className="mt-1 flex gap-3">
          {onUndo && (
            <Button size="small" busy={busy} onClick={onUndo}>
              Undo
            </Button>
          )}
          <Button kind="text" size="small" onClick={onClose}>
            Close
          </Button>
        </div>
      </Notice>
    </div>
  );
}
