/** What a letter says of how a case ended, at the reading level of grade 6 to 8. `{reference}` is the number of the request, `{site}` where the form is. The Spanish needs a native reviewer before it is used outside the demo. */
import type { LetterLanguage, LetterOutcome } from './types';

export type OutcomeWords = {
  readonly title: string;
  /** What became of the request. */
  readonly says: readonly string[];
  readonly stepsTitle: string;
  readonly steps: readonly string[];
};

const NOW: Readonly<Record<LetterLanguage, string>> = { en: 'What you can do now', es: 'Qué puede hacer ahora' };

const EN: Readonly<Record<LetterOutcome, OutcomeWords>> = {
  fixed: {
    title: 'Please try the online portal again',
    says: ['Your request {reference} is done. We have mended what kept the portal from answering you.'],
    stepsTitle: NOW.en,
    steps: [
      'Go to the portal and type the same details as in your request: names, date of birth, and phone or e-mail.',
      'The portal sends a code to that phone or e-mail. Type it in within 10 minutes.',
      'If it still does not work, call us. Please have the number of your request at hand.',
    ],
  },
  doses_added: {
    title: 'The record is up to date',
    says: ['Your request {reference} is done. What you sent us has been added.'],
    stepsTitle: NOW.en,
    steps: ['Look in the online portal, or ask us for a copy by phone or at {site}. The copy is free.', 'Read what you see. If something is still wrong or missing, call us. It costs nothing to fix.', 'Keep the paper that you sent us. It is still yours to show.'],
  },
  referred_elsewhere: {
    title: 'Another state can help you with this',
    says: ['We have looked at your request {reference}. What you asked for is kept by another state, and we have no right to change it or send it.'],
    stepsTitle: NOW.en,
    steps: [
      'Ask the immunization registry of the state where you lived then. Each state has one, and most have a portal of their own.',
      'If you do not know whom to ask, call us. We give you the address and the phone number.',
      'Do you live in Connecticut now? Send us proof of your address and your vaccination papers at {site}. We add them here.',
    ],
  },
  no_connecticut_record: {
    title: 'We found nothing under these details',
    says: ['We have looked with care for what you asked in your request {reference}. Connecticut’s registry holds nothing under the details that you gave us.', 'This happens often. The registry has little about children born before 1998, about adults before 2022, and about care by the military or the VA.'],
    stepsTitle: NOW.en,
    steps: [
      'Ask the doctor, clinic or pharmacy for their own papers.',
      'Ask the school, college or employer that once took a copy. For time in the military, ask your branch of service or the VA.',
      'If you find papers, send them to us at {site}. We add them, so that you have one place to ask.',
    ],
  },
  refused: {
    title: 'We could not do what you asked',
    says: ['We have looked at your request {reference}. As it stands we cannot do it. Nothing was sent to anybody.'],
    stepsTitle: 'What would change it',
    steps: [
      'Send what is missing at {site} and give the number of your request. A new request is free.',
      'If you do not have that paper, or are not sure what is missing, call us. There is often another one that will do.',
      'You may ask that a supervisor looks at it again. Tell us so when you call.',
    ],
  },
  unanswered: {
    title: 'We did not hear from you',
    says: ['For your request {reference} we asked you for something that we need. No answer has come, so we have closed the request for now.'],
    stepsTitle: 'If you still need it',
    steps: ['Send what we asked for at {site} and give the number of your request.', 'Or call us. We tell you what is missing and open the request again.', 'You can do so at any time, and it is free.'],
  },
};

const ES: Readonly<Record<LetterOutcome, OutcomeWords>> = {
  fixed: {
    title: 'Vuelva a intentar en el portal en línea',
    says: ['Su solicitud {reference} está lista. Corregimos lo que impedía que el portal le respondiera.'],
    stepsTitle: NOW.es,
    steps: [
      'Entre al portal y escriba los mismos datos de su solicitud: nombres, fecha de nacimiento y teléfono o correo electrónico.',
      'El portal envía un código a ese teléfono o correo. Escríbalo antes de que pasen 10 minutos.',
      'Si todavía no funciona, llámenos. Tenga a mano el número de su solicitud.',
    ],
  },
  doses_added: {
    title: 'El registro está al día',
    says: ['Su solicitud {reference} está lista. Agregamos lo que nos envió.'],
    stepsTitle: NOW.es,
    steps: ['Consulte el portal en línea, o pida una copia por teléfono o en {site}. La copia es gratis.', 'Lea lo que aparece. Si algo sigue mal o falta, llámenos. Corregirlo no cuesta nada.', 'Guarde el papel que nos envió. Puede seguir mostrándolo.'],
  },
  referred_elsewhere: {
    title: 'Otro estado puede ayudarle con esto',
    says: ['Revisamos su solicitud {reference}. Lo que pidió lo guarda otro estado, y nosotros no podemos cambiarlo ni enviarlo.'],
    stepsTitle: NOW.es,
    steps: [
      'Pregunte en el registro de vacunación del estado donde vivía entonces. Cada estado tiene uno, y casi todos tienen su propio portal.',
      'Si no sabe a quién preguntar, llámenos. Le damos la dirección y el teléfono.',
      '¿Vive ahora en Connecticut? Envíenos un comprobante de domicilio y sus papeles de vacunación en {site}. Los agregamos aquí.',
    ],
  },
  no_connecticut_record: {
    title: 'No encontramos nada con estos datos',
    says: ['Buscamos con cuidado lo que pidió en su solicitud {reference}. El registro de Connecticut no tiene nada con los datos que nos dio.', 'Esto pasa a menudo. El registro tiene poco sobre niños nacidos antes de 1998, sobre adultos antes de 2022 y sobre la atención del ejército o del VA.'],
    stepsTitle: NOW.es,
    steps: [
      'Pida sus papeles al médico, la clínica o la farmacia.',
      'Pregunte en la escuela, la universidad o el empleo que alguna vez recibió una copia. Si estuvo en el ejército, pregunte allí o al VA.',
      'Si encuentra papeles, envíenoslos en {site}. Los agregamos para que tenga un solo lugar donde preguntar.',
    ],
  },
  refused: {
    title: 'No pudimos hacer lo que pidió',
    says: ['Revisamos su solicitud {reference}. Tal como está, no podemos hacerlo. No se envió nada a nadie.'],
    stepsTitle: 'Qué lo cambiaría',
    steps: [
      'Envíe lo que falta en {site} y dé el número de su solicitud. Una solicitud nueva es gratis.',
      'Si no tiene ese papel o no sabe qué falta, llámenos. Muchas veces hay otro que sirve.',
      'Puede pedir que un supervisor lo revise otra vez. Díganoslo cuando llame.',
    ],
  },
  unanswered: {
    title: 'No recibimos su respuesta',
    says: ['Para su solicitud {reference} le pedimos algo que necesitamos. No llegó respuesta, así que por ahora cerramos la solicitud.'],
    stepsTitle: 'Si todavía lo necesita',
    steps: ['Envíe lo que le pedimos en {site} y dé el número de su solicitud.', 'O llámenos. Le decimos qué falta y abrimos la solicitud otra vez.', 'Puede hacerlo en cualquier momento y es gratis.'],
  },
};

export const OUTCOME_LETTER_WORDS: Readonly<Record<LetterLanguage, Readonly<Record<LetterOutcome, OutcomeWords>>>> = { en: EN, es: ES };

/** Over the papers that were sent back. */
export const RETURNED_TITLE: Readonly<Record<LetterLanguage, string>> = { en: 'What was wrong with the papers', es: 'Qué pasó con los papeles' };
