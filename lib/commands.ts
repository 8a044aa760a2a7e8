/** Every command by name, loaded a room at a time. The browser knows this file as types only. */
import type { z } from 'zod';
import type { Command } from './command';

/** Room (the word before the dot) → its command files. A plain list: the access matrix walks it. */
export const rooms = {
  session: [() => import('./staff/commands'), () => import('./staff/commands/sessions')],
  account: [() => import('./staff/commands/joining'), () => import('./staff/commands/own-account')],
  staff: [() => import('./staff/commands/invitations'), () => import('./staff/commands/accounts'), () => import('./staff/commands/roles'), () => import('./staff/commands/links')],
  submission: [() => import('./submissions/commands')],
  draft: [() => import('./drafts/commands')],
  document: [
    () => import('./documents/commands/reviews'),
    () => import('./documents/commands/suspicions'),
    () => import('./documents/making-safe/commands'),
    () => import('./documents/asking/commands'),
    () => import('./documents/retention/commands'),
    () => import('./documents/viewing/commands'),
    () => import('./documents/codes/commands'),
  ],
  case: [
    () => import('./cases/commands/openings'),
    () => import('./cases/commands/claims'),
    () => import('./cases/commands/waits'),
    () => import('./cases/commands/askings'),
    () => import('./cases/commands/chasing'),
    () => import('./cases/commands/lapses'),
    () => import('./cases/commands/escalations'),
    () => import('./cases/commands/reassignments'),
    () => import('./cases/commands/joins'),
    () => import('./cases/commands/bulk'),
    () => import('./cases/commands/notes'),
    () => import('./cases/commands/matches'),
    () => import('./cases/commands/links'),
    () => import('./cases/commands/corrections'),
    () => import('./cases/commands/closings'),
    () => import('./cases/commands/deadlines'),
    () => import('./cases/commands/promise-moves'),
  ],
  presence: [() => import('./cases/commands/presence')],
  closure: [() => import('./policies/commands')],
  view: [() => import('./cases/commands/views')],
  approval: [() => import('./cases/commands/approvals')],
  patient: [() => import('./cases/commands/creations'), () => import('./cases/commands/glass')],
  dose: [() => import('./cases/commands/doses')],
  release: [() => import('./cases/commands/releases')],
  dispatch: [() => import('./dispatch/commands/batches'), () => import('./cases/commands/envelopes')],
  notice: [() => import('./dispatch/commands/notices')],
  audit: [() => import('./audit-explorer/commands')],
  scan: [() => import('./scan-in/commands')],
} as const;

const isCommand = (value: unknown): value is Command => typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'command';

async function commandsOf(room: keyof typeof rooms): Promise<Command[]> {
  const files = await Promise.all(rooms[room].map((load) => load()));
  return files.flatMap((file) => (Object.values(file) as unknown[]).filter(isCommand));
}

/** The command of that name, or null; `__proto__` and the like are no rooms. */
export async function findCommand(name: string): Promise<Command | null> {
  const room = name.split('.')[0] ?? '';
  if (!Object.hasOwn(rooms, room)) return null;
  return (await commandsOf(room as keyof typeof rooms)).find((found) => found.name === name) ?? null;
}

export const allCommands = async (): Promise<Command[]> => (await Promise.all((Object.keys(rooms) as (keyof typeof rooms)[]).map(commandsOf))).flat();

type Files = { [R in keyof typeof rooms]: Awaited<ReturnType<(typeof rooms)[R][number]>> }[keyof typeof rooms];
type Exported = Files extends infer F ? (F extends unknown ? F[keyof F] : never) : never;
type AnyCommand = Extract<Exported, { kind: 'command' }>;
/** Name → what goes in and what comes out, for `useCommand`. */
export type Commands = { [C in AnyCommand as C['name']]: { input: z.input<C['input']>; outcome: Awaited<ReturnType<C['run']>> } };
