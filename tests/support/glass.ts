/** Somebody who has broken the glass for a patient, as their next request finds them. */
import { mintStaff, type StaffActor } from '@/lib/access/actor';

export const withOpen = (actor: StaffActor, ...patients: readonly { id: string }[]): StaffActor => mintStaff({ ...actor, opened: patients.map(({ id }) => id) });
