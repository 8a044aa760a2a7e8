/**
 * The one door for writes. Every change of state is a command; the door does, in this order:
 * kind of actor and permission → parse → rate, where limited → transaction → proof of who it is, where asked → run → audit in the same transaction → outcome.
 */
import { createHash, createHmac } from 'node:crypto';
import type { z } from 'zod';
import { can, isStaff, type Actor } from './access/actor';
import type { Permission } from './access/permissions';
import { hasProved } from './access/proofs';
import { withinRate, type RateName } from './access/rates';
import type { AuditEntry } from './audit/events';
import { appendAudit, appendAudits } from './audit/record';
import { now } from './platform/clock';
import { config } from './platform/config';
import { db, type Tx } from './platform/db';
import { refuse, type Outcome, type Refused } from './platform/outcome';

export type Surface = 'staff' | 'public' | 'worker';
/** What a command works with: its transaction, the time, and the pen for its audit entries. */
export type Door<A extends Actor = Actor> = { readonly actor: A; readonly tx: Tx; readonly now: Date; record(entry: AuditEntry): void };

export type Command<N extends Permission = Permission, S extends z.ZodType = z.ZodType, T = unknown, A extends Actor['kind'] = Actor['kind']> = {
  readonly kind: 'command';
  readonly name: N;
  readonly surface: Surface;
  readonly actors: readonly A[];
  readonly input: S;
  /** Public ids the audit entry of a refusal names. */
  readonly subject: (input: z.output<S>) => Record<string, string>;
  /** Drafts and the like: a closed list, held by the architecture test. */
  readonly unaudited?: true;
  /** Sent by the page and not by a person: it is no activity that keeps a session open, and a lost one is not repeated. */
  readonly sentByThePage?: true;
  /** Cannot be undone, or shows what is not everybody's: the session must have given both factors within five minutes. */
  readonly stepUp?: true;
  /** How often it may be tried; counted before anything of it is done. */
  readonly rate?: RateName;
  /** What it answers is a secret shown once and never kept: a repeat under the same key is a `conflict`. */
  readonly answersOnce?: true;
  readonly run: (door: Door<Extract<Actor, { kind: A }>>, input: z.output<S>) => Promise<Outcome<T>>;
};

/** Any command, whoever it is for: what it takes is checked when it runs, not when it is handed on. */
export type AnyCommand = { readonly kind: 'command'; readonly name: Permission; readonly run: (door: never, input: never) => Promise<Outcome<unknown>> };

/** Declares a command. Its name is its permission, so neither can be forgotten. */
export const command = <const N extends Permission, S extends z.ZodType, T, const A extends Actor['kind']>(
  definition: Omit<Command<N, S, T, A>, 'kind'>,
): Command<N, S, T, A> => ({ ...definition, kind: 'command' });

/** Thrown inside the transaction so that an expected refusal rolls everything back. */
class RolledBack extends Error {
  constructor(readonly outcome: Refused) {
    super(outcome.reason);
  }
}

const actorKey = (actor: Actor): string =>
  'staffId' in actor ? `staff:${actor.staffId}` : actor.kind === 'visitor' ? `visitor:${createHash('sha256').update(actor.uploadToken ?? actor.address ?? '').digest('hex')}` : 'worker';

const invalid = (error: z.ZodError): Refused =>
  refuse('invalid', error.issues.map((issue) => ({ field: issue.path.join('.'), reason: issue.message })));

type Claim = { fresh: boolean; same_body: boolean; outcome: Outcome<unknown> | null };

/** A twin of a request in flight waits here for the first to commit, then gets its reply. */
async function claimKey(tx: Tx, actor: Actor, key: string, name: string, body: unknown, at: Date): Promise<Claim> {
  // A body may hold a password, and a plain hash of one is soon guessed: the server's own secret keys it.
  const bodyHash = createHmac('sha256', config().NEXTAUTH_SECRET ?? key).update(JSON.stringify(body)).digest();
  const [claim] = await tx.$queryRaw<Claim[]>`SELECT * FROM claim_request(${actorKey(actor)}, ${key}, ${name}, ${bodyHash}, ${at})`;
  if (claim === undefined) throw new Error('claim_request answered nothing');
  return claim;
}

async function inTransaction(c: Command, actor: Actor, input: unknown, body: unknown, key: string | null): Promise<Outcome<unknown>> {
  return db().$transaction(
    async (tx) => {
      const at = now();
      if (key !== null) {
        const claim = await claimKey(tx, actor, key, c.name, body, at);
        if (!claim.same_body) throw new RolledBack(refuse('key_reused'));
        if (!claim.fresh) return claim.outcome ?? refuse('conflict');
      }
      // After the key: a repeated request has its stored answer, whenever it comes.
      if (c.stepUp === true && !(isStaff(actor) && (await hasProved(tx, actor, at)))) throw new RolledBack(refuse('step_up_needed'));
      const entries: AuditEntry[] = [];
      const outcome = await c.run({ actor: actor as never, tx, now: at, record: (entry) => entries.push(entry) }, input as never);
      if (!outcome.ok) throw new RolledBack(outcome);
      if (entries.length === 0 && c.unaudited !== true) throw new Error(`${c.name} changed something and recorded nothing`);
      if (entries.length > 0) await appendAudits(tx, actor, entries);
      if (key !== null && c.answersOnce !== true) await tx.$executeRaw`SELECT keep_outcome(${actorKey(actor)}, ${key}, ${JSON.stringify(outcome)}::jsonb)`;
      return outcome;
    },
    { timeout: 15_000, maxWait: 5_000 },
  );
}

async function settle(c: Command, actor: Actor, subject: Record<string, string>, outcome: Refused): Promise<Refused> {
  // A refused attempt of a signed-in person is kept too, on its own; the change itself is rolled back.
  if (isStaff(actor) && c.unaudited !== true) {
    await appendAudit(db(), actor, { event: 'command.refused', details: { command: c.name, reason: outcome.reason, subject } });
  }
  return outcome;
}

/**
 * Runs a command for an actor. `key` is the caller's Idempotency-Key: the same key with the same body gives the stored
 * outcome, with another body `key_reused`. Refusals are values; a throw is a bug or a database that is not there.
 */
export async function throughTheDoor(asked: AnyCommand, actor: Actor, body: unknown, key: string | null): Promise<Outcome<unknown>> {
  const c = asked as unknown as Command;
  if (!c.actors.includes(actor.kind) || !can(actor, c.name)) return settle(c, actor, {}, refuse('forbidden'));
  const parsed = c.input.safeParse(body);
  if (!parsed.success) return settle(c, actor, {}, invalid(parsed.error));
  if (c.rate !== undefined && !(await withinRate(c.rate, actor))) return settle(c, actor, c.subject(parsed.data), refuse('too_many_tries'));
  try {
    return await inTransaction(c, actor, parsed.data, body, key);
  } catch (error) {
    if (error instanceof RolledBack) return settle(c, actor, c.subject(parsed.data), error.outcome);
    throw error;
  }
}
