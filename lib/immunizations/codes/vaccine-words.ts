/** A vaccine in few words, for a row of a screen or a record 206 points wide; others keep CDC's short description. */
import { findVaccine } from './cvx';
import { brandWords } from './products';

const SHORT: Readonly<Record<string, string>> = {
  '08': 'HepB, pediatric', '43': 'HepB, adult', '44': 'HepB, dialysis', '45': 'HepB, unspecified', '189': 'HepB-CpG', '220': 'HepB, 3-antigen',
  '83': 'HepA, pediatric', '52': 'HepA, adult', '84': 'HepA, pediatric, 3 dose', '85': 'HepA, unspecified', '104': 'HepA-HepB',
  '106': 'DTaP', '107': 'DTaP, unspecified', '110': 'DTaP-HepB-IPV', '120': 'DTaP-Hib-IPV', '130': 'DTaP-IPV', '146': 'DTaP-IPV-Hib-HepB', '28': 'DT, pediatric',
  '09': 'Td, adult', '113': 'Td, adult', '138': 'Td, adult', '139': 'Td, unspecified', '196': 'Td, adult', '112': 'Tetanus toxoid, unspecified', '35': 'Tetanus toxoid',
  '17': 'Hib, unspecified', '46': 'Hib PRP-D', '47': 'Hib HbOC', '48': 'Hib PRP-T', '49': 'Hib PRP-OMP', '51': 'Hib-HepB',
  '100': 'PCV7', '133': 'PCV13', '152': 'PCV, unspecified', '177': 'PCV10', '215': 'PCV15', '216': 'PCV20', '327': 'PCV21', '33': 'PPSV23', '109': 'Pneumococcal, unspecified',
  '89': 'Polio, unspecified', '05': 'Measles', '06': 'Rubella', '07': 'Mumps', '21': 'Varicella', '38': 'Rubella-mumps', '04': 'Measles-rubella',
  '114': 'MenACWY-D', '136': 'MenACWY-CRM', '203': 'MenACWY-TT', '32': 'MPSV4', '108': 'Meningococcal, unspecified', '147': 'MenACWY, unspecified', '148': 'Hib-MenCY',
  '162': 'MenB-FHbp', '163': 'MenB-4C', '164': 'MenB, unspecified', '316': 'MenABCWY', '328': 'MenABCWY',
  '62': 'HPV4', '118': 'HPV2', '165': 'HPV9', '137': 'HPV, unspecified', '121': 'Zoster, live', '187': 'Zoster, recombinant', '188': 'Zoster, unspecified',
  '74': 'Rotavirus, tetravalent', '116': 'Rotavirus, RV5', '119': 'Rotavirus, RV1', '122': 'Rotavirus, unspecified',
  '88': 'Influenza, unspecified', '111': 'Influenza, LAIV3', '149': 'Influenza, LAIV4', '333': 'Influenza, LAIV3', '140': 'Influenza, IIV3', '141': 'Influenza, IIV3', '150': 'Influenza, IIV4', '158': 'Influenza, IIV4',
  '161': 'Influenza, IIV4, pediatric', '135': 'Influenza, high dose', '197': 'Influenza, high dose IIV4', '144': 'Influenza, intradermal', '166': 'Influenza, intradermal IIV4', '153': 'Influenza, ccIIV3',
  '171': 'Influenza, ccIIV4', '186': 'Influenza, ccIIV4', '320': 'Influenza, ccIIV3', '155': 'Influenza, RIV3', '185': 'Influenza, RIV4', '168': 'Influenza, adjuvanted', '205': 'Influenza, adjuvanted IIV4',
  '126': 'Influenza, H1N1 2009', '127': 'Influenza, H1N1 2009', '125': 'Influenza, H1N1 2009, nasal',
  '303': 'RSV, RSVPreF3', '305': 'RSV, RSVpreF', '326': 'RSV mRNA', '306': 'RSV antibody, nirsevimab', '307': 'RSV antibody, nirsevimab', '332': 'RSV antibody, clesrovimab', '93': 'RSV antibody, palivizumab',
  '206': 'Smallpox and mpox', '213': 'COVID-19, unspecified',
};

const COVID_MRNA = ['207', '208', '217', '218', '219', '221', '227', '228', '308', '309', '310', '311', '312', '334'];
const COVID_BIVALENT = ['229', '230', '300', '301', '302'];
const COVID_VECTOR = ['210', '212'];
const COVID_PROTEIN = ['211', '313'];

/** `MMR`, `DTaP-HepB-IPV`, `COVID-19 mRNA`; the code itself where the table does not have it. */
export function vaccineLabel(cvx: string): string {
  if (COVID_MRNA.includes(cvx)) return 'COVID-19 mRNA';
  if (COVID_BIVALENT.includes(cvx)) return 'COVID-19 mRNA bivalent';
  if (COVID_VECTOR.includes(cvx)) return 'COVID-19 vector';
  if (COVID_PROTEIN.includes(cvx)) return 'COVID-19 protein';
  return SHORT[cvx] ?? findVaccine(cvx)?.label ?? `CVX ${cvx}`;
}

/** Under "COVID-19 mRNA" the brand need not say it again. */
const withoutRepetition = (brand: string): string => brand.replace(/ COVID-19( Vaccine)?/, '');

/** A vaccine with its trade name, as a record lists it: `MMR (M-M-R II)`, `COVID-19 mRNA (Pfizer-BioNTech)`. */
export function vaccineText(cvx: string, tradeName?: string | null): string {
  const brand = withoutRepetition(brandWords(tradeName ?? '')).trim();
  return brand === '' ? vaccineLabel(cvx) : `${vaccineLabel(cvx)} (${brand})`;
}
