import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { OpenGlassBanner } from '@/components/restricted/open-glass';
import { ProofDialog } from '@/components/session/proof-dialog';
import { SessionWatch } from '@/components/session/session-watch';
import { SINGLE_KEYS_COOKIE } from '@/components/shell/preferences';
import { StaffFrame } from '@/components/shell/staff-frame';
import { listOpenGlass } from '@/lib/cases/queries/glass';
import { paths } from '@/lib/paths';
import { requireStaff } from '../session';

/** A second window beside the desk: no bar, the same keys, the same lock. */
export default async function PaperLayout({ children }: { children: ReactNode }) {
  const actor = await requireStaff();
  const singleKeys = (await cookies()).get(SINGLE_KEYS_COOKIE)?.value !== 'off';
  return (
    <StaffFrame singleKeys={singleKeys} top={<OpenGlassBanner open={await listOpenGlass(actor)} />} overlays={
        <>
          <ProofDialog signsInBy={actor.signsInBy} />
          <SessionWatch person={{ id: actor.publicId, name: actor.name, signsInBy: actor.signsInBy }} signInHref={paths.signIn()} />
        </>
      }>
      {children}
    </StaffFrame>
  );
}
