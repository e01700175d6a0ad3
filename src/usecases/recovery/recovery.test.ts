import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, Invalid, NotFound, ProofNeeded } from '#usecases/failure.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { giveNewInvitation } from '#usecases/member/give-invitation.ts'
import { takeDueMessages } from '#usecases/message/take-due-messages.ts'
import { askRecovery } from '#usecases/recovery/ask-recovery.ts'
import { checkRecovery } from '#usecases/recovery/check-recovery.ts'
import { listRecoveries } from '#usecases/recovery/list-recoveries.ts'
import { stopRecovery } from '#usecases/recovery/stop-recovery.ts'

let world: World
let administrator: MemberActor
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  administrator = await world.member(['administrator'])
  coordinator = await world.member(['coordinator'])
})
/** Whoever proved herself in the morning has done so again by now. */
const now = (who: MemberActor): MemberActor => ({ ...who, provedAt: world.context.now() })
beforeEach(() => world.turnTo('2026-11-03'))
afterAll(() => world.close())

let made = 0
async function lost(roles: readonly Role[] = ['worker']) {
  const she = await world.member(roles)
  const email = `kwijt${++made}@example.nl`
  const { recoveryId } = await askRecovery(world.context, coordinator, {
    memberId: she.memberId,
    reason: 'phone',
  })
  return { she, email, recoveryId }
}
const see = (by: MemberActor, recoveryId: string) =>
  checkRecovery(world.context, now(by), { recoveryId, how: 'in_person' })
const link = ({ she, email }: { she: MemberActor; email: string }) =>
  giveNewInvitation(world.context, now(administrator), { memberId: she.memberId, email })

