/** Why somebody is in the list: what was typed, held against everything on record. Pure; the words are in `labels.ts`. */
import type { NameFit, BirthFit, Said } from './fit';

export type FoundName = { readonly use: 'current' | 'former' | 'alias'; readonly given: string; readonly family: string; readonly hidden: boolean };
export type FoundContact = { readonly kind: 'phone' | 'email'; readonly owner: 'self' | 'parent' | 'guardian' | 'clinic' | 'shared'; readonly past: boolean };

export type Reason =
  | { readonly why: 'word'; readonly said: Said; readonly onRecord: string }
  | { readonly why: 'unknown_word'; readonly word: string }
  | { readonly why: 'same_name' }
  | { readonly why: 'name'; readonly use: 'former' | 'alias'; readonly name: string }
  | { readonly why: 'unshown_name' }
  | { readonly why: 'exchanged' }
  | { readonly why: 'birth'; readonly fit: Exclude<BirthFit, 'not_known'> }
  | { readonly why: 'contact'; readonly contact: FoundContact }
  | { readonly why: 'home'; readonly past: boolean }
  | { readonly why: 'case' | 'registry_number' | 'control_number' };

/** What differs is said; what is the same needs no words but that it is. */
function wordReasons(fit: NameFit, name: FoundName): Reason[] {
  const crosswise = fit.said.filter(({ asked, place }) => asked !== null && asked !== place).length >= 2;
  const differing = fit.said.filter(({ like }) => like !== 'same').map((said): Reason => ({ why: 'word', said, onRecord: name[said.place] }));
  const whole: Reason[] = differing.length === 0 && fit.unknown.length === 0 && fit.said.length > 0 ? [{ why: 'same_name' }] : [];
  return [...(crosswise ? [{ why: 'exchanged' } as const] : []), ...whole, ...differing, ...fit.unknown.map((word): Reason => ({ why: 'unknown_word', word }))];
}

/** Of a name that is not shown nothing is said but that it is there. */
export function nameReasons(fit: NameFit | null, name: FoundName | null): Reason[] {
  if (fit === null || name === null || fit.said.length === 0) return [];
  if (name.hidden) return [{ why: 'unshown_name' }];
  const of: Reason[] = name.use === 'current' ? [] : [{ why: 'name', use: name.use, name: `${name.given} ${name.family}`.trim() }];
  return [...of, ...wordReasons(fit, name)];
}

export const birthReasons = (fit: BirthFit | null): Reason[] => (fit === null || fit === 'not_known' ? [] : [{ why: 'birth', fit }]);
