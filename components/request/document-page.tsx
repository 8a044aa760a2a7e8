'use client';

import { useEffect, useRef, useState } from 'react';
import type { DocumentKind } from '@/lib/documents/checklists';
import { uploadProblem } from '@/lib/documents/intake/upload-words';
import { problemWords } from '@/lib/submissions/labels';
import { ErrorSummary, focusField } from '../forms/error-summary';
import { FileDrop } from '../forms/file-drop';
import { fieldId } from '../forms/field';
import type { Language } from '../shell/preferences';
import { Button } from '../ui/button';
import { dropWords } from './drop-words';
import type { SentFile } from './form-documents';
import { PhotoQuestionNotice } from './photo-question';
import { SentFiles } from './sent-files';
import { useDocumentUpload } from './use-document-upload';
import { formWords } from './words';

type Props<K extends DocumentKind> = { asked: { readonly kind: K; readonly needed: boolean }; files: readonly SentFile<K>[]; language: Language; onArrived: (file: SentFile<K>) => void; onRemoved: (id: string) => void; next: () => void };

const TAKEN = 'image/jpeg,image/png,image/webp,application/pdf';

/**
 * The drop box starts afresh once all it had has arrived: the list above it then speaks for the files, and alone.
 * The keyboard stays where it was.
 */
function useFreshBox(id: string) {
  const [round, setRound] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const held = useRef(false);
  useEffect(() => {
    if (held.current) focusField(id);
    held.current = false;
  }, [round, id]);
  const renew = () => {
    held.current = box.current?.contains(document.activeElement) ?? false;
    setRound((last) => last + 1);
  };
  return { round, box, renew };
}

/** One paper: photograph or choose it, see that it arrived, go on. */
export function DocumentPage<K extends DocumentKind>({ asked: { kind, needed }, files, language, onArrived, onRemoved, next }: Props<K>) {
  const say = formWords[language];
  const { round, box, renew } = useFreshBox(fieldId(kind));
  const pending = useRef(new Set<File>());
  const [tries, setTries] = useState(0);
  const { upload, question, running } = useDocumentUpload(kind, onArrived);
  const missing = tries > 0 && needed && files.length === 0;
  const problem = missing ? problemWords({ field: 'documents', reason: 'missing' }, language) : undefined;
  const goOn = () => (needed && files.length === 0 ? setTries((count) => count + 1) : next());
  return (
    <div className="grid gap-5">
      <ErrorSummary title={say.fixThese} attempt={String(tries)} lines={problem ? [{ field: kind, words: problem }] : []} />
      <SentFiles files={files} language={language} onRemoved={onRemoved} />
      <div ref={box}>
        <FileDrop
          key={round}
          label={say.files}
          name={kind}
          hint={say.filesHint}
          problem={problem}
          accept={TAKEN}
          camera="environment"
          words={{ ...dropWords[language], failed: (reason) => uploadProblem(reason, language) }}
          upload={(file, onShare, signal) => {
            pending.current.add(file);
            return upload(file, onShare, signal);
          }}
          onSent={(file) => {
            pending.current.delete(file);
            if (pending.current.size === 0) renew();
          }}
        />
        <p className="mt-1 text-small text-ink-2">{say.photoNote}</p>
      </div>
      {question && <PhotoQuestionNotice question={question} language={language} />}
      <div>
        <Button kind="primary" size="large" onClick={goOn} offBecause={running > 0 && say.waitForFiles}>
          {say.go}
        </Button>
      </div>
    </div>
  );
}
