/** What the office calendar takes. Safe in the browser. */
import { z } from 'zod';
import { fullDateText, requiredLine } from '@/lib/patients/schema';
import type { CalendarDate } from '@/lib/platform/dates';
import { CHANGE_CAUSES } from './promise-moves';

const day = fullDateText.transform((text) => text as CalendarDate);

export const addClosureSchema = z.strictObject({ onDate: day, name: requiredLine(80), citation: requiredLine(200) });
export const removeClosureSchema = z.strictObject({ onDate: day, reason: requiredLine(200) });
export const previewClosureSchema = z.strictObject({ onDate: day, cause: z.enum(CHANGE_CAUSES) });

/** What is typed and not saved yet, as it is kept and read back. */
const words = z.string().max(1000);
export const closureDraftShape = z.strictObject({ onDate: z.string().max(40), name: words, citation: words });
export const openingDraftShape = z.strictObject({ reason: words });
