import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DirectoryIssuer, IssuerKey, RevocationList } from '../directory';

const counter = z.union([z.number(), z.string()]).optional();

const publishedSchema = z.object({
  time: z.string(),
  issuerInfo: z.array(
    z.object({
      issuer: z.object({ iss: z.string(), name: z.string() }),
      keys: z.array(z.object({ kid: z.string(), kty: z.string(), crv: z.string(), x: z.string(), y: z.string(), crlVersion: counter, ctr: counter })),
      crls: z.array(z.object({ kid: z.string(), method: z.string(), ctr: z.union([z.number(), z.string()]), rids: z.array(z.string()) })).optional(),
    }),
  ),
});

type PublishedKey = z.infer<typeof publishedSchema>['issuerInfo'][number]['keys'][number];

const thumbprintOf = ({ crv, kty, x, y }: PublishedKey): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');

function compactKey(key: PublishedKey): IssuerKey[] {
  if (key.kty !== 'EC' || key.crv !== 'P-256' || key.kid !== thumbprintOf(key)) return [];
  const version = key.crlVersion ?? key.ctr;
  return [{ kid: key.kid, x: key.x, y: key.y, ...(version === undefined ? {} : { crlVersion: Number(version) }) }];
}

const compactList = ({ kid, method, ctr, rids }: RevocationList): RevocationList => ({ kid, method, ctr: Number(ctr), rids });

/**
 * The packaged form of a published VCI snapshot: issuers with P-256 keys and revocation lists, nothing else.
 * A key whose `kid` is not its own thumbprint is left out. Throws ZodError when the text is not a VCI snapshot.
 * Source: `vci_snapshot.json` of the VCI directory (CC BY 4.0).
 * @example
 * compactSnapshot(JSON.parse(text)) // { asOf: '2026-08-22', issuers: [...] }
 */
export function compactSnapshot(published: unknown): { asOf: string; issuers: DirectoryIssuer[] } {
  const { time, issuerInfo } = publishedSchema.parse(published);
  const issuers = issuerInfo.map(({ issuer, keys, crls }) => ({
    iss: issuer.iss,
    name: issuer.name,
    keys: keys.flatMap(compactKey),
    ...(crls === undefined ? {} : { crls: crls.map(compactList) }),
  }));
  return { asOf: time.slice(0, 10), issuers };
}
