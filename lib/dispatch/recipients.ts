/** Where a word about a request goes: the e-mail it came from, else the phone. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

export type NoticeRecipient = { readonly channel: 'email' | 'phone'; readonly recipient: string };

/** Null when nobody can be told: no e-mail, and no phone that the numbering plan knows. */
export function noticeRecipient({ email, phone }: { email: string | null; phone: string | null }): NoticeRecipient | null {
  if (email !== null) return { channel: 'email', recipient: email };
  const number = phone === null ? undefined : parsePhoneNumberFromString(phone, 'US');
  return number?.isValid() ? { channel: 'phone', recipient: number.number } : null;
}
