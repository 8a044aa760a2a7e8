import type { RevocationList } from '../directory';

export type RevocationState = 'not_revoked' | 'revoked' | 'not_checked' | 'list_outdated';

/** `rid`, or `rid.<unix seconds>`: then only cards that started to hold earlier are withdrawn. A time nobody can read withdraws all. */
function withdraws(entry: string, rid: string, nbf: number): boolean {
  const dot = entry.indexOf('.');
  if (dot < 0) return entry === rid;
  if (entry.slice(0, dot) !== rid) return false;
  const before = Number(entry.slice(dot + 1));
  return Number.isNaN(before) || nbf < before;
}

/**
 * Whether any list withdraws the card. `crlVersion` is the edition that the issuer's key announces:
 * without a list, or with an older one, the card may have been withdrawn without our knowing.
 */
export function revocationState(
  card: { readonly rid: string | undefined; readonly nbf: number },
  crlVersion: number | undefined,
  lists: readonly RevocationList[],
): RevocationState {
  const known = lists.filter((list) => (list.method ?? 'rid') === 'rid');
  const { rid, nbf } = card;
  if (rid !== undefined && known.some((list) => list.rids.some((entry) => withdraws(entry, rid, nbf)))) return 'revoked';
  if (crlVersion === undefined) return 'not_revoked';
  if (known.length === 0) return 'not_checked';
  return Math.max(...known.map((list) => Number(list.ctr))) < crlVersion ? 'list_outdated' : 'not_revoked';
}