describe('a new way in', () => {
  test('is made a day after two colleagues saw her, once', async () => {
    const one = await lost()
    await expect(link(one)).rejects.toMatchObject({ code: 'recovery-needs-two' })
    await see(coordinator, one.recoveryId)
    await expect(link(one)).rejects.toMatchObject({ code: 'recovery-needs-two' })
    await see(administrator, one.recoveryId)
    await expect(link(one)).rejects.toMatchObject({ code: 'recovery-needs-two' })
    world.turnTo('2026-11-04T08:59')
    await expect(link(one)).rejects.toMatchObject({ code: 'recovery-needs-two' })
    world.turnTo('2026-11-04T09:00')
    expect((await link(one)).token).toMatch(/^[\w-]{60,}$/)
    await expect(link(one)).rejects.toMatchObject({ code: 'recovery-needs-two' })
  })
  test('is not made by one administrator alone, however she goes about it', async () => {
    const one = await lost()
    await see(administrator, one.recoveryId)
    await expect(see(administrator, one.recoveryId)).rejects.toMatchObject({ code: 'recovery-twice' })
    world.turnTo('2026-11-05')
    await expect(link(one)).rejects.toMatchObject({ code: 'recovery-needs-two' })
  })
  test('needs somebody who administers among the two', async () => {
    const one = await lost()
    await see(coordinator, one.recoveryId)
    const other = await world.member(['coordinator'])
    await expect(see(other, one.recoveryId)).rejects.toMatchObject({ code: 'recovery-needs-administrator' })
  })
  test('is not agreed to by herself, though she administers', async () => {
    const one = await lost(['administrator'])
    await expect(see(one.she, one.recoveryId)).rejects.toMatchObject({ code: 'recovery-of-yourself' })
  })
  test('agreed to by two at one moment counts them both, and a third is told that it is enough', async () => {
    const one = await lost()
    const third = await world.member(['administrator'])
    const answers = await Promise.allSettled(
      [administrator, coordinator, third].map((who) => see(who, one.recoveryId)),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  })
  test('stopped by herself is not made, and a link that was out goes with it', async () => {
    const one = await lost()
    await see(coordinator, one.recoveryId)
    await see(administrator, one.recoveryId)
    await stopRecovery(world.context, one.she, { recoveryId: one.recoveryId })
    world.turnTo('2026-11-05')
    await expect(link(one)).rejects.toMatchObject({ code: 'recovery-needs-two' })
    await expect(stopRecovery(world.context, one.she, { recoveryId: one.recoveryId })).rejects.toMatchObject({
      code: 'recovery-over',
    })
    await expect(see(administrator, one.recoveryId)).rejects.toMatchObject({ code: 'recovery-stopped' })
  })
  test('that nobody finished in a week is asked anew', async () => {
    const one = await lost()
    await see(coordinator, one.recoveryId)
    const again = { memberId: one.she.memberId, reason: 'both' } as const
    await expect(askRecovery(world.context, coordinator, again)).rejects.toMatchObject({
      code: 'recovery-asked-already',
    })
    world.turnTo('2026-11-10')
    await expect(see(administrator, one.recoveryId)).rejects.toMatchObject({ code: 'recovery-too-late' })
    await askRecovery(world.context, coordinator, again)
  })
})

describe('who may', () => {
  test('ask: who plans or administers, and she herself', async () => {
    const worker = await world.member(['worker'])
    const other = await world.member(['worker'])
    const about = { memberId: other.memberId, reason: 'phone' } as const
    await expect(askRecovery(world.context, worker, about)).rejects.toThrow(NotFound)
    await askRecovery(world.context, other, about)
  })
  test('see her: who plans or administers, with a fresh proof', async () => {
    const { recoveryId } = await lost()
    for (const role of ['worker', 'privacy_officer', 'referrer', 'programme_manager'] as const)
      await expect(see(await world.member([role]), recoveryId)).rejects.toThrow(Forbidden)
    const stale = { ...administrator, provedAt: null }
    await expect(checkRecovery(world.context, stale, { recoveryId, how: 'video' })).rejects.toThrow(
      ProofNeeded,
    )
    await expect(
      checkRecovery(world.context, now(administrator), { recoveryId, how: 'by_mail' as 'video' }),
    ).rejects.toThrow(Invalid)
  })
  test('stop it: she herself and who helps, nobody else', async () => {
    const { recoveryId } = await lost()
    const stranger = await world.member(['worker'])
    await expect(stopRecovery(world.context, stranger, { recoveryId })).rejects.toThrow(NotFound)
    await stopRecovery(world.context, administrator, { recoveryId })
  })
  test('see it in the list: who helps sees all, she sees her own, another nothing', async () => {
    const { she, recoveryId } = await lost()
    const idsOf = async (who: MemberActor) =>
      (await listRecoveries(world.context, who, {})).recoveries.map(({ id }) => id)
    expect(await idsOf(coordinator)).toContain(recoveryId)
    expect(await idsOf(she)).toEqual([recoveryId])
    expect(await idsOf(await world.member(['worker']))).toEqual([])
    expect((await listRecoveries(world.context, she, {})).members).toEqual([])
  })
  test('do anything from another organisation: nobody', async () => {
    const { she, recoveryId } = await lost()
    const stranger = now(await world.member(['administrator', 'coordinator'], world.otherOrgId))
    for (const work of [
      () => checkRecovery(world.context, stranger, { recoveryId, how: 'video' }),
      () => stopRecovery(world.context, stranger, { recoveryId }),
      () => askRecovery(world.context, stranger, { memberId: she.memberId, reason: 'phone' }),
    ])
      await expect(work()).rejects.toThrow(NotFound)
    expect((await listRecoveries(world.context, stranger, {})).recoveries).toEqual([])
  })
  test('be helped: not who has left', async () => {
    const she = await world.member(['worker'])
    await world.owner.query(`update member set active_until = '2026-11-02' where id = $1`, [she.memberId])
    await expect(
      askRecovery(world.context, coordinator, { memberId: she.memberId, reason: 'phone' }),
    ).rejects.toMatchObject({ code: 'member-has-left' })
  })
})

test('she is told at the address that was there before, once the second one saw her', async () => {
  const system = { kind: 'system', orgId: world.orgId, job: 'test' } as const
  const { memberId } = await addMember(world.context, system, {
    userId: 'told',
    name: 'Noor Bakker',
    email: 'noor@example.nl',
    roles: ['worker'],
    workerId: null,
    language: 'nl',
  })
  const { recoveryId } = await askRecovery(world.context, coordinator, { memberId, reason: 'both' })
  const due = async () =>
    (await takeDueMessages(world.context, system, { limit: 50, senders: { email: 'post@example.nl' } })).taken
  await see(coordinator, recoveryId)
  expect((await due()).map(({ address }) => address)).not.toContain('noor@example.nl')
  await see(administrator, recoveryId)
  const told = (await due()).filter(({ address }) => address === 'noor@example.nl')
  expect(told.map(({ kind }) => kind)).toEqual(['new-way-in'])
  expect(told[0]?.body).toContain('24 uur')
})
