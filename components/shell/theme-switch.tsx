'use client';

import { useState } from 'react';
import { Segmented } from '../ui/segmented';
import { remember, THEME_COOKIE, type Theme } from './preferences';

const options = [
  { value: 'system', words: 'As the system' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
] as const satisfies readonly { value: Theme; words: string }[];

/** Light, dark or as the system; the server reads the cookie, so a page never flashes the other way. */
export function ThemeSwitch({ theme: initially = 'system' }: { theme?: Theme }) {
  const [theme, setTheme] = useState<Theme>(initially);
  const choose = (next: Theme) => {
    setTheme(next);
    remember(THEME_COOKIE, next);
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  };
  return <Segmented label="Colours" options={options} value={theme} onChange={choose} />;
}
