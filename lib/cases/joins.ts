/** Submissions about one need belong in one case: which two cases look like it, and why. Pure; a person decides. */
import { foldLetters } from '@/lib/patients/matching/normalise';
import type { CaseKind } from '@/lib/policies/case-kinds';

export type JoinSide = {
  readonly number: number;
  readonly kind: CaseKind;
  readonly submissionId: string;
  readonly patientId: string | null;
  readonly receivedAt: Date;
  readonly relation: string;
  readonly given: string;
  readonly family: string;
  readonly birthOn: string | null;
  /** Normalised phones and e-mails of the person and of whoever asks. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
};

export type JoinReason = 'same_patient' | 'same_name_and_birth' | 'same_phone' | 'same_email' | 'same_kind' | 'same_need';

export const JOIN_REASON_WORDS: Readonly<Record<JoinReason, string>> = {
  same_patient: 'linked to the same patient',
  same_name_and_birth: 'same name and date of birth',
  same_phone: 'same phone',
  same_email: 'same e-mail',
  same_kind: 'same request',
  same_need: 'requests about one need',
};

/** Who was not found writes again, and then asks for a copy or a correction: one need. What others may have is never mixed with it. */
const NEEDS: readonly (readonly CaseKind[])[] = [
  ['record_not_found', 'record_request', 'record_correction'],
  ['missing_doses', 'out_of_state_update'],
];
/** What staff must route is each its own. */
const NEVER: readonly CaseKind[] = ['other'];

const DAY_MS = 86_400_000;
const share = (one: readonly string[], other: readonly string[]): boolean => one.some((value) => other.includes(value));
const sameText = (one: string, other: string): boolean => foldLetters(one).trim() === foldLetters(other).trim();

function needReason(one: CaseKind, other: CaseKind): JoinReason | null {
  if (NEVER.includes(one) || NEVER.includes(other)) return null;
  if (one === other) return 'same_kind';
  return NEEDS.some((kinds) => kinds.includes(one) && kinds.includes(other)) ? 'same_need' : null;
}

function personReasons(one: JoinSide, other: JoinSide): readonly JoinReason[] {
  const linked = one.patientId !== null && one.patientId === other.patientId;
  // A day of birth that is not known in full agrees with nothing.
  const named = one.birthOn?.length === 10 && one.birthOn === other.birthOn && sameText(one.given, other.given) && sameText(one.family, other.family);
  return [...(linked ? (['same_patient'] as const) : []), ...(named ? (['same_name_and_birth'] as const) : [])];
}

const contactReasons = (one: JoinSide, other: JoinSide): readonly JoinReason[] => [
  ...(share(one.phones, other.phones) ? (['same_phone'] as const) : []),
  ...(share(one.emails, other.emails) ? (['same_email'] as const) : []),
];

/**
 * Why two cases may be about one need, or none. Name and date of birth alone are never enough (two people share them):
 * without a common patient a contact must agree too. Two linked to different people are two.
 */
export function joinReasons(one: JoinSide, other: JoinSide, withinDays: number): readonly JoinReason[] {
  const apart = Math.abs(one.receivedAt.getTime() - other.receivedAt.getTime()) > withinDays * DAY_MS;
  const strangers = one.patientId !== null && other.patientId !== null && one.patientId !== other.patientId;
  // Brothers and sisters of one form are a case each.
  if (apart || strangers || one.submissionId === other.submissionId || one.relation !== other.relation) return [];
  const need = needReason(one.kind, other.kind);
  const person = personReasons(one, other);
  const contact = contactReasons(one, other);
  if (need === null || person.length === 0) return [];
  return person.includes('same_patient') || contact.length > 0 ? [...person, ...contact, need] : [];
}

/** Same name and date of birth, same phone, requests about one need. */
export function reasonsInWords(reasons: readonly JoinReason[]): string {
  const said = reasons.map((reason) => JOIN_REASON_WORDS[reason]).join(', ');
  return said === '' ? '' : `${said[0]?.toUpperCase() ?? ''}${said.slice(1)}`;
}

type Aged = Pick<JoinSide, 'number' | 'receivedAt'>;
/** The keeper is the one whose promise is older. */
export const isEarlier = (one: Aged, other: Aged): boolean =>
  one.receivedAt.getTime() === other.receivedAt.getTime() ? one.number < other.number : one.receivedAt < other.receivedAt;

type Deadline = { readonly deadlineOn: string | null; readonly deadlineProvenAt: Date | null };
/** Whether a joined case brings a deadline that presses more: an earlier day, or the same day proven. */
export function pressesMore(joined: Deadline, keeper: Deadline): boolean {
  if (joined.deadlineOn === null) return false;
  if (keeper.deadlineOn === null || joined.deadlineOn < keeper.deadlineOn) return true;
  return joined.deadlineOn === keeper.deadlineOn && joined.deadlineProvenAt !== null && keeper.deadlineProvenAt === null;
}
