'use client';

import type { ComponentProps } from 'react';
import { TextField } from '../forms/text-field';
import type { Language } from '../shell/preferences';
import { formWords } from './words';

type Part = 'line1' | 'line2' | 'city' | 'state' | 'zip';

/** The boxes of an address. `box` gives each its name, its listeners and its problem. */
export function AddressFields({ language, box }: { language: Language; box: (part: Part) => Omit<ComponentProps<typeof TextField>, 'label'> }) {
  const say = formWords[language];
  return (
    <>
      <TextField label={say.line1} autoComplete="address-line1" {...box('line1')} />
      <TextField label={say.line2} hint={say.optional} autoComplete="address-line2" {...box('line2')} />
      <TextField label={say.city} autoComplete="address-level2" {...box('city')} />
      <TextField label={say.state} hint={say.stateHint} autoComplete="address-level1" maxLength={2} className="max-w-20 uppercase" {...box('state')} />
      <TextField label={say.zip} autoComplete="postal-code" inputMode="numeric" maxLength={10} className="max-w-40" {...box('zip')} />
    </>
  );
}
