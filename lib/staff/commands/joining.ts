/** What the holder of a link by mail may do, once: nobody is signed in yet, so the link and what is left of the account decide. */
import type { Visitor } from '@/lib/access/actor';
import { command, type Door } from '@/lib/command';
import type { Tx } from '@/lib/platform/db';
import { done, refuse, type Refused } from '@/lib/platform/outcome';
import { agreedStep, hashPassword, passwordAgrees, readOffer, sealTotpSecret } from '../credentials';
import { usableLink, useLink } from '../links';
import { passwordProblem } from '../password-rules';
import { hashOfCode, newCodes } from '../recovery-codes';
import type { LinkPurpose } from '../rules';
import { choosePasswordSchema, enrolSchema, joinSchema } from '../schema';
import { accountDoor, countCodesLeft, forgive, proofOf, takeTry, useProof } from '../sign-in';

const OVER = refuse('link_over');
const wrong = (field: string, reason: string): Refused => refuse(reason, [{ field, reason }]);

/** Ten new codes for somebody; an older set no longer works. They are shown by whoever asked and kept as hashes. */
export async function makeCodes(tx: Tx, staffId: string, at: Date): Promise<readonly string[]> {
  const codes = newCodes();
  await tx.recoveryCode.updateMany({ where: { staffId, retiredAt: null }, data: { retiredAt: at } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ staffId, codeHash: hashOfCode(code), madeAt: at })) });
  return codes;
}

type Enrolment = { readonly totpSealed: Uint8Array<ArrayBuffer>; readonly totpStep: bigint };

/** A secret that the page of this link offered, and proof that a telephone has it. The code that proves it is used up. */
function enrolment(offer: string, linkId: string, code: string): Enrolment | Refused {
  const secret = readOffer(offer, linkId);
  if (secret === null) return wrong('code', 'offer_over');
  const totpSealed = new Uint8Array(sealTotpSecret(secret));
  const totpStep = agreedStep(totpSealed, code);
  return totpStep === null ? wrong('code', 'wrong_code') : { totpSealed, totpStep };
}
const isRefused = (found: Enrolment | Refused): found is Refused => 'ok' in found;

async function linkFor({ tx, now }: Door<Visitor>, token: string, purpose: LinkPurpose) {
  const link = await usableLink(token, now, tx);
  return link?.purpose === purpose ? link : null;
}

/** An invited person makes the account theirs: a password, an authenticator, ten recovery codes. */
export const joinDesk = command({
  name: 'account.join',
  surface: 'staff',
  actors: ['visitor'],
  input: joinSchema,
  subject: () => ({}),
  answersOnce: true,
  run: async (door, { token, password, offer, code }) => {
    const { tx, now, record } = door;
    const link = await linkFor(door, token, 'join');
    if (link === null) return OVER;
    const problem = passwordProblem(password, link.staff);
    if (problem !== null) return wrong('password', problem);
    const second = enrolment(offer, link.id, code);
    if (isRefused(second)) return second;
    if (!(await useLink(tx, link.id, now))) return OVER;
    await tx.staff.update({ where: { id: link.staffId }, data: { passwordHash: await hashPassword(password), passwordAt: now, ...second, version: { increment: 1 } } });
    const codes = await makeCodes(tx, link.staffId, now);
    record({ event: 'staff.joined', details: { person: link.staff.publicId, name: link.staff.name, how: 'link' } });
    record({ event: 'staff.recovery_codes_made', details: { person: link.staff.publicId, count: codes.length } });
    return done({ codes });
  },
});

/** A password chosen anew: the link is one proof, the authenticator or a recovery code the other. */
export const choosePassword = command({
  name: 'account.choose_password',
  surface: 'staff',
  actors: ['visitor'],
  input: choosePasswordSchema,
  subject: () => ({}),
  run: async (door, { token, password, code }) => {
    const { tx, now, record } = door;
    const link = await linkFor(door, token, 'password');
    if (link === null) return OVER;
    const problem = passwordProblem(password, link.staff);
    if (problem !== null) return wrong('password', problem);
    const account = accountDoor(link.staff.email);
    if (!(await takeTry(account))) return refuse('too_many_tries');
    const proof = await proofOf(link.staff, code);
    if (proof === null || !(await useProof(tx, link.staffId, proof))) return wrong('code', 'wrong_code');
    if (!(await useLink(tx, link.id, now))) return OVER;
    await tx.staff.update({ where: { id: link.staffId }, data: { passwordHash: await hashPassword(password), passwordAt: now, version: { increment: 1 } } });
    await forgive(tx, account);
    if (proof.method === 'recovery_code') record({ event: 'staff.recovery_code_used', details: { left: await countCodesLeft(tx, link.staffId) } });
    record({ event: 'staff.password_chosen', details: { person: link.staff.publicId, name: link.staff.name } });
    return done({});
  },
});

/** Another authenticator after a reset: the link is one proof, the password the other. */
export const enrolAgain = command({
  name: 'account.enrol',
  surface: 'staff',
  actors: ['visitor'],
  input: enrolSchema,
  subject: () => ({}),
  answersOnce: true,
  run: async (door, { token, password, offer, code }) => {
    const { tx, now, record } = door;
    const link = await linkFor(door, token, 'second_factor');
    if (link === null) return OVER;
    const account = accountDoor(link.staff.email);
    if (!(await takeTry(account))) return refuse('too_many_tries');
    if (!(await passwordAgrees(link.staff.passwordHash, password))) return wrong('password', 'wrong_password');
    const second = enrolment(offer, link.id, code);
    if (isRefused(second)) return second;
    if (!(await useLink(tx, link.id, now))) return OVER;
    await tx.staff.update({ where: { id: link.staffId }, data: { ...second, version: { increment: 1 } } });
    const codes = await makeCodes(tx, link.staffId, now);
    await forgive(tx, account);
    record({ event: 'staff.second_factor_enrolled', details: { person: link.staff.publicId, name: link.staff.name } });
    record({ event: 'staff.recovery_codes_made', details: { person: link.staff.publicId, count: codes.length } });
    return done({ codes });
  },
});
