import { z } from 'zod';
import { done, refuse, type Outcome } from '@/lib/platform/outcome';

/** The FHIR operation by which a partner's wallet asks for cards: Parameters in, Parameters out. */

const TYPE = 'https://smarthealth.cards#';
const OURS = new Set(['health-card', 'immunization', 'covid19'].flatMap((name) => [`${TYPE}${name}`, name]));

const parametersSchema = z.object({
  resourceType: z.literal('Parameters'),
  parameter: z
    .array(z.object({ name: z.string().max(64), valueUri: z.string().max(256).optional(), valueString: z.string().max(256).optional() }))
    .max(50),
});

/**
 * Reads the body of `POST /Patient/:id/$health-cards-issue`: whether the COVID-19 card is among what is asked for.
 * Several `credentialType`s narrow each other down, so one that we do not issue means no card at all; the optional parameters may be ignored.
 * Refusals: `invalid` (no Parameters), `credential_type_missing`. Source: SMART Health Cards Framework 1.4.0, "`$health-cards-issue` Operation".
 * @example
 * readIssueRequest({ resourceType: 'Parameters', parameter: [{ name: 'credentialType', valueUri: 'https://smarthealth.cards#covid19' }] })
 * // { ok: true, value: { wantsCovidCard: true } }
 */
export function readIssueRequest(body: unknown): Outcome<{ readonly wantsCovidCard: boolean }> {
  const parameters = parametersSchema.safeParse(body).data?.parameter;
  if (parameters === undefined) return refuse('invalid', [{ field: 'parameter', reason: 'invalid' }]);
  const types = parameters.filter((each) => each.name === 'credentialType').map((each) => each.valueUri ?? each.valueString ?? '');
  if (types.length === 0) return refuse('credential_type_missing', [{ field: 'parameter', reason: 'credential_type_missing' }]);
  return done({ wantsCovidCard: types.every((type) => OURS.has(type)) });
}

/**
 * The answer: one `verifiableCredential` for each card, and no `parameter` at all where there is none. No errors.
 * Source: SMART Health Cards Framework 1.4.0, "`$health-cards-issue` Operation".
 * @example
 * issueResponse([card.jws]).parameter // [{ name: 'verifiableCredential', valueString: 'eyJ…' }]
 */
export const issueResponse = (cards: readonly string[]) => ({
  resourceType: 'Parameters' as const,
  ...(cards.length === 0 ? {} : { parameter: cards.map((jws) => ({ name: 'verifiableCredential' as const, valueString: jws })) }),
});
