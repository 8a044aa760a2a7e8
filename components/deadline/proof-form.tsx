'use client';

import { useForm } from 'react-hook-form';
import { CommandNotice } from '@/components/forms/command-notice';
import { Form, problemOf } from '@/components/forms/form';
import { useCommand } from '@/components/forms/use-command';
import { Button } from '@/components/ui/button';
import { deadlineProblemWords } from '@/lib/cases/deadline';
import type { About } from './deadline-dialog';
import { evidenceOf, EvidenceFields, NO_EVIDENCE, type DocumentChoice } from './evidence-fields';
import { refusalWords } from './refusal-words';

/** Counts a deadline as proven, by what somebody saw or heard. */
export function ProofForm({ about, documents }: { about: About; documents: readonly DocumentChoice[] }) {
  const prove = useCommand('case.prove_deadline');
  const form = useForm({ defaultValues: NO_EVIDENCE });
  return (
    <Form form={form} onSubmit={(evidence) => prove.run({ ...about, ...evidenceOf(evidence) })} problems={prove.problems} words={deadlineProblemWords} label="What proves the deadline" className="grid gap-3 pb-3">
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
