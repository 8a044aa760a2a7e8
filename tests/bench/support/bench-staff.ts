/** Processors at their desks, signed in by the application's own sessions. They have no password: nobody else can be them. */
import type { StaffActor } from '@/lib/access/actor';
import { actorOfSession } from '@/lib/access/sessions';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/db';
import { aSession } from '../../support/people';

export async function addProcessors(count: number): Promise<string[]> {
  const people = Array.from({ length: count }, (_, at) => ({ email: `bench.${at + 1}@recorddesk.example`, name: `Processor ${at + 1}`, roles: ['processor' as const], languages: ['en', 'es'], createdAt: now() }));
  const rows = await db().staff.createManyAndReturn({ data: people, select: { id: true } });
  return rows.map(({ id }) => id);
}

export async function signedInAs(staffId: string): Promise<StaffActor> {
  const actor = await actorOfSession(await aSession(staffId), { requestId: `bench:${staffId}`, address: '127.0.0.1' }, false);
  if (actor?.kind !== 'staff') throw new Error('a processor of the bench could not sign in');
  return actor;
}
