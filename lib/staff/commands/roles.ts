import { rolesInWords } from '@/lib/access/roles';
import { command } from '@/lib/command';
import { done, refuse } from '@/lib/platform/outcome';
import { changeAccount, changeTo, findAccount } from '../accounts';
import { roleChangeProblem } from '../rules';
import { endSessionSchema, setRolesSchema } from '../schema';

/** Gives somebody other roles: what they may do is read from the row at their next request. */
export const setRoles = command({
  name: 'staff.set_roles',
  surface: 'staff',
  actors: ['staff'],
  input: setRolesSchema,
  subject: ({ staff }) => ({ staff }),
  stepUp: true,
  run: async ({ actor, tx, record }, { staff, version, roles }) => {
    const account = await findAccount(tx, staff);
    if (account === null) return refuse('not_found');
    const problem = roleChangeProblem(await changeTo(tx, actor.staffId, account), account.roles, roles);
    if (problem !== null) return refuse(problem, [{ field: 'roles', reason: problem }]);
    if (!(await changeAccount(tx, { id: account.id, version }, { roles }))) return refuse('conflict');
    const changes = [{ field: 'roles', before: rolesInWords(account.roles), after: rolesInWords(roles) }];
    record({ event: 'staff.roles_changed', details: { person: staff, name: account.name, changes, from: 'administrator' } });
    return done({});
  },
});

/** Ends a session of anybody. */
export const endSessionOfStaff = command({
  name: 'staff.end_session',
  surface: 'staff',
  actors: ['staff'],
  input: endSessionSchema,
  subject: ({ session }) => ({ session }),
  run: async ({ tx, now, record }, { session }) => {
    const found = await tx.staffSession.findUnique({ where: { publicId: session }, include: { staff: { select: { publicId: true, name: true } } } });
    if (found === null) return refuse('not_found');
    const { count } = await tx.staffSession.updateMany({ where: { id: found.id, endedAt: null }, data: { endedAt: now, endReason: 'ended_by_administrator' } });
    if (count === 0) return refuse('conflict');
    record({ event: 'session.ended', details: { person: found.staff.publicId, name: found.staff.name, session } });
    return done({});
  },
});
