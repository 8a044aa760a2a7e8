import type { CaseKind } from '@/lib/policies/case-kinds';
import type { openFromScanSchema, PageUse } from '@/lib/scan-in/schema';
import type { z } from 'zod';

type LetterInput = z.input<typeof openFromScanSchema>['letter'];

/** As the form holds it: text boxes, empty where nothing was said. */
export type LetterValues = {
  kind: CaseKind;
  language: 'en' | 'es';
  relation: LetterInput['relation'];
  requesterGiven: string;
  requesterFamily: string;
  given: string;
  family: string;
  birthOn: string;
  phone: string;
  delivery: 'mail' | 'fax' | 'portal';
  mailName: string;
  line1: string;
  city: string;
  state: string;
  zip: string;
  faxNumber: string;
};

export const NO_LETTER: LetterValues = { kind: 'record_request', language: 'en', relation: 'self', requesterGiven: '', requesterFamily: '', given: '', family: '', birthOn: '', phone: '', delivery: 'mail', mailName: '', line1: '', city: '', state: 'CT', zip: '', faxNumber: '' };

const said = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

/** As the command takes it. Who asks for themself is typed once. */
export function letterOf(values: LetterValues): LetterInput {
  const person = { given: values.given, family: values.family };
  const self = values.relation === 'self';
  return {
    kind: values.kind,
    language: values.language,
    relation: values.relation,
    requester: self ? person : { given: values.requesterGiven, family: values.requesterFamily },
    phone: said(values.phone),
    subjects: [{ ...person, birthOn: values.birthOn, phone: said(values.phone) }],
    wants: values.delivery === 'portal' ? [] : ['full_record'],
    delivery: values.delivery,
    mailTo: values.delivery === 'mail' ? { name: values.mailName, address: { line1: values.line1, city: values.city, state: values.state, zip: values.zip } } : undefined,
    faxNumber: values.delivery === 'fax' ? values.faxNumber : undefined,
  };
}

/** Where the command found it → the box that holds it. */
export const boxOf = (field: string): string => (field.startsWith('pages') ? field : field === 'letter.mailTo' ? 'line1' : field.includes('requester') ? `requester${field.endsWith('given') ? 'Given' : 'Family'}` : field === 'letter.mailTo.name' ? 'mailName' : (field.split('.').at(-1) ?? field));

export type Uses = Readonly<Record<number, PageUse | ''>>;
export const usesOf = (uses: Uses): { page: number; use: PageUse }[] => Object.entries(uses).flatMap(([page, use]) => (use === '' ? [] : [{ page: Number(page), use }]));
