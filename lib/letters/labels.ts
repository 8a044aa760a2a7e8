/** The words of the cover letter. The Spanish needs a native reviewer before it is used outside the demo. */
import type { EnclosedRecord, LetterLanguage, LetterSubject, RecordKind } from './types';

export type LetterWords = {
  date: string;
  case: string;
  phone: string;
  hours: string;
  openHours: string;
  page: (page: number, of: number) => string;
  dispatch: (code: string) => string;
  foot: string;
  greeting: (name: string) => string;
  /** Ends the letter, above the two lines of the sender. */
  close: string;
  sender: readonly [program: string, department: string];
  kind: Record<RecordKind, string>;
  and: string;
  asked: (kinds: string, subject: LetterSubject) => string;
  enclosedOne: (size: string) => string;
  enclosedMany: string;
  size: (record: EnclosedRecord) => string;
  numbered: string;
};

const count = (n: number, one: string, many: string): string => `${n}\u00a0${n === 1 ? one : many}`;

const EN: LetterWords = {
  date: 'Date',
  case: 'Case',
  phone: 'Phone',
  hours: 'Hours',
  openHours: 'Mon-Fri 8:30-4:30',
  page: (page, of) => `Page ${page} of ${of}`,
  dispatch: (code) => `Dispatch ${code}`,
  foot: 'The service and the copies are free. Never send personal documents by e-mail.',
  greeting: (name) => `Dear ${name}:`,
  close: 'Sincerely,',
  sender: ['Immunization Program', 'Connecticut Department of Public Health'],
  kind: { full: 'Full Immunization Record', covid: 'COVID-19 Immunization Record' },
  and: 'and the',
  asked: (kinds, subject) => {
    if (subject.relation === 'self') return `You asked for your ${kinds}.`;
    const whose = { child: `your child, ${subject.name}`, represented: `${subject.name}, for whom you act`, released: `${subject.name}, whose signed release names you` };
    return `You asked for the ${kinds} of ${whose[subject.relation]}.`;
  },
  enclosedOne: (size) => `It comes with this letter: ${size}. Its control number is`,
  enclosedMany: 'They come with this letter:',
  size: ({ pages, doses }) => `${count(pages, 'page', 'pages')} with ${count(doses, 'dose', 'doses')}`,
  numbered: 'control number',
};

const ES: LetterWords = {
  date: 'Fecha',
  case: 'Caso',
  phone: 'Teléfono',
  hours: 'Horario',
  openHours: 'lun. a vie. 8:30-4:30',
  page: (page, of) => `Página ${page} de ${of}`,
  dispatch: (code) => `Envío ${code}`,
  foot: 'El servicio y las copias son gratis. Nunca envíe documentos personales por correo electrónico.',
  // "Estimado" or "Estimada" would guess a gender that nobody told us.
  greeting: (name) => `Para ${name}:`,
  close: 'Atentamente,',
  sender: ['Programa de Inmunización', 'Departamento de Salud Pública de Connecticut'],
  kind: { full: 'registro completo de vacunación', covid: 'registro de vacunación contra el COVID-19' },
  and: 'y el',
  asked: (kinds, subject) => {
    if (subject.relation === 'self') return `Usted pidió su ${kinds}.`;
    const whose = { child: `${subject.name}, menor a su cargo`, represented: `${subject.name}, a quien usted representa`, released: `${subject.name}, cuya autorización firmada le nombra` };
    return `Usted pidió el ${kinds} de ${whose[subject.relation]}.`;
  },
  enclosedOne: (size) => `Acompaña a esta carta: ${size}. Su número de control es`,
  enclosedMany: 'Acompañan a esta carta:',
  size: ({ pages, doses }) => `${count(pages, 'página', 'páginas')} con ${count(doses, 'dosis', 'dosis')}`,
  numbered: 'número de control',
};

export const LETTER_WORDS: Record<LetterLanguage, LetterWords> = { en: EN, es: ES };
