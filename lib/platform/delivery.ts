/** What a provider's answer says about a message of ours, as far as it can be known. */
export type Delivery =
  | { readonly state: 'sent'; readonly providerRef: string }
  /** Refused for good: trying again would change nothing. */
  | { readonly state: 'failed'; readonly reason: string }
  /** Certainly not taken: it may be tried again. */
  | { readonly state: 'not_taken'; readonly reason: string }
  /** The provider may have it: it is never sent again by itself. */
  | { readonly state: 'unknown'; readonly reason: string };

/** Codes of a connection that was never made: nothing can have left. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EDNS', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

export const neverConnected = (code: string | undefined): boolean => code !== undefined && NEVER_CONNECTED.has(code);
