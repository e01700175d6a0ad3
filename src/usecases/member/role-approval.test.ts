import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { type Role, roles } from '#domain/member/role.ts'
import { approverRoles } from '#domain/member/role-approval.ts'
import { weightyRoles } from '#domain/member/weighty-roles.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound, ProofNeeded } from '#usecases/failure.ts'
import { acceptInvitation } from '#usecases/member/accept-invitation.ts'
import { answerRoleApproval } from '#usecases/member/answer-role-approval.ts'
import { changeRoles } from '#usecases/member/change-roles.ts'
import { endMember } from '#usecases/member/end-member.ts'
import { giveInvitation } from '#usecases/member/give-invitation.ts'
import { listMembers } from '#usecases/member/list-members.ts'
import { listRoleApprovals } from '#usecases/member/list-role-approvals.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let administrator: MemberActor
let officer: MemberActor
beforeAll(async () => {
  world = await openWorld()
  administrator = await world.member(['administrator'])
  officer = await world.member(['privacy_officer'])
})
beforeEach(() => world.turnTo('2026-11-03'))
afterAll(() => world.close())

let made = 0
const invite = (given: readonly Role[], by = administrator) => {
  const email = `nieuw${++made}@example.nl`
  return giveInvitation(world.context, by, { email, roles: [...given] }).then((invited) => ({
    ...invited,
    email,
  }))
}
const accept = ({ token, email }: { token: string; email: string }, org = world.orgId) =>
  acceptInvitation(
    world.context,
    { kind: 'system', orgId: org, job: 'test' },
    {
      secret: token.slice(32),
      email,
      name: 'Nieuw',
      userId: world.context.newId(),
      memberId: world.context.newId(),
    },
  )
const waiting = (by = officer) => listRoleApprovals(world.context, by, {})
async function approvalOf(whom: string): Promise<string> {
  const found = (await waiting()).find((one) => one.whom === whom)
  if (!found) throw new Error(`nothing waits for ${whom}`)
  return found.id
}
const answer = (by: MemberActor, approvalId: string, given: 'approved' | 'refused' = 'approved') =>
  answerRoleApproval(world.context, by, { approvalId, answer: given })
const rolesOf = async (memberId: string) => {
  const { members } = await listMembers(world.context, administrator, {})
  return members.find(({ id }) => id === memberId)?.roles
}

