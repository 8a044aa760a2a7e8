import { fieldId } from '@/components/forms/field';
import type { CaseView } from '@/lib/cases/queries/case';
import type { Lack } from '@/lib/cases/readiness';
import { paths } from '@/lib/paths';

const FIELDS: Readonly<Record<string, string>> = { no_patient: 'patient', second_review_open: 'second-review', no_release: 'address', no_dose_entered: 'vaccine-row-1' };

/** The document a lack is about: one of its kind that nobody has judged yet, else any. */
function documentOf({ id, submission: { documents } }: CaseView, kind: string | undefined): string | undefined {
  const ofKind = documents.filter((document) => document.kind === kind);
  return (ofKind.find(({ reviews }) => !reviews.some(({ caseId }) => caseId === id)) ?? ofKind[0])?.publicId;
}

/** Where a lack is mended: its step, the document or the field. */
export function mendHref(found: CaseView, { mendIn, field, code }: Lack): string {
  const base = paths.caseStep(found.number, mendIn);
  if (mendIn === 'identity') {
    const document = documentOf(found, code === 'proof_to_review' ? 'vaccination_proof' : field);
    return document === undefined ? base : `${base}?document=${document}#${fieldId('ticks')}`;
  }
  const target = field === undefined ? FIELDS[code] : `choices.${field}`;
  return target === undefined ? base : `${base}#${fieldId(target)}`;
}
