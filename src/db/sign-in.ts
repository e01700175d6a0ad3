import { CompiledQuery, type Kysely, sql } from 'kysely'
import type { AuthTables, SessionMethod } from '#db/sign-in-tables.ts'

/** The sign-in tables, through the pool of `naast_auth`: a connection that sees no organisation's data at all. */
export type AuthDb = Kysely<AuthTables>

export interface SessionRow {
  id: string
  user_id: string
  started_at: Date
  seen_at: Date
  proved_at: Date | null
  method: SessionMethod
  provider_id: string | null
  passkeys: number
  two_factor_enabled: boolean
  org_id: string | null
  member_id: string | null
}

/**
 * The session kept under this hash and whose it is: one query by a unique key, on the way of every page. Written out so
 * that the pool can prepare it by name; planning it each time costs five times what running it does.
 */
export const sessionQuery = `
  select s.id, s.user_id, s.started_at, s.seen_at, s.proved_at, s.method, s.provider_id, u.two_factor_enabled,
    m.org_id, m.member_id, (select count(*)::int from auth.passkey p where p.user_id = s.user_id) as passkeys
  from auth.session s
  join auth.user u on u.id = s.user_id
  left join auth.membership m on m.user_id = s.user_id
  where s.token = $1`

export async function findSession(db: AuthDb, kept: string): Promise<SessionRow | undefined> {
  const { rows } = await db.executeQuery<SessionRow>(CompiledQuery.raw(sessionQuery, [kept]))
  return rows[0]
}

/** Puts the hash in the token's place, and how she came in beside it. */
export async function keepSession(
  db: AuthDb,
  { token, kept, ...how }: { token: string; kept: string } & CameIn,
): Promise<void> {
  await db
    .updateTable('auth.session')
    .set({ token: kept, method: how.method, provider_id: how.providerId })
    .where('token', '=', token)
    .execute()
}

/** How she came in, and where if that was elsewhere. */
export interface CameIn {
  readonly method: SessionMethod
  readonly providerId: string | null
}

/** She showed a passkey after all: from here on this session is as good as one that began with it. */
export async function raiseSession(db: AuthDb, id: string): Promise<void> {
  await db.updateTable('auth.session').set({ method: 'passkey' }).where('id', '=', id).execute()
}

/** Members of an organisation who have a passkey. */
export async function findMembersWithPasskey(db: AuthDb, orgId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('auth.membership as m')
    .innerJoin('auth.passkey as p', 'p.user_id', 'm.user_id')
    .select('m.member_id')
    .distinct()
    .where('m.org_id', '=', orgId)
    .execute()
  return rows.map(({ member_id }) => member_id)
}

export async function touchSession(db: AuthDb, id: string, at: Date): Promise<void> {
  await db.updateTable('auth.session').set({ seen_at: at }).where('id', '=', id).execute()
}

/** Keeps with the session that whoever has it showed just now that it is she. */
export async function markProved(db: AuthDb, id: string, at: Date): Promise<void> {
  await db.updateTable('auth.session').set({ proved_at: at }).where('id', '=', id).execute()
}

export async function deleteSession(db: AuthDb, kept: string): Promise<void> {
  await db.deleteFrom('auth.session').where('token', '=', kept).execute()
}

export async function deleteSessionsOfUser(db: AuthDb, userId: string): Promise<void> {
  await db.deleteFrom('auth.session').where('user_id', '=', userId).execute()
  await db.deleteFrom('auth.verification').where('value', '=', userId).execute()
}

/** An account with all that hangs on it: sessions, second step, passkeys, to whom it belongs. */
export async function deleteUser(db: AuthDb, userId: string): Promise<void> {
  await db.deleteFrom('auth.verification').where('value', '=', userId).execute()
  await db.deleteFrom('auth.user').where('id', '=', userId).execute()
}

/** Sessions nobody can use any more, and traces of attempts that no longer count. */
export async function deleteStale(db: AuthDb, now: Date, sessionsBefore: Date): Promise<void> {
  const day = new Date(now.getTime() - 24 * 3_600_000)
  await db.deleteFrom('auth.session').where('started_at', '<', sessionsBefore).execute()
  await db.deleteFrom('auth.attempt').where('at', '<', day).execute()
  await db.deleteFrom('auth.once').where('used_at', '<', day).execute()
  await db.deleteFrom('auth.verification').where('expires_at', '<', day).execute()
  await db
    .deleteFrom('auth.known_network')
    .where('seen_at', '<', new Date(now.getTime() - 60 * 24 * 3_600_000))
    .execute()
}

export interface AccountRow {
  userId: string
  orgId: string | null
  memberId: string | null
}

/** The account with this hashed address, and the member it belongs to. */
export async function findAccount(db: AuthDb, email: string): Promise<AccountRow | null> {
  const row = await db
    .selectFrom('auth.user as u')
    .leftJoin('auth.membership as m', 'm.user_id', 'u.id')
    .select(['u.id', 'm.org_id', 'm.member_id'])
    .where('u.email', '=', email)
    .executeTakeFirst()
  return row ? { userId: row.id, orgId: row.org_id, memberId: row.member_id } : null
}

export async function findMembership(
  db: AuthDb,
  userId: string,
): Promise<{ orgId: string; memberId: string; twoFactor: boolean } | null> {
  const row = await db
    .selectFrom('auth.membership as m')
    .innerJoin('auth.user as u', 'u.id', 'm.user_id')
    .select(['m.org_id', 'm.member_id', 'u.two_factor_enabled'])
    .where('m.user_id', '=', userId)
    .executeTakeFirst()
  return row ? { orgId: row.org_id, memberId: row.member_id, twoFactor: row.two_factor_enabled } : null
}

