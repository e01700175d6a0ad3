import { createHash } from 'node:crypto'
import {
  type AuthDb,
  type CameIn,
  deleteSession,
  findSession,
  keepSession,
  type SessionRow,
  touchSession,
} from '#db/sign-in.ts'
import type { SessionMethod } from '#db/sign-in-tables.ts'
import { type PasskeyDemand, passkeyDemand } from '#domain/sign-in/passkey-rule.ts'
import { sessionIsOver } from '#domain/sign-in/session-limits.ts'
import type { Context } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { readVisitor } from '#usecases/member/read-visitor.ts'
import type { Caller, SignedIn } from '#usecases/sign-in/sign-in-port.ts'
import { cookieNames, readCookies, readSigned, signed } from './cookies.ts'

/** A live session: within its times, of somebody who is a member today. */
export interface LiveSession {
  readonly id: string
  readonly token: string
  readonly userId: string
  readonly twoFactor: boolean
  readonly method: SessionMethod
  readonly providerId: string | null
  readonly demand: PasskeyDemand
  readonly visitor: SignedIn
}

interface Parts {
  readonly db: AuthDb
  readonly secret: string
  readonly https: boolean
  readonly now: () => Temporal.Instant
  readonly context: () => Context
  readonly codesLeft: (userId: string) => Promise<number>
  /** In the demo one is somebody with a click: then no passkey is asked, whatever an organisation's rule says. */
  readonly demo: boolean
}

/** What the database keeps of a token: enough to know it again, nothing that opens anything. */
export const keptToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** How long a member's name and roles are remembered for the frame of the page, in seconds. */
const memorySeconds = 10
/** A session's last page is written down at most this often, in seconds. */
const touchSeconds = 60

/**
 * Sessions, read from the database at every page: one query. Name and roles for the frame are remembered for a few
 * seconds; what somebody may do is read again by the use case itself, in its own transaction, so nothing that was
 * taken away is still allowed meanwhile.
 */
export function openSessions({ db, secret, https, now, context, codesLeft, demo }: Parts) {
  const names = cookieNames(https)
  const memory = new Map<string, { visitor: SignedIn | null; at: number }>()

  async function visitorOf(orgId: string, memberId: string): Promise<SignedIn | null> {
    const at = now().epochMilliseconds
    const known = memory.get(memberId)
    if (known && Math.abs(at - known.at) < memorySeconds * 1000) return known.visitor
    const visitor = await readMember(context(), orgId, memberId)
    if (memory.size > 5_000) memory.clear()
    memory.set(memberId, { visitor, at })
    return visitor
  }

  const tokenOf = (caller: Caller): string | null =>
    readSigned(secret, readCookies(caller.cookie).get(names.session))

  async function live(caller: Caller): Promise<LiveSession | null> {
    const token = tokenOf(caller)
    const row = token === null ? undefined : await findSession(db, keptToken(token))
    if (token === null || !row?.org_id || !row.member_id) return null
    const visitor = await visitorOf(row.org_id, row.member_id)
    const times = {
      startedAt: row.started_at.toTemporalInstant(),
      seenAt: row.seen_at.toTemporalInstant(),
    }
    if (!visitor || sessionIsOver(times, visitor.actor.roles, now())) {
      await deleteSession(db, keptToken(token))
      return null
    }
    if (times.seenAt.until(now()).total('seconds') >= touchSeconds)
      await touchSession(db, row.id, new Date(now().epochMilliseconds))
    const provedAt = row.proved_at?.toTemporalInstant() ?? null
    const demand = await demandOf(row, visitor)
    return {
      id: row.id,
      token,
      userId: row.user_id,
      twoFactor: row.two_factor_enabled,
      method: row.method,
      providerId: row.provider_id,
      demand,
      visitor: { ...visitor, demand, actor: { ...visitor.actor, provedAt } },
    }
  }

  async function demandOf(row: SessionRow, { passkeysDue: due, host }: SignedIn): Promise<PasskeyDemand> {
    if (demo || !due) return 'none'
    return passkeyDemand({
      way: row.method,
      due,
      today: now().toZonedDateTimeISO(host.zone).toPlainDate(),
      passkeys: row.passkeys,
      // Only where they count: they lie sealed.
      recoveryCodes: row.passkeys === 1 ? await codesLeft(row.user_id) : 0,
    })
  }

  return {
    live,
    tokenOf,
    visitorOf,
    async end(caller: Caller): Promise<void> {
      const token = tokenOf(caller)
      if (token !== null) await deleteSession(db, keptToken(token))
    },
    /** Every session that better-auth makes passes here before its token goes to a browser. */
    keep: (token: string, { method, providerId }: CameIn): Promise<void> =>
      keepSession(db, { token, kept: keptToken(token), method, providerId }),
    /** For better-auth, which looks for what stands in the database: headers that only we can write. */
    headersOf: (token: string): Headers =>
      new Headers({ cookie: `${names.session}=${signed(secret, keptToken(token))}` }),
    forget: (memberId: string): void => {
      memory.delete(memberId)
    },
  }
}
export type Sessions = ReturnType<typeof openSessions>

async function readMember(context: Context, orgId: string, memberId: string): Promise<SignedIn | null> {
  try {
    const facts = await readVisitor(context, { kind: 'system', orgId, job: 'sign-in' }, { memberId })
    if (!facts) return null
    const { roles, workerId, name, language, glass, host, passkeysDue } = facts
    return {
      actor: { kind: 'member', orgId, memberId, roles, workerId },
      name,
      language,
      glass,
      host,
      passkeysDue,
    }
  } catch (error) {
    // The organisation itself is gone.
    if (error instanceof NotFound) return null
    throw error
  }
}
