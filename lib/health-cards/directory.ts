/** Which issuers are trusted, by (issuer, key): a snapshot with its date, never a look-up on the network. */

/** A public P-256 key; `crlVersion` says that the issuer keeps a revocation list for it, and which edition is current. */
export type IssuerKey = { readonly kid: string; readonly x: string; readonly y: string; readonly crlVersion?: number };

/** A revocation list as published; its counter occurs as a number and as a string. */
export type RevocationList = {
  readonly kid: string;
  readonly method?: string;
  readonly ctr: number | string;
  readonly rids: readonly string[];
};

export type DirectoryIssuer = {
  readonly iss: string;
  readonly name: string;
  readonly keys: readonly IssuerKey[];
  readonly crls?: readonly RevocationList[];
};

export type DirectoryEntry = { readonly name: string; readonly key: IssuerKey; readonly revocations: RevocationList | null };

export type Directory = {
  /** The day of the snapshot, `yyyy-mm-dd`. */
  readonly asOf: string;
  /** The key of an issuer; never by `kid` alone, because issuers share keys. */
  find(iss: string, kid: string): DirectoryEntry | null;
  /** The issuer's name, or null when it is not in the directory at all. */
  nameOf(iss: string): string | null;
};

/**
 * A directory over a list of issuers; `asOf` is the day of the list (`yyyy-mm-dd`). No errors: what is not in it is null.
 * Source: VCI directory (issuer, keys, revocation lists); the framework leaves trust to the verifier.
 * @example
 * directoryOf('2026-08-22', [{ iss, name: 'Connecticut', keys: [{ kid, x, y }] }]).find(iss, kid)?.name // 'Connecticut'
 */
export function directoryOf(asOf: string, issuers: readonly DirectoryIssuer[]): Directory {
  const byIssuer = new Map(issuers.map((issuer) => [issuer.iss, issuer]));
  return {
    asOf,
    nameOf: (iss) => byIssuer.get(iss)?.name ?? null,
    find: (iss, kid) => {
      const issuer = byIssuer.get(iss);
      const key = issuer?.keys.find((candidate) => candidate.kid === kid);
      if (issuer === undefined || key === undefined) return null;
      return { name: issuer.name, key, revocations: issuer.crls?.find((list) => list.kid === kid) ?? null };
    },
  };
}

/**
 * A directory with our own issuer before it: our keys are always current, so the snapshot's date stays the one that is shown. No errors.
 * @example
 * withOwnIssuer(vciDirectory(), { iss: issuerUrl, name: 'Connecticut DPH', keys: publicJwks(keys).keys })
 */
export function withOwnIssuer(directory: Directory, own: DirectoryIssuer): Directory {
  const ours = directoryOf(directory.asOf, [own]);
  return {
    asOf: directory.asOf,
    nameOf: (iss) => ours.nameOf(iss) ?? directory.nameOf(iss),
    // Our URL is ours alone: a key that the snapshot lists under it is not asked for.
    find: (iss, kid) => (iss === own.iss ? ours.find(iss, kid) : directory.find(iss, kid)),
  };
}
