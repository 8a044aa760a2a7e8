/** The words of the first page. Spanish: to be read by a native reviewer before use. */
import type { Language } from '../shell/preferences';

type Line = readonly [what: string, about: string];
type StartWords = { title: string; lead: string; need: string; needs: readonly Line[]; start: string; next: string; steps: readonly string[] };

export const startWords: Record<Language, StartWords> = {
  en: {
    title: 'Ask for your immunization record',
    lead: 'Use this form if the online search did not find you, or if you need a copy by mail or fax. It is free and takes about 10 minutes.',
    need: 'What you will need',
    needs: [
      ['Your photo ID', 'A driver’s license, state ID, passport or consular ID. A phone photo is fine.'],
      ['For a child under 18', 'Your own ID. If you are not named on the child’s record, also the birth certificate.'],
      ['For another adult', 'Your own ID and the court paper or power of attorney.'],
      ['For doses given outside Connecticut', 'The vaccine card or record, and proof that you live here.'],
    ],
    start: 'Start',
    next: 'What happens next',
    steps: ['You send the form and get a reference number.', 'We check your documents.', 'Copies go out by mail or fax in 1 to 3 business days, plus mail time.'],
  },
  es: {
    title: 'Pida su registro de vacunación',
    lead: 'Use este formulario si la búsqueda en línea no lo encontró, o si necesita una copia por correo o fax. Es gratis y toma unos 10 minutos.',
    need: 'Lo que va a necesitar',
    needs: [
      ['Su identificación con foto', 'Licencia de conducir, identificación estatal, pasaporte o identificación consular. Puede ser una foto del teléfono.'],
      ['Para un menor de 18 años', 'Su propia identificación. Si usted no aparece en el registro del menor, también el acta de nacimiento.'],
      ['Para otro adulto', 'Su propia identificación y la orden del tribunal o el poder legal.'],
      ['Para dosis puestas fuera de Connecticut', 'La tarjeta o el registro de vacunas, y una prueba de que vive aquí.'],
    ],
    start: 'Empezar',
    next: 'Qué sigue',
    steps: ['Usted envía el formulario y recibe un número de referencia.', 'Revisamos sus documentos.', 'Las copias salen por correo o fax en 1 a 3 días hábiles, más el tiempo del correo.'],
  },
};
