/** The words of the form's pages. Grade 6 to 8. Spanish: to be read by a native reviewer before use. */
import type { Language } from '../shell/preferences';
import type { FormDocument } from './form-documents';
import type { PhotoProblem } from './photo-check';
import type { Step } from './steps';

/** Title and the line under it; two titles where it matters whether one asks for oneself. */
type Head = { title: string; own?: string; lead?: string };

type Words = {
  heads: Readonly<Record<Step, Head>>;
  stepOf: (at: number, of: number) => string;
  go: string;
  back: string;
  fixThese: string;
  given: string;
  middle: string;
  family: string;
  suffix: string;
  optional: string;
  asOnId: string;
  birthOn: string;
  dateHint: string;
  sex: string;
  noSex: string;
  childOf: (number: number) => string;
  addChild: string;
  mostChildren: string;
  phone: string;
  email: string;
  phoneHint: string;
  line1: string;
  line2: string;
  city: string;
  state: string;
  stateHint: string;
  zip: string;
  envelope: string;
  fax: string;
  yes: string;
  no: string;
  deadlineOn: string;
  deadlineReason: string;
  message: string;
  change: string;
  none: string;
  send: string;
  sending: string;
  notYet: string;
  openPage: string;
  files: string;
  filesHint: string;
  sentFiles: string;
  remove: string;
  notRemoved: string;
  waitForFiles: string;
  photo: Readonly<Record<PhotoProblem, string>>;
  photoTitle: string;
  photoAgain: string;
  photoAnyway: string;
  photoNote: string;
  checkingFile: string;
  sentTitle: string;
  referenceIs: string;
  keepIt: string;
  reach: string;
  print: string;
};

const documentsEn: Readonly<Record<FormDocument, Head>> = {
  photo_id: { title: 'Your photo ID', lead: 'Lay it on a dark, flat surface. Show all four corners. Send the front and the back.' },
  birth_certificate: { title: 'The child’s birth certificate', lead: 'Send it if you are not named on the child’s record, or if you are not sure. It must show your name. With several children, send one for each.' },
  guardianship: { title: 'Your guardianship papers', lead: 'Send every page of the court paper. The seal or docket number must show.' },
  power_of_attorney: { title: 'The power of attorney', lead: 'Send every page, also the one with the signatures.' },
  conservatorship: { title: 'Your conservator papers', lead: 'Send every page of the court paper. The seal or docket number must show.' },
  other: { title: 'A paper that shows your right to the record', lead: 'Send it if you have one, like a court paper or a signed release.' },
  vaccination_proof: { title: 'Proof of vaccination', lead: 'You can skip this. Send a vaccine card or record if doses are missing, or if they were given outside Connecticut.' },
};

