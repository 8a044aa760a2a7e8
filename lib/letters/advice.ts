/** What a cover letter tells its reader to do, by language and by who the reader is. Headings end a block, steps are numbered. */
import type { LetterLanguage } from './types';

export type Advice = {
  title: string;
  stepsTitle: string;
  steps: readonly string[];
  newDoseTitle: string;
  /** `{site}` is where the form is. */
  newDose: string;
  wrongTitle: string;
  wrong: string;
};

/** Someone who asked for their own record or for a person they answer for; an organization that a release names. */
export type Reader = 'person' | 'organization';

const SCAN: Record<LetterLanguage, string> = {
  en: 'To carry the COVID-19 record on a phone, point its camera at the code. Whoever scans the code sees everything printed beside it.',
  es: 'Para llevar el registro de COVID-19 en el teléfono, apunte la cámara al código. Quien escanea el código ve todo lo que está impreso al lado.',
};

const ADVICE: Record<LetterLanguage, Record<Reader, Advice>> = {
  en: {
    person: {
      title: 'Here is the record you asked for',
      stepsTitle: 'What to do now',
      steps: [
        'Read the name, the date of birth and every dose. If one is wrong or missing, call us. It costs nothing to fix.',
        'Store it in a safe place, as you do with a birth certificate. You may copy it.',
        'Hand a copy to the school, camp, clinic or employer that wants it. They can call us and check it by its control number.',
      ],
      newDoseTitle: 'After a new dose',
      newDose: 'The paper stays as it is. Ask for a new copy by phone or at {site}, or look in the online portal.',
      wrongTitle: 'Not for you?',
      wrong: 'Please do not copy it. Call us, and we will tell you how to send it back.',
    },
    organization: {
      title: 'The record named in the release',
      stepsTitle: 'What to do now',
      steps: [
        'Use it only for the purpose that the release states, and keep it where only those who need it can see it.',
        'To check that it is genuine, call us and give its control number.',
        'If a page is missing or it is not the record you expected, call us before you use it.',
      ],
      newDoseTitle: 'After a new dose',
      newDose: 'The paper stays as it is. The person can ask for a new copy at {site}; for you we need a release that is still in force.',
      wrongTitle: 'Not for you?',
      wrong: 'Please do not copy it. Call us, and we will tell you how to send it back.',
    },
  },
  es: {
    person: {
      title: 'Aquí está el registro que pidió',
      stepsTitle: 'Qué hacer ahora',
      steps: [
        'Lea el nombre, la fecha de nacimiento y cada dosis. Si algo falta o está mal, llámenos. Corregirlo no cuesta nada.',
        'Guárdelo en un lugar seguro, igual que un acta de nacimiento. Puede sacarle copias.',
        'Dé una copia a la escuela, el campamento, la clínica o el empleador que la pida. Pueden llamarnos y comprobarla con el número de control.',
      ],
      newDoseTitle: 'Después de una dosis nueva',
      newDose: 'Este papel no cambia. Pida otra copia por teléfono o en {site}, o consulte el portal en línea.',
      wrongTitle: '¿No es para usted?',
      wrong: 'Por favor, no lo copie. Llámenos y le diremos cómo devolverlo.',
    },
    organization: {
      title: 'El registro que nombra la autorización',
      stepsTitle: 'Qué hacer ahora',
      steps: [
        'Úselo solo para el fin que indica la autorización y guárdelo donde solo lo vea quien lo necesita.',
        'Para comprobar que es auténtico, llámenos y dé su número de control.',
        'Si falta una página o no es el registro que esperaba, llámenos antes de usarlo.',
      ],
      newDoseTitle: 'Después de una dosis nueva',
      newDose: 'Este papel no cambia. La persona puede pedir otra copia en {site}; para ustedes hace falta una autorización vigente.',
      wrongTitle: '¿No es para ustedes?',
      wrong: 'Por favor, no lo copien. Llámenos y les diremos cómo devolverlo.',
    },
  },
};

export function adviceFor(language: LetterLanguage, reader: Reader, hasCode: boolean): Advice {
  const advice = ADVICE[language][reader];
  return hasCode && reader === 'person' ? { ...advice, steps: [...advice.steps, SCAN[language]] } : advice;
}
