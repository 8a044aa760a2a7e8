/** What a program is told that works beside a running demo. */
import { existsSync } from 'node:fs';
import { environments } from './environments';
import { Obstacle } from './places';
import { portsFrom } from './ports';
import { demoSecrets, signingKeysFile } from './secrets';
import { BUCKET, DATABASE } from './system';

/** The worker's settings of the demo that keeps its data in this folder and took its ports from this base. */
export function demoWorkerEnvironment(folder: string, base: number): Readonly<Record<string, string>> {
  if (!existsSync(folder)) throw new Obstacle(`There is no demo in ${folder}: start one with \`npm run demo\`, or say which with --data and --port-base.`);
  const ports = portsFrom(base);
  return environments({ ports, secrets: demoSecrets(folder), databaseUrl: `postgresql://127.0.0.1:${ports.postgres}/${DATABASE}`, bucket: BUCKET, keysFile: signingKeysFile(folder), scannerPort: null, folder }).worker;
}
