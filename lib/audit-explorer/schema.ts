/** What one can ask the audit. Random ids, case numbers and days only: all of it may stand in an address. */
import { z } from 'zod';
import { AUDIT_CLASSES, type AuditClass } from '@/lib/audit/labels';
import type { CalendarDate } from '@/lib/platform/dates';

const publicId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const day = z
  .iso.date()
  .refine((on) => on >= '2000-01-01' && on < '2200-01-01')
  .transform((on) => on as CalendarDate);

export const filterSchema = z
  .strictObject({
    /** A colleague's public id, or who acts without a name. */
    who: z.union([publicId, z.literal(['system', 'public'])]).optional(),
    case: z.string().regex(/^C-[1-9]\d{0,8}$/).optional(),
    patient: publicId.optional(),
    what: z.array(z.enum(AUDIT_CLASSES as [AuditClass, ...AuditClass[]])).max(AUDIT_CLASSES.length).default([]),
    from: day.optional(),
    to: day.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ['to'], message: 'before_from' });
export type AuditFilters = z.output<typeof filterSchema>;

type Asked = Readonly<Record<string, string | string[] | undefined>>;
const one = (value: string | string[] | undefined): string | undefined => (value === undefined || value === '' ? undefined : Array.isArray(value) ? value.at(-1) : value.trim());

/** The filters of an address, or null where one cannot be read: then nothing is shown, and not everything. */
export function readFilters(asked: Asked): AuditFilters | null {
  const what = [asked.what ?? []].flat().flatMap((text) => text.split(',')).filter((kind) => kind !== '');
  const read = filterSchema.safeParse({ who: one(asked.who), case: one(asked.case)?.toUpperCase(), patient: one(asked.patient), what: [...new Set(what)], from: one(asked.from), to: one(asked.to) });
  return read.success ? read.data : null;
}

/** The same as an address. */
export function filterParams({ who, case: number, patient, what, from, to }: AuditFilters): URLSearchParams {
  const single = Object.entries({ who, case: number, patient, from, to, what: what.length === 0 ? undefined : what.join(',') });
  return new URLSearchParams(single.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Where a page ends, as an address carries it: the time and the number of its last entry. */
export function readPlace(text: string | string[] | undefined): { at: Date; id: bigint } | null {
  const [, ms = '', id = ''] = /^(\d{1,14})\.(\d{1,18})$/.exec(one(text) ?? '') ?? [];
  return id === '' ? null : { at: new Date(Number(ms)), id: BigInt(id) };
}
export const placeText = ({ at, id }: { at: Date; id: bigint | string }): string => `${at.getTime()}.${id}`;

export const findPatientSchema = z.strictObject({ registryNumber: z.number().int().positive().max(2_147_483_647) });
export const exportSchema = z.strictObject({ filters: filterSchema, format: z.enum(['csv', 'json']), reason: z.string().trim().min(1, 'reason_missing').max(500) });
