/** One reason for sending a document back: a bold sentence (what is wrong) and a plain one (what to do), in both languages of our letters. */
import type { ChecklistItem, DocumentKind } from './checklists';

type Sentences = { readonly wrong: string; readonly todo: string };
export type ReturnReason = {
  /** Printed in the letter, quoted on the phone, counted in reports: never reused for another meaning. */
  readonly code: string;
  readonly kinds: readonly DocumentKind[];
  /** The tick that cannot be set when this is the reason. */
  readonly item: ChecklistItem | null;
  readonly en: Sentences;
  readonly es: Sentences;
};

type Pair = readonly [wrong: string, todo: string];

/** A builder for the reasons of some kinds; Spanish addresses the reader as "usted". */
export const reasonsOf =
  (...kinds: readonly DocumentKind[]) =>
  (code: string, item: ChecklistItem | null, en: Pair, es: Pair): ReturnReason => ({
    code,
    kinds,
    item,
    en: { wrong: en[0], todo: en[1] },
    es: { wrong: es[0], todo: es[1] },
  });
