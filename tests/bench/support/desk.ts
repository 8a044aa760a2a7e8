/** One simulated person at a desk: opens the queue, opens a case, writes a note, and thinks in between. */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { paths } from '@/lib/paths';
import type { Random } from '@/prisma/seed/random';

export type Deed = 'queue' | 'case' | 'save';
export type Done = { deed: Deed; ms: number; error: string | null };
export type OpenCase = { number: number; publicId: string };

const STEPS = ['identity', 'match', 'correct', 'doses', 'send'] as const;
const THINK_MS = [3000, 8000] as const;
/** What a morning is made of. */
const DEEDS = [['queue', 3], ['case', 5], ['save', 2]] as const;

type Desk = { origin: string; cookie: string; cases: readonly OpenCase[]; chance: Random };

const page = (desk: Desk, path: string): Promise<Response> => fetch(`${desk.origin}${path}`, { headers: { cookie: desk.cookie }, redirect: 'manual' });

const send = (desk: Desk, name: string, body: object): Promise<Response> =>
  fetch(`${desk.origin}${paths.command(name)}`, {
    method: 'POST',
    headers: { cookie: desk.cookie, origin: desk.origin, 'content-type': 'application/json', 'idempotency-key': randomBytes(16).toString('hex') },
    body: JSON.stringify(body),
  });

const DOING: Readonly<Record<Deed, (desk: Desk) => Promise<Response>>> = {
  queue: (desk) => page(desk, paths.queue(desk.chance.pick(['all', 'unassigned', 'mine', 'due_today', 'overdue']))),
  case: (desk) => page(desk, paths.caseStep(desk.chance.pick(desk.cases).number, desk.chance.pick(STEPS))),
  save: (desk) => send(desk, 'case.note', { caseId: desk.chance.pick(desk.cases).publicId, text: 'Called, no answer; will try once more' }),
};

/** Timed to the last byte: a page that streams is not there before. */
export async function doOnce(desk: Desk, deed: Deed): Promise<Done> {
  const from = performance.now();
  try {
    const response = await DOING[deed](desk);
    await response.arrayBuffer();
    return { deed, ms: performance.now() - from, error: response.status === 200 ? null : `status ${response.status}` };
  } catch (error) {
    return { deed, ms: performance.now() - from, error: error instanceof Error ? error.message : 'no answer' };
  }
}

/** Until the time is over; people do not begin at the same moment. */
export async function workAt(desk: Desk, until: number): Promise<Done[]> {
  const done: Done[] = [];
  await pause(desk.chance.int(0, THINK_MS[1]));
  while (performance.now() < until) {
    done.push(await doOnce(desk, desk.chance.weighted(DEEDS)));
    await pause(desk.chance.int(...THINK_MS));
  }
  return done;
}
