import { PlainTable } from '@/components/tables/plain-table';
import { officeTime } from '@/lib/platform/dates';
import type { SessionLine } from '@/lib/staff/queries';
import { EndSession } from './end-session';

const COLUMNS = [
  { key: 'where', head: 'Where', width: 'w-56' },
  { key: 'address', head: 'Address', width: 'w-40' },
  { key: 'started', head: 'Signed in', width: 'w-40' },
  { key: 'seen', head: 'Last active', width: 'w-40' },
  { key: 'end', head: <span className="sr-only">End</span>, align: 'end' as const },
];

type Props = { caption: string; sessions: readonly SessionLine[]; command: 'session.end' | 'staff.end_session'; edge?: boolean };

/** Where somebody is signed in now, with a way to end each but the one that is looking. */
export function SessionList({ caption, sessions, command, edge }: Props) {
  const rows = sessions.map(({ id, where, address, startedAt, seenAt, locked, isThis }) => ({
    id,
    cells: [
      isThis ? `${where}, this one` : where,
      address,
      officeTime(startedAt),
      locked ? `${officeTime(seenAt)}, locked` : officeTime(seenAt),
      isThis ? '' : <EndSession key="end" session={id} command={command} label={`End the session in ${where} of ${officeTime(startedAt)}`} />,
    ],
  }));
  return <PlainTable caption={caption} edge={edge} columns={COLUMNS} rows={rows} />;
}
