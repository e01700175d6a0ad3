import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { openWholeSite } from '#testing/whole-site.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { searchPeople } from '#usecases/person/search-people.ts'
import { within } from '../../../testing/cast.ts'
import { canaries, type OneOfEach, oneOfEach } from '../../../testing/one-of-each.ts'
import { runningTrajectory } from '../../../testing/running-trajectory.ts'
import { openWorld, testMorning, type World } from '../../../testing/world.ts'
import { askErasure } from './ask-erasure.ts'
import { decideErasure } from './decide-erasure.ts'
import { endHold } from './end-hold.ts'
import { listErased } from './list-erased.ts'
import { listErasures } from './list-erasures.ts'
import { placeHold } from './place-hold.ts'
import { prepareErasure } from './prepare-erasure.ts'
import { readErasure } from './read-erasure.ts'
import { replayErasures } from './replay-erasures.ts'
import { withdrawErasure } from './withdraw-erasure.ts'

let world: World
let coordinator: MemberActor
let officer: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  officer = await world.member(['privacy_officer'])
})
afterAll(() => world.close())

const ask = (trajectoryId: string, actor = coordinator) =>
  askErasure(world.context, actor, { trajectoryId, reason: 'she_asks', ground: 'consent_withdrawn' })
const erase = (id: string, actor = officer, version = 1) =>
  decideErasure(world.context, actor, { id, version, answer: { kind: 'erase' } })
/** Her trajectory at its end, without the talk that belongs to it. */
const close = (trajectoryId: string) =>
  world.owner.query(`update trajectory set state = 'closed' where id = $1`, [trajectoryId])
const nameOf = (personId: string) =>
  within(world, async (work) => (await readPeople(work, [personId])).get(personId)?.name.given ?? null)
/** Somebody who is helped, with a child of her own. */
async function running() {
  const one = await runningTrajectory(world)
  const { rows } = await world.owner.query('select person_id from trajectory where id = $1', [
    one.trajectoryId,
  ])
  return { ...one, personId: String(rows[0]?.person_id) }
}
const system = () => ({ kind: 'system', orgId: world.orgId, job: 'test' }) as const

describe('who may', () => {
  test('ask: who knows her; decide: the privacy officer; and nobody from elsewhere', async () => {
    const one = await running()
    await expect(ask(one.trajectoryId, one.worker)).rejects.toThrow(Forbidden)
    await expect(ask(one.trajectoryId, officer)).rejects.toThrow(Forbidden)
    const elsewhere = await world.member(['coordinator', 'privacy_officer'], world.otherOrgId)
    await expect(ask(one.trajectoryId, elsewhere)).rejects.toThrow(NotFound)
    await expect(
      prepareErasure(world.context, elsewhere, { trajectoryId: one.trajectoryId }),
    ).rejects.toThrow(NotFound)
    const { id } = await ask(one.trajectoryId)
    for (const stranger of [one.worker, await world.member(['administrator'])]) {
      await expect(readErasure(world.context, stranger, { id })).rejects.toThrow(Forbidden)
      await expect(erase(id, stranger)).rejects.toThrow(Forbidden)
    }
    await expect(erase(id, coordinator)).rejects.toThrow(Forbidden)
    await expect(erase(id, elsewhere)).rejects.toThrow(NotFound)
    await expect(readErasure(world.context, elsewhere, { id })).rejects.toThrow(NotFound)
    expect((await listErasures(world.context, elsewhere, {})).erasures).toEqual([])
  })
  test('not alone: two hats are one head', async () => {
    const both = await world.member(['coordinator', 'privacy_officer'])
    const one = await running()
    await close(one.trajectoryId)
    const { id } = await ask(one.trajectoryId, both)
    await expect(erase(id, both)).rejects.toMatchObject({ code: 'erasure-second-person' })
    expect(await readErasure(world.context, both, { id })).toMatchObject({
      mayErase: false,
      inTheWay: 'erasure-second-person',
    })
    await erase(id)
  })
})

