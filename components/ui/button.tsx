import { useId, type ComponentProps, type ReactNode } from 'react';
import { classes } from './classes';
import { Icon } from './icon';
import { KeyCap } from './key-cap';
import { Status } from './status';
import { TextLink } from './link';

export type ButtonKind = 'primary' | 'secondary' | 'text';
export type ButtonSize = 'small' | 'normal' | 'large';

const kinds: Record<ButtonKind, string> = {
  primary: 'border-accent-fill bg-accent-fill text-on-accent hover:border-accent-fill-hover hover:bg-accent-fill-hover public:border-2 public:font-semibold',
  secondary: 'border-ctl-line bg-surface text-ink hover:bg-surface-3 public:border-2 public:border-accent public:text-accent public:font-semibold',
  text: 'border-transparent text-accent underline-offset-2 hover:underline public:underline',
};
const sizes: Record<ButtonSize, string> = {
  small: 'min-h-6 px-[7px] text-small public:min-h-11',
  normal: 'min-h-ctl px-2.5',
  large: 'min-h-8 px-3.5 public:min-h-[50px] public:px-6 public:w-full public:min-[900px]:w-auto',
};
const OFF = 'cursor-not-allowed border-dashed border-line-strong bg-surface-3 text-ink-3 public:border-2 public:border-ctl-line public:bg-surface';

function looks(kind: ButtonKind, size: ButtonSize, off: boolean): string {
  return classes(
    'group inline-flex items-center justify-center gap-[7px] rounded-2 border font-medium whitespace-nowrap max-sm:whitespace-normal public:rounded-3 public:whitespace-normal',
    off ? OFF : kinds[kind],
    kind === 'text' && size === 'normal' ? 'min-h-ctl px-1' : sizes[size],
  );
}

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  kind?: ButtonKind;
  size?: ButtonSize;
  /** Work is under way: the button stays where it is and takes no second press. */
  busy?: boolean;
  busyWords?: string;
  /** Why it cannot be pressed now; stands beside the button and is read with it. */
  offBecause?: ReactNode;
  /** The shape before the reason: a question to answer, or something that cannot be saved. */
  offKind?: 'ask' | 'blocked';
  /** The key that does the same. */
  keyCap?: string;
};

/** A button. When off it can still be focused, so that its reason can be read. */
export function Button({ kind = 'secondary', size = 'normal', busy = false, busyWords, offBecause, offKind = 'ask', keyCap, type = 'button', onClick, className, children, ...rest }: ButtonProps) {
  const reasonId = useId();
  const off = Boolean(offBecause);
  const still = off || busy;
  const described = classes(rest['aria-describedby'], off && reasonId) || undefined;
  const button = (
    <button
      {...rest}
      type={still ? 'button' : type}
      onClick={still ? undefined : onClick}
      aria-disabled={still || undefined}
      aria-busy={busy || undefined}
      aria-describedby={described}
      data-kind={off ? undefined : kind}
      className={classes(looks(kind, size, off), className)}
    >
      {busy && <Icon name="today" className="size-3 motion-safe:animate-spin" />}
      {busy && busyWords ? busyWords : children}
      {keyCap && <KeyCap>{keyCap}</KeyCap>}
    </button>
  );
  if (!off) return button;
  return (
    <span className="inline-flex flex-wrap items-center gap-3">
      <span id={reasonId}>
        <Status kind={offKind}>{offBecause}</Status>
      </span>
      {button}
    </span>
  );
}

type ButtonLinkProps = { href: string; id?: string; kind?: ButtonKind; size?: ButtonSize; keyCap?: string; className?: string; children: ReactNode };

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({ href, id, kind = 'secondary', size = 'normal', keyCap, className, children }: ButtonLinkProps) {
  return (
    <TextLink href={href} id={id} bare data-kind={kind} className={classes(looks(kind, size, false), className)}>
      {children}
      {keyCap && <KeyCap>{keyCap}</KeyCap>}
    </TextLink>
  );
}
