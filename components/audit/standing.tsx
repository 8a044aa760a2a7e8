import { Notice } from '@/components/ui/notice';
import { officeTime } from '@/lib/platform/dates';

/** How the audit itself stands. Something out of order is said before any entry. */
export function Standing({ sealedAt, withoutMonth }: { sealedAt: Date | null; withoutMonth: number }) {
  return (
    <>
      {withoutMonth > 0 && (
        <div className="px-4 pb-2">
          <Notice kind="warn" title={`${withoutMonth === 1000 ? '1,000 or more' : withoutMonth} entries stand in no month`}>
            They are kept and shown, and sealed like all others. The worker did not make their month ahead: see that it runs.
          </Notice>
        </div>
      )}
      <p className="px-4 pb-2 text-small text-ink-3">{sealedAt === null ? 'Nothing is sealed yet: the worker seals what came in each minute.' : `Sealed last at ${officeTime(sealedAt)}.`}</p>
    </>
  );
}
