/**
 * The few products that the seed gives, with the years in which it gives them.
 * Codes, makers and use dates agree with CDC's CVX, MVX and trade name tables (CDC code sets of December 2025).
 * A code without a trade name stands for what old paper says.
 */
export type Product = { readonly cvx: string; readonly trade: string | null; readonly mvx: string | null; readonly from: string; readonly until: string; readonly lot: string };

const END = '2099-12-31';
const product = (cvx: string, trade: string | null, mvx: string | null, from: string, until = END, lot = 'X####'): Product => ({ cvx, trade, mvx, from, until, lot });

const PFIZER = product('208', 'Pfizer-BioNTech COVID-19 Vaccine', 'PFR', '2020-12-14', '2022-08-31', 'XX####');
const MODERNA = product('207', 'Moderna COVID-19 Vaccine', 'MOD', '2020-12-21', '2022-08-31', '###X##X');

/** A letter of the lot pattern: `X` a capital, `#` a digit, everything else itself. */
export const VACCINES = {
  hep_b_child: [product('08', 'ENGERIX B-PEDS', 'SKB', '1992-01-01', END, '#X#X#'), product('08', 'RECOMBIVAX-PEDS', 'MSD', '1992-01-01', END, 'X######')],
  hep_b_adult: [product('189', 'HEPLISAV-B', 'DVX', '2018-06-01', END, 'TXX###'), product('43', 'RECOMBIVAX-ADULT', 'MSD', '1992-01-01', END, 'X######')],
  dtap_hepb_ipv: [product('110', 'PEDIARIX', 'SKB', '2003-01-01', END, '#X#X#')],
  dtap_ipv_hib: [product('120', 'PENTACEL', 'PMC', '2008-10-01', END, 'X####XX')],
  dtap_hib_ipv_hepb: [product('146', 'VAXELIS', 'MSP', '2021-07-01', END, 'X####XX')],
  dtap: [product('20', 'INFANRIX', 'SKB', '1997-03-01', END, '#X#X#'), product('106', 'DAPTACEL', 'PMC', '2002-07-01', END, 'X####XX'), product('01', null, null, '1949-01-01', '1996-12-31')],
  dtap_ipv: [product('130', 'KINRIX', 'SKB', '2008-08-01', END, '#X#X#'), product('130', 'Quadracel', 'PMC', '2016-01-01', END, 'X####XX')],
  ipv: [product('10', 'IPOL', 'PMC', '2000-01-01', END, 'X####'), product('02', null, null, '1963-01-01', '1999-12-31')],
  hib: [product('49', 'PEDVAXHIB', 'MSD', '1997-01-01', END, 'X######'), product('48', 'ACTHIB', 'PMC', '1997-01-01', END, 'XX###XX')],
  pneumococcal_child: [product('133', 'PREVNAR 13', 'WAL', '2010-04-01', '2022-12-31', 'XX####'), product('215', 'VAXNEUVANCE', 'MSD', '2022-09-01', END, 'X######'), product('216', 'PREVNAR 20', 'PFR', '2023-07-01', END, 'XX####')],
  pneumococcal_adult: [product('33', 'PNEUMOVAX 23', 'MSD', '1985-01-01', '2021-12-31', 'X######'), product('216', 'PREVNAR 20', 'PFR', '2022-01-01', END, 'XX####')],
  rotavirus: [product('116', 'ROTATEQ', 'MSD', '2006-06-01', END, '#######'), product('119', 'ROTARIX', 'SKB', '2008-06-01', END, '#X#X#')],
  mmr: [product('03', 'M-M-R II', 'MSD', '1979-01-01', END, 'X######'), product('03', 'Priorix', 'SKB', '2022-09-01', END, '#X#X#')],
  varicella: [product('21', 'VARIVAX', 'MSD', '1995-05-01', END, 'X######')],
  mmrv: [product('94', 'PROQUAD', 'MSD', '2006-01-01', END, 'X######')],
  hep_a_child: [product('83', 'HAVRIX-PEDS', 'SKB', '2006-01-01', END, '#X#X#'), product('83', 'VAQTA-PEDS', 'MSD', '2006-01-01', END, 'X######')],
  tdap: [product('115', 'BOOSTRIX', 'SKB', '2005-07-01', END, '#X#X#'), product('115', 'ADACEL', 'PMC', '2005-07-01', END, 'X####XX')],
  td: [product('113', 'Tenivac', 'PMC', '2013-09-01', END, 'X####XX'), product('09', null, null, '1960-01-01', '2013-08-31')],
  hpv: [product('165', 'Gardasil 9', 'MSD', '2015-03-01', END, 'X######')],
  men_acwy: [product('114', 'MENACTRA', 'PMC', '2005-06-01', '2021-12-31', 'X####XX'), product('136', 'Menveo', 'SKB', '2016-04-01', END, 'XXXX####')],
  men_b: [product('162', 'Trumenba', 'PFR', '2015-02-01', END, 'XX####'), product('163', 'Bexsero', 'NOV', '2016-01-01', END, 'XXXX##X')],
  zoster: [product('187', 'SHINGRIX', 'SKB', '2018-01-01', END, '#X#X#')],
  rsv_adult: [product('305', 'ABRYSVO', 'PFR', '2023-09-01', END, 'XX####'), product('303', 'Arexvy', 'SKB', '2023-08-15', END, '#X#X#')],
  rsv_infant: [product('306', 'BEYFORTUS', 'PMC', '2023-10-01', END, 'XX###X')],
  flu: [
    product('140', 'FLUARIX', 'SKB', '2010-09-01', '2013-08-15', '#X#X#'),
    product('150', 'Fluarix, quadrivalent, preservative free', 'SKB', '2013-09-01', '2024-05-01', '#X#X#'),
    product('150', 'Fluzone, quadrivalent, preservative free', 'PMC', '2014-11-01', '2024-05-01', 'XX###XX'),
    product('171', 'flucelvax, quadrivalent, preservative free', 'SEQ', '2021-08-01', '2024-05-01', '######'),
    product('140', 'Fluarix trivalent, preservative free', 'SKB', '2024-07-15', END, '#X#X#'),
    product('140', 'Fluzone trivalent, preservative free', 'PMC', '2024-07-15', END, 'XX###XX'),
  ],
  flu_high: [
    product('135', 'FLUZONE-HIGH DOSE', 'PMC', '2011-09-01', '2020-05-01', 'XX###XX'),
    product('197', 'FLUZONE High-Dose Quadrivalent', 'PMC', '2020-08-01', '2024-05-01', 'XX###XX'),
    product('205', 'FLUAD Quadrivalent', 'SEQ', '2020-09-01', '2024-05-01', '######'),
    product('135', 'Fluzone High-Dose trivalent, preservative free', 'PMC', '2024-07-15', END, 'XX###XX'),
  ],
  // Twice and twice and once: about as Connecticut gave them.
  covid_first: [
    PFIZER,
    MODERNA,
    PFIZER,
    MODERNA,
    product('212', 'Janssen (J&J) COVID-19 Vaccine', 'JSN', '2021-03-01', '2022-05-01', '###X##X'),
  ],
  covid_child: [product('218', null, 'PFR', '2021-11-03', '2022-10-11', 'XX####')],
  covid_toddler: [product('219', null, 'PFR', '2022-06-20', '2023-04-18', 'XX####'), product('228', null, 'MOD', '2022-06-20', '2023-04-18', '###X##X')],
  covid_bivalent: [product('300', null, 'PFR', '2022-09-02', '2023-09-11', 'XX####'), product('229', null, 'MOD', '2022-09-02', '2023-09-11', '###X##X')],
  covid_bivalent_child: [product('301', 'Pfizer-BioNTech COVID-19 Bivalent, Original + BA.4/BA.5 (Non-US Tradename COMIRNATY Bivalent)', 'PFR', '2022-11-16', '2023-09-11', 'XX####')],
  covid_recent: [product('309', null, 'PFR', '2023-09-13', END, 'XX####'), product('312', null, 'MOD', '2023-09-13', END, '#######'), product('313', 'Novavax COVID-19 Vaccine, Adjuvanted (US Only)', 'NVX', '2023-10-04', '2025-08-27', '####XX###')],
  covid_recent_child: [product('310', null, 'PFR', '2023-09-13', END, 'XX####'), product('311', null, 'MOD', '2023-09-13', END, '#######')],
  bcg: [product('19', null, null, '1950-01-01', END)],
} as const satisfies Record<string, readonly Product[]>;

export type Vaccine = keyof typeof VACCINES;
