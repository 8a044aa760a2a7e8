'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, type DefaultValues, type FieldValues } from 'react-hook-form';
import type { z } from 'zod';

/**
 * A form checked by the schema that the server checks with. Values are checked on save, then as each
 * field is mended; the summary takes the focus, so the library must not send it to a field.
 */
export function useSchemaForm<In extends FieldValues, Out>(schema: z.ZodType<Out, In>, defaultValues: DefaultValues<In>) {
  return useForm<In, unknown, Out>({ resolver: zodResolver(schema), defaultValues, shouldFocusError: false, reValidateMode: 'onChange' });
}
