'use client';

import { useEffect, useRef, useState, type DragEvent } from 'react';
import type { Outcome } from '@/lib/platform/outcome';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { Progress } from '../ui/progress';
import { Status } from '../ui/status';
import { Field, fieldId, fieldTies, type FieldProps } from './field';

export type Upload = (file: File, onShare: (share: number) => void, signal: AbortSignal) => Promise<Outcome<unknown>>;

type Sending = { key: string; file: File; share: number; state: 'sending' | 'sent' | 'failed'; reason?: string; stop: AbortController };

export type FileDropWords = { drop: string; choose: string; camera: string; stop: string; retry: string; remove: string; sent: string; failed: (reason: string) => string; of: (sent: string, all: string) => string };

const english: FileDropWords = {
  drop: 'Drop files here, or',
  choose: 'Choose files',
  camera: 'Take a photo',
  stop: 'Stop',
  retry: 'Send again',
  remove: 'Remove from this list',
  sent: 'Sent',
  failed: (reason) => (reason === 'too_large' ? 'Too large to send' : reason === 'stopped' ? 'Stopped' : 'Not sent'),
  of: (sent, all) => `${sent} of ${all}`,
};

// A label, so that the words are ours and not the browser's language.
const CHOOSE =
  'relative inline-flex min-h-ctl cursor-pointer items-center rounded-2 border border-ctl-line bg-surface px-2.5 font-medium hover:bg-surface-3 public:rounded-3 public:border-2 public:border-accent public:font-semibold public:text-accent';

const megabytes = (bytes: number): string => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** Files on their way, each with its own progress, stop and retry. */
function useSendings(upload: Upload, onSent?: (file: File, value: unknown) => void) {
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const running = useRef(new Set<AbortController>());
  useEffect(() => {
    const started = running.current;
    return () => started.forEach((stop) => stop.abort());
  }, []);
  const change = (key: string, next: Partial<Sending>) => setSendings((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)));
  const send = async (key: string, file: File, stop: AbortController) => {
    running.current.add(stop);
    const outcome = await upload(file, (share) => change(key, { share }), stop.signal);
    running.current.delete(stop);
    if (outcome.ok) onSent?.(file, outcome.value);
    change(key, outcome.ok ? { state: 'sent', share: 1 } : { state: 'failed', reason: outcome.reason });
  };
  const add = (files: Iterable<File>) => {
    const fresh = [...files].map((file): Sending => ({ key: crypto.randomUUID(), file, share: 0, state: 'sending', stop: new AbortController() }));
    setSendings((all) => [...all, ...fresh]);
    fresh.forEach(({ key, file, stop }) => void send(key, file, stop));
  };
  const retry = ({ key, file }: Sending) => {
    const stop = new AbortController();
    change(key, { state: 'sending', share: 0, reason: undefined, stop });
    void send(key, file, stop);
  };
  const remove = (key: string) => setSendings((all) => all.filter((one) => one.key !== key));
  return { sendings, add, retry, remove };
}

function Line({ sending, words, onRetry, onRemove }: { sending: Sending; words: FileDropWords; onRetry: () => void; onRemove: () => void }) {
  const { file, share, state, reason = '' } = sending;
  if (state === 'sending') {
    return (
      <Progress label={file.name} done={Math.round(share * 100)} of={100}>
        <span>{words.of(megabytes(share * file.size), megabytes(file.size))}</span>
        <Button kind="text" size="small" onClick={() => sending.stop.abort()} aria-label={`${words.stop}: ${file.name}`}>
          {words.stop}
        </Button>
      </Progress>
    );
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3">
      <span className="min-w-0 font-medium break-all">{file.name}</span>
      <span className="inline-flex items-center gap-3" role="status">
        {state === 'sent' ? <Status kind="done">{words.sent}</Status> : <Status kind="blocked">{words.failed(reason)}</Status>}
        {state === 'failed' && (
          <>
            <Button size="small" onClick={onRetry} aria-label={`${words.retry}: ${file.name}`}>
              {words.retry}
            </Button>
            <Button kind="text" size="small" onClick={onRemove} aria-label={`${words.remove}: ${file.name}`}>
              {words.remove}
            </Button>
          </>
        )}
      </span>
    </div>
  );
}

type Props = FieldProps & {
  upload: Upload;
  onSent?: (file: File, value: unknown) => void;
  accept?: string;
  multiple?: boolean;
  /** Also offers the camera of a phone: `environment` looks away from the person, `user` at them. */
  camera?: 'environment' | 'user';
  words?: Partial<FileDropWords>;
  className?: string;
};

/** Drop or choose files, or photograph them; each is sent at once. */
export function FileDrop({ label, name, id = fieldId(name), hint, problem, labelHidden, upload, onSent, accept, multiple = true, camera, words: own, className }: Props) {
  const words = { ...english, ...own };
  const [over, setOver] = useState(false);
  const photo = useRef<HTMLInputElement>(null);
  const { sendings, add, retry, remove } = useSendings(upload, onSent);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(multiple ? event.dataTransfer.files : [...event.dataTransfer.files].slice(0, 1));
  };
  const take = (input: HTMLInputElement) => {
    add([...(input.files ?? [])]);
    input.value = '';
  };
  return (
    <Field {...{ label, name, id, hint, problem, labelHidden, className }}>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classes('flex flex-wrap items-center gap-3 rounded-2 border border-dashed p-3', over ? 'border-accent bg-accent-tint' : 'border-ctl-line bg-surface-2')}
      >
        <span className="text-ink-2">{words.drop}</span>
        <label className={classes(CHOOSE, 'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus')}>
          {words.choose}
          <input {...fieldTies({ name, id, hint, problem })} type="file" accept={accept} multiple={multiple} onChange={(event) => take(event.target)} className="sr-only" />
        </label>
        {camera && (
          <>
            <input ref={photo} type="file" accept="image/*" capture={camera} hidden tabIndex={-1} aria-label={words.camera} onChange={(event) => take(event.target)} />
            <Button onClick={() => photo.current?.click()}>{words.camera}</Button>
          </>
        )}
      </div>
      {sendings.length > 0 && (
        <ul className="mt-2 divide-y">
          {sendings.map((sending) => (
            <li key={sending.key} className="py-1.5">
              <Line sending={sending} words={words} onRetry={() => retry(sending)} onRemove={() => remove(sending.key)} />
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}
