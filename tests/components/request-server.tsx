/** A server for the public form: it takes files and the form, and remembers what came. */
import { render } from '@testing-library/react';
import type { AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { RequestForm } from '@/components/request/request-form';
import type { Language } from '@/components/shell/preferences';
import { calendarDateOf } from '@/lib/platform/dates';
import { Outside } from './gallery';

export type Sent = { address: string; body: unknown };
export type Upload = { address: string; headers: Record<string, string>; file: File };

/** In place of the browser's own: the file arrives whole as soon as it is sent. */
function uploads(answers: object[]): Upload[] {
  const taken: Upload[] = [];
  class Line {
    status = 200;
    response: unknown = null;
    responseType = '';
    upload: { onprogress?: (event: object) => void } = {};
    onload: () => void = () => undefined;
    private address = '';
    private readonly headers: Record<string, string> = {};
    open(_method: string, address: string) {
      this.address = address;
    }
    setRequestHeader(name: string, value: string) {
      this.headers[name] = value;
    }
    abort() {}
    send(file: File) {
      taken.push({ address: this.address, headers: this.headers, file });
      this.response = answers.shift() ?? { ok: true, value: { documentId: `document-${taken.length}`, fileName: file.name, size: file.size, mediaType: file.type } };
      queueMicrotask(() => this.onload());
    }
  }
  globalThis.XMLHttpRequest = Line as unknown as typeof XMLHttpRequest;
  return taken;
}

/** Answers the posts in order; the last answer again when they run out. */
export function server({ posts = [[200, { ok: true, value: { reference: 'S-7K2M-9QRT-4' } }]], files = [], states = [] }: { posts?: [number, object][]; files?: object[]; /** What the form hears of its files when it asks. */ states?: object[] } = {}) {
  const sent: Sent[] = [];
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    if (init.method !== 'POST') return { status: 200, json: async () => ({ ok: true, value: states }) };
    const [status, body] = posts[Math.min(sent.length, posts.length - 1)] ?? [503, {}];
    sent.push({ address, body: JSON.parse(String(init.body)) });
    return { status, json: async () => body };
  }) as unknown as typeof fetch;
  return { sent, taken: uploads(files) };
}

const routes = { refresh: () => undefined } as unknown as AppRouterInstance;

export const form = (language: Language) => (
  <Outside path="/request/form" routes={routes}>
    <RequestForm language={language} today={calendarDateOf('2026-11-24')} />
  </Outside>
);

export function openForm(language: Language) {
  window.history.replaceState(null, '');
  let count = 0;
  Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => `key-${(count += 1)}` });
  return render(form(language));
}

export const photo = (name: string) => new File([new Uint8Array(64_000)], name, { type: 'image/jpeg' });
