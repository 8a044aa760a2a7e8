import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Status } from '@/components/ui/status';
import type { HolderWords, Peek, PersonWords } from './queue-words';

/** The name gives way where it is narrow, the age stays. */
export function About({ person }: { person: PersonWords }) {
  if (person === null) return <span className="text-ink-3">Name not shown</span>;
  return (
    <span className="flex min-w-0" title={person.name}>
      <span className="truncate">
        <b className="font-semibold">{person.name}</b>
        {person.age !== null && <span className="text-ink-2">,</span>}
      </span>
      {person.age !== null && <span className="flex-none whitespace-pre text-ink-2"> {person.age}</span>}
    </span>
  );
}

export function Holder({ holder: { who, mine, beside, nobody } }: { holder: HolderWords }) {
  const name = mine ? <b className="font-semibold">{who}</b> : nobody ? <span className="text-ink-3">{who}</span> : who;
  return (
    <>
      {name}
      {beside !== null && <span className="text-ink-2">, {beside}</span>}
    </>
  );
}

type Props = { name: string; href: string; peek: Peek };

/** The case in short, under the table: what the row had to cut, and what comes next. */
export function QueuePeek({ name, href, peek: { person, kind, first, closed, due, deadline, presence, holder } }: Props) {
  const parts: readonly (readonly [string, ReactNode])[] = [
    ...first,
    [closed ? 'Closed' : 'Due', <Status key="due" kind={due.kind}>{due.words}</Status>],
    ['Their deadline', deadline],
    presence !== null ? ['Presence', presence] : ['Who has it', <Holder key="holder" holder={holder} />],
  ];
  return (
    <>
      <div className="min-w-0">
        <p className="text-small text-ink-3">{name}</p>
        <p className="text-section">
          <About person={person} />
        </p>
        <p className="text-ink-2">{kind}</p>
      </div>
      {parts.map(([term, value]) => (
        <div key={term} className="min-w-0">
          <p className="text-small text-ink-3">{term}</p>
          <div className="font-medium">{value}</div>
        </div>
      ))}
      <ButtonLink href={href} keyCap="Enter" className="ml-auto flex-none">
        Open case
      </ButtonLink>
    </>
  );
}
