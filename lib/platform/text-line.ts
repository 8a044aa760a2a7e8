/** Sends one text message through the gateway: JSON behind a bearer token; the same reference again is the same message. */
import { z } from 'zod';
import { required } from './config';
import { neverConnected, type Delivery } from './delivery';

export type TextMessage = {
  /** E.164. */
  readonly to: string;
  readonly text: string;
  readonly reference: string;
};

const answered = z.object({ id: z.string().max(200), state: z.string(), reason: z.string().nullish() });
const PATIENCE_MS = 20_000;

async function read(response: Response): Promise<Delivery> {
  if (response.status === 429 || response.status === 503) return { state: 'not_taken', reason: 'gateway_busy' };
  if (response.status >= 400 && response.status < 500) return { state: 'failed', reason: 'refused_by_gateway' };
  const answer = response.ok ? answered.safeParse(await response.json()) : null;
  // A server's error may come after it took the message.
  if (answer?.data === undefined) return { state: 'unknown', reason: 'answer_unclear' };
  return answer.data.state === 'failed' ? { state: 'failed', reason: 'not_delivered' } : { state: 'sent', providerRef: answer.data.id };
}

export async function sendText(message: TextMessage): Promise<Delivery> {
  const url = required('SMS_GATEWAY_URL');
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${required('SMS_GATEWAY_TOKEN')}` };
  try {
    return await read(await fetch(url, { method: 'POST', headers, body: JSON.stringify(message), signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' }));
  } catch (error) {
    const cause = (error as { cause?: { code?: string } } | null)?.cause;
    return neverConnected(cause?.code) ? { state: 'not_taken', reason: 'no_connection' } : { state: 'unknown', reason: 'answer_lost' };
  }
}
