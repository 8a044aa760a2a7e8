/**
 * CVX codes of COVID-19 vaccines that may stand on a COVID-19 card.
 * Source: CDC CVX code set as compiled by AIRA (immregistries/codebase, December 2025, Apache-2.0):
 * concept types "vaccine" and "foreign vaccine" that name COVID-19. 225 and 226 were never active.
 */
const IN_THE_STATES = [
  '207', '208', '210', '211', '212', '217', '218', '219', '221', '227', '228', '229', '230',
  '300', '301', '302', '308', '309', '310', '311', '312', '313', '334',
];

const ABROAD = Array.from({ length: 22 }, (_, index) => String(500 + index));

const COVID = new Set([...IN_THE_STATES, ...ABROAD]);

/** "SARS-COV-2 (COVID-19) vaccine, UNSPECIFIED": says that a dose was given, not which. */
export const UNSPECIFIED_COVID = '213';

/** Whether a CVX code names a COVID-19 vaccine; the unspecified code 213 does not pass. */
export const isCovidCode = (cvx: string): boolean => COVID.has(cvx);
