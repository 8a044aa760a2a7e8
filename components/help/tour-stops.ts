/** What somebody is shown on the first day, stop by stop. `target` is outlined while its sentence stands there. */
import type { Tour } from '@/lib/staff/schema';

export type TourStop = { readonly target: string; readonly says: string };

export const TOUR_STOPS: Readonly<Record<Tour, readonly TourStop[]>> = {
  queue: [
    { target: 'aside[aria-label="Views"]', says: 'Views at the left are lists with live numbers. Start with “Due today”.' },
    { target: '#main table', says: 'Each row is a case, the oldest promise first. j and k move, Enter opens.' },
    { target: '#main h1', says: 'n takes the next case for you: the one that has waited longest.' },
    { target: 'header [role="search"], header input, header button', says: '/ finds a case by its number, Ctrl+K goes anywhere.' },
    { target: 'header', says: '? shows every key of the page you are on, and what the page is for. Lock the screen when you leave it.' },
  ],
  case: [
    { target: '#main-bar, section[aria-label="This case"]', says: 'Who the case is about, when it is promised, and who has it: always in sight.' },
    { target: 'aside[aria-label="Steps"]', says: 'The steps say what is still missing, each with a link to where it is mended.' },
    { target: 'section[aria-label="Document"]', says: 'The paper: + and - zoom, r turns it, [ and ] change the page, o opens a second window.' },
    { target: '#main', says: 'The task of this step. The keyboard goes to the next thing to decide; Ctrl+Enter saves.' },
    { target: 'footer [role="status"]', says: 'What you type is kept by itself, also when you leave or the screen locks.' },
    { target: 'footer', says: 'e finishes the case and opens the next. m leaves a note; @ calls a colleague.' },
  ],
};
