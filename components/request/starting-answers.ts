/** What stands in a page's boxes when it opens: what was typed there, else what was said on another page. */
import { relationOf } from './steps';
import type { Answer, Answers, Question } from './questions';

const NO_ADDRESS = { line1: '', line2: '', city: '', state: 'CT', zip: '' };

const suggested: { readonly [Q in Question]: (answers: Answers) => Answer<Q> } = {
  who: () => ({ relation: '' }),
  you: () => ({ given: '', family: '' }),
  // A child mostly has the parent's last name, but not always: left to be typed.
  person: () => ({ given: '', middle: '', family: '', suffix: '' }),
  birth: () => ({ birthOn: '', sex: '' }),
  tried: () => ({ phone: '', email: '' }),
  address: () => NO_ADDRESS,
  children: () => ({ children: [] }),
  contact: (answers) => (relationOf(answers) === 'self' && answers.tried ? answers.tried : { phone: '', email: '' }),
  delivery: () => ({ delivery: '' }),
  wants: () => ({ wants: [] }),
  mail: ({ you, address }) => ({ name: you ? `${you.given.trim()} ${you.family.trim()}` : '', address: address ?? NO_ADDRESS }),
  fax: () => ({ faxNumber: '' }),
  deadline: () => ({ needed: '', on: '', reason: '' }),
  message: () => ({ message: '' }),
};

export function startingAnswer<Q extends Question>(question: Q, answers: Answers): Answer<Q> {
  const typed: Answers[Q] = answers[question];
  return typed ?? suggested[question](answers);
}
