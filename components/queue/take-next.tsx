'use client';

import { useRouter } from 'next/navigation';
import { CommandNotice } from '@/components/forms/command-notice';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/keys';
import { paths } from '@/lib/paths';

const refusals = { nothing_waiting: 'Nothing is waiting in your languages and kinds.' };

/** The oldest promise in one's scope, with one key. */
export function TakeNext() {
  const take = useCommand('case.take_next');
  const router = useRouter();
  const press = async () => {
    const outcome = await take.run({});
    if (outcome.ok) router.push(paths.case(outcome.value.number));
  };
  useKeys([{ keys: 'n', words: 'Take next', run: () => void press() }]);
  return (
    <>
      <CommandNotice reason={take.reason} words={refusals} />
      <Button kind="primary" size="large" keyCap="n" busy={take.busy} onClick={() => void press()}>
        Take next
      </Button>
    </>
  );
}
