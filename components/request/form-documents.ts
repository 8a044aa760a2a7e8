/** Which papers are asked of whom. What the law wants beyond them, the reviewer asks for. */
import type { DocumentKind } from '@/lib/documents/checklists';
import type { RELATIONS } from '@/lib/submissions/schema';

export type FormDocument = Extract<DocumentKind, 'photo_id' | 'birth_certificate' | 'guardianship' | 'power_of_attorney' | 'conservatorship' | 'other' | 'vaccination_proof'>;
export type AskedDocument = { readonly kind: FormDocument; /** Without it the case could only wait. */ readonly needed: boolean };

const needed = (kind: FormDocument): AskedDocument => ({ kind, needed: true });
const welcome = (kind: FormDocument): AskedDocument => ({ kind, needed: false });

const papers: Readonly<Record<(typeof RELATIONS)[number], readonly AskedDocument[]>> = {
  self: [],
  // A parent whom the record already names needs no certificate.
  parent: [welcome('birth_certificate')],
  guardian: [needed('guardianship')],
  power_of_attorney: [needed('power_of_attorney')],
  conservator: [needed('conservatorship')],
  other: [welcome('other')],
};

export const documentsOf = (relation: (typeof RELATIONS)[number]): readonly AskedDocument[] => [needed('photo_id'), ...papers[relation], welcome('vaccination_proof')];

/** A file that has arrived. */
export type SentFile<K extends DocumentKind = FormDocument> = { readonly id: string; readonly kind: K; readonly name: string; readonly size: number };
