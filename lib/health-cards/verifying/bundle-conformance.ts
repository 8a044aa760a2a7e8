import { z } from 'zod';

/**
 * The profile of a vaccination card as closed schemas whose messages are rule codes: whatever a resource may not have
 * is what its schema does not name. Source: FHIR IG SHC Vaccination 1.0.0, data minimization profiles; framework 1.4.0, "Health Cards are Compact".
 */
type Violation = { readonly rule: string; readonly path: string };

const meta = z.strictObject({ security: z.array(z.looseObject({}), 'meta_not_allowed').min(1, 'meta_not_allowed') }, 'meta_not_allowed').optional();
const words = (rule: string) => z.string(rule).min(1, rule);

const nameSchema = z.strictObject({
  family: words('family_malformed').optional(),
  given: z.array(words('given_malformed'), 'given_malformed').min(1, 'given_malformed').optional(),
  text: words('name_text_malformed').optional(),
}, 'name_malformed');

const patientSchema = z.strictObject({
  resourceType: z.literal('Patient', 'first_entry_not_patient'),
  meta,
  name: z.array(nameSchema, 'name_not_one').length(1, 'name_not_one'),
  birthDate: z.string('birth_date_malformed').regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'birth_date_malformed'),
});

const reference = z.strictObject({ reference: z.string('reference_not_short').regex(/^resource:\d+$/, 'reference_not_short') }, 'reference_not_short');

const codingSchema = z.strictObject({
  system: z.literal('http://hl7.org/fhir/sid/cvx', 'coding_not_cvx'),
  code: z.string('code_malformed').regex(/^\d{2,3}$/, 'code_malformed'),
}, 'coding_not_one');

const performerSchema = z.strictObject({
  actor: z.strictObject({ display: words('performer_malformed').max(29, 'performer_too_long') }, 'performer_malformed'),
}, 'performer_malformed');

const immunizationSchema = z.strictObject({
  resourceType: z.literal('Immunization', 'entry_not_immunization'),
  meta,
  status: z.literal('completed', 'status_not_completed'),
  vaccineCode: z.strictObject({ coding: z.array(codingSchema, 'coding_not_one').length(1, 'coding_not_one') }, 'coding_not_one'),
  patient: reference,
  occurrenceDateTime: z.string('occurrence_not_a_day').regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'occurrence_not_a_day'),
  lotNumber: words('lot_malformed').max(19, 'lot_too_long').regex(/^(?!.*(?<!\p{L})lot(?!\p{L})).*$/isu, 'lot_says_lot').optional(),
  performer: z.array(performerSchema, 'performer_malformed').length(1, 'performer_malformed').optional(),
  isSubpotent: z.literal(true, 'subpotent_only_when_true').optional(),
});

const entrySchema = z.strictObject({ fullUrl: z.string('full_url_not_short'), resource: z.looseObject({}, 'resource_missing') }, 'resource_missing');

const bundleSchema = z.strictObject({
  resourceType: z.literal('Bundle', 'bundle_missing'),
  type: z.literal('collection', 'bundle_not_collection'),
  meta,
  entry: z.array(entrySchema, 'bundle_empty').min(2, 'bundle_empty'),
}, 'bundle_missing');

/** A member's name comes from the card: only what looks like one is repeated. */
const safe = (path: readonly PropertyKey[]): string => path.map((step) => (/^[@\w]{1,40}$/.test(String(step)) ? String(step) : '?')).join('.');

function check(schema: z.ZodType, value: unknown, at: readonly PropertyKey[]): Violation[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ rule: 'element_not_allowed', path: safe([...at, ...issue.path, key]) }))
      : [{ rule: issue.message, path: safe([...at, ...issue.path]) }],
  );
}

const isEmpty = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** Nulls, empty texts, empty lists and empty objects, anywhere. */
function hollow(value: unknown, at: readonly PropertyKey[]): Violation[] {
  if (value === null) return [{ rule: 'null_value', path: safe(at) }];
  if (isEmpty(value)) return [{ rule: 'empty_value', path: safe(at) }];
  return typeof value === 'object' ? Object.entries(value).flatMap(([key, inner]) => hollow(inner, [...at, key])) : [];
}

/** Family and given, or text: one of the two, never both, never half. */
function nameParts(resource: unknown, at: readonly PropertyKey[]): Violation[] {
  const listed = (resource as { name?: unknown } | null | undefined)?.name;
  const name: unknown = Array.isArray(listed) ? listed[0] : undefined;
  if (typeof name !== 'object' || name === null) return [];
  const has = ['family', 'given', 'text'].map((part) => part in name).join();
  return has === 'true,true,false' || has === 'false,false,true' ? [] : [{ rule: 'name_parts_or_text', path: safe([...at, 'name', 0]) }];
}

function entryViolations(entry: unknown, index: number): Violation[] {
  const at = ['entry', index];
  const { fullUrl, resource } = (entry ?? {}) as { fullUrl?: unknown; resource?: unknown };
  const inside = [...at, 'resource'];
  const url = fullUrl === `resource:${index}` ? [] : [{ rule: 'full_url_not_short', path: safe([...at, 'fullUrl']) }];
  if (index === 0) return [...url, ...check(patientSchema, resource, inside), ...nameParts(resource, inside)];
  const target = (resource as { patient?: { reference?: unknown } } | null | undefined)?.patient?.reference;
  const subject = target === 'resource:0' ? [] : [{ rule: 'reference_not_the_patient', path: safe([...inside, 'patient']) }];
  return [...url, ...check(immunizationSchema, resource, inside), ...subject];
}

/** Every rule that the FHIR bundle of a card breaks. */
export function bundleViolations(bundle: unknown): Violation[] {
  const listed = typeof bundle === 'object' && bundle !== null && 'entry' in bundle ? bundle.entry : null;
  const entries: readonly unknown[] = Array.isArray(listed) ? listed : [];
  return [...check(bundleSchema, bundle, []), ...entries.flatMap(entryViolations), ...hollow(bundle, [])];
}
