'use client';

import { useState } from 'react';
import type { DocumentKind } from '@/lib/documents/checklists';
import { uploadProblem } from '@/lib/documents/intake/upload-words';
import { paths } from '@/lib/paths';
import { post } from '../forms/command-request';
import type { Language } from '../shell/preferences';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Status } from '../ui/status';
import type { SentFile } from './form-documents';
import { useUploadStates, type UploadStates } from './use-upload-states';
import { formWords } from './words';

type Props = { files: readonly SentFile<DocumentKind>[]; language: Language; onRemoved: (id: string) => void };

const megabytes = (bytes: number): string => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** Whether it can be opened, said as soon as it is known: another can still be sent. */
function State({ state, language }: { state: UploadStates[string]; language: Language }) {
  return (
    <span role="status" className="basis-full text-small">
      {state?.state === 'checking' && formWords[language].checkingFile}
      {state?.state === 'refused' && <span className="text-overdue">{uploadProblem(state.reason ?? 'unreadable', language)}</span>}
    </span>
  );
}

/** The files that have arrived, each with its way back out. */
export function SentFiles({ files, language, onRemoved }: Props) {
  const say = formWords[language];
  const [failed, setFailed] = useState(false);
  const states = useUploadStates(files.map(({ id }) => id));
  const remove = async (id: string) => {
    const outcome = await post(paths.upload, JSON.stringify({ remove: id }));
    // Not found: it is gone already.
    if (outcome.ok || outcome.reason === 'not_found') onRemoved(id);
    setFailed(!outcome.ok && outcome.reason !== 'not_found');
  };
  if (files.length === 0) return null;
  return (
    <div>
      <ul aria-label={say.sentFiles} className="divide-y border-y">
        {files.map(({ id, name, size }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 py-1">
            <span className="min-w-0 break-all">
              <Status kind={states[id]?.state === 'refused' ? 'blocked' : 'done'}>{name}</Status> <span className="text-small text-ink-2">{megabytes(size)}</span>
            </span>
            <Button kind="text" size="small" aria-label={`${say.remove}: ${name}`} onClick={() => void remove(id)}>
              {say.remove}
            </Button>
            <State state={states[id]} language={language} />
          </li>
        ))}
      </ul>
      {failed && <Notice kind="error" live="alert" title={say.notRemoved} />}
    </div>
  );
}