export async function findUserOfMember(
  db: AuthDb,
  orgId: string,
  memberId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('auth.membership')
    .select('user_id')
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row?.user_id
}

export interface NewAccount {
  userId: string
  accountId: string
  email: string
  /** Argon2 hash; `null` for a demo account, which nobody can sign in to with a password. */
  passwordHash: string | null
  orgId: string
  memberId: string
}

/**
 * Makes an account for a member, in one transaction. What stood under the same address or for the same member
 * before goes first, with its sessions, codes and second step: a new invitation is a wholly new way in.
 */
export async function replaceAccount(db: AuthDb, account: NewAccount, at: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('auth.user')
      .where((e) =>
        e.or([
          e('email', '=', account.email),
          e(
            'id',
            'in',
            e
              .selectFrom('auth.membership')
              .select('user_id')
              .where('org_id', '=', account.orgId)
              .where('member_id', '=', account.memberId),
          ),
        ]),
      )
      .execute()
    const moment = { created_at: at, updated_at: at }
    await tx
      .insertInto('auth.user')
      .values({ id: account.userId, name: '', email: account.email, email_verified: true, ...moment })
      .execute()
    if (account.passwordHash !== null)
      await tx
        .insertInto('auth.account')
        .values({
          id: account.accountId,
          user_id: account.userId,
          account_id: account.userId,
          provider_id: 'credential',
          password: account.passwordHash,
          ...moment,
        })
        .execute()
    await tx
      .insertInto('auth.membership')
      .values({ user_id: account.userId, org_id: account.orgId, member_id: account.memberId })
      .execute()
  })
}

/** The challenge between password and code: whose it is, if it still stands. */
export async function findChallenge(db: AuthDb, identifier: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth.verification')
    .select('value')
    .where('identifier', '=', identifier)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return row?.value ?? null
}

export const findSecondStep = (db: AuthDb, userId: string) =>
  db
    .selectFrom('auth.two_factor')
    .select(['id', 'secret', 'verified', 'backup_codes'])
    .where('user_id', '=', userId)
    .executeTakeFirst()

export async function insertSecondStep(
  db: AuthDb,
  step: { id: string; userId: string; secret: string; codes: string },
): Promise<void> {
  await db
    .insertInto('auth.two_factor')
    .values({ id: step.id, user_id: step.userId, secret: step.secret, backup_codes: step.codes })
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .execute()
}

export async function replaceRecoveryCodes(db: AuthDb, userId: string, codes: string): Promise<void> {
  await db.updateTable('auth.two_factor').set({ backup_codes: codes }).where('user_id', '=', userId).execute()
}

/**
 * Claims a code for its one use; false if it was tried before. Codes are good for at most a minute and a half of
 * the server's own clock, so claims older than ten minutes are dropped on the way.
 */
export async function claimCode(db: AuthDb, userId: string, codeHash: Buffer): Promise<boolean> {
  await db
    .deleteFrom('auth.code_used')
    .where('user_id', '=', userId)
    .where('used_at', '<', sql<Date>`now() - interval '10 minutes'`)
    .execute()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('auth.code_used')
    .values({ user_id: userId, code_hash: codeHash })
    .onConflict((conflict) => conflict.columns(['user_id', 'code_hash']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/**
 * One drop in a leaking bucket: true if it fitted. A bucket that is full takes nothing, so hammering on it does
 * not keep it full any longer. `perSecond` is how fast it leaks.
 */
export async function dropIn(
  db: AuthDb,
  bucket: Buffer,
  size: number,
  perSecond: number,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into auth.attempt as a (bucket, level, at) values (${bucket}, 1, ${now})
    on conflict (bucket) do update
      set level = ${leaked(perSecond, now)} + 1, at = ${now}
      where ${leaked(perSecond, now)} + 1 <= ${size}
    returning level
  `.execute(db)
  return rows.length === 1
}
const leaked = (perSecond: number, now: Date) =>
  sql<number>`greatest(0, a.level - greatest(0, extract(epoch from ${now}::timestamptz - a.at))::float8 * ${perSecond}::float8)`

/** Takes a drop back: the attempt turned out to be a good one. */
export async function takeBack(db: AuthDb, bucket: Buffer): Promise<void> {
  await db
    .updateTable('auth.attempt')
    .set((e) => ({ level: sql<number>`greatest(0, ${e.ref('level')} - 1)` }))
    .where('bucket', '=', bucket)
    .execute()
}

/** Has the account with this hashed address signed in from this network before? */
export async function knowsNetwork(db: AuthDb, email: string, network: Buffer): Promise<boolean> {
  const row = await db
    .selectFrom('auth.known_network as k')
    .innerJoin('auth.user as u', 'u.id', 'k.user_id')
    .select('k.user_id')
    .where('u.email', '=', email)
    .where('k.network', '=', network)
    .executeTakeFirst()
  return row !== undefined
}

export async function rememberNetwork(db: AuthDb, userId: string, network: Buffer, at: Date): Promise<void> {
  await db
    .insertInto('auth.known_network')
    .values({ user_id: userId, network, seen_at: at })
    .onConflict((conflict) => conflict.columns(['user_id', 'network']).doUpdateSet({ seen_at: at }))
    .execute()
}

/** Does this while no other server does: two first runs at once come one after the other. */
export const oneAtATime = <Result>(db: AuthDb, work: () => Promise<Result>): Promise<Result> =>
  db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtext('naast first run account'))`.execute(connection)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(hashtext('naast first run account'))`.execute(connection)
    }
  })
