import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { showSafeContact } from '#usecases/safe-contact/show-safe-contact.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let personId: string
const terms = {
  channels: ['phone' as const],
  through: null,
  hours: [{ days: [2], from: '10:00', until: '12:00' }],
  pickedUpBy: 'only_herself' as const,
  others: null,
  coverName: 'Marijke',
  codeWord: 'kanarievogel',
  language: 'ti',
  voicemail: 'never' as const,
  neverAtHome: false,
  remark: null,
}

beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  const { referralId } = await submitReferral(world.context, world.visitor('professional'), {
    channel: 'professional_form',
    submission: {
      mother: { name: { given: 'Selam', family: null }, phone: '+31612345678', languages: ['ti'] },
      agreed: true,
      referrer: { kind: 'jgz' },
    },
  })
  const { rows } = await world.owner.query('select person_id from referral where id = $1', [referralId])
  personId = rows[0].person_id
})
afterAll(() => world.close())

const set = (basedOn: string | null, changed: Partial<typeof terms> = {}, actor = coordinator) =>
  setSafeContact(world.context, actor, { personId, basedOn, terms: { ...terms, ...changed } })
const show = (actor = coordinator) => showSafeContact(world.context, actor, { personId })

describe('her safe-contact agreement', () => {
  test('is not for who does not work with her', async () => {
    const worker = await world.member(['worker'])
    await expect(set(null, {}, worker)).rejects.toThrow(Forbidden)
    await expect(show(worker)).rejects.toThrow(NotFound)
    await expect(show(await world.member(['administrator']))).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(show(stranger)).rejects.toThrow(NotFound)
    await expect(set(null, {}, stranger)).rejects.toThrow(NotFound)
  })
  test('names what is missing', async () => {
    await expect(set(null, { channels: [] })).rejects.toThrow(Invalid)
    await expect(set(null, { channels: [] })).rejects.toMatchObject({
      fields: { 'terms.channels': 'choose-a-way' },
    })
  })
  test('is kept under her own key, and is her consent', async () => {
    expect((await show()).policy).toBeNull()
    const { id } = await set(null)
    const { policy, person, abilities } = await show()
    expect(policy).toMatchObject({ ...terms, id, reconfirmDays: 90 })
    expect(policy?.confirmedOn.toString()).toBe('2026-11-03')
    expect(person.phone).toBe('+31612345678')
    expect(abilities.set).toBe(true)
    const { rows } = await world.owner.query(
      `select s::text as all, c.code, c.state from safe_contact_policy s join consent c using (org_id, person_id)`,
    )
    expect(rows).toMatchObject([{ code: 'C-9', state: 'given' }])
    expect(rows[0].all).not.toContain(Buffer.from('kanarievogel').toString('hex'))
  })
  test('is not overwritten by who did not see the latest', async () => {
    const before = (await show()).policy?.id ?? null
    const both = await Promise.allSettled([
      set(before, { coverName: 'Anna' }),
      set(before, { coverName: 'Els' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(set(null)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const { rows } = await world.owner.query(
      'select count(*) filter (where until_at is null)::int as current, count(*)::int as all from safe_contact_policy',
    )
    expect(rows[0]).toEqual({ current: 1, all: 2 })
  })
  test('is confirmed again by saving it again', async () => {
    world.turnTo('2027-01-12')
    await set((await show()).policy?.id ?? null)
    expect((await show()).policy?.confirmedOn.toString()).toBe('2027-01-12')
    world.turnTo('2026-11-03')
  })
})
