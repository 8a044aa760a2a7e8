/** The way through the form: which pages there are for these answers, and which are done. */
import type { CalendarDate } from '@/lib/platform/dates';
import { RELATIONS, type SubmissionForm } from '@/lib/submissions/schema';
import { documentsOf, type AskedDocument, type FormDocument, type SentFile } from './form-documents';
import { questionSchemas, type Answers, type Question } from './questions';

export type Step = Question | FormDocument | 'check';
export type Progress = { readonly answers: Answers; readonly files: readonly SentFile[] };

export const relationOf = ({ who }: Answers): (typeof RELATIONS)[number] => RELATIONS.find((relation) => relation === who?.relation) ?? 'self';

const SENDING: Readonly<Record<string, readonly Question[]>> = { mail: ['wants', 'mail'], fax: ['wants', 'fax'] };

export const askedOf = (answers: Answers): readonly AskedDocument[] => documentsOf(relationOf(answers));

/** Who asks for children may have several. */
const hasChildren = (answers: Answers): boolean => ['parent', 'guardian'].includes(relationOf(answers));

export function stepsOf(answers: Answers): readonly Step[] {
  const person: readonly Step[] = relationOf(answers) === 'self' ? [] : ['person'];
  const children: readonly Step[] = hasChildren(answers) ? ['children'] : [];
  const sending = SENDING[answers.delivery?.delivery ?? ''] ?? [];
  return ['who', 'you', ...person, 'birth', 'tried', 'address', ...children, 'contact', 'delivery', ...sending, 'deadline', 'message', ...askedOf(answers).map(({ kind }) => kind), 'check'];
}

const isQuestion = (step: Step, schemas: object): step is Question => Object.hasOwn(schemas, step);

function isDone(step: Step, { answers, files }: Progress, today: CalendarDate): boolean {
  if (step === 'check') return true;
  const schemas = questionSchemas(today);
  if (isQuestion(step, schemas)) return schemas[step].safeParse(answers[step]).success;
  const asked = askedOf(answers).find(({ kind }) => kind === step);
  return asked?.needed !== true || files.some(({ kind }) => kind === step);
}

/** The first page that still lacks something; `check` when none does. */
export const firstOpen = (progress: Progress, today: CalendarDate): Step => stepsOf(progress.answers).find((step) => !isDone(step, progress, today)) ?? 'check';

/** The page that can be shown when one asks for `step`: never one past a page that lacks something. */
export function reachable(step: Step, progress: Progress, today: CalendarDate): Step {
  const steps = stepsOf(progress.answers);
  const open = firstOpen(progress, today);
  const at = steps.indexOf(step);
  return at >= 0 && at <= steps.indexOf(open) ? step : open;
}

/** After `step`: the next page, or, once the answers were looked over, whatever still lacks something. */
export function stepAfter(step: Step, progress: Progress, looked: boolean, today: CalendarDate): Step {
  if (looked) return firstOpen(progress, today);
  const steps = stepsOf(progress.answers);
  return steps[steps.indexOf(step) + 1] ?? 'check';
}

/** Field of a server's problem → the page where it is mended. */
const pages: readonly (readonly [RegExp, Step])[] = [
  [/^relation$/, 'who'],
  [/^requester\b/, 'you'],
  [/^subjects\.[1-9]/, 'children'],
  [/^subjects\.\d+\.(birthOn|sex)$/, 'birth'],
  [/^subjects\.\d+\.(phone|email)$/, 'tried'],
  [/^subjects\.\d+\.address\b/, 'address'],
  [/^subjects\b/, 'person'],
  [/^(email|phone)$/, 'contact'],
  [/^delivery$/, 'delivery'],
  [/^wants\b/, 'wants'],
  [/^mailTo\b/, 'mail'],
  [/^faxNumber$/, 'fax'],
  [/^deadline\b/, 'deadline'],
  [/^message$/, 'message'],
  [/^documents\b/, 'photo_id'],
];

export function stepOfField(field: string, answers: Answers): Step {
  const step = pages.find(([pattern]) => pattern.test(field))?.[1] ?? 'who';
  // Who asks for their own record typed the name on the page about themselves.
  return step === 'person' && relationOf(answers) === 'self' ? 'you' : step;
}

/** The answers as the command takes them, or null while a page lacks something. */
export function submissionOf({ answers, files }: Progress, language: SubmissionForm['language'], today: CalendarDate): SubmissionForm | null {
  if (firstOpen({ answers, files }, today) !== 'check') return null;
  const schemas = questionSchemas(today);
  const you = schemas.you.parse(answers.you);
  const { delivery } = schemas.delivery.parse(answers.delivery);
  const own = relationOf(answers) === 'self';
  const reached = { ...schemas.tried.parse(answers.tried), address: schemas.address.parse(answers.address) };
  const first = { ...(own ? you : schemas.person.parse(answers.person)), ...schemas.birth.parse(answers.birth) };
  const others = hasChildren(answers) ? schemas.children.parse(answers.children).children : [];
  return {
    kind: 'record_not_found',
    language,
    relation: relationOf(answers),
    requester: you,
    ...schemas.contact.parse(answers.contact),
    // One family is reached one way: what was said of the first child serves them all.
    subjects: [first, ...others].map((person) => ({ ...person, ...reached })),
    delivery,
    wants: delivery === 'portal' ? [] : schemas.wants.parse(answers.wants).wants,
    mailTo: delivery === 'mail' ? mailToOf(answers, today) : undefined,
    faxNumber: delivery === 'fax' ? schemas.fax.parse(answers.fax).faxNumber : undefined,
    deadline: schemas.deadline.parse(answers.deadline),
    message: schemas.message.parse(answers.message).message,
  };
}

const mailToOf = (answers: Answers, today: CalendarDate) => questionSchemas(today).mail.parse(answers.mail);
