import { post } from '@/components/forms/command-request';
import type { Outcome } from '@/lib/platform/outcome';
import type { DraftKey } from '@/lib/drafts/schema';

/** After the last change; the promise is two seconds. */
const PAUSE_MS = 1_000;
const RETRY_MS = 3_000;

export type DraftState =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  /** No answer, or a locked screen: the words are in memory and go as soon as they can. */
  | { readonly kind: 'away' | 'locked' }
  /** Another tab has kept other words for this form: nothing is written over until this person says so. */
  | { readonly kind: 'elsewhere'; readonly insist: () => void }
  | { readonly kind: 'refused'; readonly why: 'too_long' | 'too_many' };

const savers = new Set<DraftSaver>();

/** Everything unsaved on the page goes now: before the screen locks or the page is left. */
export const flushDrafts = async (leaving = false): Promise<void> => void (await Promise.all([...savers].map((saver) => saver.flush(leaving))));

const away: Readonly<Record<string, DraftState['kind']>> = { unavailable: 'away', session_locked: 'locked', session_ended: 'locked', too_many: 'away' };

/** Keeps the words of one form on the server, one request at a time; nothing of them ever rests in the browser. */
export class DraftSaver {
  private kept: string;
  private wanted: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  /** The mark of what the server has, as far as this tab knows. */
  private mark: string | null;
  /** Sent, and no answer: it may be kept or not, so it goes again before anything newer. */
  private unsure: string | null = null;
  private elsewhere = false;

  /** `pristine`: the form with nothing typed, which is no draft. `kept`: what the server has. */
  constructor(
    private readonly key: DraftKey,
    private readonly pristine: string,
    kept: { readonly text: string; readonly mark: string } | null,
    private readonly say: (state: DraftState) => void,
  ) {
    this.kept = this.wanted = kept?.text ?? pristine;
    this.mark = kept?.mark ?? null;
  }

  start(): void {
    savers.add(this);
  }

  stop(): void {
    void this.flush();
    clearTimeout(this.timer);
    savers.delete(this);
  }

  change(body: string): void {
    if (body === this.wanted) return;
    this.wanted = body;
    this.after(PAUSE_MS);
  }

  private after(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  /** Sends what is not kept yet; a request under way is waited for first. */
  async flush(leaving = false): Promise<void> {
    clearTimeout(this.timer);
    while (this.sending !== null) await this.sending;
    if (this.wanted === this.kept || this.elsewhere) return;
    this.sending = this.send(leaving).finally(() => (this.sending = null));
    return this.sending;
  }

  private async send(keepalive: boolean): Promise<void> {
    const body = this.unsure ?? this.wanted;
    const gone = body === this.pristine;
    this.say({ kind: 'saving' });
    const about = `"key":${JSON.stringify(this.key)},"over":${JSON.stringify(this.mark)}`;
    const outcome = (await post(`/api/commands/draft.${gone ? 'discard' : 'save'}`, gone ? `{${about}}` : `{${about},"body":${body}}`, { key: crypto.randomUUID(), keepalive })) as Outcome<{ savedAt?: string; mark?: string }>;
    if (outcome.ok) {
      this.kept = body;
      this.unsure = null;
      this.mark = outcome.value.mark ?? null;
      if (this.wanted !== body && savers.has(this)) this.after(0);
      this.say(outcome.value.savedAt === undefined ? { kind: 'quiet' } : { kind: 'saved', at: outcome.value.savedAt });
    } else if (away[outcome.reason] !== undefined) {
      if (outcome.reason === 'unavailable') this.unsure = body;
      this.say({ kind: away[outcome.reason] } as DraftState);
      if (savers.has(this)) this.after(RETRY_MS);
    } else if (outcome.reason === 'conflict') {
      this.elsewhere = true;
      this.unsure = null;
      const theirs = outcome.problems[0]?.detail ?? null;
      this.say({ kind: 'elsewhere', insist: () => void this.insist(theirs) });
    } else {
      // Too long, or not for this role: sending it again would not help.
      this.kept = body;
      this.unsure = null;
      this.say({ kind: 'refused', why: outcome.reason === 'too_many_drafts' ? 'too_many' : 'too_long' });
    }
  }

  /** These words and not the other tab's: its mark was seen, so what goes over it is known. */
  private async insist(theirs: string | null): Promise<void> {
    this.elsewhere = false;
    this.mark = theirs;
    await this.flush();
  }

  /** What was drafted is saved for good: nothing comes back. */
  async forget(): Promise<void> {
    clearTimeout(this.timer);
    while (this.sending !== null) await this.sending;
    this.wanted = this.pristine;
    this.unsure = null;
    this.elsewhere = false;
    if (this.kept === this.pristine) this.say({ kind: 'quiet' });
    else await this.flush();
  }
}
