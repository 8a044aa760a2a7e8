/** The one writer of the rows by which a person is found: made anew from all names, so that nothing stays of what was. */
import type { Tx } from '@/lib/platform/db';
import { nameForms } from './matching/blocking';
import { zipKey } from './matching/streets';

export async function writeNameForms(tx: Tx, patientId: string): Promise<void> {
  const { birthOn, names, addresses } = await tx.patient.findUniqueOrThrow({ where: { id: patientId }, select: { birthOn: true, names: true, addresses: { where: { current: true }, select: { zip: true }, take: 1 } } });
  const zip = zipKey(addresses[0]?.zip ?? '');
  await tx.patientNameForm.deleteMany({ where: { patientId } });
  await tx.patientNameForm.createMany({ data: names.flatMap((name) => nameForms(name).map((form) => ({ ...form, patientId, nameId: name.id, birthOn, zip }))) });
}
