import { Status } from '@/components/ui/status';
import type { CaseFacts } from '@/lib/cases/types';
import { REASON_WORDS, VERDICT_WORDS } from '@/lib/policies/authority-labels';

const looks = { may_have: 'done', needs: 'ask', may_not: 'blocked', supervisor_decides: 'ask' } as const;

/** What the rules say today about whoever asks, and by which law; a person confirms it by sending, or a supervisor decides. */
export function AuthorityLine({ authority: { verdict, because, cited } }: Pick<CaseFacts, 'authority'>) {
  return (
    <p>
      <Status kind={looks[verdict]}>{VERDICT_WORDS[verdict]}</Status>. {because === 'rule' ? '' : `${REASON_WORDS[because]}. `}
      <span className="text-ink-2">{cited.citation}</span>
    </p>
  );
}
