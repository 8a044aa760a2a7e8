/** What supervisors and auditors ask of the audit. Asking is itself an entry. */
import type { StaffActor } from '@/lib/access/actor';
import { readEntries, readEntry, type AuditScope, type Place } from '@/lib/audit/entries';
import { eventsOf } from '@/lib/audit/labels';
import { linesOf, type AuditLine } from '@/lib/audit/lines';
import { recordLook } from '@/lib/audit/record';
import { findCaseIds } from '@/lib/cases/queries/case';
import { look } from '@/lib/look';
import { db } from '@/lib/platform/db';
import { done } from '@/lib/platform/outcome';
import { addDays, officeInstant, staffDate } from '@/lib/platform/dates';
import { findPatientSchema, placeText, type AuditFilters } from './schema';

const PAGE = 100;
const MOST_LOOKS = 500;

export type AuditPatient = { readonly id: string; readonly publicId: string; readonly registryNumber: number };
/** What the filters mean in the database. */
export type Resolved = { readonly scope: AuditScope; readonly words: readonly string[]; readonly caseId: string | null; readonly patient: AuditPatient | null };

const SPEAKERS = { system: 'worker', public: 'visitor' } as const;

/** Restricted records too: who looked at them is what the audit is for. What was changed in them is withheld line by line. */
const findPatient = (where: { publicId: string } | { registryNumber: number }): Promise<AuditPatient | null> =>
  db().patient.findUnique({ where: where as { publicId: string }, select: { id: true, publicId: true, registryNumber: true } });

async function whoScope(who: string | undefined): Promise<AuditScope | null> {
  if (who === undefined) return {};
  if (who === 'system' || who === 'public') return { actorKind: SPEAKERS[who] };
  const staff = await db().staff.findUnique({ where: { publicId: who }, select: { id: true } });
  return staff === null ? null : { staffId: staff.id };
}

const daysScope = ({ from, to }: AuditFilters): AuditScope => ({
  ...(from === undefined ? {} : { fromAt: officeInstant(from, 0) }),
  ...(to === undefined ? {} : { untilAt: officeInstant(addDays(to, 1), 0) }),
});

/** Null: there is no such case, person or colleague. */
export async function resolveFilters(filters: AuditFilters): Promise<Resolved | null> {
  const who = await whoScope(filters.who);
  const about = filters.case === undefined ? undefined : await findCaseIds(filters.case);
  const patient = filters.patient === undefined ? undefined : await findPatient({ publicId: filters.patient });
  if (who === null || about === null || patient === null) return null;
  const words = [
    ...(filters.case === undefined ? [] : [`case ${filters.case}`]),
    ...(patient === undefined ? [] : [`CT WiZ ${patient.registryNumber}`]),
    ...(filters.who === undefined ? [] : ['one actor']),
    ...filters.what,
    ...(filters.from === undefined ? [] : [`from ${staffDate(filters.from)}`]),
    ...(filters.to === undefined ? [] : [`to ${staffDate(filters.to)}`]),
  ];
  const events = filters.what.length === 0 ? {} : { events: eventsOf(filters.what) };
  const scope = { ...who, ...daysScope(filters), ...events, ...(about === undefined ? {} : { about }), ...(patient === undefined ? {} : { patientId: patient.id }) };
  return { scope, words, caseId: about?.caseId ?? null, patient: patient ?? null };
}

export type AuditPage = { readonly lines: readonly AuditLine[]; readonly next: string | null; readonly patient: AuditPatient | null };

/** Entries newest first, a page at a time. */
export async function listAudit(actor: StaffActor, { scope, words, caseId, patient }: Resolved, before: Place | null): Promise<AuditPage> {
  const rows = await readEntries(db(), scope, before, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const lines = await linesOf(shown, actor);
  await recordLook(actor, { event: 'audit.viewed', caseId, patientId: patient?.id, details: { filters: [...words], shown: lines.length } });
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return { lines, next: last === undefined ? null : placeText(last), patient };
}

export type AuditEntryView = AuditLine & { readonly event: string; readonly requestId: string; readonly address: string | null; readonly seal: { number: number; sealedAt: Date } | null };

const sealOf = async (id: bigint) => {
  const seal = await db().auditSeal.findFirst({ where: { uptoId: { gte: id } }, orderBy: { uptoId: 'asc' }, select: { number: true, sealedAt: true, afterId: true } });
  return seal === null || seal.afterId >= id ? null : { number: seal.number, sealedAt: seal.sealedAt };
};

/** One entry, with where it came from and the seal that holds it. */
export async function findEntry(actor: StaffActor, id: bigint): Promise<AuditEntryView | null> {
  const row = await readEntry(id);
  await recordLook(actor, { event: 'audit.viewed', caseId: row?.caseId, patientId: row?.patientId, details: { filters: [`entry ${id}`], shown: row === null ? 0 : 1 } });
  const [line] = row === null ? [] : await linesOf([row], actor);
  return row === null || line === undefined ? null : { ...line, event: row.event, requestId: row.requestId, address: row.address, seal: await sealOf(id) };
}

export type Looks = { readonly patient: AuditPatient; readonly lines: readonly AuditLine[]; readonly whole: boolean };

/** Who looked at this record: every view, search that showed it and document, newest first. This look is the next entry. */
export async function listLooks(actor: StaffActor, publicId: string): Promise<Looks | null> {
  const patient = await findPatient({ publicId });
  if (patient === null) return null;
  const rows = await readEntries(db(), { patientId: patient.id, events: eventsOf(['look', 'send']) }, null, MOST_LOOKS + 1);
  const lines = await linesOf(rows.slice(0, MOST_LOOKS), actor);
  await recordLook(actor, { event: 'audit.viewed', patientId: patient.id, details: { filters: ['who looked'], shown: lines.length } });
  return { patient, lines, whole: rows.length <= MOST_LOOKS };
}

/** Whose entries one can ask for. */
export const listActors = () => db().staff.findMany({ orderBy: { name: 'asc' }, select: { publicId: true, name: true } });

/** How the audit itself stands: what is sealed, and whether entries stand in no month. */
export async function auditStanding(): Promise<{ sealedAt: Date | null; withoutMonth: number }> {
  const last = await db().auditSeal.findFirst({ orderBy: { number: 'desc' }, select: { sealedAt: true } });
  const [row] = await db().$queryRaw<{ entries: number }[]>`SELECT audit_entries_without_month() AS entries`;
  return { sealedAt: last?.sealedAt ?? null, withoutMonth: row?.entries ?? 0 };
}

/** A person by CT WiZ number, which goes by POST: the address carries the random id that this answers. */
export const findAuditPatient = look({
  name: 'audit.find_patient',
  input: findPatientSchema,
  run: async (_actor, { registryNumber }) => {
    const patient = await findPatient({ registryNumber });
    return { outcome: done({ patientId: patient?.publicId ?? null }), entries: [{ event: 'audit.searched', patientId: patient?.id, details: { registryNumber, found: patient !== null } }] };
  },
});

