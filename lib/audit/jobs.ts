/** What the worker does for the audit each minute: seals what came in, and makes the months ahead. */
import type { WorkerActor } from '@/lib/access/actor';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';
import type { AuditEntry } from './events';
import { headOf, readHead, writeHead, type Head } from './head';
import { appendAudit } from './record';
import { sealSettled } from './seal';

/** An alert stands in the audit itself; as long as its cause lasts it is said again once in so long. */
const SAID_AGAIN_MS = 6 * 3_600_000;
const MONTHS_AHEAD = 4;

async function tellOnce(actor: WorkerActor, entry: AuditEntry): Promise<void> {
  log.error(entry.event);
  const since = new Date(now().getTime() - SAID_AGAIN_MS);
  const said = await db().auditEvent.findFirst({ where: { event: entry.event, at: { gte: since } }, select: { id: true } });
  if (said === null) await appendAudit(db(), actor, entry);
}

/** Is the head one of our own seals? A head beyond the chain is the only witness of what was removed. */
async function isOurs(head: Head): Promise<boolean> {
  const seal = await db().auditSeal.findUnique({ where: { number: head.number } });
  return seal !== null && headOf(seal).digest === head.digest;
}

/** A head that the chain does not know is never written over: sealing stops until a person has looked (the runbook says how). */
export async function sealAudit(actor: WorkerActor): Promise<void> {
  const read = await readHead();
  if ('unreadable' in read || (read.head !== null && !(await isOurs(read.head)))) {
    return tellOnce(actor, { event: 'audit.sealing_stopped', details: { head: 'head' in read ? (read.head?.number ?? null) : null } });
  }
  if (read.head === null && (await db().auditSeal.count({ take: 1 })) > 0) await tellOnce(actor, { event: 'audit.head_missing', details: {} });
  const { last, waits } = await sealSettled();
  if (waits) log.warn('audit.sealing_waits');
  if (last !== null && last.number !== read.head?.number) await writeHead(headOf(last));
}

/** The next months stand ready before anybody writes in them; what stands in no month is told. */
export async function makeMonths(actor: WorkerActor): Promise<void> {
  await db().$queryRaw`SELECT make_audit_months(${now()}, ${MONTHS_AHEAD})`;
  const [row] = await db().$queryRaw<{ entries: number }[]>`SELECT audit_entries_without_month() AS entries`;
  const entries = row?.entries ?? 0;
  if (entries > 0) await tellOnce(actor, { event: 'audit.month_missing', details: { entries } });
}
