/** The health card of a COVID-19 record, made at the moment of rendering and kept nowhere. */
import { issueCard, type IssuedCard } from '@/lib/health-cards/issuing/issue-card';
import { thumbprint, type SigningKey } from '@/lib/health-cards/issuing/keys';
import { revocationId } from '@/lib/health-cards/issuing/revocation';
import { horizontalRuns, qrMatrix } from '@/lib/health-cards/qr';
import { readClaims } from '@/lib/health-cards/verifying/claims';
import { readContent } from '@/lib/health-cards/verifying/content';
import { openJws } from '@/lib/health-cards/verifying/jws';
import { calendarDateOf } from '@/lib/platform/dates';
import type { CalendarDate, PartialDate } from '@/lib/platform/dates';
import { vaccineText, type GivenDose } from './dose-words';
import type { CardLeftOut, CardOnRecord, PersonOnRecord, ShownOnCard } from './types';

/** What signing takes; only the press has it. */
export type CardSigner = { readonly key: SigningKey; readonly ridSecret: Uint8Array; readonly issuer: string };

export type CardMade = { readonly card: CardOnRecord; readonly kid: string; readonly leftOff: readonly string[] } | { readonly cardLeftOut: CardLeftOut };

type Holder = { readonly publicId: string; readonly person: PersonOnRecord; readonly birthOn: PartialDate | CalendarDate };

/** What stands in clear beside the code is read back from the card itself, so that the two cannot differ. */
function shownOn(card: IssuedCard, doses: readonly GivenDose[], birthOn: Holder['birthOn']): ShownOnCard {
  const opened = openJws(card.jws);
  const claims = typeof opened === 'string' ? null : readClaims(opened.payload);
  if (claims === null) throw new Error('a card of our own cannot be read back');
  const { names, doses: held } = readContent(claims).content;
  const name = names.map(({ given, family, text }) => text ?? [...given, family].join(' ')).join(' ');
  const shown = held.map(({ cvx, givenOn, lot, performer }) => {
    const dose = doses.find((one) => one.cvx === cvx && one.givenOn === givenOn);
    if (dose === undefined || givenOn === null) throw new Error('the card holds a dose that nobody put on it');
    return {
      givenOn: calendarDateOf(givenOn),
      vaccineText: vaccineText(dose),
      ...(lot === null ? {} : { lot }),
      ...(performer === null ? {} : { organization: performer }),
    };
  });
  return { name, birthOn, doses: shown };
}

/**
 * Makes the card for these doses, or says why there is none: `too_long` for one code, or `not_possible` (no dose, a code that may not stand on it).
 * Source: SMART Health Cards Framework 1.4.0; `vc.rid` so that a later correction can withdraw it.
 * @example
 * const made = makeCovidCard(holder, doses, signer, new Date());
 * if ('card' in made) renderCovidRecord({ ...facts, card: made.card });
 */
export function makeCovidCard({ publicId, person, birthOn }: Holder, doses: readonly GivenDose[], { key, ridSecret, issuer }: CardSigner, now: Date): CardMade {
  const outcome = issueCard(
    {
      patient: { family: person.family, given: [person.given, person.middle ?? ''] },
      birthOn: birthOn as PartialDate,
      doses: doses.map(({ cvx, givenOn, lot, organization }) => ({ cvx, givenOn, ...(lot === null ? {} : { lot }), ...(organization === null ? {} : { performer: organization }) })),
      issuer,
      rid: revocationId(ridSecret, thumbprint(key), publicId),
    },
    key,
    now,
  );
  if (!outcome.ok) return { cardLeftOut: outcome.reason === 'too_long' ? 'too_long' : 'not_possible' };
  const card = outcome.value;
  const matrix = qrMatrix(card.shcText);
  return { card: { qr: { size: matrix.size, runs: horizontalRuns(matrix) }, shown: shownOn(card, doses, birthOn) }, kid: card.kid, leftOff: card.leftOff };
}
