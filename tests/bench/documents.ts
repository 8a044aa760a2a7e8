/** A phone photo and a ten-page PDF made safe, and a ready page opened, beside the usual way: the same libraries in one's own process, and pages drawn when somebody asks. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { mintWorker } from '@/lib/access/actor';
import { freePort } from '@/lib/dev/free-port';
import { startObjectStore, STORE_KEY_ID } from '@/lib/dev/object-store';
import { startVirusScanner } from '@/lib/dev/virus-scanner';
import { makeSafe } from '@/lib/documents/making-safe/jobs';
import { findPageImage } from '@/lib/documents/viewing/queries';
import { now } from '@/lib/platform/clock';
import { db, useDatabase } from '@/lib/platform/db';
import { newKey, putObject } from '@/lib/platform/object-store';
import { pdfOf, stream } from '../fixtures/files/pdf';
import { noise } from '../fixtures/files/pictures';
import { aCase } from '../support/cases';
import { buildProgram } from '../support/making-safe';
import { addProcessors, signedInAs } from './support/bench-staff';
import { benchOnDatabase, type Undo } from './support/main';
import { repeated, spread } from './support/report';

const BUCKET = 'documents';
const worker = mintWorker('bench');

/** The store and, where it is installed, the scanner, as in the demo. */
async function startAround(undo: Undo): Promise<{ scanner: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), 'record-desk-bench-files-'));
  undo(async () => rmSync(folder, { recursive: true, force: true }));
  const store = await startObjectStore({ folder: join(folder, 'objects'), port: await freePort(), bucket: BUCKET });
  undo(store.stop);
  Object.assign(process.env, { S3_ENDPOINT: store.endpoint, S3_BUCKET: BUCKET, S3_ACCESS_KEY_ID: STORE_KEY_ID });
  const scanner = await startVirusScanner({ folder: join(folder, 'scanner'), port: await freePort() });
  if (scanner !== null) {
    undo(scanner.stop);
    Object.assign(process.env, { CLAMD_HOST: '127.0.0.1', CLAMD_PORT: String(scanner.port) });
  }
  return { scanner: scanner !== null };
}

/** 12 megapixels, as heavy as a phone writes them: a soft scene with the grain of a sensor, lying on its side. */
async function phonePhoto(): Promise<Buffer> {
  const scene = await noise(63, 48).resize(4032, 3024, { kernel: 'cubic', fit: 'fill' }).toBuffer({ resolveWithObject: true });
  const grain = await noise(4032, 3024).linear(0.35, 83).raw().toBuffer();
  return sharp(scene.data, { raw: { width: 4032, height: 3024, channels: 3 } })
    .composite([{ input: grain, raw: { width: 4032, height: 3024, channels: 3 }, blend: 'soft-light' }])
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** Ten letter pages, each a scan of 200 dots an inch. */
async function scannedPdf(): Promise<Buffer> {
  const page = await noise(170, 220, 1).resize(1700, 2200, { fit: 'fill' }).toColourspace('b-w').jpeg({ quality: 80 }).toBuffer();
  const kids = Array.from({ length: 10 }, (_, i) => `${i + 5} 0 R`).join(' ');
  const image = stream(page, '/Type /XObject /Subtype /Image /Width 1700 /Height 2200 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode');
  const sheet = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /Im0 3 0 R >> >> >>';
  return pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count 10 >>`, image, stream(Buffer.from('q 612 0 0 792 0 0 cm /Im0 Do Q')), ...Array.from({ length: 10 }, () => sheet)]);
}

const inOnesOwnProcess = {
  photo: (bytes: Buffer) => sharp(bytes).rotate().resize(2200, 2200, { fit: 'inside' }).jpeg({ quality: 85 }).toBuffer(),
  pdf: async (bytes: Buffer, most = Number.POSITIVE_INFINITY) => {
    const { PDFiumLibrary } = await import('@hyzyla/pdfium');
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(bytes);
    let drawnPages = 0;
    for (const page of document.pages()) {
      if (drawnPages >= most) break;
      const drawn = await page.render({ scale: 150 / 72, render: 'bitmap' });
      await sharp(drawn.data, { raw: { width: drawn.width, height: drawn.height, channels: 4 } }).flatten({ background: '#fff' }).jpeg({ quality: 85 }).toBuffer();
      drawnPages += 1;
    }
    library.destroy();
  },
};

async function received(submissionId: string, bytes: Buffer, mediaType: string) {
  const originalKey = newKey('quarantine');
  await putObject(originalKey, bytes, 'application/octet-stream');
  return db().document.create({
    data: { submissionId, kind: 'photo_id', fileName: 'a', size: bytes.length, sha256: new Uint8Array(createHash('sha256').update(bytes).digest()), mediaType, originalKey, state: 'received', receivedAt: now() },
  });
}

void benchOnDatabase({ runs: 7, looks: 200 }, async ({ runs, looks }, report, database, undo) => {
  const around = await startAround(undo);
  const program = buildProgram();
  undo(async () => program.remove());
  await useDatabase(database.superuser());
  const { submissionId } = await aCase();
  const [staffId = ''] = await addProcessors(1);
  const [photo, pdf] = [await phonePhoto(), await scannedPdf()];
  report.line({ photoMB: photo.length / 1e6, pdfMB: pdf.length / 1e6, ...around });

  const ready = async (bytes: Buffer, mediaType: string): Promise<number[]> => {
    const waiting: { id: string }[] = [];
    for (let i = 0; i < runs + 1; i += 1) waiting.push(await received(submissionId, bytes, mediaType));
    return repeated(runs, () => makeSafe(worker, { documentId: waiting.pop()?.id ?? '' }), 1);
  };
  const made = async (what: string, bytes: Buffer, mediaType: string, usual: (bytes: Buffer) => Promise<unknown>) => {
    const ours = spread(await ready(bytes, mediaType));
    const theirs = spread(await repeated(runs, () => usual(bytes), 1));
    report.line({ what: `${what}, from received to ready, ms`, ...ours, inOnesOwnProcessP50: theirs.p50, ratio: ours.p50 / theirs.p50 });
    return ours;
  };
  const photoMs = await made('photo of 12 megapixels', photo, 'image/jpeg', inOnesOwnProcess.photo);
  const pdfMs = await made('ten-page PDF', pdf, 'application/pdf', (bytes) => inOnesOwnProcess.pdf(bytes));

  await useDatabase(database.as('staff_app'));
  const actor = await signedInAs(staffId);
  const document = await db().document.findFirstOrThrow({ where: { state: 'ready', mediaType: 'application/pdf' } });
  const opened = spread(await repeated(looks, () => findPageImage(actor, document.publicId, 1, 'page')));
  const drawnWhenAsked = spread(await repeated(5, () => inOnesOwnProcess.pdf(pdf, 1), 1));
  report.line({ what: 'first page of a ready PDF with its look in the audit, at the server, ms', ...opened, drawnWhenAskedP50: drawnWhenAsked.p50, ratio: drawnWhenAsked.p50 / opened.p50 });
  report.atMost('ms until a 12-megapixel photo is ready, the slowest', photoMs.worst, 4000);
  report.atMost('ms until a ten-page PDF is ready, the slowest', pdfMs.worst, 8000);
  report.atMost('ms until the first page of a ready document is there, p95', opened.p95, 300);
});
