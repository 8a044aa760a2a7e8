'use client';

import { useState } from 'react';
import { ASK_PAGE, askedLines, type AskLanguage } from '@/lib/documents/asking/labels';
import type { AskedItem } from '@/lib/documents/asking/schema';
import type { DocumentKind } from '@/lib/documents/checklists';
import { useCommand } from '../forms/use-command';
import { DocumentPage } from '../request/document-page';
import type { SentFile } from '../request/form-documents';
import { StepHead } from '../request/step-head';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

type Props = { token: string; items: readonly AskedItem[]; language: AskLanguage };
type Paper = SentFile<DocumentKind>;

/** Every paper with what was sent for it, and the button that uses the link up. */
function CheckAnswer({ items, files, language, busy, reason, send, back }: Pick<Props, 'items' | 'language'> & { files: readonly Paper[]; busy: boolean; reason: string | null; send: () => void; back: () => void }) {
  const say = ASK_PAGE[language];
  return (
    <div className="grid gap-5">
      <dl className="border-t">
        {askedLines(items, language).map(({ kind, name }) => (
          <div key={kind} className="border-b py-2">
            <dt className="text-small text-ink-2">{name}</dt>
            <dd className="font-medium break-words">
              {files
                .filter((file) => file.kind === kind)
                .map((file) => file.name)
                .join(', ') || say.none}
            </dd>
          </div>
        ))}
      </dl>
      {reason !== null && <Notice kind="error" live="alert" title={say.failed[reason] ?? say.failed.unavailable} />}
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" size="large" busy={busy} busyWords={say.sending} onClick={send} offBecause={files.length === 0 && say.nothingChosen}>
          {say.send}
        </Button>
        <Button size="large" onClick={back}>
          {say.back}
        </Button>
      </div>
    </div>
  );
}

/** The papers that were asked for, one a page; nothing is kept in the browser but what is being sent. */
export function AnswerForm({ token, items, language }: Props) {
  const say = ASK_PAGE[language];
  const [at, setAt] = useState(0);
  const [files, setFiles] = useState<readonly Paper[]>([]);
  const [sent, setSent] = useState(false);
  const { run, busy, reason } = useCommand('document.answer', { quiet: true });
  const send = async () => {
    const outcome = await run({ token, documents: files.map(({ id }) => id) });
    if (outcome.ok) setSent(true);
    // The right to these uploads has run out with the server; they must be sent anew.
    else if (outcome.reason === 'session_ended') setFiles([]);
  };
  if (sent) {
    return (
      <>
        <StepHead>{say.doneTitle}</StepHead>
        <p>{say.doneLead}</p>
      </>
    );
  }
  const item = items[at];
  const [line] = item === undefined ? [] : askedLines([item], language);
  if (item === undefined || line === undefined) {
    return (
      <>
        <StepHead key="check">{say.checkTitle}</StepHead>
        <p className="mb-4">{say.checkLead}</p>
        <CheckAnswer {...{ items, files, language, busy, reason }} send={() => void send()} back={() => setAt(0)} />
      </>
    );
  }
  return (
    <>
      <StepHead key={at} step={say.stepOf(at + 1, items.length)} quiet={at === 0 && files.length === 0}>
        {line.name}
      </StepHead>
      {line.says.map((sentence) => (
        <p key={sentence} className="mb-3">
          {sentence}
        </p>
      ))}
      <DocumentPage
        key={item.kind}
        asked={{ kind: item.kind, needed: false }}
        files={files.filter(({ kind }) => kind === item.kind)}
        language={language}
        onArrived={(file) => setFiles((all) => [...all, file])}
        onRemoved={(id) => setFiles((all) => all.filter((file) => file.id !== id))}
        next={() => setAt(at + 1)}
      />
    </>
  );
}
