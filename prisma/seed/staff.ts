/** Twelve invented people of the program, in all roles. */
import type { StaffRole } from '@/lib/access/roles';
import type { CaseKind } from '@/lib/policies/case-kinds';

export type SeedStaff = { name: string; roles: readonly StaffRole[]; languages: readonly ('en' | 'es')[]; kinds: readonly CaseKind[] };

const person = (name: string, roles: readonly StaffRole[], languages: SeedStaff['languages'] = ['en'], kinds: readonly CaseKind[] = []): SeedStaff => ({ name, roles, languages, kinds });

export const STAFF: readonly SeedStaff[] = [
  person('Dana Whitfield', ['processor']),
  person('Lena Park', ['phone_agent']),
  person('Ruth Abelson', ['supervisor'], ['en', 'es']),
  person('Omar Haddad', ['auditor']),
  person('Vera Lindqvist', ['administrator']),
  person('Kofi Mensah', ['processor']),
  person('Maria Ortiz', ['processor'], ['en', 'es']),
  person('Samuel Okonkwo', ['processor'], ['en'], ['record_not_found', 'record_request']),
  person('Inês Carvalho', ['processor', 'phone_agent'], ['en', 'es']),
  person('Thanh Nguyễn', ['phone_agent']),
  person('Helen Baczewski', ['supervisor', 'auditor']),
  person('Priya Raman', ['supervisor', 'administrator']),
];

/** Sign-in name: letters only, at a domain that exists nowhere. */
export const emailOf = ({ name }: SeedStaff): string =>
  `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]+/g, '.')}@dph.recorddesk.example`;
