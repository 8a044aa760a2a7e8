import { refuse, type Outcome } from '@/lib/platform/outcome';

const isOutcome = (body: unknown): body is Outcome<unknown> => typeof body === 'object' && body !== null && 'ok' in body && typeof body.ok === 'boolean';

const answerOf = (request: XMLHttpRequest): Outcome<unknown> => {
  if (request.status >= 500 || request.status === 0) return refuse('unavailable');
  if (isOutcome(request.response)) return request.response;
  return refuse(request.status === 413 ? 'too_large' : request.status === 401 ? 'session_ended' : request.status === 423 ? 'session_locked' : 'invalid');
};

/**
 * Sends one file as the body of a request and tells how far it is, from 0 to 1.
 * XMLHttpRequest, because fetch does not report what has been sent.
 */
export function uploadFile(address: string, file: File, headers: Record<string, string>, onShare: (share: number) => void, signal: AbortSignal): Promise<Outcome<unknown>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    for (const [name, value] of Object.entries({ 'content-type': file.type || 'application/octet-stream', ...headers })) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && onShare(event.loaded / event.total);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => resolve(refuse('unavailable'));
    request.onabort = () => resolve(refuse('stopped'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
