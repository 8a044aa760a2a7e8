'use client';

import { useRouter } from 'next/navigation';
import { Menu } from '@/components/ui/menu';
import { paths } from '@/lib/paths';
import { signOut } from './sign-out';

/** Who is signed in, with what is their own: their sessions and account, and the way out. */
export function UserMenu({ name, role }: { name: string; role: string }) {
  const router = useRouter();
  return (
    <Menu
      words={
        <>
          <b className="max-w-40 truncate font-medium text-ink">{name}</b>
          <span className="max-w-36 truncate">{role}</span>
        </>
      }
      entries={[
        { id: 'account', words: 'Your sessions and account' },
        { id: 'sign-out', words: 'Sign out' },
      ]}
      onChoose={(id) => (id === 'account' ? router.push(paths.account) : void signOut())}
    />
  );
}
