import '@fontsource/ibm-plex-sans/400.css';
import '@fontsource/ibm-plex-sans/500.css';
import '@fontsource/ibm-plex-sans/600.css';
import '@fontsource/public-sans/400.css';
import '@fontsource/public-sans/600.css';
import '@fontsource/public-sans/700.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { LANGUAGE_COOKIE, THEME_COOKIE, asLanguage, asTheme } from '@/components/shell/preferences';
import { StyleNonce } from '@/components/shell/style-nonce';

// The mark of the brand, inline: one request and one public path less.
const MARK = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#fff" d="M3 1h10v14H3z"/><path fill="#14181c" d="M3 1h10v14H3zm1.5 4v8.5h7V5z"/></svg>')}`;

export const metadata: Metadata = {
  title: { default: 'Record Desk', template: '%s - Record Desk' },
  robots: { index: false, follow: false },
  icons: { icon: MARK },
};
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

async function nonceOfThisRequest(): Promise<string | undefined> {
  const policy = (await headers()).get('content-security-policy') ?? '';
  return /'nonce-([^']+)'/.exec(policy)?.[1];
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const surface = process.env.SURFACE === 'public' ? 'public' : 'staff';
  const jar = await cookies();
  const language = surface === 'public' ? asLanguage(jar.get(LANGUAGE_COOKIE)?.value) : 'en';
  const theme = asTheme(jar.get(THEME_COOKIE)?.value);
  return (
    <html lang={language} data-surface={surface} data-theme={surface === 'staff' && theme !== 'system' ? theme : undefined}>
      <head>
        <StyleNonce nonce={await nonceOfThisRequest()} />
      </head>
      <body>{children}</body>
    </html>
  );
}