describe('nothing is erased', () => {
  test('while she is helped, while it is held, or while a confidential file is open', async () => {
    const one = await running()
    const { id } = await ask(one.trajectoryId)
    await expect(ask(one.trajectoryId)).rejects.toMatchObject({ code: 'erasure-asked-already' })
    await expect(erase(id)).rejects.toMatchObject({ code: 'erasure-running' })
    await close(one.trajectoryId)
    const hold = await placeHold(world.context, coordinator, {
      trajectoryId: one.trajectoryId,
      reason: 'legal_claim',
      until: '2027-11-03',
    })
    await expect(erase(id)).rejects.toMatchObject({ code: 'erasure-held' })
    await expect(endHold(world.context, coordinator, { id: hold.id })).rejects.toThrow(Forbidden)
    await endHold(world.context, officer, { id: hold.id })
    await expect(endHold(world.context, officer, { id: hold.id })).rejects.toMatchObject({
      code: 'not-from-this-state',
    })
    await world.owner.query(
      `insert into meldcode (org_id, id, trajectory_id, person_id, about, handler_id, state, opened_on, opened_by, opened_at)
       values ($1, gen_random_uuid(), $2, $3, 'mother', $4, 'open', '2026-11-03', $4, now())`,
      [world.orgId, one.trajectoryId, one.personId, coordinator.memberId],
    )
    await expect(erase(id)).rejects.toMatchObject({ code: 'erasure-ask-lead' })
    expect(await nameOf(one.personId)).not.toBeNull()
    await expect(erase(id, officer, 7)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })
  test('that somebody refused or that was taken back, and a hold has an end', async () => {
    const one = await running()
    await close(one.trajectoryId)
    const { id } = await ask(one.trajectoryId)
    await withdrawErasure(world.context, coordinator, { id, version: 1 })
    await expect(erase(id, officer, 2)).rejects.toMatchObject({ code: 'not-from-this-state' })
    const again = await ask(one.trajectoryId)
    const refuse = { kind: 'refuse', code: 'law_says_keep' } as const
    await decideErasure(world.context, officer, { id: again.id, version: 1, answer: refuse })
    await expect(erase(again.id, officer, 2)).rejects.toMatchObject({ code: 'not-from-this-state' })
    const hold = { trajectoryId: one.trajectoryId, reason: 'complaint' as const }
    await expect(
      placeHold(world.context, coordinator, { ...hold, until: '2026-11-02' }),
    ).rejects.toMatchObject({ fields: { until: 'day-past' } })
    await expect(
      placeHold(world.context, coordinator, { ...hold, until: '2029-11-02' }),
    ).rejects.toMatchObject({ fields: { until: 'hold-too-long' } })
  })
})

describe('a term that is over', () => {
  test('is said, from the day after, by what the programme says; not while she is helped or held', async () => {
    const one = await running()
    const past = async () =>
      (await listErasures(world.context, officer, {})).pastTerm.find((file) => file.id === one.personId)
    world.turnTo('2040-01-01')
    expect(await past()).toBeUndefined()
    await world.owner.query(
      `update trajectory set state = 'closed', closed_on = '2026-11-03' where id = $1`,
      [one.trajectoryId],
    )
    world.turnTo('2028-11-03')
    expect(await past()).toBeUndefined()
    world.turnTo('2028-11-04')
    expect((await past())?.since.toString()).toBe('2028-11-04')
    const hold = { trajectoryId: one.trajectoryId, reason: 'inquiry' as const, until: '2028-12-01' }
    await placeHold(world.context, coordinator, hold)
    expect(await past()).toBeUndefined()
    world.turnTo('2028-12-02')
    expect(await past()).toBeDefined()
    await ask(one.trajectoryId)
    expect(await past()).toBeUndefined()
    const elsewhere = await world.member(['privacy_officer'], world.otherOrgId)
    expect((await listErasures(world.context, elsewhere, {})).pastTerm).toEqual([])
    world.turnTo(testMorning)
  })
})

describe('what is erased', () => {
  let house: OneOfEach
  beforeAll(async () => {
    house = await oneOfEach(world)
  }, 60_000)

  test('is gone for good: names, words, drafts, what she could be found by; codes and the log stay', async () => {
    const { trajectory, personId, members, kept } = house
    await endHold(world.context, officer, { id: kept.hold })
    await close(trajectory.active)
    await world.owner.query(
      `insert into draft (org_id, id, member_id, form, subject_id, body_sealed, saved_at)
       values ($1, gen_random_uuid(), $2, 'contact-extra', $3, 'x', now())`,
      [world.orgId, members.worker.memberId, trajectory.active],
    )
    const before = await readErasure(world.context, officer, { id: (await ask(trajectory.active)).id })
    expect(before).toMatchObject({ mayErase: true, inTheWay: null, name: 'Zwaluwina Kanariebos' })
    expect(before.goes).toMatchObject({ children: 1, trajectories: 1, referrals: 1 })
    const { files } = await erase(before.id)
    expect(files).toBe(2)
    expect(await nameOf(personId)).toBe('—')
    const { rows: person } = await world.owner.query(
      'select phone_print, email_print, birth_day_print, address_print, street_print, area, languages from person where id = $1',
      [personId],
    )
    expect(Object.values(person[0]).flat().filter(Boolean)).toEqual([])
    const { rows: drafts } = await world.owner.query('select id from draft where subject_id = $1', [
      trajectory.active,
    ])
    expect(drafts).toEqual([])
    const { rows: waiting } = await world.owner.query(
      `select state from message where owner_id = $1 and state = 'pending'`,
      [personId],
    )
    expect(waiting).toEqual([])
    const { people } = await searchPeople(world.context, members.coordinator, {
      text: 'Zwaluwina Kanariebos',
    })
    expect(JSON.stringify(people)).not.toContain(personId)
    const { rows: log } = await world.owner.query('select id from audit_event where person_ids @> $1', [
      [personId],
    ])
    expect(log.length).toBeGreaterThan(5)
    expect((await listErased(world.context, system(), {})).map(({ ownerId }) => ownerId)).toContain(personId)
  })

  test('stands in nobody’s way: every page about her still opens, and none says who she was', async () => {
    const site = await openWholeSite(world)
    try {
      const { trajectory, members, contact, personId, safety, planned } = house
      for (const id of [safety.trajectory, planned.trajectory]) {
        await close(id)
        await world.owner.query(
          `update meldcode set state = 'closed', closing_code = 'by_mistake', closed_on = '2026-11-03', closed_by = handler_id
           where trajectory_id = $1 and state <> 'closed'`,
          [id],
        )
        await erase((await ask(id)).id)
      }
      const cookies = await Promise.all(
        [members.coordinator, members.safeguarding_lead, members.privacy_officer].map((actor) =>
          site.signIn(actor),
        ),
      )
      const hers = [trajectory.active, safety.trajectory, planned.trajectory].map(
        (id) => `/trajectories/${id}`,
      )
      const parts = [
        '',
        '/contacts',
        '/measures',
        '/consents',
        '/intake',
        '/plan',
        '/course',
        '/log',
        '/matches',
      ]
      const more = [
        '/safety',
        '/safety/plan',
        '/handovers',
        '/grid',
        '/erasure',
        '/close',
        '/team',
        '/signals',
      ]
      const pages = [
        ...hers.flatMap((one) => [...parts, ...more].map((part) => one + part)),
        '/today',
        '/trajectories',
        '/erasures',
        '/messages',
        '/incidents',
        `/incidents/${safety.incident}`,
        `/concerns/${safety.concern}`,
        `/confidential/${safety.meldcode}`,
        '/confidential',
        '/workers',
        '/groups',
        `/contacts/${contact.done}`,
        `/contacts/${contact.planned}`,
        `/people/${personId}/safe-contact`,
        `/referrals/${house.referral.taken}`,
        `/access-log?person=${personId}`,
      ]
      const broken: string[] = []
      for (const page of pages)
        for (const cookie of cookies) {
          const { status, html } = await site.ask(page, { cookie })
          if (status >= 500) broken.push(`${page}: ${status}`)
          if (
            hers.some((one) => page.startsWith(one)) &&
            canaries.some((canary) => html.includes(canary) && !staff(canary))
          )
            broken.push(`${page}: says ${canaries.find((canary) => html.includes(canary))}`)
        }
      expect([...new Set(broken)]).toEqual([])
    } finally {
      await site.close()
    }
  }, 60_000)

  test('is erased again after a backup brought it back, and whoever is not on the list stays', async () => {
    const one = await running()
    const other = await running()
    const key = async () =>
      (await world.owner.query('select wrapped from keys.data_key where owner_id = $1', [one.personId]))
        .rows[0]
    const { wrapped } = await key()
    await close(one.trajectoryId)
    await erase((await ask(one.trajectoryId)).id)
    expect((await key()).wrapped).toBeNull()
    await world.owner.query(
      'update keys.data_key set wrapped = $2, destroyed_at = null where owner_id = $1',
      [one.personId, wrapped],
    )
    expect(await nameOf(one.personId)).not.toBe('—')
    await expect(replayErasures(world.context, officer, { ownerIds: [one.personId] })).rejects.toThrow(
      Forbidden,
    )
    const nobody = '01930000-0000-7000-8000-000000000001'
    const ownerIds = [one.personId, nobody]
    expect(await replayErasures(world.context, system(), { ownerIds })).toEqual({ erased: 1 })
    expect(await replayErasures(world.context, system(), { ownerIds })).toEqual({ erased: 0 })
    expect(await nameOf(one.personId)).toBe('—')
    expect(await nameOf(other.personId)).not.toBe('—')
  })
})

/** Words that others may still be called by: her worker, the organisations around. */
const staff = (canary: string): boolean => /Winterkoning|Nachtegaalina|goudvink|Kwikstaartje/.test(canary)
