/** Choices as an address carries them between the steps: names of fields, nothing of a person. */
import { CASE_FIELDS, type CaseField, type Choices } from '@/lib/cases/schema';

const SHORT = { use_submitted: 'use', keep: 'keep' } as const;

export function choicesText(choices: Choices): string {
  const query = new URLSearchParams();
  for (const choice of ['use_submitted', 'keep'] as const) {
    const fields = CASE_FIELDS.filter((field) => choices[field] === choice);
    if (fields.length > 0) query.set(SHORT[choice], fields.join('.'));
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}

const fieldsIn = (text: string | undefined): CaseField[] => CASE_FIELDS.filter((field) => (text ?? '').split('.').includes(field));

export const choicesFrom = ({ use, keep }: { use?: string | undefined; keep?: string | undefined }): Choices =>
  Object.fromEntries([...fieldsIn(keep).map((field) => [field, 'keep']), ...fieldsIn(use).map((field) => [field, 'use_submitted'])]) as Choices;
