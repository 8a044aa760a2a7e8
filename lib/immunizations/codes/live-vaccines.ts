/**
 * Live vaccines that conflict when they are given on different days less than 28 days apart.
 * From the live virus conflicts of CDC's clinical decision support, schedule data 4.64: injected, scarified and nasal ones.
 * Oral live vaccines (polio, rotavirus, typhoid, cholera, adenovirus) are not among them.
 */
const LIVE: ReadonlySet<string> = new Set([
  '03', '04', '05', '06', '07', '19', '21', '37', '38', '56', '75', '94', '105', '111', '121', '125', '149', '151', '169', '183', '184',
  '204', '317', '333', '503',
]);

export const LIVE_INTERVAL_DAYS = 28;

/** Live and given by needle or into the nose. */
export const isLiveInjectedOrNasal = (cvx: string): boolean => LIVE.has(cvx);
