import type { Db, Tx } from '#db/connection.ts'
import type { Signet } from '#domain/audit/seal.ts'
import type { Day } from '#domain/day.ts'
import type { Actor } from '#domain/member/actor.ts'
import type { AddressRules } from '#domain/webhook/webhook-address.ts'
import type { FileExaminer } from '#usecases/document/safe-file.ts'
import type { PhoneBoxes } from '#usecases/field-phone/phone-boxes.ts'
import type { GroupSolver } from '#usecases/group-composition/group-solver.ts'
import type { MatchSolver } from '#usecases/match/match-solver.ts'
import type { NameIndex } from '#usecases/name-index.ts'
import type { ProgrammeShelf, Stock } from '#usecases/programme/shelf.ts'
import type { DisclosureSolver } from '#usecases/report-release/disclosure-solver.ts'
import type { Vault } from '#usecases/vault.ts'

/** What the composition floor hands down: clock, ids, keys, database. Use cases reach nothing else. */
export interface Context {
  readonly db: Db
  readonly now: () => Temporal.Instant
  readonly newId: () => string
  readonly vault: (tx: Tx, orgId: string) => Vault
  readonly names: NameIndex
  /** What this organisation has in programmes; read anew when its stamp changed. */
  readonly programmes: (tx: Tx, orgId: string, stamp: number) => Promise<Stock>
  readonly matchSolver: MatchSolver
  readonly groupSolver: GroupSolver
  readonly disclosureSolver: DisclosureSolver
  /** Looks at files that somebody sends, before anything of them is kept. */
  readonly files: FileExaminer
  /** SHA-256 of text; for comparing requests and keeping hashes of tokens and keys. */
  readonly digest: (text: string) => Buffer
  /** HMAC-SHA-256 under a key that was agreed with somebody else; for our own there is the vault. */
  readonly hmac: (key: Uint8Array, text: string) => Buffer
  /** Signs the access log's seals with a key from outside the database. */
  readonly signet: Pick<Signet, 'sign' | 'holds'>
  /** A random secret, 256 bits, as base64url text. */
  readonly newSecret: () => string
  /** There is a mail server to hand messages to; without one they wait, and pages say so. */
  readonly mailReady?: boolean
  /** The same for a gateway for text messages. */
  readonly textReady?: boolean
  /** Keeps a word that somebody agreed on, as a password is kept: it can be held against what is typed, and not read. */
  readonly secretWords: SecretWords
  /** Something has become due for the clock: it looks now instead of when its time comes. */
  readonly wakeClock?: () => void
  /** What the address of a webhook may be here; the strictest unless said. */
  readonly addresses?: AddressRules
  /** What phones seal for us alone. */
  readonly boxes: PhoneBoxes
  /** Names this request in the log and the audit trail; carries no personal data. */
  readonly requestId: string
}

export interface SecretWords {
  hash(word: string): Promise<string>
  verify(kept: { readonly hash: string; readonly word: string }): Promise<boolean>
}

/** On which ground somebody sees what she sees; NEN 7513's basis of access. */
export type AccessBasis =
  | 'role'
  | 'match'
  | 'group'
  | 'own_referral'
  | 'own_record'
  | 'emergency'
  | 'public_form'
  | 'service'
  | 'system'

/** What one use case works with: everything inside one transaction of one organisation. */
export interface Work {
  readonly tx: Tx
  readonly orgId: string
  readonly actor: Actor
  /** The organisation's own day. */
  readonly today: Day
  readonly now: Temporal.Instant
  readonly zone: string
  readonly newId: () => string
  readonly newSecret: () => string
  readonly digest: (text: string) => Buffer
  readonly hmac: Context['hmac']
  readonly signet: Context['signet']
  readonly vault: Vault
  readonly names: NameIndex
  readonly programmes: ProgrammeShelf
  readonly matchSolver: MatchSolver
  readonly groupSolver: GroupSolver
  readonly disclosureSolver: DisclosureSolver
  readonly addresses: AddressRules
  readonly secretWords: SecretWords
  readonly textReady: boolean
  readonly wakeClock: () => void
  readonly boxes: PhoneBoxes
  /** Says whom this work concerned, for the audit row. Call it for every person whose data is read or written. */
  about(subject: {
    person?: string | readonly string[]
    trajectory?: string | readonly string[]
    basis?: AccessBasis
    onBehalfOf?: string
    detail?: Record<string, string | number>
  }): void
  /** Runs once the transaction is committed; for memory that follows the database, never for effects outside. */
  afterCommit(effect: () => void): void
}
