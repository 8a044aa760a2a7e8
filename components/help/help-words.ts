/** Short help for each page, and the words of the trade. What a colleague would say beside you on the first day. */
export type PageHelp = { readonly at: RegExp; readonly title: string; readonly says: readonly string[] };

export const PAGE_HELP: readonly PageHelp[] = [
  { at: /^\/queue/, title: 'Queue', says: ['Every open case, the oldest promise first.', 'Take next gives you the case that has waited longest; nobody else gets the same one.', 'The views at the left filter, and their numbers are live.'] },
  { at: /^\/cases\/[^/]+\/identity/, title: 'Identity', says: ['Look at each document and tick what you see on it, by mouse or with the number keys.', 'A document with every tick is accepted. Otherwise return it with its reasons; these become the letter.'] },
  { at: /^\/cases\/[^/]+\/match/, title: 'Match', says: ['Which patient is this? Conflicts come first, because two people can share a birthday and a last name.', 'Per value choose: use what was submitted, or keep what the record has. Nothing is saved yet.'] },
  { at: /^\/cases\/[^/]+\/correct/, title: 'Correct', says: ['The chosen values are saved to the record, with a reason, on the evidence of an accepted document.', 'The portal is rehearsed with them: does it now find exactly this person? Risky changes go to a second person.'] },
  { at: /^\/cases\/[^/]+\/doses/, title: 'Doses', says: ['Type the vaccine, Tab, the date, Enter. What is doubtful asks for an answer at its row.', 'A dose from paper rests on the page it was read from.'] },
  { at: /^\/cases\/[^/]+\/send/, title: 'Send', says: ['What goes, and where, in one sentence. The rule that allows it stands above.', 'For a minute the copy can be taken back. The case closes when its envelope is confirmed.'] },
  { at: /^\/cases\/[^/]+\/history/, title: 'History', says: ['What happened to this case, newest first, with the values before and after.'] },
  { at: /^\/mentions/, title: 'Mentions', says: ['Notes in which a colleague called you by name. Opening the case marks them as read.'] },
  { at: /^\/dispatch/, title: 'Print and fax', says: ['Choose envelopes, make a batch, print it, and confirm each envelope that left.'] },
  { at: /^\/phone/, title: 'Phone desk', says: ['Verify the caller before you read anything aloud. Search by parts of the name with the date of birth.'] },
  { at: /^\/calendar/, title: 'Calendar', says: ['Days on which the office is closed, and what each day counts as.', 'A supervisor or an administrator closes the office on a day; promises then move by themselves, and each case says why.'] },
  { at: /^\/audit/, title: 'Audit', says: ['Who looked at, changed and sent what. Looking here is an entry too.'] },
  { at: /^\/account/, title: 'Your sessions and account', says: ['Where you are signed in, and a way to end what you do not know.', 'Your password and your recovery codes are changed here.'] },
  { at: /^\/admin\/staff/, title: 'Staff', says: ['Who works here, with which roles, and who can sign in.', 'An invitation, a reset or other roles count from that person’s next request.'] },
  { at: /^\/admin\/files/, title: 'Files that wait', says: ['Files that could not be checked yet, and why: the scanner or the store did not answer, or a try was cut off.', 'Each is tried again by itself; press to try one now. Whose they are is not shown here.'] },
  { at: /^\/scan-in/, title: 'Scan in', says: ['Give the file that the scanner or the fax server made. Its pages are made safe before anybody looks.', 'Say page by page what each is, then open a case with them or add them to one.'] },
  { at: /^\/destruction/, title: 'Documents to destroy', says: ['Documents that were kept as long as their kind asks. Keep one back with a reason, or approve the list under the number of its form.', 'What is destroyed cannot be brought back; that it was here stays known.'] },
  { at: /^\/admin\/permissions/, title: 'Who may do what', says: ['Every step of the desk and the roles that may take it, made from the table the desk itself asks.'] },
  { at: /^\/restricted/, title: 'Restricted records', says: ['Who opened a restricted record, for which case, why, and what they did there while it was open.', 'Say of each opening whether it was justified.'] },
  { at: /^\/help/, title: 'Help', says: ['How the desk works, its keys, and its words.'] },
];

export const helpFor = (path: string): PageHelp | null => PAGE_HELP.find(({ at }) => at.test(path)) ?? null;

export const TRADE_WORDS: readonly { readonly term: string; readonly value: string }[] = [
  { term: 'Submission', value: 'What somebody sent us, by form, mail, fax or phone. It is never edited.' },
  { term: 'Case', value: 'Our work on one person of a submission.' },
  { term: 'Patient', value: 'The person in the registry, CT WiZ.' },
  { term: 'Dose', value: 'One immunization. A dose from paper is historical and keeps its evidence.' },
  { term: 'Record', value: 'What we issue: the full record or the COVID-19 record.' },
  { term: 'Health card', value: 'A SMART Health Card: a code that others can verify.' },
  { term: 'Release', value: 'The act of letting a record leave.' },
  { term: 'Disclosure', value: 'The entry of a release in the accounting.' },
  { term: 'Dispatch', value: 'One record on its way, by mail or fax.' },
  { term: 'Promise', value: 'When we said we would be done, in business days. It stops only while the requester owes us something.' },
  { term: 'Rehearsal', value: 'The portal tried with what this person will type, before the case may end as fixed.' },
];
