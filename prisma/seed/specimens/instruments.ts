/** Papers of courts and signers: decrees, a power of attorney, a release, a letter. */
import { longDate } from '@/lib/platform/dates';
import { hand, signature } from './pen';
import { paragraph, print } from './print';
import { page, rect, rule, specimenSeal } from './sheet';
import type { Sheet } from './sheet';
import type { GuardianshipFacts, LetterFacts, NameChangeFacts, PowerOfAttorneyFacts, ReleaseFacts } from './types';
import { cityLine, fullName, slashed, streetLine } from './writing';

const LEFT = 120;
const WIDTH = 860;
const INK = '#20262d';

/** Paragraphs one below the other. */
function body(top: number, paragraphs: readonly string[], size = 22): { svg: string; y: number } {
  return paragraphs.reduce(
    ({ svg, y }, text) => {
      const next = paragraph({ x: LEFT, y, size, width: WIDTH, fill: INK, leading: size * 1.55 }, text);
      return { svg: svg + next.svg, y: next.y + size * 0.85 };
    },
    { svg: '', y: top },
  );
}

const heading = (y: number, text: string, size = 32): string => print({ x: 550, y, size, face: 'bold', anchor: 'middle', fill: INK }, text);
const line = (y: number, text: string): string => print({ x: 550, y, size: 18, anchor: 'middle', fill: '#4b5763', tracking: 40 }, text);

function signed(y: number, name: string, under: string, x = LEFT): string {
  return signature({ x: x + 14, y: y - 14, size: 42, fit: 370 }, name) + rule(x, y + 6, x + 400, y + 6) + print({ x, y: y + 30, size: 16, fill: '#4b5763', fit: 400 }, under);
}

function caption(court: string, docket: string, matter: string): string {
  const box = rect({ x: LEFT, y: 190, width: WIDTH, height: 104 }, 'fill="none" stroke="#59636d" stroke-width="1.5"');
  return (
    line(100, 'STATE OF CONNECTICUT') +
    heading(146, court.toLocaleUpperCase('en-US'), 30) +
    box +
    print({ x: LEFT + 22, y: 232, size: 20, fill: INK, fit: 540 }, matter) +
    print({ x: LEFT + 22, y: 268, size: 16, fill: '#4b5763' }, 'Order of the court, specimen for practice') +
    rule(700, 190, 700, 294, '#59636d', 1.5) +
    print({ x: 722, y: 226, size: 15, fill: '#4b5763' }, 'DOCKET NO.') +
    print({ x: 722, y: 264, size: 24, face: 'semibold', fill: INK, fit: 240 }, docket)
  );
}

export function guardianshipDecree(facts: GuardianshipFacts): Sheet {
  const { court, docket, child, childBornOn, guardian, decidedOn, temporary } = facts;
  const [kid, keeper] = [fullName(child), fullName(guardian)];
  const granted = temporary
    ? `Temporary custody of ${kid} is given to ${keeper} until a hearing on guardianship is held. This order does not appoint a guardian.`
    : `${keeper} is appointed guardian of the person of ${kid}, with the powers and duties of Connecticut General Statutes section 45a-604, to serve until the child reaches eighteen or the court orders otherwise.`;
  const text = body(420, [
    `At a hearing held on ${longDate(decidedOn)}, the court considered the application concerning ${kid}, a minor child born on ${longDate(childBornOn)}.`,
    'Notice was given as the law asks. The court finds that the facts of the application have been proved and that the order is in the best interest of the child.',
    `IT IS ORDERED: ${granted}`,
    'This decree remains in force until changed by this court.',
  ]);
  const title = heading(368, temporary ? 'Order of Temporary Custody' : 'Decree: Appointment of Guardian', 30);
  return page(caption(court, docket, `In the matter of ${kid}, a minor`) + title + text.svg + signed(1160, 'M. Judge', `Judge (nobody). Dated ${slashed(decidedOn)}`) + specimenSeal(820, 1130, 112));
}

export function nameChangeDecree(facts: NameChangeFacts): Sheet {
  const { court, docket, before, after, birthOn, decidedOn } = facts;
  const [was, is] = [fullName(before), fullName(after)];
  const text = body(420, [
    `The petition of ${was}, born on ${longDate(birthOn)}, for a change of name came before the court on ${longDate(decidedOn)}.`,
    'The court finds that the change is not asked for to avoid a debt or a duty, and that the rights of others are not harmed by it.',
    `IT IS ORDERED: the name of ${was} is changed to ${is}, by which name the petitioner shall be known from the date of this decree.`,
  ]);
  return page(caption(court, docket, `Petition of ${was}`) + heading(368, 'Decree: Change of Name', 30) + text.svg + signed(1100, 'M. Judge', `Judge (nobody). Dated ${slashed(decidedOn)}`) + specimenSeal(820, 1080, 112));
}

