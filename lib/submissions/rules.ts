/** What a request must be besides well written, and how it lies in its row. */
import { ageOn, asCalendarDate, type CalendarDate } from '@/lib/platform/dates';
import type { Problem } from '@/lib/platform/outcome';
import type { SubmissionInput } from './schema';

const OLDEST_YEARS = 125;

function birthProblems(birthOn: string, field: string, today: CalendarDate): Problem[] {
  if (birthOn.slice(0, 10) > today.slice(0, birthOn.length)) return [{ field, reason: 'in_the_future' }];
  const full = asCalendarDate(birthOn);
  if (full !== null && ageOn(full, today).years > OLDEST_YEARS) return [{ field, reason: 'too_long_ago' }];
  return [];
}

/** Problems a person can mend on the form, each at its field. `files` is how many documents they sent. */
export function submissionProblems(form: SubmissionInput, files: number, today: CalendarDate): Problem[] {
  const problems = form.subjects.flatMap((subject, i) => birthProblems(subject.birthOn, `subjects.${i}.birthOn`, today));
  // Without a document nobody can be shown to be who they say: the case would only wait.
  if (files === 0) problems.push({ field: 'documents', reason: 'missing' });
  if (form.deadline !== undefined && form.deadline.on < today) problems.push({ field: 'deadline.on', reason: 'in_the_past' });
  return problems;
}

type Request<Kind> = Omit<SubmissionInput, 'kind'> & { readonly kind: Kind };

/** A request as its row has it, but for its deadline's day and the people it names: an address is columns of its own. */
export const flatRequest = <Kind>(form: Request<Kind>) => ({
  kind: form.kind,
  language: form.language,
  relation: form.relation,
  requesterGiven: form.requester.given,
  requesterFamily: form.requester.family,
  email: form.email,
  phone: form.phone,
  wants: form.wants,
  delivery: form.delivery,
  mailName: form.mailTo?.name,
  mailLine1: form.mailTo?.address.line1,
  mailLine2: form.mailTo?.address.line2,
  mailCity: form.mailTo?.address.city,
  mailState: form.mailTo?.address.state,
  mailZip: form.mailTo?.address.zip,
  faxNumber: form.faxNumber,
  deadlineReason: form.deadline?.reason,
  message: form.message,
});
