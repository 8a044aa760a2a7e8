/** Who works at the desk. Passwords and second factors are set elsewhere. */
import type { StaffRole } from '@/lib/access/roles';
import type { CaseKind } from '@/lib/policies/case-kinds';

export type CastStaff = {
  readonly key: string;
  readonly name: string;
  /** Sign-in name. */
  readonly email: string;
  readonly roles: readonly StaffRole[];
  readonly languages: readonly ('en' | 'es')[];
  /** Kinds of case they are trained for; empty means all. */
  readonly kinds: readonly CaseKind[];
  readonly disabled: boolean;
};

type Extra = Partial<Pick<CastStaff, 'languages' | 'kinds' | 'disabled'>>;

function member(name: string, roles: readonly StaffRole[], extra: Extra = {}): CastStaff {
  const key = name.toLowerCase().replace(/[^a-z]+/g, '-');
  return { key, name, email: `${key.replace('-', '.')}@example.org`, roles, languages: ['en'], kinds: [], disabled: false, ...extra };
}

export const STAFF: readonly CastStaff[] = [
  member('Dana Whitfield', ['processor']),
  member('Kofi Mensah', ['processor']),
  member('Maria Ortiz', ['processor'], { languages: ['en', 'es'] }),
  member('Ewa Lipska', ['processor'], { kinds: ['record_not_found', 'record_correction', 'record_request'] }),
  member('Luis Caraballo', ['processor', 'phone_agent'], { languages: ['en', 'es'], kinds: ['missing_doses', 'out_of_state_update', 'record_not_found'] }),
  member('Lena Park', ['phone_agent']),
  member('Odalys Marrero', ['phone_agent'], { languages: ['en', 'es'] }),
  member('Ruth Abelson', ['supervisor']),
  member('Terrence Boykin', ['supervisor', 'processor'], { kinds: ['third_party_release', 'opt_out', 'opt_in', 'other'] }),
  member('Priya Raghunathan', ['auditor']),
  member('Walter Quint', ['administrator', 'auditor']),
  member('Simone Archer', ['administrator', 'supervisor'], { disabled: true }),
];

/** Invited yesterday, not here yet: nobody can sign in as them. */
export const INVITED: CastStaff = member('Nadia Oyelaran-Fitzwilliam', ['processor', 'phone_agent']);
