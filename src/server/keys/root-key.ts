import { createHash, randomBytes, randomInt } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '#server/config.ts'
import type { RootKey } from './organisation-keys.ts'

export interface Secrets {
  /** Wraps every organisation's key. Whoever loses it loses all sealed data; it is in no backup of the database. */
  readonly rootKey: RootKey
  /** Signs cookies and seals second-step secrets. A new one signs everybody out and asks all to set up their phone. */
  readonly authSecret: string
  /** For the first run of a production server, to be printed in its terminal; `null` in the demo. */
  readonly firstRunCode: string | null
}

const keyBytes = 32

/**
 * The secrets from outside the database: from the environment, or from files in the data folder that are made at
 * the first start with mode 0400. Throws if a file can be read by others, or if a given secret is too weak.
 */
export function openSecrets(config: Pick<Config, 'mode' | 'dataFolder' | 'rootKey' | 'authSecret'>): Secrets {
  const root = strong('NAAST_ROOT_KEY', config.rootKey ?? kept(config.dataFolder, 'root-key'))
  const auth = strong('NAAST_AUTH_SECRET', config.authSecret ?? kept(config.dataFolder, 'auth-secret'))
  if (root.equals(auth)) throw new Error('NAAST_ROOT_KEY and NAAST_AUTH_SECRET must not be the same.')
  return {
    rootKey: { id: createHash('sha256').update(root).digest('hex').slice(0, 12), key: root },
    authSecret: auth.toString('base64url'),
    firstRunCode: config.mode === 'production' ? newFirstRunCode() : null,
  }
}

/** The secret in this file, made if there is none yet. */
function kept(folder: string, name: string): string {
  const file = path.join(folder, name)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    // `wx`: of two servers that start at once, one makes the file and the other reads it.
    try {
      writeFileSync(file, randomBytes(keyBytes).toString('base64url'), { mode: 0o400, flag: 'wx' })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others. Give it to its owner only: chmod 600 ${file}`)
  return readFileSync(file, 'utf8').trim()
}

/** 32 bytes as hexadecimal, base64 or base64url text. A phrase somebody thought up is refused. */
function strong(name: string, text: string): Buffer {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
  if (bytes.length !== keyBytes || new Set(bytes).size < 16)
    throw new Error(`${name} must be 32 random bytes. Make one with: openssl rand -hex 32`)
  return bytes
}

/** Ten signs that are hard to mix up: 48 bits, good while this server runs. */
function newFirstRunCode(): string {
  const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const half = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')
  return `${half()}-${half()}`
}
