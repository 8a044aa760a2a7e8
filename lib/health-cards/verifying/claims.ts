import { z } from 'zod';

/** The claims that verification needs; resources are read later, and only once the card has passed. */
const claimsSchema = z.object({
  iss: z.string().min(1),
  // NumericDate may have a fraction (RFC 7519 section 2).
  nbf: z.number(),
  exp: z.number().optional(),
  vc: z.object({
    type: z.array(z.string()),
    credentialSubject: z.object({
      fhirBundle: z.object({
        resourceType: z.literal('Bundle'),
        entry: z.array(z.object({ fullUrl: z.string().optional(), resource: z.looseObject({ resourceType: z.string() }) })),
      }),
    }),
    rid: z.string().optional(),
  }),
});

export type Claims = z.infer<typeof claimsSchema>;
export type Entry = Claims['vc']['credentialSubject']['fhirBundle']['entry'][number];

/** The claims of a payload, or null when it is not built like a health card. */
export const readClaims = (payload: unknown): Claims | null => claimsSchema.safeParse(payload).data ?? null;

/** #immunization and #covid19 are deprecated: a card need not have them. */
export const isHealthCard = (claims: Claims): boolean => claims.vc.type.includes('https://smarthealth.cards#health-card');
