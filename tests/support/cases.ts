/** Builders: a submission as the public form sends it, and the case the worker opens for it. */
import { mintVisitor, mintWorker } from '@/lib/access/actor';
import { throughTheDoor } from '@/lib/command';
import { openCase } from '@/lib/cases/commands/openings';
import { now } from '@/lib/platform/clock';
import { db, dbDate } from '@/lib/platform/db';
import type { CalendarDate } from '@/lib/platform/dates';
import { newControlNumber } from '@/lib/records/control-number';

export const aVisitor = () => mintVisitor({ requestId: 'test-visitor', address: '203.0.113.7', uploadToken: null });

type Wishes = { given?: string; family?: string; birthOn?: string; language?: string; receivedAt?: Date; deadlineOn?: CalendarDate };

/** A submission in the table, as received. */
export async function aSubmission({ given = 'Ana', family = 'Rivera', birthOn = '1990-04-02', language = 'en', receivedAt = now(), deadlineOn }: Wishes = {}) {
  return db().submission.create({
    data: {
      reference: `S-${newControlNumber()}`,
      kind: 'record_not_found',
      channel: 'form',
      language,
      receivedAt,
      relation: 'self',
      requesterGiven: given,
      requesterFamily: family,
      email: 'ana.rivera@example.com',
      wants: ['full_record'],
      delivery: 'mail',
      mailName: `${given} ${family}`,
      mailLine1: '88 Example Street',
      mailCity: 'New Britain',
      mailState: 'CT',
      mailZip: '06051',
      deadlineOn: deadlineOn === undefined ? null : dbDate(deadlineOn),
      subjects: { create: { position: 1, given, family, birthOn, sex: 'F', phone: '(860) 555-0134' } },
    },
  });
}

/** A case, opened by the worker as in life. */
export async function aCase(wishes: Wishes = {}) {
  const submission = await aSubmission(wishes);
  const outcome = await throughTheDoor(openCase, mintWorker('test'), { submissionId: submission.id }, null);
  if (!outcome.ok) throw new Error(outcome.reason);
  return db().case.findFirstOrThrow({ where: { submissionId: submission.id } });
}
