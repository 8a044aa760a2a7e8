/** How a person likes the screen. Cookies, not browser storage: nothing about anybody is kept there. */
export const THEME_COOKIE = 'theme';
export const LANGUAGE_COOKIE = 'language';
export const SINGLE_KEYS_COOKIE = 'single-keys';
export const ROWS_COOKIE = 'rows';
export const COLUMNS_COOKIE = 'queue-columns';

export type Theme = 'light' | 'dark' | 'system';
export type Language = 'en' | 'es';
export type Rows = 'compact' | 'comfortable';

export const asTheme = (text: string | undefined): Theme => (text === 'light' || text === 'dark' ? text : 'system');
export const asLanguage = (text: string | undefined): Language => (text === 'es' ? 'es' : 'en');
export const asRows = (text: string | undefined): Rows => (text === 'comfortable' ? 'comfortable' : 'compact');

const A_YEAR = 365 * 24 * 60 * 60;

/** Remembers a choice for a year in this browser. */
export function remember(cookie: string, value: string): void {
  document.cookie = `${cookie}=${encodeURIComponent(value)}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax`;
}
