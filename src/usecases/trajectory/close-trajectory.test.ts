import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim, mim24 } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { programmes } from '#programmes/registry.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { readClosing } from '#usecases/trajectory/read-closing.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { answer, referredWoman } from '../../../testing/referred-woman.ts'
import { type RunningTrajectory, runningTrajectory } from '../../../testing/running-trajectory.ts'
import { openWorld, testMorning, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, mim24, mvr])
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const [programme] = programmes
const row = async (text: string, ...values: unknown[]) => (await world.owner.query(text, values)).rows[0]
const versionOf = async (id: string): Promise<number> =>
  (await row('select version from trajectory where id = $1', id)).version
type Input = Parameters<typeof closeTrajectory>[2]
const close = async (id: string, more: Partial<Input> = {}, key?: string) =>
  closeTrajectory(
    world.context,
    coordinator,
    {
      trajectoryId: id,
      version: await versionOf(id),
      reason: 'moved',
      evaluation: { kind: 'declined', code: 'rather_not' },
      ...more,
    },
    key ? { key } : undefined,
  )
/** Everything that closing must leave behind: nothing. */
const leftOpen = async (id: string) => ({
  contacts: (
    await row(`select count(*)::int as n from contact where trajectory_id = $1 and state = 'planned'`, id)
  ).n,
  measures: (
    await row(`select count(*)::int as n from measure where trajectory_id = $1 and state = 'due'`, id)
  ).n,
  matches: (
    await row(
      `select count(*)::int as n from match where trajectory_id = $1 and state in ('proposed', 'agreed', 'introduction', 'active')`,
      id,
    )
  ).n,
})
const nothing = { contacts: 0, measures: 0, matches: 0 }
const addMatch = (one: RunningTrajectory, state: string) =>
  world.owner.query(
    `insert into match (org_id, id, trajectory_id, worker_id, state, score, explanation, proposed_on)
     values ($1, $2, $3, $4, $5, 1, '{}', '2026-10-01')`,
    [world.orgId, world.context.newId(), one.trajectoryId, one.workerId, state],
  )

