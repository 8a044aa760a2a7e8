/** Every port of a running system, on 127.0.0.1 only. */
import { freePort, isFree } from './free-port';
import { Obstacle } from './places';

const NAMES = ['staff', 'public', 'launcher', 'press', 'postgres', 'objectStore', 'smtp', 'gateways', 'scanner'] as const;
export type Ports = Record<(typeof NAMES)[number], number>;

/** In a row from the base: staff, public and launcher are base, base + 1 and base + 2. */
export const portsFrom = (base: number): Ports => Object.fromEntries(NAMES.map((name, at) => [name, base + at])) as Ports;

/** None that a system beside this one was given: it may not hold it yet. */
export async function freePorts(beside: readonly Ports[] = []): Promise<Ports> {
  const given = new Set(beside.flatMap((ports) => Object.values(ports)));
  const own = new Set<number>();
  while (own.size < NAMES.length) own.add(await freePort());
  if ([...own].some((port) => given.has(port))) return freePorts(beside);
  return Object.fromEntries([...own].map((port, at) => [NAMES[at], port])) as Ports;
}

export async function requireFree(ports: Ports): Promise<void> {
  for (const port of Object.values(ports)) {
    if (!(await isFree(port))) throw new Obstacle(`Port ${port} is taken: stop what uses it, or choose others with \`npm run demo -- --port-base ${port < 4000 ? 4000 : 3000}\` (the demo takes ${NAMES.length} in a row).`);
  }
}
