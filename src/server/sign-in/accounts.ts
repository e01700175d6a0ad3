import { timingSafeEqual } from 'node:crypto'
import { hasOrganisation } from '#db/organisation.ts'
import {
  type AuthDb,
  deleteSessionsOfUser,
  deleteUser,
  findAccount,
  findUserOfMember,
  oneAtATime,
  replaceAccount,
} from '#db/sign-in.ts'
import { sameAddress } from '#domain/member/invitation.ts'
import { isRefusal } from '#domain/refusal.ts'
import { weighPassword } from '#domain/sign-in/password.ts'
import { findProgramme } from '#programmes/registry.ts'
import type { Context } from '#usecases/context.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { acceptInvitation } from '#usecases/member/accept-invitation.ts'
import { readInvitationToken } from '#usecases/member/invitation-token.ts'
import { readInvitation } from '#usecases/member/read-invitation.ts'
import { createOrganisation } from '#usecases/organisation/create-organisation.ts'
import type { FirstRun, OfferedInvitation } from '#usecases/sign-in/sign-in-port.ts'
import { accountName } from './account-name.ts'
import { isCommonPassword } from './common-passwords.ts'
import type { Passwords } from './passwords.ts'
import type { Sessions } from './sessions.ts'

interface Parts {
  readonly db: AuthDb
  readonly passwords: Passwords
  readonly secret: string
  readonly now: () => Temporal.Instant
  readonly context: () => Context
  readonly sessions: Sessions
  /** `null` when there is no first run to be had: demo mode. */
  readonly firstRunCode: string | null
}

/**
 * Accounts come from an invitation or from the first run, from nowhere else. An account without a member opens
 * nothing, and a member without an account can be invited again, so a crash between the two leaves nothing to misuse.
 */
export function openAccounts({ db, passwords, secret, now, context, sessions, firstRunCode }: Parts) {
  const at = () => new Date(now().epochMilliseconds)
  const system = (orgId: string) => ({ kind: 'system', orgId, job: 'sign-in' }) as const

  async function isLive(account: { orgId: string | null; memberId: string | null }): Promise<boolean> {
    if (!account.orgId || !account.memberId) return false
    return (await sessions.visitorOf(account.orgId, account.memberId)) !== null
  }

  /** The account before the organisation: an organisation that nobody can sign in to could never be mended. */
  async function makeFirst(
    answer: Pick<FirstRun, 'organisation' | 'offers' | 'name' | 'email'>,
    passwordHash: string,
  ) {
    const maker = context()
    if (await maker.db.transaction().execute(hasOrganisation)) throw new Refused('first-run-is-over')
    const [orgId, memberId, userId] = [maker.newId(), maker.newId(), maker.newId()]
    const email = accountName(secret, answer.email)
    await replaceAccount(db, { userId, accountId: maker.newId(), email, passwordHash, orgId, memberId }, at())
    const administrator = {
      memberId,
      userId,
      name: answer.name.trim(),
      email: sameAddress(answer.email),
      roles: ['administrator'],
      workerId: null,
      language: 'nl',
    } as const
    const { organisation: name, offers } = answer
    const made = { orgId, name, offers: [...offers], passkeys: true }
    await createOrganisation(maker, made, { only: true, administrator })
    sessions.forget(memberId)
  }

  return {
    async invitation(token: string): Promise<OfferedInvitation> {
      const read = readInvitationToken(token)
      if (!read) throw new NotFound()
      const { organisation, roles, language, name } = await readInvitation(context(), system(read.orgId), {
        secret: read.secret,
      })
      return { organisation, roles, language, name }
    },

    async accept(answer: { token: string; email: string; name: string; password: string }): Promise<void> {
      const read = readInvitationToken(answer.token)
      if (!read) throw new NotFound()
      const { orgId, secret: invitationSecret } = read
      const offered = await readInvitation(context(), system(orgId), { secret: invitationSecret })
      await checkPerson(answer)
      const email = accountName(secret, answer.email)
      const existing = await findAccount(db, email)
      // An account of somebody who is a member now is only replaced by an invitation that was made for her.
      if (existing && existing.memberId !== offered.memberId && (await isLive(existing)))
        throw new Invalid({ email: 'email-has-account' })
      const maker = context()
      const userId = maker.newId()
      const memberId = offered.memberId ?? maker.newId()
      const passwordHash = await passwords.hash(answer.password)
      // Refuses what must be refused, such as another address than it was sent to, before any account is touched.
      await acceptInvitation(maker, system(orgId), {
        secret: invitationSecret,
        email: answer.email,
        name: answer.name,
        userId,
        memberId,
      })
      await replaceAccount(
        db,
        { userId, accountId: maker.newId(), email, passwordHash, orgId, memberId },
        at(),
      )
      sessions.forget(memberId)
    },

    async firstRun(answer: FirstRun): Promise<void> {
      if (firstRunCode === null) throw new NotFound()
      if (!sameText(answer.code.replace(/[\s-]/g, '').toUpperCase(), firstRunCode.replaceAll('-', '')))
        throw new Invalid({ code: 'first-run-code' })
      if (!answer.offers.every((id) => findProgramme(id))) throw new Invalid({ offers: 'unknown-programme' })
      if (answer.organisation.trim().length < 2) throw new Invalid({ organisation: 'required' })
      await checkPerson(answer)
      const passwordHash = await passwords.hash(answer.password)
      await oneAtATime(db, () => makeFirst(answer, passwordHash))
    },

    async endSessions(orgId: string, memberId: string): Promise<void> {
      sessions.forget(memberId)
      const userId = await findUserOfMember(db, orgId, memberId)
      if (userId) await deleteSessionsOfUser(db, userId)
    },

    /** All there is of her at the door; nothing if it is gone already. */
    async forget(orgId: string, memberId: string): Promise<void> {
      sessions.forget(memberId)
      const userId = await findUserOfMember(db, orgId, memberId)
      if (userId) await deleteUser(db, userId)
    },

    /** The account of a demo member, made at her first click. It has no password. */
    async ofCast(orgId: string, memberId: string): Promise<string> {
      const known = await findUserOfMember(db, orgId, memberId)
      if (known) return known
      const maker = context()
      const userId = maker.newId()
      await replaceAccount(
        db,
        {
          userId,
          accountId: maker.newId(),
          email: accountName(secret, `cast:${memberId}`),
          passwordHash: null,
          orgId,
          memberId,
        },
        at(),
      )
      return userId
    },
  }
}

async function checkPerson({ name, email, password }: { name: string; email: string; password: string }) {
  const problems: Record<string, string> = {}
  if (name.trim() === '') problems.name = 'required'
  if (name.length > 200) problems.name = 'too-long'
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) || email.length > 200) problems.email = 'not-an-email'
  const good = weighPassword(password, [name, email])
  if (isRefusal(good)) problems.password = good.refused
  else if (await isCommonPassword(password)) problems.password = 'password-too-easy'
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
}

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
