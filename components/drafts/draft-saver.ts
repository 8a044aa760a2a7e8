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
  /** This form is saved for good, and another tab has words of its own for it: they stay. */
  | { readonly kind: 'others' }
  | { readonly kind: 'refused'; readonly why: 'too_long' | 'too_many' };

const savers = new Set<DraftSaver>();
/** Forms of dialogs that were closed with words in them: opened again they go on, even if the page has not heard since. */
const laidAside = new Map<DraftKey, DraftSaver>();
/** Words of which this tab knows that they stand no more, by form and mark; a page that was read before may still carry them. */
const outdated = new Set<string>();
export const isOutdated = (key: DraftKey, mark: string): boolean => outdated.has(`${key} ${mark}`);
/** What a form that was laid aside on this page last held, as text. */
export const laidAsideText = (key: DraftKey): string | null => laidAside.get(key)?.wanted ?? null;

/** Everything unsaved on the page goes now: before the screen locks or the page is left. */
export const flushDrafts = async (leaving = false): Promise<void> => void (await Promise.all([...savers].map((saver) => saver.flush(leaving))));

type Answer = { readonly savedAt: string; readonly mark: string } | { readonly others: boolean };

const away: Readonly<Record<string, DraftState['kind']>> = { unavailable: 'away', session_locked: 'locked', session_ended: 'locked', too_many: 'away' };

/** Keeps the words of one form on the server, one request at a time; nothing of them ever rests in the browser. */
export class DraftSaver {
  private kept: string;
  wanted: string;
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
    private say: (state: DraftState) => void,
  ) {
    this.kept = this.wanted = kept?.text ?? pristine;
    this.mark = kept?.mark ?? null;
  }

  /** The one that was laid aside for this form, with what it knows, else a new one. */
  static take(key: DraftKey, pristine: string, kept: { readonly text: string; readonly mark: string } | null, say: (state: DraftState) => void): DraftSaver {
    const mine = laidAside.get(key) ?? new DraftSaver(key, pristine, kept, say);
    laidAside.delete(key);
    mine.say = say;
    savers.add(mine);
    return mine;
  }

  /** `aside`: the form may come back on this page. */
  stop({ aside = false } = {}): void {
    void this.flush();
    clearTimeout(this.timer);
    savers.delete(this);
    if (aside && this.wanted !== this.pristine) laidAside.set(this.key, this);
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
    if (gone && this.mark === null) return this.isKept(body, { others: false });
    this.say({ kind: 'saving' });
    const about = `"key":${JSON.stringify(this.key)},"over":${JSON.stringify(this.mark)}`;
    const outcome = (await post(`/api/commands/draft.${gone ? 'discard' : 'save'}`, gone ? `{${about}}` : `{${about},"body":${body}}`, { key: crypto.randomUUID(), keepalive })) as Outcome<Answer>;
    if (outcome.ok) {
      this.isKept(body, outcome.value);
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

  private isKept(body: string, answer: Answer): void {
    this.kept = body;
    this.unsure = null;
    if (this.mark !== null) outdated.add(`${this.key} ${this.mark}`);
    this.mark = 'mark' in answer ? answer.mark : null;
    if (this.mark !== null) outdated.delete(`${this.key} ${this.mark}`);
    if (this.wanted !== body && savers.has(this)) this.after(0);
    if ('savedAt' in answer) this.say({ kind: 'saved', at: answer.savedAt });
    else this.say({ kind: answer.others ? 'others' : 'quiet' });
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
    const others = this.elsewhere;
    this.wanted = this.pristine;
    this.unsure = null;
    this.elsewhere = false;
    if (this.kept === this.pristine) this.say({ kind: others ? 'others' : 'quiet' });
    else await this.flush();
  }
}
