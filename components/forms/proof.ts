/** Asks whoever sits here to confirm that it is them; the dialog for it stands in the desk's frame. */

const EVENT = 'step-up-needed';
type Answer = (confirmed: boolean) => void;

/** Waits for the dialog. False when it was put away, or when no frame is there to ask. */
export const askForProof = (): Promise<boolean> =>
  new Promise((resolve) => {
    const heard = !window.dispatchEvent(new CustomEvent<Answer>(EVENT, { cancelable: true, detail: resolve }));
    if (!heard) resolve(false);
  });

/** For the dialog: hears each time somebody must confirm. Returns a function that stops. */
export function onProofNeeded(ask: (answer: Answer) => void): () => void {
  const hear = (event: Event) => {
    event.preventDefault();
    ask((event as CustomEvent<Answer>).detail);
  };
  window.addEventListener(EVENT, hear);
  return () => window.removeEventListener(EVENT, hear);
}
