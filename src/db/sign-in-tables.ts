import type { ColumnType, Generated } from 'kysely'
import type { WayIn } from '#domain/sign-in/passkey-rule.ts'

/**
 * Rows of the schema `auth`, as our own queries see them. They are reached through the pool of `naast_auth` only;
 * moments are `Date` there, because better-auth shares that pool.
 */
export interface AuthUserTable {
  id: string
  name: string
  /** A keyed hash in the shape of an address; the address itself is never kept here. */
  email: string
  email_verified: boolean
  two_factor_enabled: Generated<boolean>
  created_at: Date
  updated_at: Date
}

export interface AuthSessionTable {
  id: string
  user_id: string
  /** SHA-256 of the token in the cookie, once it is kept; the token itself for the moment in which it is made. */
  token: string
  method: Generated<SessionMethod>
  /** At which municipality she came in, if she did. */
  provider_id: string | null
  started_at: Date
  seen_at: Date
  proved_at: Date | null
}

/** How somebody came in; a passkey asks her finger or her code itself, a provider has checked what we asked of it. */
export type SessionMethod = WayIn

export interface AuthAccountTable {
  id: string
  user_id: string
  account_id: string
  provider_id: string
  password: string | null
  created_at: Date
  updated_at: Date
}

export interface AuthVerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: Date
}

export interface AuthTwoFactorTable {
  id: string
  user_id: string
  secret: string
  backup_codes: string
  verified: Generated<boolean>
}

export interface AuthMembershipTable {
  user_id: string
  org_id: string
  member_id: string
}

export interface AuthCodeUsedTable {
  user_id: string
  code_hash: Buffer
  used_at: Generated<Date>
}

export interface AuthAttemptTable {
  bucket: Buffer
  level: number
  at: Date
}

export interface AuthKnownNetworkTable {
  user_id: string
  network: Buffer
  seen_at: Date
}

export interface AuthPasskeyTable {
  id: string
  user_id: string
  credential_id: string
  public_key: Buffer
  /** A bigint: text as the driver gives it. */
  counter: ColumnType<string, number, number>
  transports: string[]
  name_sealed: Buffer
  created_at: Date
  used_at: Date | null
}

export interface AuthOnceTable {
  hash: Buffer
  used_at: Date
}

export interface AuthTables {
  'auth.user': AuthUserTable
  'auth.session': AuthSessionTable
  'auth.account': AuthAccountTable
  'auth.verification': AuthVerificationTable
  'auth.two_factor': AuthTwoFactorTable
  'auth.membership': AuthMembershipTable
  'auth.code_used': AuthCodeUsedTable
  'auth.attempt': AuthAttemptTable
  'auth.known_network': AuthKnownNetworkTable
  'auth.passkey': AuthPasskeyTable
  'auth.once': AuthOnceTable
}
