/** Every command and every look against every kind of actor and every role, made from the lists themselves. */
import { mintLocked, mintVisitor, mintWorker, type Actor } from '@/lib/access/actor';
import { holds, type Holder } from '@/lib/access/permissions';
import { STAFF_ROLES } from '@/lib/access/roles';
import { throughTheDoor } from '@/lib/command';
import { allCommands } from '@/lib/commands';
import { takeLook } from '@/lib/look';
import { allLooks } from '@/lib/looks';
import { db } from '@/lib/platform/db';
import { withDatabase } from '../support/database';
import { signedIn, type CastName } from '../support/people';

const OF_ROLE: Record<(typeof STAFF_ROLES)[number], CastName> = { phone_agent: 'lena', processor: 'dana', supervisor: 'ruth', auditor: 'omar', administrator: 'vera' };

withDatabase('superuser', null);
const actors = new Map<string, { actor: Actor; holder: Holder | null }>();

beforeAll(async () => {
  for (const role of STAFF_ROLES) actors.set(role, { actor: await signedIn(OF_ROLE[role]), holder: role });
  const dana = await signedIn('dana');
  actors.set('locked processor', { actor: mintLocked(dana), holder: null });
  actors.set('visitor', { actor: mintVisitor({ requestId: 'matrix', address: '203.0.113.9', uploadToken: null }), holder: 'visitor' });
  actors.set('worker', { actor: mintWorker('matrix'), holder: 'worker' });
}, 60_000);

/** What nobody would send: whoever is let in is then refused for it, and nothing changes. */
const NONSENSE = { nonsense: true };

test('each command lets in exactly the actors and roles of the table', async () => {
  const wrong: string[] = [];
  let cases = 0;
  for (const command of await allCommands()) {
    for (const [name, { actor, holder }] of actors) {
      const may = command.actors.includes(actor.kind) && (actor.kind === 'locked_staff' ? command.name === 'session.unlock' : holder !== null && holds([holder], command.name));
      const outcome = await throughTheDoor(command, actor, NONSENSE, null);
      if (outcome.ok || (outcome.reason === 'forbidden') === may) wrong.push(`${name} and ${command.name}`);
      cases += 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(8 * 10);
});

test('each look lets in exactly the roles of the table, and nobody but staff', async () => {
  const wrong: string[] = [];
  for (const look of await allLooks()) {
    for (const [name, { actor, holder }] of actors) {
      const may = actor.kind === 'staff' && holder !== null && holds([holder], look.name);
      const outcome = await takeLook(look, actor, NONSENSE);
      if (outcome.ok || (outcome.reason === 'forbidden') === may) wrong.push(`${name} and ${look.name}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** What shows no person: code tables, arithmetic on what the page holds already, how a case may end. */
const UNLOGGED = ['case.finish', 'closure.preview', 'dose.check', 'vaccine.search'];

test('the looks that leave no entry in the access log are a closed list', async () => {
  expect((await allLooks()).filter(({ unlogged }) => unlogged === true).map(({ name }) => name).sort()).toEqual(UNLOGGED);
});

test('no two commands have one name, and each name is its permission', async () => {
  const names = (await allCommands()).map((command) => command.name);
  expect(new Set(names).size).toBe(names.length);
});

test('each refused attempt of a signed-in person is kept', async () => {
  const before = await db().auditEvent.count({ where: { event: 'command.refused' } });
  const dana = actors.get('processor');
  const [command] = (await allCommands()).filter((one) => one.surface === 'staff');
  if (dana === undefined || command === undefined) throw new Error('nobody to refuse');
  await throughTheDoor(command, dana.actor, NONSENSE, null);
  expect(await db().auditEvent.count({ where: { event: 'command.refused' } })).toBe(before + 1);
});
