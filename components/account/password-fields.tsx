'use client';

import { useState } from 'react';
import type { ComponentProps } from 'react';
import { Checkbox } from '@/components/forms/checkbox';
import { TextField } from '@/components/forms/text-field';

/** A new password, which can be looked at while it is typed; typing it twice would teach short ones. */
export function NewPasswordField(field: Omit<ComponentProps<typeof TextField>, 'type' | 'hint' | 'autoComplete'>) {
  const [shown, setShown] = useState(false);
  return (
    <div>
      <TextField {...field} type={shown ? 'text' : 'password'} autoComplete="new-password" spellCheck={false} hint="15 characters or more; four words that do not belong together are good. No rules about signs and digits." />
      <Checkbox name={`${field.name}-shown`} label="Show it" checked={shown} onChange={(event) => setShown(event.target.checked)} className="mt-1" />
    </div>
  );
}
