/** One address and no list: what a mail library would take for somebody else's, or for several, is none of ours. */
import { emailText } from '@/lib/patients/schema';
import { signInSchema } from '@/lib/staff/schema';

const TRICKS: readonly [string, string][] = [
  ['a quoted local part with an address in it', '"e@attacker.example"@victim.example'],
  ['a quoted local part', '"ana rivera"@victim.example'],
  ['a full-width at', 'ana＠attacker.example'],
  ['a full-width at before a real one', 'ana＠attacker.example@victim.example'],
  ['a full-width dot', 'ana@victim．example'],
  ['a line break and another header', 'ana@victim.example\r\nBcc: e@attacker.example'],
  ['a line feed alone', 'ana@victim.example\nBcc:e@attacker.example'],
  ['a coded line break', 'ana@victim.example%0d%0aBcc:e@attacker.example'],
  ['a NUL', 'ana@victim.example\0@attacker.example'],
  ['a list with a comma', 'ana@victim.example,e@attacker.example'],
  ['a list with a semicolon', 'ana@victim.example;e@attacker.example'],
  ['angle brackets', 'Ana <ana@victim.example>'],
  ['angle brackets around another', 'ana@victim.example <e@attacker.example>'],
  ['two in angle brackets', '<ana@victim.example><e@attacker.example>'],
  ['a group', 'undisclosed:ana@victim.example;'],
  ['a comment', 'ana@victim.example(e@attacker.example)'],
  ['a route', '@attacker.example:ana@victim.example'],
  ['an address of numbers', 'ana@[127.0.0.1]'],
  ['two ats', 'ana@attacker.example@victim.example'],
  ['a space', 'ana @victim.example'],
  ['a zero-width space', 'ana\u200b@victim.example'],
  ['a right-to-left mark', 'ana\u202e@victim.example'],
  ['a percent route', 'e%attacker.example@'],
  ['a bang path', 'attacker!ana'],
  ['a domain of another alphabet', 'ana@vіctim.example'],
  ['no domain', 'ana@'],
  ['255 characters', `${'a'.repeat(243)}@victim.example`],
];

test.each(TRICKS)('%s is no address of a requester and none to sign in with', (_, address) => {
  expect(emailText.safeParse(address).success).toBe(false);
  expect(signInSchema.safeParse({ email: address, password: 'x', code: '000000' }).success).toBe(false);
});

test.each(['ana.rivera@example.com', 'ana+records@mail.example.co.uk', 'A.Rivera@Example.com', "o'neill@example.com"])('%s is one', (address) => {
  expect(emailText.parse(address)).toBe(address.toLowerCase());
});
