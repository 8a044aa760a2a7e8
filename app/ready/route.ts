/** The process can serve: its database answers. */
import { answersNow } from '@/lib/platform/readiness';

export async function GET(): Promise<Response> {
  const ready = await answersNow();
  return new Response(ready ? 'ready' : 'not ready', { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
