/** What each process of a demo is told; nobody learns a secret that it has no use for. */
import { type Role, urlFor } from './database';
import { STORE_KEY_ID } from './object-store';
import type { Ports } from './ports';
import type { Secrets } from './secrets';

type Facts = {
  ports: Ports;
  secrets: Secrets;
  databaseUrl: string;
  bucket: string;
  keysFile: string;
  scannerPort: number | null;
  folder: string;
};
/** Cards of the demo name an issuer that exists nowhere. */
const ISSUER = 'https://records.recorddesk.example/shc';

export function environments({ ports, secrets, databaseUrl, bucket, keysFile, scannerPort, folder }: Facts) {
  const local = (port: number): string => `http://127.0.0.1:${port}`;
  const database = (role: Role): string => urlFor(databaseUrl, role, secrets.roles);
  const origins = { STAFF_ORIGIN: local(ports.staff), PUBLIC_ORIGIN: local(ports.public) };
  const common = {
    ...origins,
    DEMO: '1',
    HOST: '127.0.0.1',
    S3_ENDPOINT: local(ports.objectStore),
    S3_REGION: 'us-east-1',
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: STORE_KEY_ID,
    S3_SECRET_ACCESS_KEY: secrets.objectStore,
    SHC_ISSUER_URL: ISSUER,
    PRESS_URL: local(ports.press),
    ...(scannerPort === null ? {} : { CLAMD_HOST: '127.0.0.1', CLAMD_PORT: String(scannerPort) }),
  };
  const sending = {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(ports.smtp),
    MAIL_FROM: 'immunization-records@recorddesk.example',
    FAX_GATEWAY_URL: `${local(ports.gateways)}/faxes`,
    FAX_GATEWAY_TOKEN: secrets.gatewayToken,
    SMS_GATEWAY_URL: `${local(ports.gateways)}/messages`,
    SMS_GATEWAY_TOKEN: secrets.gatewayToken,
  };
  const signing = { SHC_KEYS_FILE: keysFile, SHC_RID_SECRET: secrets.ridSecret };
  const web = (surface: 'staff' | 'public', role: Role, session: string) => ({
    ...common,
    SURFACE: surface,
    PORT: String(ports[surface]),
    DATABASE_URL: database(role),
    NEXTAUTH_URL: local(ports[surface]),
    NEXTAUTH_SECRET: session,
  });
  return {
    staff: { ...web('staff', 'staff_app', secrets.staffSession), TOTP_KEY: secrets.totpKey },
    public: web('public', 'public_app', secrets.publicSession),
    worker: { ...common, ...sending, ...signing, DATABASE_URL: database('worker_app'), PRESS_PORT: String(ports.press) },
    seed: { ...common, ...sending, ...signing, DATABASE_URL: database('app_owner'), OWNER_DATABASE_URL: database('app_owner'), TOTP_KEY: secrets.totpKey, DEMO_FOLDER: folder },
  };
}
