'use client';

import { useState } from 'react';

/**
 * The widget library asks this tag for the nonce of the one style element it inserts. The browser holds the page to the nonce
 * it was opened with; a refresh renders the layout again under another, so the first one is kept.
 */
export function StyleNonce({ nonce }: { nonce: string | undefined }) {
  const [first] = useState(nonce);
  return <meta property="csp-nonce" nonce={first} />;
}
