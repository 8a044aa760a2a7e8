/**
 * The request that is being answered: its id stands in the answer, in each line of the log and in each entry of the
 * audit. On globalThis because one process can hold this module in several bundles.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

type Request = { readonly requestId: string };
const KEY = Symbol.for('record-desk.request');
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Request> };
const storage = (): AsyncLocalStorage<Request> => (shared[KEY] ??= new AsyncLocalStorage());

export const asRequest = <T>(requestId: string, run: () => T): T => storage().run({ requestId }, run);

export const requestId = (): string | undefined => storage().getStore()?.requestId;
