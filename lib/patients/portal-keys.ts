/**
 * What the portal compares, normalised once: the same values stand in the columns of a name on record, in the `normalized` of a contact,
 * and are made of what somebody types. The predicate in TypeScript and the database's function both only ask whether they are equal.
 */
import { fullDate, type CalendarDate, type PartialDate } from '@/lib/platform/dates';
import { splitSuffix, suffixKey } from './matching/normalise';
import { realEmail, realFamily, realGiven, realPhone } from './matching/placeholders';
import type { PersonName, Sex } from './matching/types';

/** Null: nothing written, or a placeholder; equal to nothing. A suffix that is null agrees with any. */
export type PortalNameKeys = { readonly portalGiven: string | null; readonly portalFamily: string | null; readonly portalSuffix: string | null };

/** A suffix in its own box counts before one typed with the last name. */
export function portalNameKeys({ given, family, suffix }: Pick<PersonName, 'given' | 'family' | 'suffix'>): PortalNameKeys {
  const split = splitSuffix(family);
  return { portalGiven: realGiven(given), portalFamily: realFamily(split.family), portalSuffix: suffixKey(suffix) ?? split.suffix };
}

export type Typed = { readonly given: string; readonly family: string; readonly birthOn: PartialDate | CalendarDate | null; readonly sex: Sex | null; readonly phone?: string | null; readonly email?: string | null };
export type PortalKeys = PortalNameKeys & { readonly birthOn: CalendarDate | null; readonly sex: Sex | null; readonly phone: string | null; readonly email: string | null };

/**
 * What somebody types, as the portal compares it.
 *
 * @example portalKeys({ given: 'José', family: 'Núñez Jr', birthOn, sex: 'M', email: ' Jose@Example.com' }).portalFamily // 'nunez'
 */
export const portalKeys = ({ given, family, birthOn, sex, phone, email }: Typed): PortalKeys => ({
  ...portalNameKeys({ given, family, suffix: null }),
  birthOn: birthOn === null ? null : fullDate(birthOn),
  sex,
  phone: realPhone(phone ?? ''),
  email: realEmail(email ?? ''),
});
