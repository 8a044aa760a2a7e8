/** Every URL the code links to, and which surface answers it. Random ids only; case numbers are the human exception. */

export type Surface = 'staff' | 'public';

/** First path segment → the surfaces that have it; for /api the second segment counts. Anything else is 404 everywhere. */
const SEGMENTS: Record<string, readonly Surface[]> = {
  queue: ['staff'],
  cases: ['staff'],
  patients: ['staff'],
  phone: ['staff'],
  dispatch: ['staff'],
  'scan-in': ['staff'],
  audit: ['staff'],
  restricted: ['staff'],
  destruction: ['staff'],
  calendar: ['staff'],
  help: ['staff'],
  mentions: ['staff'],
  'sign-in': ['staff'],
  'signed-in': ['staff'],
  join: ['staff'],
  answer: ['public'],
  account: ['staff'],
  admin: ['staff'],
  request: ['public'],
  '.well-known': ['public'],
  health: ['staff', 'public'],
  ready: ['staff', 'public'],
  _next: ['staff', 'public'],
  'api/auth': ['staff'],
  'api/session': ['staff'],
  'api/looks': ['staff'],
  'api/presence': ['staff'],
  'api/queue': ['staff'],
  'api/documents': ['staff'],
  'api/press': ['staff'],
  'api/scans': ['staff'],
  'api/audit': ['staff'],
  'api/commands': ['staff', 'public'],
  'api/uploads': ['public'],
};

export function surfaceOf(pathname: string): readonly Surface[] {
  const [first = '', second = ''] = pathname.split('/').slice(1);
  const segment = first === 'api' ? `api/${second}` : first.replace(/\.(rsc|segments)$/, '');
  return Object.hasOwn(SEGMENTS, segment) ? (SEGMENTS[segment] ?? []) : [];
}

export type CaseStep = 'identity' | 'match' | 'correct' | 'doses' | 'send' | 'history';

export const paths = {
  signIn: (next?: string): string => (next === undefined ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`),
  /** Where a window that was opened to sign in again ends. */
  signedIn: '/signed-in',
  refusedAtProvider: (reason: string): string => `/sign-in?refused=${reason}`,
  queue: (view?: string): string => (view === undefined ? '/queue' : `/queue?view=${encodeURIComponent(view)}`),
  queueAt: (params: URLSearchParams): string => (params.size === 0 ? '/queue' : `/queue?${params.toString()}`),
  queuePulse: '/api/queue/pulse',
  case: (number: number): string => `/cases/C-${number}`,
  caseStep: (number: number, step: CaseStep): string => `/cases/C-${number}/${step}`,
  documentPage: (documentId: string, page: number): string => `/api/documents/${documentId}/pages/${page}`,
  documentThumb: (documentId: string, page: number): string => `/api/documents/${documentId}/pages/${page}?show=thumb`,
  /** With nothing covered, for whoever has said why. */
  documentWhole: (documentId: string, page: number): string => `/api/documents/${documentId}/pages/${page}?show=whole`,
  /** A file as it was sent, once, for the supervisor who asked for it. */
  original: (fetchId: string): string => `/api/documents/originals/${fetchId}`,
  /** A document alone, for a second window. */
  paper: (number: number, documentId: string): string => `/cases/C-${number}/paper?document=${documentId}`,
  mentions: '/mentions',
  howACaseMoves: '/help/how-a-case-moves',
  phone: '/phone',
  dispatch: '/dispatch',
  batch: (batchId: string): string => `/dispatch/${batchId}`,
  batchFile: (batchId: string): string => `/api/press/batches/${batchId}`,
  audit: (filters?: URLSearchParams): string => (filters === undefined || filters.size === 0 ? '/audit' : `/audit?${filters.toString()}`),
  restricted: '/restricted',
  destruction: '/destruction',
  auditOfCase: (number: number): string => `/audit?case=C-${number}`,
  auditEntry: (id: string): string => `/audit/entry?number=${id}`,
  /** Who looked at a person's record. */
  auditLooks: (patientId: string): string => `/audit/looks?patient=${patientId}`,
  auditExport: (exportId: string, part: 'file' | 'checksum'): string => `/api/audit/exports/${exportId}/${part}`,
  calendar: '/calendar',
  help: '/help',
  /** Where a link by mail leads; its token is good once and says nothing about anybody. */
  join: (token: string): string => `/join/${token}`,
  account: '/account',
  staffList: '/admin/staff',
  waitingFiles: '/admin/files',
  staffMember: (staffId: string): string => `/admin/staff/${staffId}`,
  permissions: '/admin/permissions',
  request: '/request',
  command: (name: string): string => `/api/commands/${name}`,
  look: (name: string): string => `/api/looks/${name}`,
  presence: (caseId: string): string => `/api/presence?case=${caseId}`,
  /** Where the link of a message leads that asks for documents. */
  answer: (token: string): string => `/answer/${token}`,
  upload: '/api/uploads',
  scanIn: '/scan-in',
  scan: (scanId: string): string => `/scan-in/${scanId}`,
  /** Where the mail room's files go. */
  scans: '/api/scans',
} as const;
