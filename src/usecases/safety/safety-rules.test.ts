import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ConcernLevel } from '#domain/concern/concern.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import { signalsIn } from '#testing/signals.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { answerConcern } from '#usecases/concern/answer-concern.ts'
import { closeConcern } from '#usecases/concern/close-concern.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { readConcern } from '#usecases/concern/read-concern.ts'
import { takeUpConcern } from '#usecases/concern/take-up-concern.ts'
import { checkRedFlags } from '#usecases/safety/check-red-flags.ts'
import { readSafety } from '#usecases/safety/read-safety.ts'
import { recordKindcheck } from '#usecases/safety/record-kindcheck.ts'
import { reviewRedFlags } from '#usecases/safety/review-red-flags.ts'
import { writeSafetyPlan } from '#usecases/safety/write-safety-plan.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
let lead: MemberActor
let see: ReturnType<typeof signalsIn>
beforeAll(async () => {
  world = await openWorld([mim, memosa])
  coordinator = await world.member(['coordinator'])
  lead = await world.member(['safeguarding_lead'])
  see = signalsIn(world)
})
beforeEach(() => world.turnTo(testMorning))
afterAll(() => world.close())

const raise = async (one: RunningTrajectory, level: ConcernLevel, actor = one.worker) =>
  (await raiseConcern(world.context, actor, { trajectoryId: one.trajectoryId, level })).concernId
const seen = async (id: string) => ({ id, version: (await readConcern(world.context, lead, { id })).version })
const answer = async (id: string) =>
  answerConcern(world.context, lead, { ...(await seen(id)), deed: 'spoke_with_worker' })
const visits = async (one: RunningTrajectory, from: number, until: number) => {
  for (let at = from; at <= until; at += 1) {
    world.turnTo(
      Temporal.PlainDate.from('2026-11-03')
        .add({ days: 7 * at })
        .toString(),
    )
    await see.visit(
      one,
      Temporal.PlainDate.from('2026-11-03')
        .add({ days: 7 * at })
        .toString(),
    )
  }
}
const asked = (one: RunningTrajectory) =>
  recordKindcheck(world.context, coordinator, { trajectoryId: one.trajectoryId, outcome: 'no_concern' })

describe('the rules about her safety', () => {
  test('G-F3: danger stands until it is closed, and is said once on the lead’s worklist', async () => {
    const one = await runningTrajectory(world)
    const worried = await raise(one, 'worried')
    expect(await see.standing(one)).not.toContain('G-F3')
    const id = await raise(one, 'danger_now')
    expect(await see.standing(one)).toContain('G-F3')
    const { lines } = await readWorklist(world.context, lead, {})
    expect(lines.filter(({ source }) => source.from === 'signal')).toEqual([])
    await takeUpConcern(world.context, lead, { id })
    await answer(id)
    expect(await see.standing(one)).toContain('G-F3')
    await closeConcern(world.context, lead, { ...(await seen(id)), outcome: 'no_action' })
    expect(await see.standing(one)).not.toContain('G-F3')
    await answer(worried)
  })
  test('MI-F9: a volunteer’s concern that nobody answered within a working day, over a weekend too', async () => {
    world.turnTo('2026-11-06')
    const one = await runningTrajectory(world)
    const id = await raise(one, 'worried')
    // Friday; Monday is the working day in which it is answered.
    for (const day of ['2026-11-07', '2026-11-09']) {
      await see.turnTo(day)
      expect(await see.standing(one)).not.toContain('MI-F9')
    }
    await see.turnTo('2026-11-10')
    expect(await see.standing(one)).toContain('MI-F9')
    await takeUpConcern(world.context, lead, { id })
    expect(await see.standing(one)).toContain('MI-F9')
    await answer(id)
    expect(await see.standing(one)).not.toContain('MI-F9')
  })
  test('MI-F9 is not about what a colleague told', async () => {
    const one = await runningTrajectory(world)
    await raise(one, 'worried', coordinator)
    await see.turnTo('2026-11-12')
    expect(await see.standing(one)).not.toContain('MI-F9')
  })
  test('ME-F5: no safety plan after the third visit', async () => {
    const one = await runningTrajectory(world, { programmeId: 'memosa', startedOn: '2026-11-01' })
    await visits(one, 0, 1)
    expect(await see.standing(one)).not.toContain('ME-F5')
    await visits(one, 2, 2)
    expect(await see.standing(one)).toContain('ME-F5')
    await writeSafetyPlan(world.context, coordinator, {
      trajectoryId: one.trajectoryId,
      basedOn: 0,
      plan: 'Naar haar zus.',
      reviewOn: '2026-11-24',
    })
    expect(await see.standing(one)).not.toContain('ME-F5')
  })
  test('ME-F6: no kindcheck at intake, and none again after visit 8', async () => {
    const one = await runningTrajectory(world, { programmeId: 'memosa', startedOn: '2026-11-01' })
    expect(await see.standing(one)).not.toContain('ME-F6')
    await world.owner.query(
      `insert into intake (org_id, id, trajectory_id, state, facts_sealed, done_at)
       values ($1, gen_random_uuid(), $2, 'done', '\\x00', '2026-11-02T10:00:00Z')`,
      [world.orgId, one.trajectoryId],
    )
    await see.visit(one, '2026-11-03')
    expect(await see.standing(one)).toContain('ME-F6')
    await asked(one)
    expect(await see.standing(one)).not.toContain('ME-F6')
    await visits(one, 1, 6)
    expect(await see.standing(one)).not.toContain('ME-F6')
    await visits(one, 7, 7)
    expect(await see.standing(one)).toContain('ME-F6')
    await asked(one)
    expect(await see.standing(one)).not.toContain('ME-F6')
  }, 60_000)
  test('ME-F6 asks nothing about children while the trajectory is quiet', async () => {
    const one = await runningTrajectory(world, { programmeId: 'memosa', startedOn: '2026-11-01' })
    await visits(one, 0, 7)
    expect(await see.standing(one)).toContain('ME-F6')
    await world.owner.query(`update trajectory set quiet_since = '2026-12-23' where id = $1`, [
      one.trajectoryId,
    ])
    await visits(one, 8, 8)
    expect(await see.standing(one)).not.toContain('ME-F6')
  }, 60_000)
  test('ME-F10: a red flag that nobody looked at within a working day', async () => {
    const one = await runningTrajectory(world, { programmeId: 'memosa' })
    const { trajectoryId } = one
    await checkRedFlags(world.context, one.worker, {
      trajectoryId,
      on: '2026-11-03',
      flags: ['rf01', 'rf08'],
    })
    await see.turnTo('2026-11-04')
    expect(await see.standing(one)).not.toContain('ME-F10')
    await see.turnTo('2026-11-05')
    expect(await see.standing(one)).toContain('ME-F10')
    const { file } = await readSafety(world.context, lead, { trajectoryId })
    const [first, ...rest] = (file?.openFlags ?? []).map(({ id }) => id)
    const review = { outcome: 'acted', code: 'consulted_colleague' } as const
    await reviewRedFlags(world.context, lead, { trajectoryId, review, flagIds: [first ?? ''] })
    expect(await see.standing(one)).toContain('ME-F10')
    await reviewRedFlags(world.context, lead, { trajectoryId, review, flagIds: rest })
    expect(await see.standing(one)).not.toContain('ME-F10')
  })
})
