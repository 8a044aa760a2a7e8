import { notFound, redirect } from 'next/navigation';
import { asCaseNumber, findPresentStep } from '@/lib/cases/queries/case';
import { paths } from '@/lib/paths';
import { requireStaff } from '../../../session';

/** A case opens at the step where its work stands. */
export default async function CasePage({ params }: { params: Promise<{ caseNumber: string }> }) {
  const actor = await requireStaff('case.view');
  const number = asCaseNumber((await params).caseNumber);
  const step = number === null ? null : await findPresentStep(actor, number);
  if (number === null || step === null) notFound();
  redirect(paths.caseStep(number, step));
}
