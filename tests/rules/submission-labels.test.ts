import { uploadProblem, uploadWords } from '@/lib/documents/intake/upload-words';
import { deliveryWords, problemWords, refusalWords, relationWords, sexWords, wantWords } from '@/lib/submissions/labels';
import { RELATIONS } from '@/lib/submissions/schema';

const LANGUAGES = ['en', 'es'] as const;
const CODES = ['missing', 'not_a_date', 'in_the_future', 'in_the_past', 'too_long_ago', 'too_long', 'hidden_characters', 'not_an_email', 'not_a_phone', 'not_a_zip', 'not_a_state'];

test.each(CODES)('the code %s has words of its own in both languages', (reason) => {
  const [english, spanish] = LANGUAGES.map((language) => problemWords({ field: 'x', reason }, language));
  expect(english).not.toBe(problemWords({ field: 'x', reason: 'unheard_of' }, 'en'));
  expect(spanish).not.toBe(problemWords({ field: 'x', reason: 'unheard_of' }, 'es'));
  expect(english).not.toBe(spanish);
});

test('a field says for itself what it lacks, wherever it stands', () => {
  expect(problemWords({ field: 'subjects.0.birthOn', reason: 'not_a_date' }, 'en')).toBe('Type the date of birth: month, day and year, like 3/5/2010.');
  expect(problemWords({ field: 'birthOn', reason: 'not_a_date' }, 'es')).toBe('Escriba la fecha de nacimiento: mes, día y año, como 3/5/2010.');
});

test('a code without words still tells what to do, and never shows the code', () => {
  for (const language of LANGUAGES) {
    expect(problemWords({ field: 'x', reason: 'unheard_of' }, language)).not.toContain('unheard_of');
    expect(uploadProblem('unheard_of', language)).toBe(uploadWords[language].unavailable);
    expect(refusalWords('unheard_of', language)).toBe(refusalWords('unavailable', language));
  }
});

test('both languages know the same reasons for a refused file', () => {
  expect(Object.keys(uploadWords.es)).toEqual(Object.keys(uploadWords.en));
  expect(Object.keys(uploadWords.en)).toEqual(expect.arrayContaining(['too_many_tries', 'heic', 'type_not_taken', 'name_disagrees', 'empty', 'too_large', 'too_many_files', 'submission_too_large']));
});

test('every choice of the form has words in both languages', () => {
  for (const language of LANGUAGES) {
    expect(RELATIONS.map((relation) => relationWords[language][relation]).every((words) => words.length > 0)).toBe(true);
    expect([...Object.values(sexWords[language]), ...Object.values(wantWords[language]), ...Object.values(deliveryWords[language])]).toHaveLength(8);
  }
});
