/**
 * The two windows of a double-window #10 envelope, in points from the upper left corner of the sheet.
 * Only name and address may stand in them, with 1/8 inch clear all round; the rest keeps to the right of
 * 4.5 inches, where no window comes even when the sheet slides sideways.
 */
import type { Problem } from '@/lib/platform/outcome';
import { unprintableProblems } from '@/lib/records/rendering';
import { widthOf } from '@/lib/records/paper/lines';

const INCH = 72;

export const RETURN_WINDOW = { left: 0.5 * INCH, top: 0.5 * INCH, width: 3.5 * INCH, height: 0.79 * INCH };
export const RECIPIENT_WINDOW = { left: 0.5 * INCH, top: 2.04 * INCH, width: 3.5 * INCH, height: 0.875 * INCH };
export const CLEAR = INCH / 8;

export const RETURN_TYPE = { size: 10, leading: 13.5 };

const MOST_LINES = 5;
/** Four lines at 15 points, or five at 12.5, are the window's 63 points. */
export const recipientType = (lines: number): { size: number; leading: number } => ({ size: 11, leading: lines > 4 ? 12.5 : 15 });

/**
 * What keeps a recipient from standing in the window.
 *
 * Codes: `recipient_missing`, `too_many_lines` (more than 5), `too_wide` (3.5 inches at 11 points), `unprintable`.
 * The fields are `recipient` or `recipient.<line>`, lines counted from 0.
 * @example recipientProblems(['Marisol Calderón Reyes', '88 Example Street, Apt 3B', 'New Britain, CT 06051']) // []
 */
export function recipientProblems(lines: readonly string[]): Problem[] {
  if (lines.length === 0 || lines.some((line) => line.trim() === '')) return [{ field: 'recipient', reason: 'recipient_missing' }];
  if (lines.length > MOST_LINES) return [{ field: 'recipient', reason: 'too_many_lines' }];
  return lines.flatMap((line, i) => {
    const field = `recipient.${i}`;
    const unprintable = unprintableProblems({ [field]: line });
    if (unprintable.length > 0) return unprintable;
    return widthOf(line, recipientType(lines.length).size) > RECIPIENT_WINDOW.width ? [{ field, reason: 'too_wide' }] : [];
  });
}
