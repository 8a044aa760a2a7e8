import { OFFICE_ZONE } from '@/lib/platform/dates';

/** `10:47:52`: said within the hour, so without morning or afternoon. */
export const savedAtWords = (at: Date): string =>
  at.toLocaleTimeString('en-US', { timeZone: OFFICE_ZONE, hour: 'numeric', minute: '2-digit', second: '2-digit' }).replace(/\s?[AP]M$/, '');
