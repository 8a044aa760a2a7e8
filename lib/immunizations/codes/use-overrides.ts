/**
 * When a brand could have been given at all: curated, because the table's own use dates are mostly the days of its
 * revisions (28 codes "start" on 2010-05-28, 36 of 37 unspecified ones have "ended").
 *
 * First: the earliest licence or campaign anywhere (FDA, EMA, WHO or the maker's home country), since Connecticut
 * sees cards from everywhere. Last: the year by which the last lot of a product withdrawn worldwide had expired;
 * left open where another country may still use it. Whole years, or months for COVID-19.
 * Sources: FDA approvals and emergency authorizations; CDC Pink Book, appendix B; ACIP statements; WHO prequalification
 * and the April 2016 switch from trivalent oral polio vaccine. Compiled November 2026; a row here only ever asks for a reason.
 */

/** `[first]` or `[first, last]`, each `yyyy` or `yyyy-mm`, both included. */
export type UseYears = readonly [first: string, last?: string];

/** Codes that stand for one product. A code that also stands for older or unnamed ones (03, 08, 10, 20, 33, 141 ...) is not here. */
export const CODE_YEARS: Readonly<Record<string, UseYears>> = {
  // Combinations for children
  '22': ['1992'], '46': ['1987', '2003'], '47': ['1988', '2010'], '48': ['1991'], '49': ['1989'], '50': ['1996', '2013'], '51': ['1996', '2016'],
  '02': ['1961', '2016'], '20': ['1981'], '106': ['1997'], '110': ['2000'], '120': ['1997'], '130': ['1997'], '132': ['2000'], '146': ['2016'], '94': ['2005'], '21': ['1984'],
  // Rotavirus, pneumococcal, meningococcal
  '74': ['1998', '1999'], '116': ['2005'], '119': ['2004'], '33': ['1977'], '100': ['2000', '2013'], '133': ['2009'], '215': ['2021'], '216': ['2021'], '327': ['2024'],
  '32': ['1978', '2019'], '114': ['2005'], '136': ['2010'], '148': ['2012', '2018'], '162': ['2014'], '163': ['2013'], '203': ['2020'], '316': ['2023'], '328': ['2025'],
  // Adolescents and adults
  '62': ['2006'], '118': ['2007'], '165': ['2014'], '115': ['1998'], '121': ['2006', '2021'], '187': ['2017'], '189': ['2017'], '220': ['2021', '2026'],
  '52': ['1991'], '83': ['1991'], '84': ['1991'], '104': ['1996'], '66': ['1998', '2003'],
  // Influenza
  '111': ['2003'], '125': ['2009', '2011'], '126': ['2009', '2011'], '127': ['2009', '2011'], '135': ['2009'], '144': ['2011', '2018'], '149': ['2012'], '150': ['2012'],
  '153': ['2012'], '155': ['2013'], '158': ['2012'], '161': ['2013'], '166': ['2014', '2019'], '168': ['1997'], '171': ['2016'], '185': ['2016'], '186': ['2016'], '197': ['2019'], '205': ['2020'], '333': ['2024'],
  // RSV
  '71': ['1995'], '93': ['1998'], '303': ['2023'], '305': ['2023'], '306': ['2022'], '307': ['2022'], '326': ['2024'], '332': ['2025'],
  // Travel and special
  '56': ['2015'], '134': ['2009'], '143': ['2011'], '174': ['2016'], '204': ['2015'], '206': ['2013'], '317': ['2023'], '329': ['2025'],
  // COVID-19: emergency authorizations; the last month is that of the last lots, some months past the end of the authorization.
  '207': ['2020-12', '2023-12'], '208': ['2020-12', '2023-12'], '210': ['2020-12'], '211': ['2021-11', '2024-12'], '212': ['2021-02', '2023-12'],
  '217': ['2021-09', '2023-12'], '218': ['2021-10', '2023-12'], '219': ['2022-06', '2023-12'], '221': ['2022-03', '2023-12'], '227': ['2022-05', '2023-12'], '228': ['2022-06', '2023-12'],
  '229': ['2022-08', '2023-12'], '230': ['2022-10', '2023-12'], '300': ['2022-08', '2023-12'], '301': ['2022-10', '2023-12'], '302': ['2022-12', '2023-12'],
  '308': ['2023-09'], '309': ['2023-09'], '310': ['2023-09'], '311': ['2023-09'], '312': ['2023-09'], '313': ['2023-09'], '334': ['2025-05'],
  '502': ['2021-01'], '505': ['2020-08'], '506': ['2020-06'], '510': ['2020-07'], '511': ['2020-07'],
};

