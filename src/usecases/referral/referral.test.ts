import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { MemberActor } from '#domain/member/actor.ts'
import type { referralSubmission } from '#domain/referral/referral-submission.ts'
import { programmes } from '#programmes/registry.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { decideReferral } from '#usecases/referral/decide-referral.ts'
import { followOwnReferrals } from '#usecases/referral/follow-own-referrals.ts'
import { followReferral } from '#usecases/referral/follow-referral.ts'
import { listReferrals } from '#usecases/referral/list-referrals.ts'
import { readReferral } from '#usecases/referral/read-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { makeService } from '#usecases/service/give-key.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const programmeId = programmes[0]?.id ?? ''
const selam: z.input<typeof referralSubmission> = {
  mother: {
    name: { given: 'Selam', family: 'Tesfay' },
    phone: '+31612345601',
    email: null,
    birthDay: '2002-04-12',
    address: { street: 'Havenstraat', houseNumber: '12', postcode: '1234AB', place: 'Waterrijk' },
    languages: ['ti'],
    interpreter: null,
  },
  child: { bornOn: '2026-09-20', dueOn: null, given: null, firstChild: 'yes' },
  facts: { lowSupport: 'yes' },
  agreed: true,
  referrer: {
    kind: 'jgz',
    name: 'N. Verpleegkundige',
    organisation: 'Bureau Waterrijk',
    phone: null,
    email: 'jgz@example.nl',
  },
  words: 'Zij kent hier bijna niemand en vraagt zich af of zij het goed doet.',
}
const submit = (mother: Partial<(typeof selam)['mother']> = {}) =>
  submitReferral(world.context, world.visitor('professional'), {
    channel: 'professional_form',
    submission: { ...selam, mother: { ...selam.mother, ...mother } },
  })

