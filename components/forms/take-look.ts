import type { Looks } from '@/lib/looks';
import type { Refused } from '@/lib/platform/outcome';
import { post } from './command-request';

/**
 * Reads what may not stand in an address (a person's name, a number) by POST. A signal drops a look
 * that is no longer wanted; it then answers `unavailable`, which nobody waits for.
 */
export async function takeLook<N extends keyof Looks & string>(name: N, input: Looks[N]['input'], signal?: AbortSignal): Promise<Looks[N]['outcome'] | Refused> {
  return (await post(`/api/looks/${name}`, JSON.stringify(input), { signal })) as Looks[N]['outcome'] | Refused;
}
