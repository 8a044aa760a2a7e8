/** The forms in which a signed card leaves: the text of a QR code and the file for a wallet. */

/**
 * The text of a card's QR code: `shc:/`, then two digits for each character of the JWS (its code minus 45).
 * Throws RangeError on a character outside the JWS alphabet. Source: SMART Health Cards Framework 1.4.0, "Encoding QRs".
 * @example
 * shcText('eyJ…') // 'shc:/5676…'
 */
export function shcText(jws: string): string {
  if (!/^[\w.-]+$/.test(jws)) throw new RangeError('not a compact JWS');
  const digits = Array.from(jws, (character) => String(character.charCodeAt(0) - 45).padStart(2, '0'));
  return `shc:/${digits.join('')}`;
}

/**
 * The file that a wallet imports. Its name tells nothing about the person. No errors.
 * Source: SMART Health Cards Framework 1.4.0, "via File Download" (extension and media type are required).
 * @example
 * cardFile([jws]).text // '{"verifiableCredential":["eyJ…"]}'
 */
export const cardFile = (cards: readonly string[]) => ({
  name: 'covid-19.smart-health-card' as const,
  type: 'application/smart-health-card' as const,
  text: JSON.stringify({ verifiableCredential: cards }),
});
