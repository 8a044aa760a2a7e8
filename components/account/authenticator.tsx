import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';

/** The secret for an authenticator: a picture to scan, and the same as text. */
export function Authenticator({ picture, secret }: { picture: ReactNode; secret: string }) {
  return (
    <div className="flex flex-wrap gap-4">
      {picture}
      <div className="grid min-w-0 flex-1 basis-56 content-start gap-2">
        <p>Scan the picture with an authenticator app on your telephone, such as Google Authenticator, Microsoft Authenticator or 2FAS.</p>
        <p className="text-ink-2">Cannot scan? Type this key into the app:</p>
        <p className="font-medium break-all tabular-nums">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
        <CopyButton text={secret} what="the key" />
      </div>
    </div>
  );
}
