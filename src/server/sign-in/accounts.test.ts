import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mim } from '#programmes/mim.ts'
import { agreedInvitation } from '#testing/agreed-invitation.ts'
import { recovered } from '#testing/recovered.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { changeRoles } from '#usecases/member/change-roles.ts'
import { endMember } from '#usecases/member/end-member.ts'
import { giveInvitation, giveNewInvitation } from '#usecases/member/give-invitation.ts'
import { listMembers } from '#usecases/member/list-members.ts'
import { withdrawInvitation } from '#usecases/member/withdraw-invitation.ts'
import { createOrganisation } from '#usecases/organisation/create-organisation.ts'
import { openSignInWorld, type SignInWorld } from '../../../testing/sign-in-world.ts'
import { Browser, codeOf, goodPassword } from '../../../testing/sign-in-world-on.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await openSignInWorld()
})
beforeEach(() => world.turnTo('2026-11-03'))
afterAll(() => world.close())

let made = 0
const newAddress = () => `nieuw${++made}@example.nl`
const invite = (email: string, roles: ('coordinator' | 'worker')[] = ['coordinator']) =>
  agreedInvitation(world, world.administrator, { email, roles })
const accept = (token: string, email: string, more: { name?: string; password?: string } = {}) =>
  world.signIn.acceptInvitation(new Browser(`198.51.100.${made}`).caller, {
    token,
    email,
    name: 'Sena Demir',
    password: goodPassword,
    ...more,
  })

