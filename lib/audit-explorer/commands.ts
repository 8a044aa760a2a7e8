import { newestId } from '@/lib/audit/entries';
import { command } from '@/lib/command';
import { done, refuse } from '@/lib/platform/outcome';
import { makeFile } from './exports';
import { fileName } from './files';
import { resolveFilters } from './queries';
import { exportSchema } from './schema';

/** A file of the audit: what was asked, why, how many entries and their checksum stand in the audit before it can be fetched. */
export const exportAudit = command({
  name: 'audit.export',
  surface: 'staff',
  actors: ['staff'],
  stepUp: true,
  input: exportSchema,
  subject: ({ filters }) => ({ case: filters.case ?? '', patient: filters.patient ?? '' }),
  run: async ({ actor, tx, now: at, record }, { filters, format, reason }) => {
    const resolved = await resolveFilters(filters);
    if (resolved === null) return refuse('not_found');
    const uptoId = await newestId(tx);
    const made = await makeFile(tx, actor, format, { filters, uptoId, at });
    if (typeof made === 'string') return refuse(made === 'unknown' ? 'not_found' : made);
    if (made.entries === 0) return refuse('nothing_there');
    const { publicId } = await tx.auditExport.create({
      data: { staffId: actor.staffId, filters: { ...filters }, format, reason, uptoId, entries: made.entries, sha256: new Uint8Array(Buffer.from(made.sha256, 'hex')), createdAt: at },
      select: { publicId: true },
    });
    record({ event: 'audit.exported', caseId: resolved.caseId, patientId: resolved.patient?.id, details: { format, filters: [...resolved.words], entries: made.entries, reason, sha256: made.sha256 } });
    return done({ exportId: publicId, entries: made.entries, sha256: made.sha256, name: fileName(format, at, made.sha256) });
  },
});
