/** A visitor of the public web: known by nothing but the browser's right to its own uploads. */
import { mintVisitor, type Visitor } from '@/lib/access/actor';

export const UPLOAD_COOKIE = '__Host-public-upload';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function visitorOf(headers: Headers, uploadCookie: string | undefined): Visitor {
  return mintVisitor({
    requestId: headers.get('x-record-desk-request') ?? 'none',
    address: headers.get('x-record-desk-address'),
    uploadToken: uploadCookie !== undefined && TOKEN.test(uploadCookie) ? uploadCookie : null,
  });
}
