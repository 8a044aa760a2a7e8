import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/link';

/** Above a step that the request does not need: it may be passed by, and still be done where a paper shows more. */
export function NotAskedFor({ goOn }: { goOn: { words: string; href: string } }) {
  return (
    <div className="px-4 pt-3">
      <Notice title="Not asked for">
        They did not ask about doses. <TextLink href={goOn.href}>{goOn.words}</TextLink>, or add what an accepted paper shows.
      </Notice>
    </div>
  );
}