export function powerOfAttorney(facts: PowerOfAttorneyFacts): Sheet {
  const { principal, principalAddress, agent, signedOn, town, coversRecords, springing } = facts;
  const [giver, taker] = [fullName(principal), fullName(agent)];
  const powers = coversRecords
    ? '(x) Health care and personal records: to ask for, receive and release my health and immunization records from any person, agency or registry, as my personal representative.'
    : '(x) Real property, banking, taxes and retirement plans. I give no power over health care or health records.';
  const starts = springing ? 'This power takes effect only when a physician certifies in writing that I am unable to act.' : 'This power takes effect at once and is not affected by my later incapacity.';
  const text = body(
    232,
    [
      `I, ${giver}, of ${streetLine(principalAddress)}, ${cityLine(principalAddress)}, appoint ${taker} as my agent to act for me in the matters marked below, as the Connecticut Uniform Power of Attorney Act (C.G.S. 1-350 to 1-353b) provides.`,
      powers,
      starts,
      'It ends at my death, or when I revoke it in writing.',
      `Signed at ${town}, Connecticut, on ${longDate(signedOn)}.`,
    ],
    23,
  );
  const witnesses = signed(1010, 'J. Witness', 'Witness (nobody)') + signed(1010, 'R. Witness', 'Witness (nobody)', 580);
  const notary = rect({ x: LEFT, y: 1110, width: WIDTH, height: 150 }, 'fill="none" stroke="#59636d"') + paragraph({ x: LEFT + 24, y: 1152, size: 19, width: 560, fill: INK }, `Acknowledged before me on ${longDate(signedOn)} by ${giver} as a free act and deed. Notary public (nobody).`).svg + specimenSeal(860, 1185, 62);
  return page(heading(120, 'Durable Power of Attorney', 38) + line(164, 'STATE OF CONNECTICUT. SPECIMEN FOR PRACTICE') + text.svg + signed(860, giver, `Principal: ${giver}`) + witnesses + notary);
}

const RECORDS = { full_record: 'My full immunization record', covid_record: 'My COVID-19 vaccination record only' } as const;

function blank(y: number, label: string, value: string, writer: string): string {
  return (
    print({ x: LEFT, y, size: 16, face: 'semibold', fill: '#3f4a55' }, label) + hand({ x: LEFT + 12, y: y + 40, size: 25, hand: writer, fit: WIDTH - 20 }, value) + rule(LEFT, y + 52, LEFT + WIDTH, y + 52)
  );
}

/** The elements of 45 CFR 164.508(c), with the statements on revocation and redisclosure. */
export function release(facts: ReleaseFacts): Sheet {
  const { person, birthOn, receiver, records, purpose, expiresOn, signedOn, signer, signerAuthority } = facts;
  const writer = fullName(signer);
  const rows = [
    blank(212, '1. Whose record', `${fullName(person)}, born ${slashed(birthOn)}`, writer),
    blank(296, '2. What may be disclosed', RECORDS[records], writer),
    blank(380, '3. Who may disclose it', 'CT Department of Public Health, Immunization Program', writer),
    blank(464, '4. Who may receive it', receiver.name, writer),
    blank(548, '    at this address', `${streetLine(receiver.address)}, ${cityLine(receiver.address)}`, writer),
    blank(632, '    or at this fax number', receiver.fax ?? 'none', writer),
    blank(716, '5. For what purpose', purpose, writer),
    blank(800, '6. This release ends on', expiresOn === null ? '' : slashed(expiresOn), writer),
  ].join('');
  const rights = body(898, ['I may revoke this release in writing at any time, except for what has already been disclosed. What is disclosed may be passed on by the receiver and is then no longer protected. My care does not depend on signing.'], 18);
  const end = signedOn === null ? rule(LEFT, 1146, LEFT + 400, 1146) + print({ x: LEFT, y: 1170, size: 16, fill: '#4b5763' }, 'Signature') : signed(1140, writer, signerAuthority ? `Signature. Authority: ${signerAuthority}` : 'Signature');
  const date = (signedOn === null ? '' : hand({ x: 662, y: 1130, size: 28, hand: writer }, slashed(signedOn))) + rule(640, 1146, 980, 1146) + print({ x: 640, y: 1170, size: 16, fill: '#4b5763' }, 'Date');
  return page(heading(112, 'Authorization to Release Immunization Records', 32) + line(152, 'HIPAA 45 CFR 164.508. SPECIMEN FOR PRACTICE') + rows + rights.svg + end + date);
}

/** A letter written by hand on ruled paper. */
export function letter(facts: LetterFacts): Sheet {
  const { from, address, writtenOn, language, paragraphs } = facts;
  const writer = fullName(from);
  const ruled = Array.from({ length: 24 }, (_, row) => rule(60, 250 + row * 44, 1040, 250 + row * 44, '#b9cbe0')).join('');
  const lines = paragraphs.flatMap((text) => [...brokenByHand(text), '']);
  const written = lines.map((text, row) => (text === '' ? '' : hand({ x: 150, y: 372 + row * 44, size: 25, hand: writer, fit: 850 }, text))).join('');
  const head = [writer, streetLine(address), cityLine(address), longDate(writtenOn, language)].map((text, row) => hand({ x: 640, y: 92 + row * 40, size: 22, hand: writer, fit: 380 }, text)).join('');
  return page(ruled + rule(120, 40, 120, 1340, '#e0a3a3', 1.5) + head + written + signature({ x: 150, y: 390 + lines.length * 44 + 40, size: 42, ink: '#22398f', fit: 420 }, writer), '#fcfbf4');
}

function brokenByHand(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 62) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
