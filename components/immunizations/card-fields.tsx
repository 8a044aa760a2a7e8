import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { SOURCE_WORDS } from '@/lib/immunizations/labels';
import { PAPER_SOURCES } from '@/lib/immunizations/schema';
import type { Card } from './typed-dose';

/** The accepted paper that the doses are read from. */
export type Paper = { readonly documentId: string; readonly words: string; readonly pages: number };

type Props = { paper: Paper | null; page: number; onPage: (page: number) => void; card: Card; onCard: (card: Card) => void };

const SOURCE_CHOICES = PAPER_SOURCES.map((value) => ({ value, words: SOURCE_WORDS[value] }));

/** What is said once for all rows: whose word the paper is, who gave the doses, which page is read. */
export function CardFields({ paper, page, onPage, card, onCard }: Props) {
  const pages = Array.from({ length: paper?.pages ?? 0 }, (_, at) => ({ value: String(at + 1), words: `Page ${at + 1} of ${paper?.pages ?? 0}` }));
  const choose = (value: string) => {
    const source = PAPER_SOURCES.find((code) => code === value);
    if (source !== undefined) onCard({ ...card, source });
  };
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2 px-4 pb-2.5">
      <SelectField label="Source" name="source" choices={SOURCE_CHOICES} value={card.source} onChange={(event) => choose(event.target.value)} fieldClass="w-56" />
      <TextField label="Given by, if the paper says" name="organization" maxLength={120} value={card.organization} onChange={(event) => onCard({ ...card, organization: event.target.value })} fieldClass="w-56" />
      {paper !== null && <SelectField label={`Read from: ${paper.words}`} name="page" choices={pages} value={String(page)} onChange={(event) => onPage(Number(event.target.value))} fieldClass="w-52" />}
    </div>
  );
}
