/** The keys our cards are checked with, for any verifier in any browser (SMART Health Cards Framework 1.4.0: CORS `*`). */
import { connection } from 'next/server';
import { publicJwks } from '@/lib/health-cards/issuing/keys';
import { listPublicKeys } from '@/lib/health-cards/queries';
import { log } from '@/lib/platform/log';

const OPEN = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

export async function GET(): Promise<Response> {
  await connection();
  if (process.env.SURFACE !== 'public') return new Response(null, { status: 404 });
  try {
    const body = JSON.stringify(publicJwks(await listPublicKeys()));
    return new Response(body, { headers: { ...OPEN, 'content-type': 'application/json' } });
  } catch (error) {
    log.failure('card_keys.failed', error);
    return new Response(null, { status: 503, headers: { ...OPEN, 'retry-after': '2' } });
  }
}
