'use client';

import { useEffect, useReducer, useState } from 'react';
import type { SentFile } from './form-documents';
import type { Answers, Question } from './questions';
import type { Step } from './steps';

type State = { answers: Answers; files: readonly SentFile[]; /** The answers were looked over once. */ looked: boolean; reference: string | null };

type Event =
  | { type: 'answered'; question: Question; answer: Answers[Question] }
  | { type: 'file_sent'; file: SentFile }
  | { type: 'file_removed'; id: string }
  | { type: 'files_gone' }
  | { type: 'looked_over' }
  | { type: 'sent'; reference: string };

const NOTHING: State = { answers: {}, files: [], looked: false, reference: null };

function after(state: State, event: Event): State {
  switch (event.type) {
    case 'answered':
      return { ...state, answers: { ...state.answers, [event.question]: event.answer } };
    case 'file_sent':
      return { ...state, files: [...state.files.filter(({ id }) => id !== event.file.id), event.file] };
    case 'file_removed':
      return { ...state, files: state.files.filter(({ id }) => id !== event.id) };
    case 'files_gone':
      return { ...state, files: [] };
    case 'looked_over':
      return { ...state, looked: true };
    case 'sent':
      // What was sent is no longer kept here: the next person at this screen must not find it.
      return { ...NOTHING, reference: event.reference };
  }
}

/** Everything typed so far. It lives in this page's memory and nowhere else. */
export function useProgress() {
  const [state, tell] = useReducer(after, NOTHING);
  const unsaved = state.reference === null && (Object.keys(state.answers).length > 0 || state.files.length > 0);
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
  return { ...state, tell };
}

const KEY = 'requestStep';

const stepIn = (state: unknown): Step | null => (typeof state === 'object' && state !== null && KEY in state && typeof state[KEY] === 'string' ? (state[KEY] as Step) : null);

/**
 * The page of the form, kept as an entry of the browser's history so that Back works; the address never changes.
 * The router keeps its own members in the same state object, so they are taken along.
 */
export function useStep(allow: (asked: Step) => Step): readonly [Step, (to: Step) => void] {
  const [asked, setAsked] = useState<Step>('who');
  const step = allow(asked);
  // Held to the page that is shown: once that page is complete, it must not leap away under one's hands.
  if (asked !== step) setAsked(step);
  useEffect(() => {
    const back = (event: PopStateEvent) => setAsked(stepIn(event.state) ?? 'who');
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    // Also after the router wrote the entry anew, as when the language changes.
    if (stepIn(window.history.state) !== step) window.history.replaceState({ ...(window.history.state as object | null), [KEY]: step }, '');
  });
  const go = (to: Step) => {
    window.history.pushState({ ...(window.history.state as object | null), [KEY]: to }, '');
    setAsked(to);
  };
  return [step, go];
}