/** Whole groups that did not exist before: no vaccine of the kind was given to anybody, named or not. */
export const GROUP_YEARS: Readonly<Record<string, UseYears>> = { 'COVID-19': ['2020-06'] };

/** Trade names by their key (capitals and digits only); the longest key that begins the typed name counts. */
export const BRAND_YEARS: Readonly<Record<string, UseYears>> = {
  ABRYSVO: ['2023'], ACAM2000: ['2007'], ACELIMUNE: ['1991', '2003'], ACTHIB: ['1991'], ADACEL: ['1999'], AFLURIA: ['2007'], AGRIFLU: ['1986', '2017'], AREXVY: ['2023'],
  ATTENUVAX: ['1968', '2012'], BEXSERO: ['2013'], BEYFORTUS: ['2022'], BIAVAX: ['1970', '2012'], BIOTHRAX: ['1970'], BOOSTRIX: ['1999'], CAPVAXIVE: ['2024'], CERTIVA: ['1998', '2002'],
  CERVARIX: ['2007'], COMIRNATY: ['2020-12'], COMVAX: ['1996', '2016'], COVIFENZ: ['2022'], CYFENDUS: ['2023'], DAPTACEL: ['1997'], DECAVAC: ['2003', '2014'], DENGVAXIA: ['2015'],
  DRYVAX: ['1931', '2010'], ENFLONSIA: ['2025'], ENGERIX: ['1986'], ERVEBO: ['2015'], FLUAD: ['1997'], FLUARIX: ['1987'], FLUBLOK: ['2013'], FLUCELVAX: ['2012'], FLULAVAL: ['2006'],
  FLUMIST: ['2003'], FLUMISTQUADRIVALENT: ['2012'], FLUVIRIN: ['1988', '2019'], FLUZONEHIGHDOSE: ['2009'], FLUZONEINTRADERMAL: ['2011', '2018'], FLUZONEQUADRIVALENT: ['2013'],
  GARDASIL: ['2006'], GARDASIL9: ['2014'], HAVRIX: ['1991'], HEPLISAV: ['2017'], HIBERIX: ['1996'], HIBTITER: ['1988', '2010'], IMOVAX: ['1976'], INFANRIX: ['1994'], IPOL: ['1982'],
  IXCHIQ: ['2023'], IXIARO: ['2009'], JANSSEN: ['2021-02', '2023-12'], JEVAX: ['1992', '2012'], JYNNEOS: ['2019'], KINRIX: ['2008'], MENACTRA: ['2005'], MENHIBRIX: ['2012', '2018'],
  MENOMUNE: ['1978', '2019'], MENQUADFI: ['2020'], MENVEO: ['2010'], MERUVAX: ['1969', '2012'], MMRII: ['1971'], MNEXSPIKE: ['2025-05'], MODERNA: ['2020-12'], MRESVIA: ['2024'],
  MUMPSVAX: ['1967', '2012'], NOVAVAX: ['2021-11'], NUVAXOVID: ['2021-11'], OMNIHIB: ['1993', '2006'], ORIMUNE: ['1963', '2002'], PEDIARIX: ['2002'], PEDVAXHIB: ['1989'],
  PENBRAYA: ['2023'], PENMENVY: ['2025'], PENTACEL: ['1997'], PFIZER: ['2020-12'], PNEUMOVAX: ['1977'], PREHEVBRIO: ['2021', '2026'], PREVNAR: ['2000'], PREVNAR7: ['2000', '2013'],
  PREVNAR13: ['2009'], PREVNAR20: ['2021'], PRIORIX: ['1997'], PROHIBIT: ['1987', '2003'], PROQUAD: ['2005'], QUADRACEL: ['1997'], RABAVERT: ['1984'], RECOMBIVAX: ['1986'],
  ROTARIX: ['2004'], ROTATEQ: ['2005'], SHINGRIX: ['2017'], SPIKEVAX: ['2020-12'], STAMARIL: ['1983'], TDVAX: ['1970'], TENIVAC: ['2003'], TETRAMUNE: ['1992', '2003'], TRIHIBIT: ['1996', '2013'],
  TRIPEDIA: ['1992', '2015'], TRUMENBA: ['2014'], TWINRIX: ['1996'], TYPHIMVI: ['1988'], VAQTA: ['1996'], VARIVAX: ['1995'], VAXCHORA: ['2016'], VAXELIS: ['2016'], VAXNEUVANCE: ['2021'],
  VIMKUNYA: ['2025'], VIVOTIF: ['1983'], ZOSTAVAX: ['2006', '2021'],
};
