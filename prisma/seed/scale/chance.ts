/**
 * Chance inside the database that can be repeated: every draw is a hash of the row's number, so the same plan gives the same
 * rows whatever order the server makes them in. `hashint8extended` is PostgreSQL's own; `salt` keeps draws apart.
 */
export const CHANCE = `
  CREATE FUNCTION pg_temp.roll(i bigint, salt int, sides int) RETURNS int LANGUAGE sql IMMUTABLE
    RETURN abs(hashint8extended(i, salt) % sides)::int;
  -- A version 7 id of its instant, as life would have made it: ids of one day lie together in the indexes.
  CREATE FUNCTION pg_temp.id_of(at timestamptz, what text, i bigint) RETURNS uuid LANGUAGE sql STABLE
    RETURN (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(what || i), 1, 3) || '8' || substr(md5(what || i), 4, 15))::uuid;
  CREATE FUNCTION pg_temp.public_of(what text, i bigint) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN rtrim(translate(encode(decode(md5('public ' || what || i), 'hex'), 'base64'), '+/', '-_'), '=');
  -- Weekends have no office: what falls on one falls on Monday.
  CREATE FUNCTION pg_temp.office_day(d date) RETURNS date LANGUAGE sql IMMUTABLE
    RETURN d + CASE extract(isodow FROM d) WHEN 6 THEN 2 WHEN 7 THEN 1 ELSE 0 END;
  -- So many office days on, weekends left out; holidays are the promise clock's business.
  CREATE FUNCTION pg_temp.days_on(d date, days int) RETURNS date LANGUAGE sql IMMUTABLE
    RETURN d + days + 2 * ((extract(isodow FROM d)::int - 1 + days) / 5);`;

/** One of these for a row, as likely as their weights say; `i` and `salt` are SQL. */
export function drawn(weights: Readonly<Record<string, number>>, i: string, salt: number, type = 'text'): string {
  const entries = Object.entries(weights);
  let below = 0;
  const arms = entries.map(([value, weight]) => `WHEN pg_temp.roll(${i}, ${salt}, 100) < ${(below += weight)} THEN '${value}'`);
  if (below !== 100) throw new RangeError(`weights make ${below}, not 100`);
  return `(CASE ${arms.join(' ')} END)::${type}`;
}
