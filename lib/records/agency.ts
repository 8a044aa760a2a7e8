import type { Agency } from './types';

/** Who issues and certifies the records; the address is where mail for the program goes. */
export const AGENCY: Agency = {
  department: 'Connecticut Department of Public Health',
  program: 'Immunization Program',
  street: '410 Capitol Ave, MS #11 MUN',
  city: 'Hartford, CT 06134',
  phone: '(860) 509-7929',
};
