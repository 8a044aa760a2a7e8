import { classes } from './classes';

/** Drawings on a 12 by 12 grid, in the colour of the words beside them. */
const drawings = {
  overdue: <path d="M6 .8 11.7 11.2H.3Z" fill="currentColor" stroke="none" />,
  today: (
    <>
      <circle cx="6" cy="6" r="5" />
      <path d="M6 1a5 5 0 0 1 0 10Z" fill="currentColor" stroke="none" />
    </>
  ),
  later: <circle cx="6" cy="6" r="5" />,
  waiting: <path d="M2.5 1.5h2.4v9H2.5zM7.1 1.5h2.4v9H7.1z" fill="currentColor" stroke="none" />,
  done: <path d="m1.5 6.4 3 3 6-6.8" strokeWidth="1.9" />,
  refused: (
    <>
      <circle cx="6" cy="6" r="5" />
      <path d="m2.6 9.4 6.8-6.8" />
    </>
  ),
  restricted: (
    <>
      <path d="M1.8 5.4h8.4v5.8H1.8z" fill="currentColor" stroke="none" />
      <path d="M3.6 5.6V3.4a2.4 2.4 0 0 1 4.8 0v2.2" />
    </>
  ),
  ask: (
    <>
      <path d="M6 .9 11.1 6 6 11.1 .9 6Z" />
      <circle cx="6" cy="6" r="1.3" fill="currentColor" stroke="none" />
    </>
  ),
  blocked: (
    <path
      fill="currentColor"
      stroke="none"
      fillRule="evenodd"
      d="M3.6.5h4.8l3.1 3.1v4.8l-3.1 3.1H3.6L.5 8.4V3.6zM5.2 2.6h1.6v4.1H5.2zM5.2 7.9h1.6v1.6H5.2z"
    />
  ),
  equal: <path d="M2.5 4.3h7M2.5 7.7h7" strokeWidth="1.8" />,
  similar: <path d="M2 5c1.3-1.6 2.7-1.6 4 0s2.7 1.6 4 0M2 8.6c1.3-1.6 2.7-1.6 4 0s2.7 1.6 4 0" strokeWidth="1.5" />,
  unequal: <path d="M2.2 4.3h7.6M2.2 7.7h7.6M8.2 1.6 3.8 10.4" strokeWidth="1.8" />,
  missing: <path d="M4 6h4" strokeWidth="1.8" />,
  dot: <circle cx="6" cy="6" r="3" fill="currentColor" stroke="none" />,
  square: <path d="M1.5 1.5h9v9h-9z" fill="currentColor" stroke="none" />,
  diamond: <path d="M6 .9 11.1 6 6 11.1 .9 6Z" fill="currentColor" stroke="none" />,
  sent: <path d="m1.5 1 10 5-10 5z" fill="currentColor" stroke="none" />,
  arrow: <path d="M1 6h9.4M7 2.4 10.6 6 7 9.6" />,
  down: <path d="m2.5 4.2 3.5 3.6 3.5-3.6" />,
  up: <path d="m2.5 7.8 3.5-3.6 3.5 3.6" />,
  left: <path d="M7.8 2.5 4.2 6l3.6 3.5" />,
  right: <path d="M4.2 2.5 7.8 6 4.2 9.5" />,
  close: <path d="m2.5 2.5 7 7m0-7-7 7" />,
  plus: <path d="M6 1.8v8.4M1.8 6h8.4" />,
  minus: <path d="M1.8 6h8.4" />,
  search: (
    <>
      <circle cx="5.2" cy="5.2" r="3.7" />
      <path d="m8 8 3 3" />
    </>
  ),
  copy: <path d="M4 4V1.5h6.5V8H8M1.5 4H8v6.5H1.5z" />,
  info: (
    <>
      <circle cx="6" cy="6" r="5" />
      <path d="M6 5.4v3.4M6 3v1.1" />
    </>
  ),
} as const;

export type IconName = keyof typeof drawings;

/** A shape that repeats what the words beside it say; screen readers pass it by. */
export function Icon({ name, className = 'size-3' }: { name: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false" className={classes('inline-block flex-none fill-none stroke-current align-[-1px]', className)} strokeWidth="1.6">
      {drawings[name]}
    </svg>
  );
}
