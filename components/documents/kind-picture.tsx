import type { ReactNode } from 'react';
import type { DocumentKind } from '@/lib/documents/checklists';

/** What a paper of its class looks like from afar. Drawn and not taken from the page: a thumbnail would be a look that nobody made. */
const card: ReactNode = (
  <>
    <path d="M3.5 4.5h25v13h-25z" />
    <path d="M3.5 4.5h25v3h-25z" fill="currentColor" />
    <path d="M6 10h5v5H6zM14 10.5h11M14 13h8M14 15.5h9" />
  </>
);
const decree: ReactNode = (
  <>
    <path d="M9.5 2.5h13v17h-13z" />
    <path d="M12 6h8M12 8.5h8M12 11h5" />
    <circle cx="18.5" cy="15" r="2.5" fill="currentColor" />
  </>
);
const doses: ReactNode = (
  <>
    <path d="M5.5 2.5h21v17h-21z" />
    <path d="M5.5 7h21M5.5 11h21M5.5 15h21M13 7v12.5M20 7v12.5" />
  </>
);
const letter: ReactNode = (
  <>
    <path d="M9.5 2.5h13v17h-13z" />
    <path d="M12 6h5M12 9h8M12 11.5h8M12 14h8M12 16.5h4" />
  </>
);
const signed: ReactNode = (
  <>
    <path d="M9.5 2.5h13v17h-13z" />
    <path d="M12 6h8M12 8.5h8M12 11h8M12 16.5c1.5-3 2.5 1 3.5-1s1.5 1 4 0" />
  </>
);

const PICTURES: Readonly<Record<DocumentKind, ReactNode>> = {
  photo_id: card,
  supporting_id: card,
  agency_id: card,
  birth_certificate: decree,
  guardianship: decree,
  court_order: decree,
  emancipation_order: decree,
  commitment_order: decree,
  conservatorship: decree,
  fiduciary_certificate: decree,
  name_change: decree,
  power_of_attorney: signed,
  health_care_representative: signed,
  incapacity_certificate: signed,
  release: signed,
  vaccination_proof: doses,
  residence_proof: letter,
  other: letter,
};

/** The class of a document as a small drawing; its words stand beside it. */
export function KindPicture({ kind }: { kind: DocumentKind }) {
  return (
    <svg aria-hidden viewBox="0 0 32 22" className="h-[22px] w-8 flex-none rounded-1 border border-line-strong bg-surface-3 text-ink-3" fill="none" stroke="currentColor" strokeWidth="1">
      {PICTURES[kind]}
    </svg>
  );
}
