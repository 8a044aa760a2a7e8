/**
 * The one mouth for reads that carry personal terms or answer as-you-type: permission → parse → proof of who it is, where asked → rate → read → access log.
 * A look that shows a person records it before its rows leave; `unlogged` ones (code tables) are a closed list.
 */
import type { z } from 'zod';
import { can, type Actor, type StaffActor } from './access/actor';
import type { Permission } from './access/permissions';
import { hasProved } from './access/proofs';
import { withinRate, type RateName } from './access/rates';
import type { AuditEntry } from './audit/events';
import { recordLooks } from './audit/record';
import { now } from './platform/clock';
import { db } from './platform/db';
import { refuse, type Outcome } from './platform/outcome';

export type Look<N extends Permission = Permission, S extends z.ZodType = z.ZodType, T = unknown> = {
  readonly kind: 'look';
  readonly name: N;
  readonly input: S;
  readonly unlogged?: true;
  /** Shows what is not everybody's: the session must have given both factors within five minutes. */
  readonly stepUp?: true;
  /** How often a person may take it; without one the rate of looks counts. What shows no person is not counted. */
  readonly rate?: RateName;
  readonly run: (actor: StaffActor, input: z.output<S>) => Promise<{ outcome: Outcome<T>; entries: readonly AuditEntry[] }>;
};

export const look = <const N extends Permission, S extends z.ZodType, T>(definition: Omit<Look<N, S, T>, 'kind'>): Look<N, S, T> => ({ ...definition, kind: 'look' });

export async function takeLook(l: Look, actor: Actor, body: unknown): Promise<Outcome<unknown>> {
  if (actor.kind !== 'staff' || !can(actor, l.name)) return refuse('forbidden');
  const parsed = l.input.safeParse(body);
  if (!parsed.success) return refuse('invalid', parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), reason: issue.message })));
  if (l.stepUp === true && !(await hasProved(db(), actor, now()))) return refuse('step_up_needed');
  if (l.unlogged !== true && !(await withinRate(l.rate ?? 'look', actor))) return refuse('too_many_tries');
  const { outcome, entries } = await l.run(actor, parsed.data);
  if (outcome.ok && entries.length === 0 && l.unlogged !== true) throw new Error(`${l.name} showed something and recorded nothing`);
  if (entries.length > 0) await recordLooks(actor, entries);
  return outcome;
}
