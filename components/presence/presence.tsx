'use client';

import { hereWords } from '@/lib/cases/presence';
import { useCaseStream } from './case-stream';
import { useBeats } from './use-beats';

/** Colleagues who have this case open now. Advice: what somebody else saved first is told when one saves. */
export function Presence({ caseId }: { caseId: string }) {
  useBeats(caseId);
  const { people } = useCaseStream(caseId);
  return (
    <div role="status" aria-label="Also here" className="text-small text-ink-2">
      {people.map((person) => (
        <p key={person.name} className={person.editing ? 'font-medium text-today' : undefined}>
          {hereWords(person)}
        </p>
      ))}
    </div>
  );
}
