/** Words of the mail room. */
import { DOCUMENT_KIND_WORDS } from '@/lib/documents/labels';
import type { Problem } from '@/lib/platform/outcome';
import type { PageUse, ScanChannel } from './schema';

export const CHANNEL_WORDS: Readonly<Record<ScanChannel, string>> = { mail: 'Mail', fax: 'Fax' };

const USES: Readonly<Partial<Record<PageUse, string>>> = { same: 'More of the document before', left_out: 'Leave out: blank, cover sheet', later: 'Later: another request' };
export const useWords = (use: PageUse): string => USES[use] ?? DOCUMENT_KIND_WORDS[use as keyof typeof DOCUMENT_KIND_WORDS].full;

const PROBLEMS: Readonly<Record<string, string>> = {
  missing: 'Something is missing here.',
  page_without_place: 'Say what this page is.',
  page_not_there: 'This page has been sorted meanwhile. Reload the page.',
  no_paper: 'Say of at least one page which document it is.',
  same_as_nothing: 'Say which document this page is: none comes before it.',
  not_a_date: 'Type month, day and year, like 3/5/2010.',
  not_a_phone: 'Type the number with its area code.',
  not_an_email: 'Check the e-mail address.',
  not_a_zip: 'Type 5 digits.',
  not_a_state: 'Type the two letters of the state.',
  case_not_found: 'There is no open case of that number that you may see.',
};
export const scanProblemWords = ({ reason }: Problem): string => PROBLEMS[reason] ?? 'This cannot be read. Type it again.';

export const SCAN_REFUSAL_WORDS: Readonly<Record<string, string>> = {
  not_ready: 'The file is still being checked, or was refused.',
  case_not_found: 'There is no open case of that number that you may see.',
  already_sorted: 'Somebody has sorted this scan meanwhile.',
};

const UPLOAD_REFUSALS: Readonly<Record<string, string>> = {
  too_large: 'Larger than 15 MB: scan it in parts',
  heic: 'An iPhone photo: send it as JPEG',
  type_not_taken: 'Not a PDF, JPEG, PNG, WebP or TIFF file',
  name_disagrees: 'The ending of its name is not what the file is',
  empty: 'The file is empty',
  too_many_tries: 'Too many files within the hour',
};
export const uploadRefusalWords = (reason: string): string => UPLOAD_REFUSALS[reason] ?? 'Not sent. Send it again';
