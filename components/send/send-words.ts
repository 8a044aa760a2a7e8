/** Words of the step Send: why something was refused, and the step that mends it. */
import { STOPPED_WORDS } from '@/lib/dispatch/labels';
import type { AddressSource } from '@/lib/records/schema';
import type { Step } from '@/lib/cases/types';
import { NEED_WORDS, REASON_WORDS } from '@/lib/policies/authority-labels';
import type { Problem } from '@/lib/platform/outcome';

export const SOURCE_WORDS: Readonly<Record<AddressSource, string>> = {
  accepted_id: 'the address on the accepted ID',
  on_record: 'the address on record',
  submitted: 'an address as submitted, which nobody has proved',
};
export const sourceWords = (source: string): string => SOURCE_WORDS[source as AddressSource] ?? SOURCE_WORDS.submitted;

const OWN: Readonly<Record<string, string>> = {
  recipient_missing: 'The envelope needs a name and an address',
  too_many_lines: 'The address has more lines than the window shows',
  too_wide: 'This line is wider than the window of the envelope',
  unprintable: 'This line has a letter that cannot be printed',
  missing: 'Choose at least one record',
  reason_missing: 'Say why, in a sentence',
};

export function problemWords({ reason, detail }: Problem): string {
  const known = OWN[reason] ?? STOPPED_WORDS[reason] ?? NEED_WORDS[reason] ?? (REASON_WORDS as Readonly<Record<string, string>>)[reason];
  return known ?? detail ?? reason;
}

/** Problems by the fields of this screen: papers and the patient are said at the rule, lines of the envelope at the address. */
export const atFields = (problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => {
    const [root = ''] = problem.field.split('.');
    if (root === 'recipient') return { ...problem, field: 'address' };
    return ['patient', 'documents', 'release'].includes(root) ? { ...problem, field: 'authority' } : problem;
  });

export const mendStep = ({ reason, field }: Problem): Step | null => {
  if (reason === 'no_patient' || reason === 'patient_changed') return 'match';
  return field.startsWith('documents') || field === 'authority' ? 'identity' : null;
};

export const refusalWords: Readonly<Record<string, string>> = {
  not_claimed: 'You no longer have this case: assign it to yourself again.',
  not_in_progress: 'The case is waiting or with a second person: resume it first.',
  release_open: 'A copy of this case is prepared or on its way already.',
  not_releasable: 'The copy cannot leave as it is. What is wrong is said at its place.',
  second_person_needed: 'You prepared this: another supervisor approves it.',
  last_mile: 'Something changed since it was prepared. Take it back and prepare it again.',
  withdrawn: 'Somebody took this copy back already.',
  already_sent: 'The copy has left already.',
  already_printed: 'The envelope is printed: take it out of its batch first.',
  undo_over: 'The minute for taking it back is over.',
  case_closed: 'The case is closed.',
  conflict: 'Somebody was faster. Look at how the copy stands now.',
};
