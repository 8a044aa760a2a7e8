'use client';

import { useDraftForm } from '@/components/drafts/use-draft-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { deadlineProblemWords } from '@/lib/cases/deadline';
import { proofDraft, type ProofDraft } from '@/lib/cases/drafts';
import { caseDraft } from '@/lib/drafts/schema';
import type { About } from './deadline-dialog';
import { evidenceOf, EvidenceFields, NO_EVIDENCE, type DocumentChoice } from './evidence-fields';
import { refusalWords } from './refusal-words';

/** Counts a deadline as proven, by what somebody saw or heard. */
export function ProofForm({ about, documents }: { about: About; documents: readonly DocumentChoice[] }) {
  const prove = useCommand('case.prove_deadline');
  const { form, forget } = useDraftForm({ key: caseDraft(about.caseId, 'deadline_proof'), shape: proofDraft, pristine: NO_EVIDENCE });
  const submit = async (evidence: ProofDraft) => {
    const outcome = await prove.run({ ...about, ...evidenceOf(evidence) });
    if (outcome.ok) await forget();
  };
  return (
    <Form form={form} onSubmit={submit} problems={prove.problems} words={deadlineProblemWords} label="What proves the deadline" className="grid gap-3 pb-3">
      <EvidenceFields form={form} documents={documents} problem={(field) => problemOf(form, field, prove.problems, deadlineProblemWords)} />
      <CommandNotice reason={prove.problems.length > 0 ? null : prove.reason} words={refusalWords} />
      <div>
        <Button type="submit" busy={prove.busy}>
          Count it as proven
        </Button>
      </div>
    </Form>
  );
}