describe('an invitation', () => {
  test('shows for which organisation, not to whom', async () => {
    const { token } = await invite(newAddress())
    const offered = await world.signIn.invitation(new Browser().caller, token)
    expect(offered).toEqual({
      organisation: 'Stichting waterrijk',
      roles: ['coordinator'],
      language: 'nl',
      name: null,
    })
  })
  test('is made by administrators only', async () => {
    const coordinator = await world.member(['coordinator', 'privacy_officer'])
    await expect(
      giveInvitation(world.context, coordinator, { email: newAddress(), roles: ['worker'] }),
    ).rejects.toThrow(Forbidden)
  })
  test('lets somebody in once', async () => {
    const email = newAddress()
    const { token } = await invite(email)
    const both = await Promise.allSettled([accept(token, email), accept(token, email)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(accept(token, email)).rejects.toMatchObject({ code: 'invitation-used' })
  })
  test('is over after three days', async () => {
    const email = newAddress()
    const { token } = await invite(email)
    world.turnTo('2026-11-06T09:00')
    await expect(accept(token, email)).rejects.toMatchObject({ code: 'invitation-expired' })
    await expect(world.signIn.invitation(new Browser().caller, token)).rejects.toMatchObject({
      code: 'invitation-expired',
    })
  })
  test('is for the address it went to and no other', async () => {
    const email = newAddress()
    const { token } = await invite(email)
    await expect(accept(token, 'iemand-anders@example.nl')).rejects.toMatchObject({
      fields: { email: 'invitation-other-email' },
    })
    expect((await accept(token, ` ${email.toUpperCase()} `)).step).toBe('must-enrol')
  })
  test('can be withdrawn, and a newer one takes its place', async () => {
    const email = newAddress()
    const first = await invite(email)
    await withdrawInvitation(world.context, world.administrator, { invitationId: first.invitationId })
    await expect(accept(first.token, email)).rejects.toMatchObject({ code: 'invitation-withdrawn' })
    const second = await invite(email)
    const third = await invite(email)
    await expect(accept(second.token, email)).rejects.toMatchObject({ code: 'invitation-withdrawn' })
    expect((await accept(third.token, email)).step).toBe('must-enrol')
    await expect(invite(email)).rejects.toMatchObject({ code: 'already-a-member' })
  })
  test('that was made up does not exist', async () => {
    for (const token of [
      '',
      'x',
      'a'.repeat(75),
      `${world.orgId.replaceAll('-', '')}${'A'.repeat(43)}`,
      '../../etc/passwd',
    ])
      await expect(world.signIn.invitation(new Browser('192.0.2.99').caller, token)).rejects.toThrow(NotFound)
  })
  test('of another organisation opens nothing here', async () => {
    const { token } = await invite(newAddress())
    const moved = world.otherOrgId.replaceAll('-', '') + token.slice(32)
    await expect(world.signIn.invitation(new Browser('192.0.2.98').caller, moved)).rejects.toThrow(NotFound)
  })
  test('asks for a name and a password worth having', async () => {
    const email = newAddress()
    const { token } = await invite(email)
    await expect(accept(token, email, { name: ' ', password: 'kort' })).rejects.toMatchObject({
      fields: { name: 'required', password: 'password-too-short' },
    })
  })
  test('takes no password that stands in a thief’s list', async () => {
    const email = newAddress()
    const { token } = await invite(email)
    await expect(accept(token, email, { password: 'chelseaarsenal' })).rejects.toMatchObject({
      fields: { password: 'password-too-easy' },
    })
  })
  test('does not take over an account that somebody has already', async () => {
    const { email, browser } = await world.person(newAddress())
    const elsewhere = await world.member(['administrator'], world.otherOrgId)
    const { token } = await giveInvitation(world.context, elsewhere, { email, roles: ['worker'] })
    await expect(accept(token, email)).rejects.toMatchObject({ fields: { email: 'email-has-account' } })
    expect(await world.signIn.signedIn(browser.request)).not.toBeNull()
  })
  test('given again is a new password and a new phone for the same member', async () => {
    const { email, actor, secret } = await world.person(newAddress())
    await recovered(world, actor.memberId, { by: world.administrator })
    const { token } = await giveNewInvitation(
      world.context,
      { ...world.administrator, provedAt: world.context.now() },
      { memberId: actor.memberId, email },
    )
    const browser = new Browser()
    browser.keep(await world.signIn.withPassword(browser.caller, email, goodPassword))
    browser.keep(await world.signIn.withCode(browser.caller, codeOf(secret)))
    expect(await world.signIn.signedIn(browser.request)).not.toBeNull()
    const fresh = new Browser()
    const step = fresh.keep(await accept(token, email, { password: 'groene thee met citroen' }))
    expect(step.step).toBe('must-enrol')
    expect(await world.signIn.signedIn(browser.request)).toBeNull()
    expect((await world.signIn.withPassword(new Browser().caller, email, goodPassword)).step).toBe('refused')
    const enrolment = await world.signIn.enrolment(fresh.caller)
    expect(enrolment?.typed).not.toBe(secret)
    fresh.keep(await world.signIn.enrol(fresh.caller, codeOf(enrolment?.typed ?? '')))
    expect((await world.signIn.signedIn(fresh.request))?.actor.memberId).toBe(actor.memberId)
  })
  test('again is not given to oneself', async () => {
    const again = giveNewInvitation(world.context, world.administrator, {
      memberId: world.administrator.memberId,
      email: newAddress(),
    })
    await expect(again).rejects.toMatchObject({ code: 'not-yourself' })
  })
})

describe('members', () => {
  test('are listed for administrators, with what is still open', async () => {
    const email = newAddress()
    await invite(email)
    const { members, invitations } = await listMembers(world.context, world.administrator, {})
    expect(members.map(({ id }) => id)).toContain(world.administrator.memberId)
    expect(invitations.map((one) => one.email)).toContain(email)
    const worker = await world.member(['worker'])
    await expect(listMembers(world.context, worker, {})).rejects.toThrow(Forbidden)
  })
  test('of another organisation are not there', async () => {
    const stranger = await world.member(['worker'], world.otherOrgId)
    for (const work of [
      () => endMember(world.context, world.administrator, { memberId: stranger.memberId, version: 1 }),
      () =>
        changeRoles(world.context, world.administrator, {
          memberId: stranger.memberId,
          version: 1,
          roles: ['worker'],
        }),
      () =>
        giveNewInvitation(world.context, world.administrator, {
          memberId: stranger.memberId,
          email: newAddress(),
        }),
    ])
      await expect(work()).rejects.toThrow(NotFound)
  })
  test('keep an administrator among them', async () => {
    const last = { memberId: world.administrator.memberId, version: 1 }
    await expect(endMember(world.context, world.administrator, last)).rejects.toMatchObject({
      code: 'last-administrator',
    })
    await expect(
      changeRoles(world.context, world.administrator, { ...last, roles: ['coordinator'] }),
    ).rejects.toMatchObject({ code: 'last-administrator' })
    const second = await world.member(['administrator'])
    const both = await Promise.allSettled([
      endMember(world.context, world.administrator, { memberId: second.memberId, version: 1 }),
      endMember(world.context, second, last),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await world.owner.query('update member set active_until = null where id = $1', [last.memberId])
  })
  test('do at once what their new roles allow', async () => {
    const { browser, actor } = await world.person(newAddress(), ['worker'])
    const input = { memberId: actor.memberId, version: 1, roles: ['referrer' as const] }
    await changeRoles(world.context, world.administrator, input)
    world.signIn.memberChanged(world.orgId, actor.memberId)
    expect((await world.signIn.signedIn(browser.request))?.actor.roles).toEqual(['referrer'])
    await expect(changeRoles(world.context, world.administrator, input)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
  })
})

describe('the first run', () => {
  const answer = {
    code: 'ABCD-EFGH',
    organisation: 'Stichting Dichtbij',
    offers: [mim.id],
    name: 'Mirjam de Wit',
    email: 'mirjam@example.nl',
    password: goodPassword,
  }
  test('makes the organisation and its administrator, with the code from the terminal, once', async () => {
    const empty = await openSignInWorld()
    try {
      await empty.owner.query('truncate organisation, programme_offer cascade')
      const first = empty.server({ firstRunCode: 'ABCD-EFGH' })
      expect(await first.firstRunIsOpen()).toBe(true)
      await expect(first.firstRun(new Browser().caller, { ...answer, code: 'WRONG' })).rejects.toMatchObject({
        fields: { code: 'first-run-code' },
      })
      await expect(
        first.firstRun(new Browser().caller, { ...answer, offers: ['not-there'] }),
      ).rejects.toMatchObject({ fields: { offers: 'unknown-programme' } })
      const both = await Promise.allSettled([
        first.firstRun(new Browser().caller, { ...answer, code: 'abcd efgh' }),
        empty.server({ firstRunCode: 'ABCD-EFGH' }).firstRun(new Browser().caller, answer),
      ])
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await first.firstRunIsOpen()).toBe(false)
      await expect(
        first.firstRun(new Browser().caller, { ...answer, email: 'later@example.nl' }),
      ).rejects.toMatchObject({
        code: 'first-run-is-over',
      })
      expect((await first.withPassword(new Browser().caller, answer.email, goodPassword)).step).toBe(
        'must-enrol',
      )
      const { rows } = await empty.owner.query('select name, slug from organisation')
      expect(rows).toEqual([{ name: 'Stichting Dichtbij', slug: 'stichting-dichtbij' }])
      const offered = await empty.owner.query('select programme_id, until_day from programme_offer')
      expect(offered.rows).toEqual([{ programme_id: mim.id, until_day: null }])
    } finally {
      await empty.close()
    }
  })
  test('is not there in a server that has an organisation, nor in demo mode', async () => {
    expect(await world.server({ firstRunCode: 'ABCD-EFGH' }).firstRunIsOpen()).toBe(false)
    const demo = world.server({ firstRunCode: 'ABCD-EFGH', demo: { cast: async () => [] } })
    expect(await demo.firstRunIsOpen()).toBe(false)
    await expect(demo.firstRun(new Browser().caller, answer)).rejects.toThrow(NotFound)
  })
  test('refuses a second organisation even if it is asked directly', async () => {
    const again = createOrganisation(
      world.context,
      { orgId: world.context.newId(), name: 'Nog een' },
      { only: true, administrator: null },
    )
    await expect(again).rejects.toMatchObject({ code: 'first-run-is-over' })
  })
})

describe('the demo', () => {
  test('lets one be anybody of the cast with a click, and nobody else', async () => {
    const worker = await world.member(['worker'])
    const cast = async () => [
      {
        memberId: worker.memberId,
        orgId: world.orgId,
        organisation: 'Waterrijk',
        name: 'Lid',
        roles: worker.roles,
      },
    ]
    const demo = world.server({ demo: { cast } })
    const browser = new Browser()
    expect(browser.keep(await demo.asCastMember(browser.caller, worker.memberId)).step).toBe('signed-in')
    expect((await demo.signedIn(browser.request))?.actor.memberId).toBe(worker.memberId)
    await expect(demo.asCastMember(browser.caller, world.administrator.memberId)).rejects.toThrow(NotFound)
    // The same session means nothing to a production server: it has no second step.
    expect(await world.signIn.signedIn(browser.request)).toBeNull()
  })
  test('does not exist in production', async () => {
    expect(await world.signIn.demoCast()).toBeNull()
    await expect(
      world.signIn.asCastMember(new Browser().caller, world.administrator.memberId),
    ).rejects.toThrow(NotFound)
  })
})
