'use client';

import './globals.css';
import { FailurePage } from '@/components/request/failure-page';

/** When the outermost layout failed: it stands in for that too. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Error</title>
      </head>
      <body>
        <FailurePage reference={error.digest} retry={reset} />
      </body>
    </html>
  );
}
