/** What a specimen states. Every kind says SPECIMEN on its face; none carries a real issuer's seal or logo. */
import type { CalendarDate } from '@/lib/platform/dates';

export type PersonName = { readonly given: string; readonly middle?: string | null; readonly family: string; readonly suffix?: string | null };
export type PostalAddress = { readonly line1: string; readonly line2?: string | null; readonly city: string; readonly state: string; readonly zip: string };
export type SpecimenSex = 'F' | 'M' | 'X';

export type LicenseFacts = {
  readonly name: PersonName;
  readonly birthOn: CalendarDate;
  readonly sex: SpecimenSex;
  readonly address: PostalAddress;
  readonly issuedOn: CalendarDate;
  readonly expiresOn: CalendarDate;
  /** Inches. */
  readonly height: number;
  readonly eyes: 'BRO' | 'BLU' | 'GRN' | 'HAZ' | 'BLK';
  readonly photo?: 'present' | 'missing';
};

export type PassportFacts = {
  readonly country: { readonly code: string; readonly name: string };
  readonly name: PersonName;
  readonly birthOn: CalendarDate;
  readonly birthPlace: string;
  readonly sex: SpecimenSex;
  readonly issuedOn: CalendarDate;
  readonly expiresOn: CalendarDate;
};

export type BirthCertificateFacts = {
  readonly child: PersonName;
  readonly birthOn: CalendarDate;
  readonly sex: SpecimenSex;
  readonly town: string;
  readonly parents: readonly PersonName[];
  readonly filedOn: CalendarDate;
};

export type GuardianshipFacts = {
  readonly court: string;
  readonly docket: string;
  readonly child: PersonName;
  readonly childBornOn: CalendarDate;
  readonly guardian: PersonName;
  readonly decidedOn: CalendarDate;
  readonly temporary?: boolean;
};

export type NameChangeFacts = {
  readonly court: string;
  readonly docket: string;
  readonly before: PersonName;
  readonly after: PersonName;
  readonly birthOn: CalendarDate;
  readonly decidedOn: CalendarDate;
};

export type PowerOfAttorneyFacts = {
  readonly principal: PersonName;
  readonly principalAddress: PostalAddress;
  readonly agent: PersonName;
  readonly signedOn: CalendarDate;
  readonly town: string;
  readonly coversRecords: boolean;
  readonly springing?: boolean;
};

export type ReleaseFacts = {
  readonly person: PersonName;
  readonly birthOn: CalendarDate;
  readonly receiver: { readonly name: string; readonly address: PostalAddress; readonly fax?: string | null };
  readonly records: 'full_record' | 'covid_record';
  readonly purpose: string;
  readonly expiresOn: CalendarDate | null;
  /** Null: not signed, as some arrive. */
  readonly signedOn: CalendarDate | null;
  readonly signer: PersonName;
  readonly signerAuthority?: string | null;
};

/** As it was written by hand: a day may be unreadable, a lot left out. */
export type WrittenDose = { readonly vaccine: string; readonly date: string; readonly lot?: string; readonly by?: string };

export type CovidCardFacts = { readonly name: PersonName; readonly birthOn: CalendarDate | null; readonly doses: readonly WrittenDose[] };
export type ChildCardFacts = { readonly name: PersonName; readonly birthOn: CalendarDate; readonly practice: string; readonly doses: readonly WrittenDose[] };
export type ForeignCardFacts = {
  readonly country: 'poland' | 'brazil' | 'dominican_republic';
  readonly name: PersonName;
  readonly birthOn: CalendarDate;
  readonly doses: readonly WrittenDose[];
};

export type UtilityBillFacts = {
  readonly company: string;
  readonly customer: PersonName;
  readonly address: PostalAddress;
  readonly issuedOn: CalendarDate;
  readonly cents: number;
};
export type LeaseFacts = {
  readonly landlord: string;
  readonly tenant: PersonName;
  readonly address: PostalAddress;
  readonly fromOn: CalendarDate;
  readonly untilOn: CalendarDate;
  readonly monthlyCents: number;
};

export type LetterFacts = {
  readonly from: PersonName;
  readonly address: PostalAddress;
  readonly writtenOn: CalendarDate;
  readonly language: 'en' | 'es';
  readonly paragraphs: readonly string[];
};

export type SpecimenFacts = {
  readonly license_front: LicenseFacts;
  readonly license_back: LicenseFacts;
  readonly passport: PassportFacts;
  readonly birth_certificate: BirthCertificateFacts;
  readonly guardianship_decree: GuardianshipFacts;
  readonly name_change_decree: NameChangeFacts;
  readonly power_of_attorney: PowerOfAttorneyFacts;
  readonly release: ReleaseFacts;
  readonly covid_card: CovidCardFacts;
  readonly child_card: ChildCardFacts;
  readonly foreign_card: ForeignCardFacts;
  readonly utility_bill: UtilityBillFacts;
  readonly lease: LeaseFacts;
  readonly letter: LetterFacts;
};
export type SpecimenKind = keyof SpecimenFacts;

/** A kind with the facts that belong to it. */
export type Specimen<K extends SpecimenKind = SpecimenKind> = { readonly [P in K]: { readonly kind: P; readonly facts: SpecimenFacts[P] } }[K];

/** `scan` lies flat and fills the page; the photos lie on a table, one of them too dim to read. */
export type SpecimenLook = 'scan' | 'photo' | 'poor_photo';
export type SpecimenFile = { readonly bytes: Buffer; readonly mediaType: 'image/png' | 'image/jpeg' | 'application/pdf'; readonly fileName: string };
