import type { ReactNode } from 'react';
import { PublicFrame } from '@/components/shell/public-frame';
import { openLink, type LinkProps } from './open-link';

export default async function AnswerLayout({ children, ...props }: LinkProps & { children: ReactNode }) {
  const { language } = await openLink(props);
  return <PublicFrame language={language}>{children}</PublicFrame>;
}
