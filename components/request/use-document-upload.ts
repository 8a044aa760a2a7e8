'use client';

import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { LIMITS } from '@/lib/documents/intake/limits';
import { paths } from '@/lib/paths';
import { done, refuse } from '@/lib/platform/outcome';
import type { Upload } from '../forms/file-drop';
import { uploadFile } from '../forms/upload-file';
import type { DocumentKind } from '@/lib/documents/checklists';
import type { SentFile } from './form-documents';
import { checkPhoto, type PhotoProblem } from './photo-check';

const arrivedSchema = z.object({ documentId: z.string(), fileName: z.string(), size: z.number() });

/** A photo that may be hard to read, and what the person says to that. */
export type PhotoQuestion = { file: File; problems: readonly PhotoProblem[]; decide: (anyway: boolean) => void };

/** Asks about doubtful photos one after another; a stopped upload answers for itself. */
function usePhotoQuestions() {
  const [questions, setQuestions] = useState<readonly PhotoQuestion[]>([]);
  const ask = (file: File, problems: readonly PhotoProblem[], signal: AbortSignal): Promise<boolean> =>
    new Promise((resolve) => {
      const decide = (anyway: boolean) => {
        setQuestions((all) => all.filter((one) => one.file !== file));
        resolve(anyway);
      };
      signal.addEventListener('abort', () => decide(false));
      setQuestions((all) => [...all, { file, problems, decide }]);
    });
  return { question: questions[0] ?? null, ask };
}

/** Checks a file here as far as it can be, sends it, and says what arrived. */
export function useDocumentUpload<K extends DocumentKind>(kind: K, onArrived: (file: SentFile<K>) => void) {
  const { question, ask } = usePhotoQuestions();
  const [running, setRunning] = useState(0);
  const arrived = useRef(onArrived);
  useEffect(() => {
    arrived.current = onArrived;
  });

  const send: Upload = async (file, onShare, signal) => {
    if (file.size === 0) return refuse('empty');
    if (file.size > LIMITS.fileBytes) return refuse('too_large');
    const problems = await checkPhoto(file);
    if (problems.length > 0 && !(await ask(file, problems, signal))) return refuse(signal.aborted ? 'stopped' : 'photo_again');
    if (signal.aborted) return refuse('stopped');
    const outcome = await uploadFile(paths.upload, file, { 'x-file-name': encodeURIComponent(file.name), 'x-document-kind': kind }, onShare, signal);
    if (!outcome.ok) return outcome;
    const value = arrivedSchema.safeParse(outcome.value);
    if (!value.success) return refuse('unavailable');
    arrived.current({ id: value.data.documentId, kind, name: value.data.fileName, size: value.data.size });
    return done(null);
  };
  const upload: Upload = async (file, onShare, signal) => {
    setRunning((count) => count + 1);
    try {
      return await send(file, onShare, signal);
    } finally {
      setRunning((count) => count - 1);
    }
  };
  return { upload, question, running };
}
