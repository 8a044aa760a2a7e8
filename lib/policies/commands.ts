/** Closing the office on a day, and opening it again. The open promises follow as a job: there may be a hundred thousand. */
import type { StaffActor } from '@/lib/access/actor';
import { command } from '@/lib/command';
import { dbDate, type Tx } from '@/lib/platform/db';
import { officeDate } from '@/lib/platform/dates';
import { enqueue } from '@/lib/platform/jobs';
import { done, refuse } from '@/lib/platform/outcome';
import { closureProblem } from './closures';
import type { CalendarChange } from './promise-moves';
import { lockCalendar, namedClosures } from './queries';
import { addClosureSchema, removeClosureSchema } from './schema';

async function askForRecount(tx: Tx, actor: StaffActor, { on, cause }: CalendarChange, now: Date): Promise<string> {
  const { id } = await tx.promiseRecount.create({ data: { onDate: dbDate(on), cause, askedAt: now, byId: actor.staffId } });
  await enqueue(tx, 'case.move_promises', { recountId: id }, `case.move_promises:${id}`);
  return id;
}

/** Closes the office on a day to come. A day that was taken off the calendar comes back with its new words. */
export const addClosure = command({
  name: 'closure.add',
  surface: 'staff',
  actors: ['staff'],
  input: addClosureSchema,
  subject: ({ onDate }) => ({ day: onDate }),
  run: async ({ actor, tx, now, record }, { onDate, name, citation }) => {
    await lockCalendar(tx);
    const problem = closureProblem(onDate, 'closure_added', await namedClosures(tx), officeDate(now));
    if (problem !== null) return refuse('invalid', [problem]);
    const words = { name, citation, addedAt: now, addedById: actor.staffId, removedAt: null, removedById: null };
    const { count } = await tx.officeClosure.updateMany({ where: { onDate: dbDate(onDate), removedAt: { not: null } }, data: words });
    if (count === 0) await tx.officeClosure.create({ data: { ...words, onDate: dbDate(onDate) } });
    const recountId = await askForRecount(tx, actor, { on: onDate, cause: 'closure_added' }, now);
    record({ event: 'closure.added', details: { on: onDate, name, citation, revived: count > 0 } });
    return done({ recountId });
  },
});

/** Takes a closure off the calendar; its row stays, with who took it off. */
export const removeClosure = command({
  name: 'closure.remove',
  surface: 'staff',
  actors: ['staff'],
  input: removeClosureSchema,
  subject: ({ onDate }) => ({ day: onDate }),
  run: async ({ actor, tx, now, record }, { onDate, reason }) => {
    await lockCalendar(tx);
    const standing = await namedClosures(tx);
    const problem = closureProblem(onDate, 'closure_removed', standing, officeDate(now));
    if (problem !== null) return refuse('invalid', [problem]);
    await tx.officeClosure.updateMany({ where: { onDate: dbDate(onDate), removedAt: null }, data: { removedAt: now, removedById: actor.staffId } });
    const recountId = await askForRecount(tx, actor, { on: onDate, cause: 'closure_removed' }, now);
    record({ event: 'closure.removed', details: { on: onDate, name: standing.find(({ on }) => on === onDate)?.name ?? '', reason } });
    return done({ recountId });
  },
});