describe('an invitation with a weighty role', () => {
  test('lets nobody in until somebody else agreed; her three days begin then', async () => {
    const invited = await invite(['coordinator'])
    expect(invited.waits).toBe(true)
    await expect(accept(invited)).rejects.toMatchObject({ code: 'invitation-waits' })
    world.turnTo('2026-11-05')
    await answer({ ...officer, provedAt: world.context.now() }, await approvalOf(invited.email))
    world.turnTo('2026-11-07')
    const { memberId } = await accept(invited)
    world.turnTo('2026-11-03')
    expect(await rolesOf(memberId)).toEqual(['coordinator'])
  })
  test('is agreed to by none who made it, whatever roles she has, and once', async () => {
    const both = await world.member(['administrator', 'privacy_officer', 'programme_manager'])
    const invited = await invite(['administrator'], both)
    const id = await approvalOf(invited.email)
    await expect(answer(both, id)).rejects.toMatchObject({ code: 'approval-of-your-own' })
    expect((await waiting(both)).find((one) => one.id === id)?.mayNotAnswer).toBe('approval-of-your-own')
    const answers = await Promise.allSettled([answer(officer, id), answer(administrator, id, 'refused')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(answer(officer, id)).rejects.toMatchObject({ code: 'approval-answered' })
  })
  test('that is refused opens no more, and one that came too late neither', async () => {
    const refused = await invite(['coordinator'])
    await answer(officer, await approvalOf(refused.email), 'refused')
    await expect(accept(refused)).rejects.toMatchObject({ code: 'invitation-withdrawn' })
    const late = await invite(['coordinator'])
    const id = await approvalOf(late.email)
    world.turnTo('2026-11-06T09:00')
    expect((await waiting()).some((one) => one.id === id)).toBe(false)
    await expect(answer({ ...officer, provedAt: world.context.now() }, id)).rejects.toMatchObject({
      code: 'invitation-expired',
    })
  })
  test('made anew for the same address waits anew: what was agreed is not carried over', async () => {
    const first = await invite(['coordinator'])
    await answer(officer, await approvalOf(first.email))
    const again = { email: first.email, roles: ['administrator' as const] }
    const { token } = await giveInvitation(world.context, administrator, again)
    await expect(accept({ token, email: first.email })).rejects.toMatchObject({ code: 'invitation-waits' })
  })
  test('is every one but for who stands beside women or refers', async () => {
    for (const role of roles)
      expect((await invite([role])).waits, role).toBe(weightyRoles.some((one) => one === role))
  })
})

describe('a weighty role for who is a member', () => {
  test('begins when somebody else agreed; what weighs nothing begins at once', async () => {
    const she = await world.member(['referrer'])
    const input = { memberId: she.memberId, version: 1, roles: ['worker' as const, 'coordinator' as const] }
    expect(await changeRoles(world.context, administrator, input)).toMatchObject({ waits: true })
    expect(await rolesOf(she.memberId)).toEqual(['worker'])
    const id = await approvalOf('Lid referrer')
    await answer(officer, id)
    expect(await rolesOf(she.memberId)).toEqual(['coordinator', 'worker'])
  })
  test('leaves her what she had, where nothing else would be left', async () => {
    const she = await world.member(['worker'])
    const input = { memberId: she.memberId, version: 1, roles: ['privacy_officer' as const] }
    await changeRoles(world.context, administrator, input)
    expect(await rolesOf(she.memberId)).toEqual(['worker'])
    const { rows } = await world.owner.query('select id from role_approval where member_id = $1', [
      she.memberId,
    ])
    await answer(officer, rows[0].id, 'refused')
    expect(await rolesOf(she.memberId)).toEqual(['worker'])
  })
  test('is never agreed to by herself, also if she gets it from somebody else', async () => {
    const she = await world.member(['programme_manager'])
    const input = {
      memberId: she.memberId,
      version: 1,
      roles: ['programme_manager' as const, 'administrator' as const],
    }
    await changeRoles(world.context, administrator, input)
    await expect(answer(she, await approvalOf('Lid programme_manager'))).rejects.toMatchObject({
      code: 'approval-of-your-own',
    })
    // Given to herself by who administers: neither.
    const own = await world.member(['administrator', 'programme_manager'])
    const more = ['administrator', 'programme_manager', 'coordinator'] as const
    await changeRoles(world.context, own, { memberId: own.memberId, version: 1, roles: [...more] })
    expect(await rolesOf(own.memberId)).toEqual(['administrator', 'programme_manager'])
    const id = await approvalOf('Lid administrator programme_manager')
    await expect(answer(own, id)).rejects.toMatchObject({ code: 'approval-of-your-own' })
  })
  test('is dropped when her roles are set again, and when she leaves', async () => {
    const she = await world.member(['worker'])
    const give = (version: number, given: Role[]) =>
      changeRoles(world.context, administrator, { memberId: she.memberId, version, roles: given })
    await give(1, ['worker', 'coordinator'])
    const id = await approvalOf('Lid worker')
    await give(2, ['worker'])
    await expect(answer(officer, id)).rejects.toMatchObject({ code: 'approval-answered' })
    await give(3, ['worker', 'coordinator'])
    const second = await approvalOf('Lid worker')
    await endMember(world.context, administrator, { memberId: she.memberId, version: 4 })
    await expect(answer(officer, second)).rejects.toMatchObject({ code: 'approval-answered' })
  })
  test('adds itself to what changed meanwhile', async () => {
    const she = await world.member(['worker', 'referrer'])
    await changeRoles(world.context, administrator, {
      memberId: she.memberId,
      version: 1,
      roles: ['worker', 'referrer', 'safeguarding_lead'],
    })
    const id = await approvalOf('Lid worker referrer')
    await world.owner.query(`update member set roles = '{worker}', version = 7 where id = $1`, [she.memberId])
    await answer(officer, id)
    expect(await rolesOf(she.memberId)).toEqual(['worker', 'safeguarding_lead'])
  })
})

describe('who may', () => {
  test('agree: those who administer, manage a programme or watch over privacy, with a fresh proof', async () => {
    const id = await approvalOf((await invite(['coordinator'])).email)
    for (const role of roles.filter((one) => !approverRoles.some((approver) => approver === one))) {
      const member = await world.member([role])
      await expect(answer(member, id), role).rejects.toThrow(Forbidden)
      await expect(waiting(member), role).rejects.toThrow(Forbidden)
    }
    await expect(answer({ ...officer, provedAt: null }, id)).rejects.toThrow(ProofNeeded)
    const stranger = await world.member(['administrator'], world.otherOrgId)
    await expect(answer(stranger, id)).rejects.toThrow(NotFound)
    expect(await waiting(stranger)).toEqual([])
  })
  test('see it among what they must do, those who have such a list', async () => {
    const { lines } = await readWorklist(world.context, officer, {})
    expect(lines.some(({ source }) => source.from === 'role-approval')).toBe(true)
  })
})

describe('an organisation of one', () => {
  const alone = async () => {
    const one = await openWorld()
    const first = await one.member(['administrator'])
    return { one, first }
  }
  test('gives roles without another, herself too, and the access log says so', async () => {
    const { one, first } = await alone()
    try {
      const email = 'tweede@example.nl'
      const { waits } = await giveInvitation(one.context, first, { email, roles: ['administrator'] })
      expect(waits).toBe(false)
      const own = {
        memberId: first.memberId,
        version: 1,
        roles: ['administrator' as const, 'coordinator' as const],
      }
      expect(await changeRoles(one.context, first, own)).toMatchObject({ waits: false })
      const { rows } = await one.owner.query(
        `select event from audit_event where detail ->> 'agreed' = 'nobody-else-here' order by event`,
      )
      expect(rows.map(({ event }) => event)).toEqual(['change-roles', 'invite-member'])
    } finally {
      await one.close()
    }
  })
  test('is not made by sending the other away, or by taking her role', async () => {
    const { one, first } = await alone()
    try {
      const other = await one.member(['privacy_officer'])
      const third = await one.member(['programme_manager'])
      await endMember(one.context, first, { memberId: other.memberId, version: 1 })
      await changeRoles(one.context, first, { memberId: third.memberId, version: 1, roles: ['referrer'] })
      const give = () =>
        giveInvitation(one.context, first, { email: 'nieuw@example.nl', roles: ['coordinator'] })
      await expect(give()).rejects.toMatchObject({ code: 'nobody-to-approve' })
      one.turnTo('2026-11-10')
      await expect(give()).rejects.toMatchObject({ code: 'nobody-to-approve' })
      one.turnTo('2026-11-11')
      expect((await give()).waits).toBe(false)
    } finally {
      await one.close()
    }
  })
})

describe('the last administrator', () => {
  test('stays one, whichever way', async () => {
    const { one, first } = await (async () => {
      const opened = await openWorld()
      return { one: opened, first: await opened.member(['administrator']) }
    })()
    try {
      const last = { memberId: first.memberId, version: 1 }
      await expect(
        changeRoles(one.context, first, { ...last, roles: ['coordinator'] }),
      ).rejects.toMatchObject({
        code: 'last-administrator',
      })
      await expect(endMember(one.context, first, last)).rejects.toMatchObject({ code: 'last-administrator' })
      // One who was given the role and for whom nobody agreed yet is no administrator: she can't be left with.
      const officer = await one.member(['privacy_officer'])
      const next = await one.member(['worker'])
      await changeRoles(one.context, first, {
        memberId: next.memberId,
        version: 1,
        roles: ['administrator'],
      }).catch(() => undefined)
      await expect(endMember(one.context, first, last)).rejects.toMatchObject({ code: 'last-administrator' })
      const [asked] = await listRoleApprovals(one.context, officer, {})
      await answerRoleApproval(one.context, officer, { approvalId: asked?.id ?? '', answer: 'approved' })
      await endMember(one.context, first, last)
    } finally {
      await one.close()
    }
  })
})
