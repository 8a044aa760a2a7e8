import { Status, type StatusKind } from '@/components/ui/status';
import { officeTime } from '@/lib/platform/dates';
import { accountStateWords } from '@/lib/staff/labels';
import type { AccountState } from '@/lib/staff/rules';

const KINDS: Record<AccountState, StatusKind> = { active: 'done', waiting: 'waiting', link_over: 'ask', disabled: 'refused' };

/** Word, shape and colour of an account's state. */
export function AccountStatus({ state, linkUntil }: { state: AccountState; linkUntil: Date | null }) {
  return <Status kind={KINDS[state]}>{state === 'waiting' && linkUntil !== null ? `Link until ${officeTime(linkUntil)}` : accountStateWords[state]}</Status>;
}