describe('a referral', () => {
  test('is not taken without her agreement', async () => {
    const failure = submitReferral(world.context, world.visitor('professional'), {
      channel: 'professional_form',
      submission: { ...selam, agreed: false as never },
    })
    await expect(failure).rejects.toThrow(Invalid)
    await expect(failure).rejects.toMatchObject({ fields: { 'submission.agreed': 'agreement-needed' } })
  })
  test('is late after its term, and no more once it is decided', async () => {
    const { referralId } = await submit()
    const later = { ...world.context, now: () => world.context.now().add({ hours: 24 * 9 }) }
    const late = async (states?: ['rejected']) =>
      (await listReferrals(later, coordinator, states ? { states } : {})).referrals.find(
        ({ id }) => id === referralId,
      )?.late
    expect(await late()).toBe(true)
    await decideReferral(later, coordinator, {
      id: referralId,
      version: 1,
      note: null,
      decision: { decision: 'reject', code: 'no_capacity' },
    })
    expect(await late(['rejected'])).toBe(false)
  })
  test('is seen by the desk with its clock, and by nobody else', async () => {
    const { referralId } = await submit()
    const seen = await readReferral(world.context, coordinator, { id: referralId })
    expect(seen).toMatchObject({
      state: 'received',
      words: selam.words,
      person: { name: { given: 'Selam' } },
    })
    // Two working days after Tuesday 3 November.
    expect(seen.contactDueOn.toString()).toBe('2026-11-05')
    expect(seen.answers?.child.bornOn?.toString()).toBe('2026-09-20')
    await expect(
      readReferral(world.context, await world.member(['worker']), { id: referralId }),
    ).rejects.toThrow(Forbidden)
    await expect(
      readReferral(world.context, await world.member(['administrator']), { id: referralId }),
    ).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(readReferral(world.context, stranger, { id: referralId })).rejects.toThrow(NotFound)
    expect((await listReferrals(world.context, stranger, {})).referrals).toEqual([])
  })
  test('leaves nothing of her in clear text', async () => {
    await submit({ name: { given: 'Kanarievogel', family: 'Onvindbaar' } })
    const { rows } = await world.owner.query(
      `select p::text || r::text as all from person p join referral r on r.person_id = p.id`,
    )
    for (const { all } of rows) {
      expect(all).not.toContain('Kanarievogel')
      expect(all).not.toContain(Buffer.from('Kanarievogel').toString('hex'))
      expect(all).not.toContain('612345601')
    }
  })
  test('becomes a trajectory once, under the version of today', async () => {
    const { referralId } = await submit()
    const accept = () =>
      acceptReferral(world.context, coordinator, { id: referralId, version: 1, programmeId })
    await expect(
      acceptReferral(world.context, coordinator, { id: referralId, version: 1, programmeId: 'nothing' }),
    ).rejects.toMatchObject({ fields: { programmeId: 'unknown-programme' } })
    const { trajectoryId } = await accept()
    const { rows } = await world.owner.query('select * from trajectory where id = $1', [trajectoryId])
    expect(rows[0]).toMatchObject({
      state: 'intake',
      programme_id: programmeId,
      programme_version: programmes[0]?.version,
    })
    await expect(accept()).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await expect(
      acceptReferral(world.context, coordinator, { id: referralId, version: 2, programmeId }),
    ).rejects.toMatchObject({ code: 'not-from-this-state' })
  })
  test('stops its clock while the referrer owes an answer', async () => {
    const { referralId } = await submit()
    const decide = (version: number, decision: 'ask-for-information' | 'note-information') =>
      decideReferral(world.context, coordinator, {
        id: referralId,
        version,
        note: null,
        decision: { decision },
      })
    await decide(1, 'ask-for-information')
    world.turnTo('2026-11-10')
    await decide(2, 'note-information')
    world.turnTo('2026-11-03')
    const seen = await readReferral(world.context, coordinator, { id: referralId })
    expect(seen.contactDueOn.toString()).toBe('2026-11-12')
  })
  test('can be sent elsewhere with a class, and then no more', async () => {
    const { referralId } = await submit()
    const redirect = { decision: 'redirect', code: 'neighbourhood_team' } as const
    await decideReferral(world.context, coordinator, {
      id: referralId,
      version: 1,
      note: 'te veel tegelijk',
      decision: redirect,
    })
    await expect(
      decideReferral(world.context, coordinator, {
        id: referralId,
        version: 2,
        note: null,
        decision: redirect,
      }),
    ).rejects.toThrow(Refused)
    expect((await readReferral(world.context, coordinator, { id: referralId })).decisionNote).toBe(
      'te veel tegelijk',
    )
  })
  test('proposes a double and merges nothing', async () => {
    const first = await submit({
      name: { given: 'Fatma', family: 'Yıldız' },
      phone: '+31612345699',
      birthDay: '1999-01-02',
    })
    const second = await submit({
      name: { given: 'Fatima', family: 'Yildiz' },
      phone: null,
      birthDay: '1999-01-02',
    })
    const seen = await readReferral(world.context, coordinator, { id: second.referralId })
    expect(seen.duplicates.map((double) => double.referralId)).toContain(first.referralId)
    await expect(
      decideReferral(world.context, coordinator, {
        id: second.referralId,
        version: 1,
        note: null,
        decision: { decision: 'mark-duplicate', duplicateOf: second.referralId },
      }),
    ).rejects.toMatchObject({ code: 'duplicate-of-itself' })
  })
  test('is followed by the one who sent it, as a class', async () => {
    const referrer = await world.member(['referrer'])
    const { referralId } = await submitReferral(world.context, referrer, {
      channel: 'professional_form',
      submission: selam,
    })
    await acceptReferral(world.context, coordinator, { id: referralId, version: 1, programmeId })
    expect(await followOwnReferrals(world.context, referrer, {})).toMatchObject([{ status: 'in_progress' }])
    expect(await followOwnReferrals(world.context, await world.member(['referrer']), {})).toEqual([])
    await expect(readReferral(world.context, referrer, { id: referralId })).rejects.toThrow(Forbidden)
  })
})

describe('a system that refers', () => {
  test('follows what it sent itself, by a class and without a name', async () => {
    const administrator = await world.member(['administrator'])
    const systemOf = async (name: string) => {
      const scopes = ['referral.create' as const, 'referral.read' as const]
      const { serviceId } = await makeService(world.context, administrator, { name, scopes })
      return { kind: 'service', orgId: world.orgId, serviceId, scopes } as const
    }
    const [sender, other] = [await systemOf('Praktijk'), await systemOf('Andere praktijk')]
    const { referralId: id } = await submitReferral(world.context, sender, {
      channel: 'fhir',
      submission: selam,
    })
    const followed = await followReferral(world.context, sender, { id })
    expect(followed).toMatchObject({ id, status: 'received' })
    expect(JSON.stringify(followed)).not.toContain('Selam')
    await expect(followReferral(world.context, other, { id })).rejects.toThrow(NotFound)
    const { referralId: another } = await submit({ phone: '+31612345699' })
    await expect(followReferral(world.context, sender, { id: another })).rejects.toThrow(NotFound)
  })
})