const en: Words = {
  heads: {
    who: { title: 'Whose record do you need?' },
    you: { title: 'Your name', lead: 'Type it as it is on your photo ID.' },
    person: { title: 'The name of the person whose record it is', lead: 'Type it as it is on their birth certificate or ID.' },
    birth: { title: 'Their date of birth', own: 'Your date of birth' },
    tried: { title: 'What did you search with?', lead: 'Type the phone number and e-mail address that you used in the online search. Skip this page if you did not search.' },
    address: { title: 'Their address now', own: 'Your address now', lead: 'It helps us find the right record. Skip this page if there is none.' },
    children: { title: 'Do you need the records of other children?', lead: 'Add each child here. We use the same phone, e-mail and address for them. If there are no other children, go on.' },
    contact: { title: 'How can we reach you?', lead: 'We write or call if something is missing. One way is enough.' },
    delivery: { title: 'What should we do?' },
    wants: { title: 'Which record do you need?' },
    mail: { title: 'Where should we mail it?' },
    fax: { title: 'Where should we fax it?', lead: 'Check the number with the person who will get the fax. A record sent to a wrong number cannot be called back.' },
    deadline: { title: 'Do you need it by a certain day?' },
    message: { title: 'Is there anything else we should know?', lead: 'For example a name used before, or where doses were given. You can skip this page.' },
    ...documentsEn,
    check: { title: 'Check your answers', lead: 'Nothing is sent yet.' },
  },
  stepOf: (at, of) => `Step ${at} of ${of}`,
  go: 'Continue',
  back: 'Back',
  fixThese: 'Check this first',
  given: 'First name',
  middle: 'Middle name',
  family: 'Last name',
  suffix: 'Suffix, like Jr.',
  optional: 'You can skip this.',
  asOnId: 'If there are two last names, type both.',
  birthOn: 'Date of birth',
  dateHint: 'Month, day and year, like 3/5/2010',
  sex: 'Sex on the record',
  noSex: 'I would rather not say',
  childOf: (number) => `Child ${number}`,
  addChild: 'Add another child',
  mostChildren: 'One request takes 8 children. Send another request for more.',
  phone: 'Phone number',
  email: 'E-mail address',
  phoneHint: 'With the area code, like 860-555-0134',
  line1: 'Street and number',
  line2: 'Apartment or unit',
  city: 'City or town',
  state: 'State',
  stateHint: 'Two letters, like CT',
  zip: 'ZIP code',
  envelope: 'Name on the envelope',
  fax: 'Fax number',
  yes: 'Yes',
  no: 'No',
  deadlineOn: 'The day you need it',
  deadlineReason: 'What is it for?',
  message: 'Your message',
  change: 'Change',
  none: 'Not given',
  send: 'Send',
  sending: 'Sending',
  notYet: 'Not sent yet',
  openPage: 'Mend this',
  files: 'Photos or files',
  filesHint: 'JPEG, PNG or PDF, up to 15 MB each',
  sentFiles: 'We have',
  remove: 'Remove',
  notRemoved: 'It could not be removed. Check your signal, then try again.',
  waitForFiles: 'You can go on when your files are sent.',
  photo: {
    too_small: 'The photo is small. Come closer.',
    too_dark: 'The photo is dark. Turn on a light.',
    too_blurry: 'The photo is blurry. Hold the phone still.',
  },
  photoTitle: 'This photo may be hard to read',
  photoAgain: 'Take a new photo',
  photoAnyway: 'Send this photo anyway',
  photoNote: 'The photo check runs on your phone.',
  checkingFile: 'We are checking that it can be opened.',
  sentTitle: 'We got your request',
  referenceIs: 'Your reference number',
  keepIt: 'Write it down or print this page. Say this number when you call us.',
  reach: 'We will write or call if we need anything else from you.',
  print: 'Print this page',
};

const documentsEs: Readonly<Record<FormDocument, Head>> = {
  photo_id: { title: 'Su identificación con foto', lead: 'Póngala sobre una superficie oscura y plana. Deben verse las cuatro esquinas. Envíe el frente y el reverso.' },
  birth_certificate: { title: 'El acta de nacimiento del menor', lead: 'Envíela si usted no aparece en el registro del menor o si no está seguro. Debe mostrar su nombre. Si son varios menores, envíe una de cada uno.' },
  guardianship: { title: 'Sus papeles de tutela', lead: 'Envíe todas las páginas de la orden del tribunal. Debe verse el sello o el número de expediente.' },
  power_of_attorney: { title: 'El poder legal', lead: 'Envíe todas las páginas, también la de las firmas.' },
  conservatorship: { title: 'Sus papeles de curador (conservator)', lead: 'Envíe todas las páginas de la orden del tribunal. Debe verse el sello o el número de expediente.' },
  other: { title: 'Un papel que muestre su derecho al registro', lead: 'Envíelo si lo tiene, como una orden del tribunal o una autorización firmada.' },
  vaccination_proof: { title: 'Prueba de vacunación', lead: 'Puede saltar esta página. Envíe una tarjeta o un registro de vacunas si faltan dosis o si se pusieron fuera de Connecticut.' },
};

