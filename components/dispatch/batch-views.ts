import { batchCode, stoppedWords } from '@/lib/dispatch/labels';
import type { ListedBatch } from '@/lib/dispatch/queries';
import { officeDate } from '@/lib/platform/dates';
import { paths } from '@/lib/paths';
import { envelopeTime } from './envelope-lines';
import type { BatchView } from './print-batch';

/** A batch in words, as plain values for the browser. */
export function batchView(batch: ListedBatch): BatchView {
  const { publicId, number, createdAt, createdBy, printedAt, dispatches } = batch;
  const printed = printedAt === null ? 'not printed yet' : `printed ${envelopeTime(printedAt)}`;
  return {
    id: publicId,
    code: batchCode(number, officeDate(createdAt)),
    about: `Made by ${createdBy.name}, ${envelopeTime(createdAt)}, ${printed}`,
    file: paths.batchFile(publicId),
    envelopes: dispatches.map((envelope) => ({
      id: envelope.publicId,
      code: envelope.code,
      about: `C-${envelope.caseNumber}, ${envelope.recipientName}, ${envelope.what}`,
      confirmed: envelope.state === 'confirmed',
      stopped: envelope.stopped[0] === undefined ? null : stoppedWords(envelope.stopped[0]),
    })),
  };
}
