/** Every look by name, loaded a room at a time. */
import type { z } from 'zod';
import type { Look } from './look';

export const lookRooms = {
  case: [() => import('./cases/queries/match'), () => import('./cases/queries/finish')],
  patient: [() => import('./finding/queries')],
  vaccine: [() => import('./immunizations/queries')],
  dose: [() => import('./cases/queries/doses')],
  audit: [() => import('./audit-explorer/queries')],
  closure: [() => import('./cases/queries/closure-preview')],
} as const satisfies Record<string, readonly (() => Promise<object>)[]>;

const isLook = (value: unknown): value is Look => typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'look';

async function looksOf(room: string): Promise<Look[]> {
  const loaders = (lookRooms as Record<string, readonly (() => Promise<object>)[]>)[room] ?? [];
  const files = await Promise.all(loaders.map((load) => load()));
  return files.flatMap((file) => (Object.values(file) as unknown[]).filter(isLook));
}

export async function findLook(name: string): Promise<Look | null> {
  const room = name.split('.')[0] ?? '';
  if (!Object.hasOwn(lookRooms, room)) return null;
  return (await looksOf(room)).find((found) => found.name === name) ?? null;
}

export const allLooks = async (): Promise<Look[]> => (await Promise.all(Object.keys(lookRooms).map(looksOf))).flat();

type Loader = (typeof lookRooms)[keyof typeof lookRooms] extends readonly (infer L)[] ? L : never;
type Files = Loader extends () => Promise<infer F> ? F : never;
type Exported = Files extends infer F ? (F extends unknown ? F[keyof F] : never) : never;
type AnyLook = Extract<Exported, { kind: 'look' }>;
export type Looks = { [L in AnyLook as L['name']]: { input: z.input<L['input']>; outcome: Awaited<ReturnType<L['run']>>['outcome'] } };
