import { createHash } from 'node:crypto';
import { command } from '@/lib/command';
import { newControlNumber } from '@/lib/records/control-number';
import { officeDate } from '@/lib/platform/dates';
import { done, refuse } from '@/lib/platform/outcome';
import { flatRequest, submissionProblems } from './rules';
import { submissionSchema, type SubmissionInput } from './schema';

/** As the database function takes it: every absent value null. */
const row = (form: SubmissionInput): object => ({ ...flatRequest(form), deadlineOn: form.deadline?.on, subjects: form.subjects.map(({ address, ...subject }) => ({ ...subject, ...address })) });

/** Receives what somebody sent us. It is never edited afterwards; a case is opened for each person it names. */
export const sendSubmission = command({
  name: 'submission.send',
  surface: 'public',
  actors: ['visitor'],
  input: submissionSchema,
  subject: () => ({}),
  rate: 'submission',
  run: async ({ actor, tx, now, record }, form) => {
    const token = actor.uploadToken === null ? null : createHash('sha256').update(actor.uploadToken).digest();
    const [room] = token === null ? [] : await tx.$queryRaw<{ files: number }[]>`SELECT files FROM public_upload_room(${token}, ${now})`;
    if (token !== null && room === undefined) return refuse('session_ended', [{ field: 'documents', reason: 'session_ended' }]);
    const problems = submissionProblems(form, room?.files ?? 0, officeDate(now));
    if (problems.length > 0) return refuse('invalid', problems);

    const reference = `S-${newControlNumber()}`;
    const [sent] = await tx.$queryRaw<{ id: string | null; refused: string | null }[]>`
      SELECT * FROM public_send_submission(${token}, ${reference}, ${JSON.stringify(row(form))}::jsonb, ${now})`;
    if (sent?.id === null || sent === undefined) return refuse(sent?.refused ?? 'conflict');
    record({
      event: 'submission.received',
      submissionId: sent.id,
      details: { reference, kind: form.kind, subjects: form.subjects.length, documents: room?.files ?? 0 },
    });
    return done({ reference });
  },
});
