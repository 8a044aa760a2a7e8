/** What a file is, by its first bytes and its name together: either alone can lie. */

/** What anybody may send. */
export const PUBLIC_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
/** What the mail room may scan in besides: fax servers and scanners write TIFF. */
export const SCAN_TYPES = [...PUBLIC_TYPES, 'image/tiff'] as const;
export type MediaType = (typeof SCAN_TYPES)[number];

const EXTENSIONS: Record<MediaType, readonly string[]> = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'image/tiff': ['tif', 'tiff'],
};

const starts = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean => signature.every((byte, i) => bytes[at + i] === byte);
const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

function typeOfBytes(head: Uint8Array): MediaType | 'heic' | null {
  if (starts(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts(head, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (starts(head, ascii('RIFF')) && starts(head, ascii('WEBP'), 8)) return 'image/webp';
  if (starts(head, ascii('%PDF-'))) return 'application/pdf';
  if (starts(head, [...ascii('II'), 0x2a, 0]) || starts(head, [...ascii('MM'), 0, 0x2a])) return 'image/tiff';
  if (starts(head, ascii('ftyp'), 4) && ['heic', 'heix', 'hevc', 'mif1', 'msf1'].some((brand) => starts(head, ascii(brand), 8))) return 'heic';
  return null;
}

export const HEAD_BYTES = 16;

export type Sniffed = { ok: true; mediaType: MediaType } | { ok: false; reason: 'heic' | 'type_not_taken' | 'name_disagrees' };

/** `head` holds at least the first 16 bytes (fewer when the file is shorter); `takes` is what the place takes where it is sent to. */
export function sniff(head: Uint8Array, fileName: string, takes: readonly MediaType[] = PUBLIC_TYPES): Sniffed {
  const type = typeOfBytes(head);
  if (type === 'heic') return { ok: false, reason: 'heic' };
  if (type === null || !takes.includes(type)) return { ok: false, reason: 'type_not_taken' };
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return EXTENSIONS[type].includes(extension) ? { ok: true, mediaType: type } : { ok: false, reason: 'name_disagrees' };
}

/** A file name fit to show: NFC, its last part only, without control, bidirectional or zero-width characters. */
export function safeFileName(raw: string, most = 120): string {
  const last = raw.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}"<>|:*?]/gu, '').trim();
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - extension.length).slice(0, most - extension.length);
  return `${stem === '' || /^\.+$/.test(stem) ? 'file' : stem}${extension}`;
}