const es: Words = {
  heads: {
    who: { title: '¿De quién es el registro que necesita?' },
    you: { title: 'Su nombre', lead: 'Escríbalo como está en su identificación con foto.' },
    person: { title: 'El nombre de la persona del registro', lead: 'Escríbalo como está en su acta de nacimiento o identificación.' },
    birth: { title: 'La fecha de nacimiento de esa persona', own: 'Su fecha de nacimiento' },
    tried: { title: '¿Con qué buscó?', lead: 'Escriba el teléfono y el correo electrónico que usó en la búsqueda en línea. Salte esta página si no buscó.' },
    address: { title: 'La dirección actual de esa persona', own: 'Su dirección actual', lead: 'Nos ayuda a encontrar el registro correcto. Salte esta página si no hay dirección.' },
    children: { title: '¿Necesita los registros de otros menores?', lead: 'Agregue aquí a cada menor. Usamos el mismo teléfono, correo y dirección. Si no hay otros menores, siga.' },
    contact: { title: '¿Cómo podemos comunicarnos con usted?', lead: 'Le escribimos o llamamos si falta algo. Basta con una forma.' },
    delivery: { title: '¿Qué debemos hacer?' },
    wants: { title: '¿Qué registro necesita?' },
    mail: { title: '¿A dónde lo enviamos?' },
    fax: { title: '¿A qué fax lo enviamos?', lead: 'Confirme el número con quien recibirá el fax. Un registro enviado a un número equivocado no se puede recuperar.' },
    deadline: { title: '¿Lo necesita para un día fijo?' },
    message: { title: '¿Hay algo más que debamos saber?', lead: 'Por ejemplo, un nombre anterior o dónde se pusieron las dosis. Puede saltar esta página.' },
    ...documentsEs,
    check: { title: 'Revise sus respuestas', lead: 'Todavía no se ha enviado nada.' },
  },
  stepOf: (at, of) => `Paso ${at} de ${of}`,
  go: 'Continuar',
  back: 'Volver',
  fixThese: 'Revise esto primero',
  given: 'Nombre',
  middle: 'Segundo nombre',
  family: 'Apellidos',
  suffix: 'Sufijo, como Jr.',
  optional: 'Puede dejarlo vacío.',
  asOnId: 'Si hay dos apellidos, escriba los dos.',
  birthOn: 'Fecha de nacimiento',
  dateHint: 'Mes, día y año, como 3/5/2010',
  sex: 'Sexo en el registro',
  noSex: 'Prefiero no decirlo',
  childOf: (number) => `Menor ${number}`,
  addChild: 'Agregar otro menor',
  mostChildren: 'Una solicitud admite 8 menores. Envíe otra solicitud para más.',
  phone: 'Teléfono',
  email: 'Correo electrónico',
  phoneHint: 'Con el código de área, como 860-555-0134',
  line1: 'Calle y número',
  line2: 'Apartamento o unidad',
  city: 'Ciudad o pueblo',
  state: 'Estado',
  stateHint: 'Dos letras, como CT',
  zip: 'Código postal',
  envelope: 'Nombre en el sobre',
  fax: 'Número de fax',
  yes: 'Sí',
  no: 'No',
  deadlineOn: 'El día en que lo necesita',
  deadlineReason: '¿Para qué es?',
  message: 'Su mensaje',
  change: 'Cambiar',
  none: 'Sin respuesta',
  send: 'Enviar',
  sending: 'Enviando',
  notYet: 'Todavía no se envió',
  openPage: 'Corregir',
  files: 'Fotos o archivos',
  filesHint: 'JPEG, PNG o PDF, hasta 15 MB cada uno',
  sentFiles: 'Ya tenemos',
  remove: 'Quitar',
  notRemoved: 'No se pudo quitar. Revise su señal e intente otra vez.',
  waitForFiles: 'Podrá seguir cuando sus archivos se hayan enviado.',
  photo: {
    too_small: 'La foto es pequeña. Acérquese.',
    too_dark: 'La foto está oscura. Encienda una luz.',
    too_blurry: 'La foto está borrosa. No mueva el teléfono.',
  },
  photoTitle: 'Puede ser difícil leer esta foto',
  photoAgain: 'Tomar otra foto',
  photoAnyway: 'Enviar esta foto así',
  photoNote: 'La foto se revisa en su teléfono.',
  checkingFile: 'Estamos revisando que se pueda abrir.',
  sentTitle: 'Recibimos su solicitud',
  referenceIs: 'Su número de referencia',
  keepIt: 'Anótelo o imprima esta página. Diga este número cuando nos llame.',
  reach: 'Le escribiremos o llamaremos si necesitamos algo más.',
  print: 'Imprimir esta página',
};

export const formWords: Readonly<Record<Language, Words>> = { en, es };

export const headOf = (step: Step, own: boolean, language: Language): { title: string; lead?: string } => {
  const head = formWords[language].heads[step];
  return { title: own ? (head.own ?? head.title) : head.title, lead: head.lead };
};
