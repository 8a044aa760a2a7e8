import { listPromiseMoves } from '@/lib/cases/queries/promise-moves';

/** Why a promise is due at another time than was said before; nothing where it never moved. */
export async function PromiseMoves({ caseId }: { caseId: string }) {
  const moves = await listPromiseMoves(caseId);
  if (moves.length === 0) return null;
  return (
    <ul aria-label="How the promise moved" className="border-b bg-surface-2 px-4 py-1.5 text-small text-ink-2">
      {moves.map(({ id, words }) => (
        <li key={id}>{words}</li>
      ))}
    </ul>
  );
}
