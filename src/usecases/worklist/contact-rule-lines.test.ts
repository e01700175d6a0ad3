import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { showSafeContact } from '#usecases/safe-contact/show-safe-contact.ts'
import { evaluateSignals } from '#usecases/signal/evaluate-signals.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'
import { castWoman } from '../../../testing/cast.ts'
import { tuesdayMornings } from '../../../testing/referred-woman.ts'
import { openWorld, testMorning, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, memosa])
  coordinator = await world.member(['coordinator'])
})
beforeEach(() => world.turnTo(testMorning))
afterAll(() => world.close())

async function woman(programme = mim) {
  const { personId, trajectoryId } = await castWoman(
    world,
    { given: 'Selam' },
    { programmeId: programme.id, programmeVersion: programme.version },
  )
  const agree = async () =>
    setSafeContact(world.context, coordinator, {
      personId,
      basedOn: (await showSafeContact(world.context, coordinator, { personId })).policy?.id ?? null,
      terms: tuesdayMornings,
    })
  const lines = async (actor = coordinator) =>
    (await readWorklist(world.context, actor, {})).lines.filter(
      ({ id, source }) => id === trajectoryId && source.from === 'contact-rule',
    )
  return { personId, trajectoryId, agree, lines }
}

describe('asking again how she may be reached', () => {
  test('comes on the list a week ahead, with the day after which nothing leaves, and goes when she was asked', async () => {
    const her = await woman()
    await her.agree()
    world.turnTo('2027-01-24')
    expect(await her.lines()).toEqual([])
    world.turnTo('2027-01-25')
    const [line] = await her.lines()
    expect(line).toMatchObject({
      pressure: 'due',
      source: { personId: her.personId, late: false },
    })
    expect(line?.by?.toString()).toBe('2027-02-01')
    await her.agree()
    expect(await her.lines()).toEqual([])
  })
  test('comes sooner where her programme asks more often', async () => {
    const her = await woman(memosa)
    await her.agree()
    world.turnTo('2026-11-13')
    expect(await her.lines()).toEqual([])
    world.turnTo('2026-11-14')
    expect((await her.lines())[0]?.by?.toString()).toBe('2026-11-17')
  })
  test('stands there once when it is too late: as her programme’s rule, or as this where it has none', async () => {
    const her = await woman()
    await her.agree()
    world.turnTo('2027-02-02')
    expect(await her.lines()).toMatchObject([{ pressure: 'urgent', source: { late: true } }])
    await evaluateSignals(
      world.context,
      { kind: 'system', orgId: world.orgId, job: 'test' },
      { ids: [her.trajectoryId] },
    )
    expect(await her.lines()).toEqual([])
    const { lines } = await readWorklist(world.context, coordinator, {})
    expect(lines.filter(({ source }) => source.from === 'signal').length).toBeGreaterThan(0)
  })
  test('is nobody’s who does not coordinate, and nothing once it is over', async () => {
    const her = await woman()
    await her.agree()
    world.turnTo('2027-01-28')
    expect(await her.lines(await world.member(['safeguarding_lead']))).toEqual([])
    expect(await her.lines(await world.member(['coordinator'], world.otherOrgId))).toEqual([])
    await world.owner.query(`update trajectory set state = 'closed' where id = $1`, [her.trajectoryId])
    expect(await her.lines()).toEqual([])
  })
})
