/** People and cases by a number that was said: of a case, of the record, of a paper we sent. */
import type { StaffActor } from '@/lib/access/actor';
import { maySeePatient } from '@/lib/access/restricted';
import { db } from '@/lib/platform/db';
import type { FoundCase, Numbered } from './people';
import type { Question } from './question';
import type { Reason } from './reasons';

type Named = { readonly patientId: string | null; readonly why: 'case' | 'registry_number' | 'control_number' };
export type LooseCase = FoundCase & { readonly id: string };

const caseOf = { id: true, number: true, kind: true, state: true, receivedOn: true, patientId: true } as const;
const casesBy = ({ caseNumbers }: Question) => (caseNumbers.length === 0 ? [] : db().case.findMany({ where: { number: { in: [...caseNumbers] } }, select: caseOf }));
const patientsBy = ({ registryNumbers }: Question) => (registryNumbers.length === 0 ? [] : db().patient.findMany({ where: { registryNumber: { in: [...registryNumbers] } }, select: { id: true } }));
const papersBy = ({ controlNumbers }: Question) =>
  controlNumbers.length === 0 ? [] : db().issuedRecord.findMany({ where: { controlNumber: { in: [...controlNumbers] } }, select: { release: { select: { patientId: true } } } });

/** Whom the numbers name, and the cases among them that are linked to nobody yet. */
export async function findNumbered(actor: StaffActor, question: Question): Promise<{ people: Numbered; cases: LooseCase[] }> {
  const [cases, patients, papers] = await Promise.all([casesBy(question), patientsBy(question), papersBy(question)]);
  const named: Named[] = [
    ...cases.map(({ patientId }) => ({ patientId, why: 'case' as const })),
    ...patients.map(({ id }) => ({ patientId: id, why: 'registry_number' as const })),
    ...papers.map(({ release }) => ({ patientId: release.patientId, why: 'control_number' as const })),
  ];
  const people = new Map<string, Reason[]>();
  for (const { patientId, why } of named) {
    if (patientId !== null && (await maySeePatient(db(), actor, patientId))) people.set(patientId, [...(people.get(patientId) ?? []), { why }]);
  }
  const loose = cases.filter(({ patientId }) => patientId === null).map(({ patientId: _, ...rest }) => rest);
  return { people, cases: loose };
}
