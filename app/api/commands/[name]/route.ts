/** The one mouth for writes. */
import { cookies } from 'next/headers';
import { STAFF_COOKIE, staffOf } from '@/app/(staff)/session';
import { UPLOAD_COOKIE, visitorOf } from '@/app/(public)/visitor';
import type { Actor } from '@/lib/access/actor';
import { throughTheDoor, type Command } from '@/lib/command';
import { findCommand } from '@/lib/commands';
import { config } from '@/lib/platform/config';
import { log } from '@/lib/platform/log';
import { answer, idempotencyKey, jsonBody, originRefusal, statusOf } from '../../guard';

type Found = { actor: Actor } | { status: number; reason: string };

async function whoAsks(headers: Headers, { name, actors, sentByThePage }: Command): Promise<Found> {
  const jar = await cookies();
  // Whoever holds a link by mail is nobody yet, also in a browser where a colleague is signed in.
  if (config().SURFACE === 'public' || actors.includes('visitor')) return { actor: visitorOf(headers, jar.get(UPLOAD_COOKIE)?.value) };
  const actor = await staffOf(headers, jar.get(STAFF_COOKIE)?.value, sentByThePage !== true);
  if (actor === null) return { status: 401, reason: 'signed_out' };
  if (actor.kind === 'locked_staff' && name !== 'session.unlock') return { status: 423, reason: 'locked' };
  return { actor };
}

export async function POST(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  try {
    const refusal = originRefusal(request.headers);
    if (refusal !== null) return answer(refusal.status, { ok: false, ...refusal, problems: [] });
    const command = await findCommand(name);
    if (command === null || command.surface !== config().SURFACE) return answer(404, { ok: false, reason: 'not_found', problems: [] });
    const found = await whoAsks(request.headers, command);
    if ('status' in found) return answer(found.status, { ok: false, reason: found.reason, problems: [] });
    const key = idempotencyKey.safeParse(request.headers.get('idempotency-key'));
    if (!key.success) return answer(422, { ok: false, reason: 'no_key', problems: [] });
    const read = await jsonBody(request);
    if ('status' in read) return answer(read.status, { ok: false, reason: read.reason, problems: [] });
    const outcome = await throughTheDoor(command, found.actor, read.body, command.sentByThePage === true ? null : key.data);
    return answer(statusOf(outcome), outcome);
  } catch (error) {
    log.failure('command.failed', error, { command: name.slice(0, 60) });
    return answer(503, { ok: false, reason: 'unavailable', problems: [] });
  }
}
