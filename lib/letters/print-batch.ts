/** One PDF for a batch of envelopes: the manifest, then each letter with its records, in order. */
import { done, refuse, type Outcome, type Problem } from '@/lib/platform/outcome';
import { Paper } from '@/lib/records/paper/paper';
import { planCovidRecord, planFullRecord, recordProblems } from '@/lib/records/rendering';
import type { RecordPlan } from '@/lib/records/table-record';
import { languageTag, planCoverLetter, type LetterPlan } from './cover-letter';
import { drawManifest, manifestPages } from './manifest';
import { planOutcomeLetter } from './outcome-letter';
import type { Envelope, PrintBatch, PrintedEnvelope, RecordInEnvelope, RenderedBatch, WordEnvelope } from './types';

type EnvelopePlan = { envelope: Envelope; letter: LetterPlan; records: readonly RecordPlan[]; pages: number };

const planRecord = (record: RecordInEnvelope): RecordPlan =>
  record.kind === 'full' ? planFullRecord(record.facts) : planCovidRecord(record.facts);

const isWord = (envelope: Envelope): envelope is WordEnvelope => 'outcome' in envelope.letter;

function planEnvelope(envelope: Envelope, batch: PrintBatch): EnvelopePlan {
  const { agency, specimen } = batch;
  if (isWord(envelope)) return { envelope, letter: planOutcomeLetter({ ...envelope.letter, agency, specimen }, envelope.language), records: [], pages: 1 };
  const records = envelope.records.map(planRecord);
  const named = envelope.records.map(({ kind, facts }, i) => ({
    kind,
    pages: records[i]?.pages ?? 0,
    doses: facts.doses.length,
    controlNumber: facts.controlNumber,
    cardShown: records[i]?.cardShown ?? false,
  }));
  const letter = planCoverLetter({ ...envelope.letter, agency, specimen, records: named }, envelope.language);
  return { envelope, letter, records, pages: records.reduce((sum, record) => sum + record.pages, 1) };
}

/** Records are checked before they are laid out: a character that no face prints cannot be measured. */
function recordsProblems(envelope: Envelope): Problem[] {
  return envelope.records.flatMap(({ facts }, i) =>
    recordProblems(facts).map((problem) => ({ ...problem, field: `records.${i}.${problem.field}` })),
  );
}

const within = (i: number, problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => ({ ...problem, field: `envelopes.${i}.${problem.field}` }));

function draw(paper: Paper, { envelope, letter, records }: EnvelopePlan): void {
  const part = paper.root.add('Part');
  letter.draw(paper, part.add('Part', { lang: languageTag(envelope.language) }));
  for (const record of records) record.draw(paper, part.add('Part', { lang: 'en-US' }));
}

function printed(plans: readonly EnvelopePlan[], before: number): PrintedEnvelope[] {
  let firstPage = before + 1;
  return plans.map(({ envelope, records, pages }) => {
    const line = {
      dispatchCode: envelope.letter.dispatchCode,
      firstPage,
      pages,
      records: envelope.records.map(({ facts }, i) => ({ controlNumber: facts.controlNumber, cardShown: records[i]?.cardShown ?? false })),
    };
    firstPage += pages;
    return line;
  });
}

/**
 * Renders a print batch as one tagged PDF; returns where each envelope begins and what each record became.
 *
 * Refused with `not_printable` when any envelope cannot be printed as it is; each problem's field starts with
 * `envelopes.<i>.`, so that the caller can leave those out, say so, and print the rest.
 * @example
 * const batch = await renderPrintBatch({ batchCode: 'B-0412', printedAt, agency, envelopes, specimen: false });
 */
export async function renderPrintBatch(batch: PrintBatch): Promise<Outcome<RenderedBatch>> {
  const unprintable = batch.envelopes.flatMap((envelope, i) => within(i, recordsProblems(envelope)));
  if (unprintable.length > 0) return refuse('not_printable', unprintable);
  const plans = batch.envelopes.map((envelope) => planEnvelope(envelope, batch));
  const problems = plans.flatMap((plan, i) => within(i, plan.letter.problems));
  if (problems.length > 0) return refuse('not_printable', problems);
  const paper = new Paper();
  const lines = plans.map(({ envelope: { letter }, pages }) => ({
    dispatchCode: letter.dispatchCode,
    caseNumber: letter.caseNumber,
    receiver: letter.recipient[0] ?? '',
    pages,
  }));
  drawManifest(paper, paper.root.add('Part'), { ...batch, lines });
  for (const plan of plans) draw(paper, plan);
  const bytes = await paper.save({ title: 'Print batch', language: 'en-US', madeAt: batch.printedAt });
  const front = manifestPages(lines.length);
  return done({ bytes, pages: plans.reduce((sum, plan) => sum + plan.pages, front), envelopes: printed(plans, front) });
}
