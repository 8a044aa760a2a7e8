/** What people write with their request, and what staff note of it. */
import type { CaseKind } from '@/lib/policies/case-kinds';
import type { CastOutcome, CastState, Defect } from './submission-types';

type Said = { readonly en: readonly string[]; readonly es: readonly string[] };

export const MESSAGES: Readonly<Record<CaseKind, Said>> = {
  record_not_found: {
    en: ['I tried four times and it says no record found.', 'The portal does not find me. I got all my shots in Connecticut.', 'My doctor retired and I cannot ask them what they have.'],
    es: ['El portal no me encuentra.', 'Intenté varias veces y dice que no hay registro.'],
  },
  missing_doses: {
    en: ['Two of my daughter’s shots are not on the record. I attach her card.', 'The clinic where I got my second dose has closed.', 'My COVID booster is missing.'],
    es: ['Faltan dos vacunas de mi hija. Adjunto la tarjeta.', 'La clínica donde me vacunaron ya cerró.'],
  },
  out_of_state_update: {
    en: ['We moved here in August. Please add what she was given before.', 'I was vaccinated abroad, here is my card.'],
    es: ['Nos mudamos a Connecticut en julio. Por favor agreguen las vacunas de la tarjeta.'],
  },
  record_request: {
    en: ['Please mail me a copy of my immunization record. I have no computer.', 'I need my COVID-19 record on paper.'],
    es: ['Por favor envíenme una copia de mi registro por correo.'],
  },
  third_party_release: { en: ['Signed release enclosed. Please fax to the number on it.'], es: ['Adjuntamos la autorización firmada.'] },
  record_correction: {
    en: ['My first name is misspelled on the record.', 'There is a flu shot on my record that is not mine.', 'My date of birth is wrong by one digit.'],
    es: ['Mi fecha de nacimiento está equivocada en el registro.'],
  },
  opt_out: { en: ['Please stop keeping and sharing my immunization record.'], es: ['Por favor dejen de guardar y compartir mi registro de vacunas.'] },
  opt_in: { en: ['I opted out some years ago and would like to be in the registry again.'], es: ['Quiero volver a estar en el registro de vacunas.'] },
  other: { en: ['Please see the enclosed letter.', 'We need the records of our incoming class.', 'Who can tell us how to read the registry?'], es: ['Por favor lea la carta adjunta.'] },
};

/** Some guess rightly why. */
export const GUESSES: Readonly<Partial<Record<Defect, Said>>> = {
  new_phone: { en: ['My number changed last summer, could it be that?', 'No record found. I have a new phone since spring.'], es: ['No me encuentra. Cambié de teléfono el año pasado.'] },
  moved: { en: ['We moved and I have a new number.'], es: ['Me mudé y tengo otro número.'] },
  married_name: { en: ['I married and have a new last name. Maybe that is why?'], es: ['Me casé y cambié de apellido.'] },
  hyphen_added: { en: ['I use both last names since we married.'], es: ['Desde que me casé uso los dos apellidos.'] },
  second_surname_left_out: { en: ['I only use my first last name here.'], es: ['Aquí uso solamente un apellido.'] },
  parent_contact_ended: { en: ['My mother’s number was on file and now it stopped working for me.'], es: ['Antes usábamos el teléfono de mi mamá.'] },
  no_contact_on_record: { en: ['I never gave anybody a phone number when I got my shots.'], es: ['Nunca di un número de teléfono.'] },
};
export const PARENTS_SAY: Said = {
  en: ['It finds my older one but not this one.', 'I need it for school and the portal says no record found.', 'No record found for my child. The pediatrician says it is there.'],
  es: ['Necesito las vacunas de mi hijo para la escuela y no aparece.'],
};

export const REPRESENTATIVES_SAY: Said = { en: ['I look after this person and the portal finds nobody.', 'I act for them, papers attached. No record found.'], es: ['Cuido a esta persona y el portal no la encuentra.'] };

export const DEADLINES = {
  child: ['School start', 'Child care start', 'Summer camp form', 'New school'],
  young: ['College', 'Dormitory move-in', 'Internship'],
  adult: ['New job', 'Travel', 'Nursing program', 'Immigration exam'],
  elder: ['Hospital admission', 'Residential care', 'Travel'],
} as const;

export const WAIT_REASONS: Readonly<Partial<Record<CastState, readonly string[]>>> = {
  waiting_on_requester: ['Asked for a clearer photo of the ID', 'Asked for an ID that has not expired', 'Asked for the missing page'],
  waiting_on_provider: ['Asked the practice to report the doses', 'Practice closed: asked its successor for the charts', 'Second letter to the practice'],
  waiting_on_registry: ['Asked the other state’s registry', 'Registry answered in part, asked again'],
  on_hold: ['Two parents ask for different things: supervisor informed'],
};

export const CLOSED_REASONS: Readonly<Partial<Record<CastOutcome, string>>> = {
  referred_elsewhere: 'Lives in another state; given the address of its registry',
  no_connecticut_record: 'Nothing found under any name; vaccinated as a child before 1998',
  cannot_use_portal: 'No phone and no e-mail; copy mailed instead',
  refused: 'No proof that would allow it; told what would change the answer',
  unanswered: 'Asked twice, no answer',
  withdrawn: 'Found the yellow card at home',
  duplicate: 'Same need as an earlier request',
  spam: 'Advertising',
  suspected_false: 'Card shows a dose dated before the vaccine was given to anybody',
};

export const NOTES = ['Called back, no answer.', 'Practice says the chart is in storage until Friday.', 'Speaks Polish; daughter interprets.', 'Prefers calls after 3 PM.', 'Old address agrees, checked against the lease.'] as const;

export const EMPLOYERS = ['Larch Hill Manufacturing', 'Copperkettle Home Care LLC', 'Oxbow Mill Logistics', 'Brassfounder Insurance Group', 'Heronwade Hospital Staffing'] as const;
export const SCHOOLS = ['Quillberry Elementary School', 'Tidewrack Regional High School'] as const;
export const OFFICES = ['Sedge and Fenwick, Attorneys', 'The Saltbox Courier'] as const;
