import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classes } from './classes';

type Props = Omit<ComponentProps<typeof Link>, 'prefetch' | 'href'> & {
  href: string;
  /** Without the underline and colour of running text. */
  bare?: boolean;
};

/**
 * A link within the desk. Nothing is fetched before it is followed:
 * a look at a person is logged, so a machine must not look in advance.
 */
export function TextLink({ bare = false, className, ...rest }: Props) {
  return <Link {...rest} prefetch={false} className={classes(!bare && 'link', className)} />;
}
