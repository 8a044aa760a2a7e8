/** What cannot be undone, or shows what is not everybody's, asks again who it is: a closed list, and words that may not stand outside it. */
import { allCommands } from '@/lib/commands';
import { allLooks } from '@/lib/looks';

/** Security requirements 3: export, merge and unmerge, role change, break the glass, key rotation, download of an original; and what is destroyed cannot be brought back. */
const GRAVE = /export|merge|set_roles|break_glass|rotate|original|invite|enable$|disable$|reset_|recovery_codes|approve_destruction/;
const ASKING = ['account.new_recovery_codes', 'audit.export', 'document.approve_destruction', 'document.fetch_original', 'patient.break_glass', 'staff.disable', 'staff.enable', 'staff.invite', 'staff.invite_again', 'staff.reset_password', 'staff.reset_second_factor', 'staff.set_roles'];

test('the commands and looks that ask for a proof are a closed list', async () => {
  const all = [...(await allCommands()), ...(await allLooks())];
  expect(all.filter(({ stepUp }) => stepUp === true).map(({ name }) => name as string).sort()).toEqual(ASKING);
});

test('nothing of a grave name goes without one', async () => {
  const all = [...(await allCommands()), ...(await allLooks())];
  expect(all.filter(({ name, stepUp }) => GRAVE.test(name) && stepUp !== true).map(({ name }) => name)).toEqual([]);
});
