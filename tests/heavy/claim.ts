/** Fifty people empty a queue of 5,000: no case twice, none skipped, the oldest promises first. */
import { withClient } from '@/lib/dev/database';
import { useDatabase } from '@/lib/platform/db';
import { addProcessors } from '../bench/support/bench-staff';
import { benchOnDatabase } from '../bench/support/main';
import { takenInOrder, waitingNumbers } from '../bench/support/promise-order';
import { race } from '../bench/support/race';
import { percentile } from '../bench/support/report';
import { addWaiting } from '../bench/support/waiting';

void benchOnDatabase({ cases: 5000, clients: 50 }, async ({ cases, clients }, report, database) => {
  await withClient(database.superuser(), (client) => addWaiting(client, cases));
  await useDatabase(database.as('staff_app'));
  const staffIds = await addProcessors(clients);
  const ran = await race(database.as('staff_app'), staffIds, 'command', 1200);
  const [left, taken] = await withClient(database.superuser(), async (client) => [await waitingNumbers(client), await takenInOrder(client)] as const);
  report.line({ claims: ran.claims, cases: ran.cases, seconds: ran.seconds });
  report.atMost('cases handed out twice', ran.claims - ran.cases + taken.filter((one) => one.claims > 1).length, 0);
  report.atMost('cases skipped', left.length + cases - taken.length, 0);
  report.atMost('older promises still free at a claim', percentile(taken.map(({ ahead }) => ahead), 1), clients - 1);
});
