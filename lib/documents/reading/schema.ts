/** What was read from a paper, as the form holds it while it is typed. Safe in the browser. */
import { z } from 'zod';
import { RELATIONS } from '@/lib/policies/evidence';
import type { DocumentKind } from '../checklists';
import { factsAsked, type ReadFacts, type ReadField } from './rules';

const typed = z.string().max(300);
/** Empty text is an answer not given. */
export const readDraft = z.strictObject({
  noBirthDate: z.boolean(),
  address: typed,
  basis: z.enum(['', 'decree', 'temporary_custody']),
  effect: z.enum(['', 'ends_right', 'limits_right', 'terminates_parental_rights', 'protects', 'none']),
  over: z.enum(['', 'person', 'estate', 'both']),
  springing: z.enum(['', 'no', 'event_shown', 'event_not_shown']),
  revokedOn: typed,
  records: z.array(z.enum(['full_record', 'covid_record'])),
  signedOn: typed,
  signedBy: z.enum(['', 'subject', 'representative']),
  signerRelation: z.enum(['', ...RELATIONS]),
  signerNamedOnRecord: z.boolean(),
  receiverName: typed,
  receiverAddress: typed,
});
export type ReadDraft = z.output<typeof readDraft>;

export const NOTHING_READ: ReadDraft = {
  noBirthDate: false,
  address: '',
  basis: '',
  effect: '',
  over: '',
  springing: '',
  revokedOn: '',
  records: [],
  signedOn: '',
  signedBy: '',
  signerRelation: '',
  signerNamedOnRecord: false,
  receiverName: '',
  receiverAddress: '',
};

const valueOf = (field: ReadField, draft: ReadDraft): unknown => (field === 'showsBirthDate' ? !draft.noBirthDate : draft[field]);

/** The facts that this kind is asked for, without those left empty. */
export function readFacts(kind: DocumentKind, draft: ReadDraft): ReadFacts {
  const answers = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== '')) as ReadFacts;
  const given = factsAsked(kind, answers).map((field) => [field, valueOf(field, draft)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)));
}
