import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Db, Tx } from '#db/connection.ts'
import type { AddressRules } from '#domain/webhook/webhook-address.ts'
import type { Context } from '#usecases/context.ts'
import type { NameIndex } from '#usecases/name-index.ts'
import type { Vault } from '#usecases/vault.ts'
import { newId } from './ids.ts'
import { phoneBoxes } from './keys/phone-boxes.ts'
import { openPasswords } from './sign-in/passwords.ts'

export interface ContextParts {
  db: Db
  vault: (tx: Tx, orgId: string) => Vault
  names: NameIndex
  programmes: Context['programmes']
  matchSolver: Context['matchSolver']
  groupSolver: Context['groupSolver']
  disclosureSolver: Context['disclosureSolver']
  files: Context['files']
  signet: Context['signet']
  now: () => Temporal.Instant
  mailReady?: boolean
  textReady?: boolean
  wakeClock?: () => void
  addresses?: AddressRules
  /** Other ids than UUIDv7 by the clock: for journeys, whose pictures must not change by themselves. */
  newId?: () => string
}

/** Apart from those of signing in: a flood of guesses there keeps nobody waiting who must say that she is out. */
const passwords = openPasswords()
const secretWords: Context['secretWords'] = {
  hash: (word) => passwords.hash(word),
  verify: ({ hash, word }) => passwords.verify({ hash, password: word }),
}

/** Hands the composition floor's parts down to the use cases of one request. */
export const contextOf = (parts: ContextParts, requestId: string): Context => ({
  ...parts,
  newId: parts.newId ?? (() => newId(parts.now())),
  digest: (text) => createHash('sha256').update(text).digest(),
  hmac: (key, text) => createHmac('sha256', key).update(text).digest(),
  newSecret: () => randomBytes(32).toString('base64url'),
  secretWords,
  boxes: phoneBoxes,
  requestId,
})
