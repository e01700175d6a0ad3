import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { addHelpOffer } from '#usecases/network/add-help-offer.ts'
import { changeHelpOffer } from '#usecases/network/change-help-offer.ts'
import { changeNetworkOrganisation } from '#usecases/network/change-network-organisation.ts'
import { endHelpOffer } from '#usecases/network/end-help-offer.ts'
import { endNetworkOrganisation } from '#usecases/network/end-network-organisation.ts'
import { findHelpFor } from '#usecases/network/find-help-for.ts'
import { listNetworkOrganisations } from '#usecases/network/list-network-organisations.ts'
import { readHelpOffer } from '#usecases/network/read-help-offer.ts'
import { readNetworkOrganisation } from '#usecases/network/read-network-organisation.ts'
import { registerNetworkOrganisation } from '#usecases/network/register-network-organisation.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let elsewhere: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  elsewhere = await world.member(['coordinator'], world.otherOrgId)
})
afterAll(() => world.close())
beforeEach(() => world.turnTo('2026-11-03'))

type Organisation = Parameters<typeof registerNetworkOrganisation>[2]['organisation']
let names = 0
const register = async (changed: Partial<Organisation> = {}) => {
  names += 1
  const organisation = { name: `Organisatie ${names}`, kind: 'social_work', contact: {}, ...changed } as const
  return (await registerNetworkOrganisation(world.context, coordinator, { organisation })).id
}
const offered = { category: 'money', target: 'families', waitingWeeks: 2 } as const
const add = async (
  networkOrganisationId: string,
  changed: Partial<Parameters<typeof addHelpOffer>[2]['offer']> = {},
) =>
  (
    await addHelpOffer(world.context, coordinator, {
      networkOrganisationId,
      offer: { ...offered, ...changed },
    })
  ).id
const tasksOf = async (offerId: string) =>
  (
    await world.owner.query<{ due_on: string; done: boolean }>(
      `select due_on::text as due_on, done_at is not null as done from task
       where help_offer_id = $1 order by created_at, due_on`,
      [offerId],
    )
  ).rows

describe('an organisation around us', () => {
  test('is not kept by a volunteer, a referrer, a programme manager, or anybody of another house', async () => {
    const id = await register()
    for (const role of ['worker', 'referrer', 'programme_manager', 'privacy_officer'] as const) {
      const actor = await world.member([role])
      await expect(listNetworkOrganisations(world.context, actor, {})).rejects.toThrow(Forbidden)
      await expect(readNetworkOrganisation(world.context, actor, { id })).rejects.toThrow(Forbidden)
    }
    await expect(readNetworkOrganisation(world.context, elsewhere, { id })).rejects.toThrow(NotFound)
    expect(await listNetworkOrganisations(world.context, elsewhere, {})).toEqual([])
  })
  test('is refused with an area nobody can read, and with a name that is taken', async () => {
    await expect(register({ areas: ['3024-3011'] })).rejects.toThrow(Invalid)
    await register({ name: 'Wijkteam Oost' })
    await expect(register({ name: 'wijkteam oost' })).rejects.toMatchObject({ code: 'network-name-taken' })
    const other = await register()
    await expect(
      changeNetworkOrganisation(world.context, coordinator, {
        id: other,
        version: 1,
        organisation: { name: 'WIJKTEAM OOST', kind: 'other', contact: {} },
      }),
    ).rejects.toMatchObject({ code: 'network-name-taken' })
  })
  test('keeps whom to ask for out of clear text', async () => {
    await register({ contact: { remark: 'Vraag naar Kanarievogel' } })
    const { rows } = await world.owner.query('select n::text as all from network_organisation n')
    for (const { all } of rows) {
      expect(all).not.toContain('Kanarievogel')
      expect(all).not.toContain(Buffer.from('Kanarievogel').toString('hex'))
    }
  })
  test('ends once, and takes along what it offered and what was still to be asked', async () => {
    const id = await register()
    const offerId = await add(id)
    await expect(
      endNetworkOrganisation(world.context, coordinator, { id, version: 7 }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await endNetworkOrganisation(world.context, coordinator, { id, version: 1 })
    expect(await readHelpOffer(world.context, coordinator, { id: offerId })).toMatchObject({ ended: true })
    expect((await tasksOf(offerId)).every(({ done }) => done)).toBe(true)
    await expect(add(id)).rejects.toMatchObject({ code: 'network-ended' })
    await expect(
      endNetworkOrganisation(world.context, coordinator, { id, version: 2 }),
    ).rejects.toMatchObject({ code: 'network-ended' })
  })
})

describe('an offer of help', () => {
  test('is asked after in ninety days, and saying that it holds moves that on', async () => {
    const id = await add(await register())
    expect(await tasksOf(id)).toEqual([{ due_on: '2027-02-01', done: false }])
    world.turnTo('2027-01-31')
    expect(await readHelpOffer(world.context, coordinator, { id })).toMatchObject({ stale: false })
    world.turnTo('2027-02-01')
    expect(await readHelpOffer(world.context, coordinator, { id })).toMatchObject({ stale: true })
    await changeHelpOffer(world.context, coordinator, { id, version: 1, offer: offered })
    expect(await readHelpOffer(world.context, coordinator, { id })).toMatchObject({ stale: false })
    expect(await tasksOf(id)).toEqual([
      { due_on: '2027-02-01', done: true },
      { due_on: '2027-05-02', done: false },
    ])
  })
  test('is not changed by two at once, nor once it is no more', async () => {
    const id = await add(await register())
    await expect(
      changeHelpOffer(world.context, coordinator, { id, version: 9, offer: offered }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await endHelpOffer(world.context, coordinator, { id, version: 1 })
    await expect(
      changeHelpOffer(world.context, coordinator, { id, version: 2, offer: offered }),
    ).rejects.toMatchObject({ code: 'help-offer-ended' })
  })
  test('is found for her by where she lives, her language and her need', async () => {
    const near = await register({ areas: ['3661-3664'] })
    const far = await register({ areas: ['2500-2599'] })
    const inHers = await add(near, { category: 'housing', languages: ['ti'] })
    const inDutch = await add(near, { category: 'housing', languages: ['nl'] })
    // Its own area counts before its organisation's.
    const reachesHer = await add(far, {
      category: 'housing',
      languages: ['ti'],
      areas: ['3662'],
      waitingWeeks: 9,
    })
    await add(far, { category: 'housing' })
    const { referralId } = await submitReferral(world.context, coordinator, {
      channel: 'desk',
      submission: {
        mother: { name: { given: 'Selam' }, address: { postcode: '3662 AB' }, languages: ['ti'] },
        agreed: true,
      },
    })
    const find = async (category: 'housing' | 'addiction') =>
      (await findHelpFor(world.context, coordinator, { referralId, category, language: null })).offers.map(
        ({ id }) => id,
      )
    expect(await find('housing')).toEqual([inHers, reachesHer, inDutch])
    expect(await find('addiction')).toEqual([])
    await expect(
      findHelpFor(world.context, elsewhere, { referralId, category: null, language: null }),
    ).rejects.toThrow(NotFound)
    await expect(
      findHelpFor(world.context, await world.member(['administrator']), {
        referralId,
        category: null,
        language: null,
      }),
    ).rejects.toThrow(Forbidden)
  })
})
