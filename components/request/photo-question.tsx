'use client';

import type { Language } from '../shell/preferences';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import type { PhotoQuestion } from './use-document-upload';
import { formWords } from './words';

/** What may be wrong with a photo, and the choice to send it anyway. */
export function PhotoQuestionNotice({ question, language }: { question: PhotoQuestion; language: Language }) {
  const say = formWords[language];
  return (
    <Notice kind="warn" live="alert" title={say.photoTitle}>
      <p className="text-small break-all">{question.file.name}</p>
      <ul className="list-inside list-disc">
        {question.problems.map((problem) => (
          <li key={problem}>{say.photo[problem]}</li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button kind="primary" onClick={() => question.decide(false)}>
          {say.photoAgain}
        </Button>
        <Button kind="text" onClick={() => question.decide(true)}>
          {say.photoAnyway}
        </Button>
      </div>
    </Notice>
  );
}
