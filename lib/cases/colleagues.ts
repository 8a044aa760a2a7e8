/** To whom a case may be given. Pure. */
import type { CaseKind } from '@/lib/policies/case-kinds';

type Colleague = { readonly roles: readonly string[]; readonly languages: readonly string[]; readonly kinds: readonly string[]; readonly disabledAt: Date | null };
type Wanted = { readonly language: string; readonly kind: CaseKind };

/** Why somebody cannot work this case; null when they can. No kinds means every kind. */
export function unfitFor(colleague: Colleague, { language, kind }: Wanted): string | null {
  if (colleague.disabledAt !== null) return 'not_working_here';
  if (!colleague.roles.some((role) => role === 'processor' || role === 'supervisor')) return 'no_casework';
  if (!colleague.languages.includes(language)) return 'other_language';
  return colleague.kinds.length === 0 || colleague.kinds.includes(kind) ? null : 'other_kind';
}
