import path from 'node:path'
import { z } from 'zod'
import { readScannerAddress, type ScannerAddress } from './documents/clamd.ts'
import { type MailSettings, readMailSettings } from './mail/smtp.ts'
import { readTextSettings, type TextSettings } from './mail/text-gateway.ts'
import { isNetwork } from './webhook/reachable.ts'

/** What can be set from outside, read once at the start. Secrets are not in here; see `keys/root-key.ts`. */
export interface Config {
  readonly mode: 'demo' | 'production'
  readonly port: number
  /** Which address to listen on: this machine's own unless `NAAST_HOST` says otherwise. */
  readonly host: string
  /** Where people reach Naast, without a slash at the end. */
  readonly url: string
  readonly databaseUrl: string | null
  readonly dataFolder: string
  /** The list of what was erased: outside the database, and of no backup of it. */
  readonly erasures: string
  readonly backup: {
    readonly folder: string
    /** For whom backups are encrypted: an age recipient whose own key is not on this server. */
    readonly recipient: string | null
  }
  readonly mail: MailSettings | null
  readonly text: TextSettings | null
  /** ClamAV's daemon; where it is set, no file is taken in that it did not look at. */
  readonly scanner: ScannerAddress | null
  /** Networks near this server, such as 10.0.0.0/8, where other systems may be told things. */
  readonly webhookNetworks: readonly string[]
  /** How many proxies in front add to X-Forwarded-For; 0 if nobody does. */
  readonly trustedProxies: number
  /** Secrets given by the environment; `null` for those that are kept in a file in the data folder. */
  readonly rootKey: string | null
  readonly authSecret: string | null
}

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const text = z.preprocess(blankIsAbsent, z.string().trim().optional())

const settings = z.object({
  NAAST_MODE: z.preprocess(blankIsAbsent, z.enum(['demo', 'production']).default('demo')),
  PORT: z.preprocess(blankIsAbsent, z.coerce.number().int().min(1).max(65_535).default(3000)),
  NAAST_HOST: text,
  NAAST_URL: z.preprocess(blankIsAbsent, z.url({ protocol: /^https?$/ }).optional()),
  DATABASE_URL: z.preprocess(blankIsAbsent, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  NAAST_DATA: text,
  NAAST_ERASURES: text,
  NAAST_BACKUPS: text,
  NAAST_BACKUP_RECIPIENT: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .trim()
      .regex(/^age1[02-9ac-hj-np-z]{20,2000}$/)
      .optional(),
  ),
  NAAST_SMTP_URL: text,
  NAAST_MAIL_FROM: text,
  NAAST_SMS_URL: text,
  NAAST_SMS_FROM: text,
  NAAST_CLAMD: text
    .refine((place) => !place || readScannerAddress(place) !== null)
    .transform((place) => (place ? readScannerAddress(place) : null)),
  NAAST_WEBHOOK_NETWORKS: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((one) => one.trim()))
    .transform((networks) => networks.filter((one) => one !== ''))
    .refine((networks) => networks.every(isNetwork)),
  NAAST_TRUSTED_PROXIES: z.preprocess(blankIsAbsent, z.coerce.number().int().min(0).max(5).default(0)),
  NAAST_ROOT_KEY: text,
  NAAST_AUTH_SECRET: text,
})

const meaning: Record<string, string> = {
  NAAST_MODE: 'demo or production',
  PORT: 'a port number, 1 to 65535',
  NAAST_URL: 'the address people use, such as https://naast.example.nl',
  NAAST_CLAMD: 'where clamd listens, such as /run/clamav/clamd.ctl or 127.0.0.1:3310',
  DATABASE_URL: 'a PostgreSQL address, such as postgres://owner:password@host/naast',
  NAAST_WEBHOOK_NETWORKS: 'networks with commas between them, such as 10.1.0.0/16,fd00::/8',
  NAAST_BACKUP_RECIPIENT: 'an age recipient, such as age1…; npm run backup -- --new-key makes one',
  NAAST_TRUSTED_PROXIES: 'how many proxies stand in front, 0 to 5',
}

/** Throws with one line for each setting that can't be right, saying what it should be; never shows a value. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = settings.safeParse(env)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
    throw new Error(names.map((name) => `${name} should be ${meaning[name] ?? 'text'}.`).join('\n'))
  }
  const set = parsed.data
  const mode = set.NAAST_MODE
  // The demo's world and a real one never share a folder by accident.
  const dataFolder = path.resolve(set.NAAST_DATA ?? (mode === 'demo' ? 'data/demo' : 'data/production'))
  return {
    mode,
    port: set.PORT,
    host: set.NAAST_HOST ?? 'localhost',
    url: (set.NAAST_URL ?? `http://localhost:${set.PORT}`).replace(/\/+$/, ''),
    databaseUrl: set.DATABASE_URL ?? null,
    dataFolder,
    erasures: path.resolve(set.NAAST_ERASURES ?? path.join(dataFolder, 'erasures')),
    backup: {
      folder: path.resolve(set.NAAST_BACKUPS ?? path.join(dataFolder, 'backups')),
      recipient: set.NAAST_BACKUP_RECIPIENT ?? null,
    },
    mail: readMailSettings(set.NAAST_SMTP_URL, set.NAAST_MAIL_FROM),
    text: readTextSettings(set.NAAST_SMS_URL, set.NAAST_SMS_FROM),
    scanner: set.NAAST_CLAMD,
    webhookNetworks: set.NAAST_WEBHOOK_NETWORKS,
    trustedProxies: set.NAAST_TRUSTED_PROXIES,
    rootKey: set.NAAST_ROOT_KEY ?? null,
    authSecret: set.NAAST_AUTH_SECRET ?? null,
  }
}

/** Is this an address that only this machine reaches? */
export const isLocal = (url: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
