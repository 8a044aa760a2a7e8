'use client';

import type { ReactNode } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';

export type DocumentChoice = { readonly value: string; readonly words: string };
export type Evidence = { documentId: string; proof: string };

export const NO_EVIDENCE: Evidence = { documentId: '', proof: '' };

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
/** What was filled in; an empty field is left out. */
export const evidenceOf = ({ documentId, proof }: Evidence) => ({ documentId: filled(documentId), proof: filled(proof) });

type Props<V extends FieldValues & Evidence> = { form: UseFormReturn<V>; documents: readonly DocumentChoice[]; problem: (field: string) => ReactNode };

/** A document that came with the case, the words of who confirmed it, or both. */
export function EvidenceFields<V extends FieldValues & Evidence>({ form, documents, problem }: Props<V>) {
  return (
    <>
      <SelectField label="Document that says so" empty={documents.length === 0 ? 'No document came with this case' : 'None of them'} choices={documents} {...form.register('documentId' as Path<V>)} problem={problem('documentId')} />
      <TextField label="In words" hint="“letter from hospital”, or who confirmed it by phone" maxLength={100} {...form.register('proof' as Path<V>)} problem={problem('proof')} />
    </>
  );
}
