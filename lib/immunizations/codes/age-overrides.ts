/**
 * Where the table's use ages would refuse honest paper. Months as in the table: one month of grace below, none above.
 * Each row has its authority; all others stay as CDC has them.
 */
type AgeOverride = { readonly fromMonth?: number; readonly toMonth?: number };

export const AGE_OVERRIDES: Readonly<Record<string, AgeOverride>> = {
  // BCG is given at birth where tuberculosis is common (WHO position paper, 2018).
  '19': { fromMonth: 0 },
  // Oral polio vaccine at birth, the "zero dose" (WHO polio position paper, 2016 and 2022).
  '02': { fromMonth: 0 },
  '178': { fromMonth: 0 },
  '179': { fromMonth: 0 },
  '182': { fromMonth: 0 },
  '89': { fromMonth: 0 },
  // Tetanus toxoid alone was a children's vaccine before DTP and beside it (CDC Pink Book, tetanus).
  '35': { fromMonth: 1 },
  '112': { fromMonth: 1 },
  '142': { fromMonth: 1 },
  // The two-dose adolescent series uses the adult vial from the 11th birthday (ACIP, hepatitis B, 2018).
  '43': { fromMonth: 131 },
  // Travelers over 60 get yellow fever vaccine with a precaution, not a bar (ACIP, yellow fever, 2010).
  '37': { toMonth: 1440 },
  '183': { toMonth: 1440 },
  '184': { toMonth: 1440 },
  // Licensed for 18 years and over without a limit since 2014 (FDA, Flublok).
  '155': { toMonth: 1440 },
  // Licensed from 6 weeks of age since May 2025 (FDA, MenQuadfi).
  '203': { fromMonth: 1 },
  // Long-acting and older RSV antibodies protect newborns (ACIP 2023; palivizumab label, 1998).
  '71': { fromMonth: 0 },
  '93': { fromMonth: 0 },
  '145': { fromMonth: 0 },
};
