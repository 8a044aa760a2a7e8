import { ButtonLink } from '@/components/ui/button';
import { DocumentBadge, type BadgeState } from '@/components/ui/document-badge';
import { Status } from '@/components/ui/status';
import { caseKindWords, documentBadgeWords, relationWords } from '@/lib/cases/words';
import type { QueueRow } from '@/lib/cases/queries/queue';
import type { Promised } from '@/lib/policies/promise';
import { ageOn, asCalendarDate, staffDate, type CalendarDate } from '@/lib/platform/dates';
import { paths } from '@/lib/paths';
import { Due } from './due';
import type { QueueLine } from './queue-table';

type Facts = { row: QueueRow; promised: Promised; today: CalendarDate; me: string };

const shortDay = (on: CalendarDate): string => staffDate(on).slice(0, 5);

function about({ row, today }: Facts) {
  const { given, family, birthOn } = row.subject;
  const born = birthOn === null ? null : asCalendarDate(birthOn);
  return (
    <>
      <b className="font-semibold">
        {given} {family}
      </b>
      {born !== null && <span className="text-ink-2">, {ageOn(born, today).years}</span>}
    </>
  );
}

function askedBy({ row }: Facts) {
  const { relation, requesterGiven, requesterFamily, organization } = row.submission;
  if (relation === 'self') return 'Self';
  return (
    <>
      {organization ?? `${requesterGiven} ${requesterFamily}`}
      <span className="text-ink-2">, {relationWords(relation)}</span>
    </>
  );
}

type Document = QueueRow['submission']['documents'][number];
const badgeState = (document: Document): BadgeState => {
  const decision = document.reviews[0]?.decision;
  return decision === 'accepted' ? 'accepted' : decision === 'returned' ? 'returned' : 'to_review';
};

function documents({ row }: Facts) {
  const shown = row.submission.documents.slice(0, 2);
  const more = row.submission.documents.length - shown.length;
  return (
    <>
      {shown.map((document) => (
        <DocumentBadge key={document.id} state={badgeState(document)}>
          {documentBadgeWords(document.kind)}
        </DocumentBadge>
      ))}
      {more > 0 && <span className="text-ink-2">+{more}</span>}
    </>
  );
}

function holder({ row, me }: Facts) {
  const claim = row.claims[0];
  if (claim === undefined) return <span className="text-ink-3">Nobody</span>;
  return claim.staff.publicId === me ? <b className="font-semibold">You</b> : claim.staff.name;
}

const deadline = ({ row }: Facts): string =>
  row.deadlineOn === null ? 'None given' : [row.deadlineReason, shortDay(row.deadlineOn)].filter((word) => word !== null).join(' ');

function Peek(facts: Facts) {
  const { row, promised } = facts;
  const parts = [
    ['Due', <Due key="due" promised={promised} />],
    ['Their deadline', deadline(facts)],
    ['Who has it', holder(facts)],
  ] as const;
  return (
    <>
      <div>
        <p className="text-small text-ink-3">C-{row.number}</p>
        <p className="text-section">{about(facts)}</p>
        <p className="text-ink-2">{caseKindWords(row.kind)}</p>
      </div>
      {parts.map(([term, value]) => (
        <div key={term}>
          <p className="text-small text-ink-3">{term}</p>
          <div className="font-medium">{value}</div>
        </div>
      ))}
      <ButtonLink href={paths.case(row.number)} keyCap="Enter" className="ml-auto">
        Open case
      </ButtonLink>
    </>
  );
}

/** A row of the queue. A restricted person is not named here: only a supervisor opens that case. */
export function queueLine(facts: Facts): QueueLine {
  const { row, promised } = facts;
  const hidden = (row.patient?.restriction ?? null) !== null;
  const dim = <span className="text-ink-3">Not shown</span>;
  return {
    id: row.publicId,
    href: paths.case(row.number),
    name: `C-${row.number}`,
    cells: [
      caseKindWords(row.kind),
      hidden ? <span key="name" className="text-ink-3">Name not shown</span> : about(facts),
      hidden ? dim : askedBy(facts),
      hidden ? dim : documents(facts),
      shortDay(row.receivedOn),
      hidden ? <Status key="due" kind="restricted">Supervisor only</Status> : <Due key="due" promised={promised} />,
      <span key="deadline" className={row.deadlineOn === null ? 'text-ink-3' : undefined}>{deadline(facts)}</span>,
      holder(facts),
    ],
    peek: hidden ? dim : <Peek {...facts} />,
  };
}
