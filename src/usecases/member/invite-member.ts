import { z } from 'zod'
import { insertInvitation, withdrawInvitations } from '#db/invitation.ts'
import { findMember, findMembers, findWorkersWithoutMember, type MemberRow } from '#db/member.ts'
import { actorId } from '#domain/member/actor.ts'
import { invitationHours, sameAddress } from '#domain/member/invitation.ts'
import { memberLanguages } from '#domain/member/language.ts'
import { memberPolicy } from '#domain/member/member-policy.ts'
import { type Role, roles } from '#domain/member/role.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { asksSecond } from '#usecases/member/ask-second.ts'
import { invitationFields, memberFields } from '#usecases/member/member-fields.ts'
import { useRecovery } from '#usecases/recovery/use-recovery.ts'
import { command } from '#usecases/use-case.ts'

const address = z.email('not-an-email').max(200).transform(sameAddress)

/** Of the secret in the link: the secret itself is given once, by `give-invitation.ts`, and kept nowhere. */
const tokenHash = z.hex().length(64)

/**
 * Invites somebody by her address. Inviting the same address again withdraws the invitation that was still open. With a
 * weighty role the link works once somebody else agreed.
 */
export const inviteMember = command({
  name: 'invite-member',
  action: 'create',
  may: memberPolicy.invite,
  fresh: true,
  input: z.strictObject({
    email: address,
    roles: z.array(z.enum(roles)).min(1),
    workerId: z.uuid().nullable().default(null),
    language: z.enum(memberLanguages).default('nl'),
    tokenHash,
  }),
  async run(work, input) {
    if (await isMemberHere(work, input.email)) throw new Refused('already-a-member')
    const workers = input.workerId === null ? [] : await findWorkersWithoutMember(work.tx, work.orgId)
    if (input.workerId !== null && !workers.some(({ id }) => id === input.workerId))
      throw new Invalid({ workerId: 'not-valid' })
    const { invitationId } = await invite(work, { ...input, memberId: null })
    return { invitationId, waits: await asksSecond(work, input.roles, { invitationId }) }
  },
})

/**
 * Gives a member a new way in when she lost her password or her phone: a wholly new password and second step, for
 * the same member, once two colleagues saw her and a day passed. What she had keeps working until she takes the
 * invitation up. Nobody does this for herself.
 */
export const inviteAgain = command({
  name: 'invite-again',
  action: 'create',
  may: memberPolicy.invite,
  fresh: true,
  input: z.strictObject({ memberId: z.uuid(), email: address, tokenHash }),
  async run(work, input) {
    const member = await findMember(work.tx, work.orgId, input.memberId)
    if (!member) throw new NotFound()
    if (work.actor.kind === 'member' && work.actor.memberId === member.id) throw new Refused('not-yourself')
    if (!isActive(member, work)) throw new Refused('member-has-left')
    work.about({ person: member.id })
    await useRecovery(work, member.id, actorId(work.actor) ?? '')
    // The same roles as she has; two colleagues saw her for it.
    return invite(work, {
      email: input.email,
      roles: member.roles,
      workerId: member.worker_id,
      language: member.language,
      memberId: member.id,
      tokenHash: input.tokenHash,
    })
  },
})

async function invite(
  work: Work,
  invited: {
    email: string
    roles: Role[]
    workerId: string | null
    language: string
    memberId: string | null
    tokenHash: string
  },
) {
  const { tx, orgId, now, vault, actor } = work
  if (actor.kind !== 'member') throw new NotFound()
  const id = work.newId()
  const emailPrint = await vault.fingerprint('email', invited.email)
  await withdrawInvitations(
    tx,
    orgId,
    invited.memberId ? { memberId: invited.memberId } : { emailPrint },
    now,
  )
  await vault.create([id])
  await insertInvitation(tx, {
    org_id: orgId,
    id,
    member_id: invited.memberId,
    email_sealed: invitationFields.seal(vault, id, id, 'email_sealed', invited.email),
    email_print: emailPrint,
    roles: invited.roles,
    worker_id: invited.workerId,
    language: invited.language,
    token_hash: Buffer.from(invited.tokenHash, 'hex'),
    created_by: actor.memberId,
    created_at: now,
    expires_at: now.add({ hours: invitationHours }),
  })
  work.about({ detail: { invitation: id } })
  return { invitationId: id }
}

/** Members are few: opening their addresses costs less than keeping something that could be searched by them. */
async function isMemberHere(work: Work, email: string): Promise<boolean> {
  const members = (await findMembers(work.tx, work.orgId)).filter((member) => isActive(member, work))
  await work.vault.load(members.map(({ id }) => id))
  return members.some(
    ({ id, email_sealed }) => memberFields.open(work.vault, id, id, 'email_sealed', email_sealed) === email,
  )
}

const isActive = (member: MemberRow, { today }: Work): boolean =>
  member.active_until === null || Temporal.PlainDate.compare(member.active_until, today) >= 0
