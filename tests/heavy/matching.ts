/** Submissions with mistakes, twins and people who are not there, asked of a registry of a million. */
import { withClient } from '@/lib/dev/database';
import { findPatients } from '@/lib/patients/queries';
import { db, useDatabase } from '@/lib/platform/db';
import { peopleOf, seedRegistry, type RegistryPlan } from '@/prisma/seed/registry/seed-registry';
import { benchOnDatabase } from '../bench/support/main';
import { askAbsent, askAll, membersOf, type Figures, type Member } from '../support/matching-campaign';

const PORTION = 10_000;

/** Every so-manyth of the living, over all portions, so that nobody is asked twice. */
function drawn(plan: RegistryPlan, firstNumber: number, count: number, which: (member: Member) => boolean): Member[] {
  const portions = Math.ceil(plan.patients / PORTION);
  const each = Math.ceil(count / portions);
  const all = Array.from({ length: portions }, (_, portion) => {
    const living = membersOf(peopleOf(plan, portion).people, firstNumber + portion * PORTION).filter((member) => member.person.deceased === null && which(member));
    const step = Math.max(1, Math.floor(living.length / each));
    return living.filter((_member, at) => at % step === 0).slice(0, each);
  });
  return all.flat().slice(0, count);
}

const rate = (part: number, whole: number): number => part / Math.max(1, whole);
const facts = (what: string, figures: Figures) => ({ what, ...figures });

void benchOnDatabase({ patients: 1_000_000, submissions: 3000, absent: 2000, twins: 300 }, async (numbers, report, database) => {
  const plan: RegistryPlan = { patients: numbers.patients, doses: 0, seed: 'matching', today: '2026-11-25', portion: PORTION };
  await withClient(database.superuser(), (client) => seedRegistry(client, plan, { progress: () => undefined, step: () => undefined }));
  await useDatabase(database.as('staff_app'));
  const { _min: least } = await db().patient.aggregate({ _min: { registryNumber: true } });
  const first = least.registryNumber ?? 0;
  const find = (subject: Parameters<typeof findPatients>[1]) => findPatients(db(), subject);
  const [there, twins] = [await askAll(drawn(plan, first, numbers.submissions, () => true), find, 'asked'), await askAll(drawn(plan, first, numbers.twins, ({ twin }) => twin), find, 'twins')];
  const absent = await askAbsent(drawn(plan, first, numbers.absent, () => true), find, 'absent');
  report.line(facts('in the registry', there));
  report.line(facts('twins', twins));
  report.line({ what: 'not in the registry', asked: numbers.absent, calledLikely: absent });
  report.atLeast('candidates hold the person', rate(there.found, there.asked), 0.997);
  report.atLeast('the first is the person', rate(there.first, there.asked), 0.994);
  report.atLeast('the person is among the first five', rate(there.firstFive, there.asked), 0.996);
  report.atLeast('the first is the twin who asks', rate(twins.first, twins.asked), 0.995);
  report.atLeast('the person is likely', rate(there.likely, there.asked), 0.93);
  report.atMost('somebody else called likely, of those called likely', rate(there.likelyWrong, there.likely), 0.001);
  report.atMost('absent people of whom somebody is called likely', absent, 2);
});
