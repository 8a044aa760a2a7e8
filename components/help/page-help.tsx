'use client';

import { usePathname } from 'next/navigation';
import { TextLink } from '@/components/ui/link';
import { paths } from '@/lib/paths';
import { helpFor } from './help-words';

/** What this page is for, above its keys. */
export function PageHelpText() {
  const help = helpFor(usePathname() ?? '');
  return (
    <section aria-label="About this page" className="mb-3 border-b pb-3">
      {help !== null && (
        <>
          <h3 className="mb-1 font-semibold">{help.title}</h3>
          {help.says.map((sentence) => (
            <p key={sentence} className="text-body">
              {sentence}
            </p>
          ))}
        </>
      )}
      <p className="mt-2 flex gap-4">
        <TextLink href={paths.help}>Help and words</TextLink>
        <TextLink href={paths.howACaseMoves}>How a case moves</TextLink>
      </p>
    </section>
  );
}
