/** Every port of a running system, on 127.0.0.1 only. */
import { freePort, isFree } from './free-port';
import { Obstacle } from './places';

const NAMES = ['staff', 'public', 'launcher', 'press', 'postgres', 'objectStore', 'smtp', 'gateways', 'scanner'] as const;
export type Ports = Record<(typeof NAMES)[number], number>;

/** In a row from the base: staff, public and launcher are base, base + 1 and base + 2. */
export const portsFrom = (base: number): Ports => Object.fromEntries(NAMES.map((name, at) => [name, base + at])) as Ports;

export async function freePorts(): Promise<Ports> {
  const ports: number[] = [];
  while (ports.length < NAMES.length) ports.push(await freePort());
  return Object.fromEntries(NAMES.map((name, at) => [name, ports[at]])) as Ports;
}

export async function requireFree(ports: Ports): Promise<void> {
  for (const port of Object.values(ports)) {
    if (!(await isFree(port))) throw new Obstacle(`Port ${port} is taken: stop what uses it, or choose others with \`npm run demo -- --port-base ${port < 4000 ? 4000 : 3000}\` (the demo takes ${NAMES.length} in a row).`);
  }
}
