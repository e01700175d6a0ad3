import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { castWorker } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { giveInvitation } from '#usecases/member/give-invitation.ts'
import { inviteAgain, inviteMember } from '#usecases/member/invite-member.ts'
import { listCast } from '#usecases/member/list-cast.ts'
import { listMembers, readMember } from '#usecases/member/list-members.ts'
import { listUnlinkedWorkers } from '#usecases/member/list-unlinked-workers.ts'
import { readInvitation } from '#usecases/member/read-invitation.ts'
import { readVisitor } from '#usecases/member/read-visitor.ts'
import { withdrawInvitation } from '#usecases/member/withdraw-invitation.ts'
import { recordSignIn } from '#usecases/sign-in/record-sign-in.ts'

let world: World
let administrator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  administrator = await world.member(['administrator'])
  await world.member(['referrer'], world.otherOrgId)
})
afterAll(() => world.close())

const system = () => ({ kind: 'system', orgId: world.orgId, job: 'test' }) as const

describe('an administrator', () => {
  test('sees the members of her own organisation and who was invited', async () => {
    const worker = await world.member(['worker'])
    await giveInvitation(world.context, administrator, { email: 'nieuw@example.nl', roles: ['coordinator'] })
    const { members, invitations } = await listMembers(world.context, administrator, {})
    expect(members.map(({ id }) => id).sort()).toEqual([administrator.memberId, worker.memberId].sort())
    expect(invitations).toMatchObject([{ email: 'nieuw@example.nl', roles: ['coordinator'], expired: false }])
    expect(await readMember(world.context, administrator, { memberId: worker.memberId })).toMatchObject({
      name: 'Lid worker',
      active: true,
    })
  })
  test('invites once with a form that is sent twice, and its link is the one that opens', async () => {
    const form = { key: world.context.newId(), once: world.context.newSecret() }
    const invited = { email: 'dubbel@example.nl', roles: ['worker' as const] }
    const send = () => giveInvitation(world.context, administrator, invited, form)
    const [first, second] = await Promise.all([send(), send()])
    expect(second).toEqual(first)
    const offered = await readInvitation(world.context, system(), { secret: first.token.slice(32) })
    expect(offered).toMatchObject({ roles: ['worker'] })
    const other = { key: world.context.newId(), once: world.context.newSecret() }
    expect(await giveInvitation(world.context, administrator, invited, other)).not.toEqual(first)
  })
  test('keeps no secret: the invitation and its answer hold a hash', async () => {
    const wrong = { email: 'geheim@example.nl', roles: ['worker' as const], tokenHash: 'het geheim zelf' }
    await expect(inviteMember(world.context, administrator, wrong)).rejects.toThrow(Invalid)
    const again = { memberId: administrator.memberId, email: wrong.email, tokenHash: wrong.tokenHash }
    await expect(inviteAgain(world.context, administrator, again)).rejects.toThrow(Invalid)
  })
  test('finds nobody of another organisation', async () => {
    const stranger = await world.member(['worker'], world.otherOrgId)
    await expect(readMember(world.context, administrator, { memberId: stranger.memberId })).rejects.toThrow(
      NotFound,
    )
  })
  test('sees which workers can’t sign in yet', async () => {
    const workerId = await castWorker(world, { given: 'Petra' })
    const unlinked = await listUnlinkedWorkers(world.context, administrator, {})
    expect(unlinked).toEqual([{ workerId, name: 'Petra' }])
    await world.memberForWorker(workerId)
    expect(await listUnlinkedWorkers(world.context, administrator, {})).toEqual([])
  })
})

describe('Naast itself', () => {
  test('reads of an invitation what its page shows, as long as it stands', async () => {
    const { token, invitationId } = await giveInvitation(world.context, administrator, {
      email: 'later@example.nl',
      roles: ['worker'],
    })
    const secret = token.slice(32)
    const offered = await readInvitation(world.context, system(), { secret })
    expect(offered).toMatchObject({ organisation: 'Stichting waterrijk', roles: ['worker'], name: null })
    expect(JSON.stringify(offered)).not.toContain('later@example.nl')
    await expect(readInvitation(world.context, administrator, { secret })).rejects.toThrow(Forbidden)
    await withdrawInvitation(world.context, administrator, { invitationId })
    await expect(readInvitation(world.context, system(), { secret })).rejects.toMatchObject({
      name: 'Refused',
    })
  })
  test('knows who a session is, until her membership ends', async () => {
    const member = await world.member(['coordinator'])
    const visitor = () => readVisitor(world.context, system(), { memberId: member.memberId })
    expect(await visitor()).toMatchObject({ name: 'Lid coordinator', roles: ['coordinator'] })
    await world.owner.query(`update member set active_until = '2026-11-02' where id = $1`, [member.memberId])
    expect(await visitor()).toBeNull()
  })
  test('keeps that somebody came in, and lists whom the demo’s visitor can be', async () => {
    const { memberId } = administrator
    await recordSignIn(world.context, system(), { memberId, event: 'signed-in' })
    const { rows } = await world.owner.query(
      `select on_behalf_of, detail from audit_event where event = 'record-sign-in'`,
    )
    expect(rows).toEqual([{ on_behalf_of: memberId, detail: { event: 'signed-in' } }])
    expect((await listCast(world.context, system(), {})).map((one) => one.memberId)).toContain(memberId)
  })
})