describe('who may close', () => {
  let one: RunningTrajectory
  beforeAll(async () => {
    one = await runningTrajectory(world)
  })
  const attempt = (actor: MemberActor) =>
    closeTrajectory(world.context, actor, {
      trajectoryId: one.trajectoryId,
      version: 1,
      reason: 'moved',
      evaluation: { kind: 'declined', code: 'rather_not' },
    })
  test('not the volunteer who visits her, nor another role', async () => {
    await expect(attempt(one.worker)).rejects.toThrow(Forbidden)
    await expect(attempt(await world.member(['privacy_officer', 'programme_manager']))).rejects.toThrow(
      Forbidden,
    )
    await expect(readClosing(world.context, one.worker, one)).rejects.toThrow()
  })
  test('not a coordinator of another organisation: it does not exist there', async () => {
    const other = await world.member(['coordinator'], world.otherOrgId)
    await expect(attempt(other)).rejects.toThrow(NotFound)
    await expect(readClosing(world.context, other, { trajectoryId: one.trajectoryId })).rejects.toThrow(
      NotFound,
    )
  })
  test('nobody on what somebody else changed meanwhile, or with a reason of another programme', async () => {
    await expect(close(one.trajectoryId, { version: 99 })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await expect(close(one.trajectoryId, { reason: 'bored' })).rejects.toMatchObject({
      fields: { reason: 'choose-one' },
    })
    await expect(close(one.trajectoryId, { reason: 'no_match' })).rejects.toThrow(Invalid)
    await expect(close(one.trajectoryId, { goals: { rich: 'reached' } })).rejects.toMatchObject({
      fields: { rich: 'unknown-field' },
    })
  })
  test('nobody without saying what came of the final evaluation, and truly', async () => {
    await expect(close(one.trajectoryId, { evaluation: null })).rejects.toMatchObject({
      fields: { evaluation: 'choose-one' },
    })
    await expect(close(one.trajectoryId, { evaluation: { kind: 'taken' } })).rejects.toMatchObject({
      code: 'evaluation-not-taken',
    })
  })
})

describe('closing', () => {
  test('leaves nothing open, and says why, how and what was reached', async () => {
    const one = await runningTrajectory(world)
    await addMatch(one, 'active')
    const result = await close(one.trajectoryId, {
      goals: { network_up: 'partly' },
      words: 'Ik durf nu naar buiten.',
    })
    expect(result).toEqual({ result: 'ended_early', referrer: 'not-told' })
    expect(await leftOpen(one.trajectoryId)).toEqual(nothing)
    expect(
      await row(
        'select state, closure_reason, next_contact_on from trajectory where id = $1',
        one.trajectoryId,
      ),
    ).toEqual({ state: 'closed', closure_reason: 'moved', next_contact_on: null })
    expect(
      await row('select state, end_reason from match where trajectory_id = $1', one.trajectoryId),
    ).toEqual({
      state: 'ended',
      end_reason: 'trajectory_closed',
    })
    const read = await readClosing(world.context, coordinator, { trajectoryId: one.trajectoryId })
    expect(read).toMatchObject({
      mayClose: false,
      closure: {
        result: 'ended_early',
        evaluation: 'declined',
        evaluationCode: 'rather_not',
        goals: { network_up: 'partly', self_reliance_up: 'unknown' },
        words: 'Ik durf nu naar buiten.',
      },
    })
    const kept = await row('select words_sealed from closure where trajectory_id = $1', one.trajectoryId)
    expect(kept.words_sealed.toString()).not.toContain('durf')
  })
  test('happens once: the same form again gives the first answer, another form is refused', async () => {
    const one = await runningTrajectory(world)
    const key = world.context.newId()
    const version = await versionOf(one.trajectoryId)
    const both = await Promise.all([
      close(one.trajectoryId, { version }, key),
      close(one.trajectoryId, { version }, key),
    ])
    expect(both[0]).toEqual(both[1])
    await expect(close(one.trajectoryId)).rejects.toMatchObject({ code: 'already-closed' })
    const { n } = await row(
      'select count(*)::int as n from closure where trajectory_id = $1',
      one.trajectoryId,
    )
    expect(n).toBe(1)
  })
  test('takes her out of her volunteer’s sight, and asks her nothing more', async () => {
    const one = await runningTrajectory(world)
    await close(one.trajectoryId)
    await expect(readTrajectory(world.context, one.worker, { id: one.trajectoryId })).rejects.toThrow(
      NotFound,
    )
    await expect(
      takeMeasure(world.context, coordinator, {
        trajectoryId: one.trajectoryId,
        moment: 'T2',
        takenOn: '2026-11-03',
        mode: 'together',
        answers: { 'ladder_support.now': '8' },
        agreed: true,
      }),
    ).rejects.toMatchObject({ code: 'measure-after-closing' })
  })
  test('with the final evaluation held says so', async () => {
    const one = await runningTrajectory(world)
    await takeMeasure(world.context, coordinator, {
      trajectoryId: one.trajectoryId,
      moment: 'T2',
      takenOn: '2026-11-03',
      mode: 'together',
      answers: { 'ladder_support.now': '8' },
      agreed: true,
    })
    await close(one.trajectoryId, { evaluation: { kind: 'taken' } })
    expect(await row('select evaluation from closure where trajectory_id = $1', one.trajectoryId)).toEqual({
      evaluation: 'taken',
    })
  })
  test('leaves nothing open, whatever was open', async () => {
    const reasons = (programme?.closureReasons ?? []).filter(
      ({ kind }) => kind === 'stopped' || kind === 'completed',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('2024-12-01', '2026-02-10', '2026-08-01', '2026-10-30'),
        fc.constantFrom('none', 'proposed', 'agreed', 'introduction', 'active'),
        fc.constantFrom(...reasons.map(({ id }) => id)),
        fc.integer({ min: 0, max: 20 }),
        async (bornOn, match, reason, visits) => {
          const one = await runningTrajectory(world, { bornOn })
          if (match !== 'none') await addMatch(one, match)
          await world.owner.query('update trajectory set contacts_done = $2 where id = $1', [
            one.trajectoryId,
            visits,
          ])
          await close(one.trajectoryId, { reason })
          expect(await leftOpen(one.trajectoryId)).toEqual(nothing)
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('what only the person who closes can tell', () => {
  const running = () => runningTrajectory(world, { programmeId: 'mvr', bornOn: '2024-10-01' })
  const told = (id: string) => row('select told, result from closure where trajectory_id = $1', id)
  test('is asked where the rule needs it, and decides', async () => {
    const { trajectoryId } = await running()
    const read = await readClosing(world.context, coordinator, { trajectoryId })
    expect(read.asked.map(({ name }) => name)).toEqual(['planClosed', 'handover'])
    expect(read.result).toBe('depends')
    await close(trajectoryId, { told: { planClosed: true } })
    expect(await told(trajectoryId)).toEqual({
      told: { planClosed: true, handover: null },
      result: 'completed',
    })
  })
  test('is not known when nobody says so, which is not a yes', async () => {
    const { trajectoryId } = await running()
    await close(trajectoryId)
    expect(await told(trajectoryId)).toEqual({
      told: { planClosed: null, handover: null },
      result: 'ended_early',
    })
  })
  test('is refused where the programme does not ask it', async () => {
    const { trajectoryId } = await runningTrajectory(world)
    await expect(close(trajectoryId, { told: { handover: true } })).rejects.toMatchObject({
      fields: { handover: 'unknown-field' },
    })
    expect(await told(trajectoryId)).toBeUndefined()
  })
})

describe('closing after a loss', () => {
  test('shows and takes nothing that speaks of a child', async () => {
    const { trajectoryId } = await runningTrajectory(world, { programmeId: 'mvr' })
    await quietTrajectory(world.context, coordinator, { trajectoryId, loss: 'not_said', on: null })
    const read = await readClosing(world.context, coordinator, { trajectoryId })
    expect(JSON.stringify([read.reasons, read.outcomes])).not.toMatch(/twee jaar|geboorte|opvoeden/)
    expect(read.reasons.map(({ id }) => id)).toContain('loss')
    await expect(close(trajectoryId, { reason: 'end_age' })).rejects.toMatchObject({
      fields: { reason: 'choose-one' },
    })
    await expect(
      close(trajectoryId, { reason: 'loss', goals: { healthy_birth: 'not' } }),
    ).rejects.toMatchObject({ fields: { healthy_birth: 'unknown-field' } })
    await close(trajectoryId, { reason: 'loss' })
    const kept = await row('select goals from closure where trajectory_id = $1', trajectoryId)
    expect(Object.keys(kept.goals)).not.toContain('healthy_birth')
  })
})

describe('closing what never began', () => {
  test('asks no evaluation, has reasons of its own, and tells a class at most', async () => {
    world.turnTo(testMorning)
    const woman = await referredWoman(world, coordinator)
    await answer(world, coordinator, woman.trajectoryId, 'C-5', 'given')
    const read = await readClosing(world.context, coordinator, { trajectoryId: woman.trajectoryId })
    expect(read).toMatchObject({ begun: false, tellsReferrer: true, result: 'not_started' })
    expect(read.reasons.map(({ kind }) => kind)).not.toContain('completed')
    const { result, referrer } = await close(woman.trajectoryId, { reason: 'no_match', evaluation: null })
    expect([result, referrer]).toEqual(['not_started', 'queued'])
    expect(await leftOpen(woman.trajectoryId)).toEqual(nothing)
    expect(await row('select kind from message where trajectory_id = $1', woman.trajectoryId)).toEqual({
      kind: 'referral-not-started',
    })
  })
  test('tells nobody when she did not agree to that', async () => {
    const woman = await referredWoman(world, coordinator)
    expect(await close(woman.trajectoryId, { reason: 'declined', evaluation: null })).toMatchObject({
      referrer: 'not-told',
    })
    expect(await row('select id from message where trajectory_id = $1', woman.trajectoryId)).toBeUndefined()
  })
})
