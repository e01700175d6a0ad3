import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { agreeSafeContact, tuesdayMornings } from '#testing/referred-woman.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import { signalsIn } from '#testing/signals.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { checkRedFlags } from '#usecases/safety/check-red-flags.ts'
import { readSafety } from '#usecases/safety/read-safety.ts'
import { readSafetyCard } from '#usecases/safety/read-safety-card.ts'
import { recordKindcheck } from '#usecases/safety/record-kindcheck.ts'
import { reviewRedFlags } from '#usecases/safety/review-red-flags.ts'
import { writeSafetyPlan } from '#usecases/safety/write-safety-plan.ts'
import { finishTask } from '#usecases/task/finish-task.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

const { unlessLeftOut, without } = await vi.hoisted(() => import('#testing/left-out.ts'))
/** What keeps a card from telling on her: each can be left out here, to see that it is missed. */
const leaveOut = vi.hoisted(() => ({
  words: 'looking for words that tell',
  log: 'the line in the access log',
}))
vi.mock('#domain/safety/safety-plan.ts', async (original) => {
  const real = await original<typeof import('#domain/safety/safety-plan.ts')>()
  return { ...real, telltaleOn: unlessLeftOut(leaveOut.words, real.telltaleOn, () => null) }
})
vi.mock('#db/audit.ts', async (original) => {
  const real = await original<typeof import('#db/audit.ts')>()
  return { ...real, appendAudit: unlessLeftOut(leaveOut.log, real.appendAudit, async () => undefined) }
})

let world: World
let coordinator: MemberActor
let lead: MemberActor
let woman: RunningTrajectory
beforeAll(async () => {
  world = await openWorld([mim, memosa])
  coordinator = await world.member(['coordinator'])
  lead = await world.member(['safeguarding_lead'])
})
beforeEach(async () => {
  world.turnTo(testMorning)
  woman = await runningTrajectory(world, { programmeId: 'memosa' })
})
afterAll(() => world.close())

const here = () => ({ trajectoryId: woman.trajectoryId })
const check = (flags: string[], actor = woman.worker, more: object = {}) =>
  checkRedFlags(world.context, actor, { ...here(), on: '2026-11-03', flags, ...more })
const file = async (actor = coordinator) => {
  const { file: found } = await readSafety(world.context, actor, here())
  if (!found) throw new Error('no file')
  return found
}
const openIds = async () => (await file()).openFlags.map(({ id }) => id)
const plan = (more: object = {}, actor = coordinator) =>
  writeSafetyPlan(world.context, actor, {
    ...here(),
    basedOn: 0,
    plan: 'Naar haar zus, met de tas die daar staat.',
    card: 'Bel Anna 06 12 34',
    reviewOn: '2026-11-17',
    ...more,
  })
const tasks = async (actor = lead) =>
  (await readWorklist(world.context, actor, {})).lines.flatMap(({ id, source, pressure, by }) =>
    source.from === 'task' ? [{ id, reason: source.reason, pressure, by: by?.toString() }] : [],
  )
const clearTasks = () => world.owner.query(`update task set done_at = now() where done_at is null`)

describe('whoever has nothing to do with her safety', () => {
  test('neither reads nor writes it', async () => {
    await plan()
    for (const role of ['administrator', 'programme_manager', 'privacy_officer', 'referrer'] as const) {
      const actor = await world.member([role])
      await expect(check(['rf01'], actor)).rejects.toThrow(Forbidden)
      await expect(readSafety(world.context, actor, here())).rejects.toThrow(Forbidden)
      await expect(plan({}, actor)).rejects.toThrow(Forbidden)
    }
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(check(['rf01'], elsewhere)).rejects.toThrow(NotFound)
    await expect(plan({}, elsewhere)).rejects.toThrow(NotFound)
    await expect(
      recordKindcheck(world.context, elsewhere, { ...here(), outcome: 'concern' }),
    ).rejects.toThrow(NotFound)
    const { worker: other } = await runningTrajectory(world, { programmeId: 'memosa' })
    await expect(check(['rf01'], other)).rejects.toThrow(NotFound)
  })
  test('and her worker notes red flags, and reads nothing that was written', async () => {
    const { planId } = await plan()
    await check(['rf01'])
    expect((await readSafety(world.context, woman.worker, here())).file).toBeNull()
    await expect(plan({ basedOn: 1 }, woman.worker)).rejects.toThrow(Forbidden)
    await expect(readSafetyCard(world.context, woman.worker, { id: planId })).rejects.toThrow(Forbidden)
    await expect(
      recordKindcheck(world.context, woman.worker, { ...here(), outcome: 'no_concern' }),
    ).rejects.toThrow(Forbidden)
  })
})

describe('red flags', () => {
  test('are those of the programme, and are not asked where it asks none', async () => {
    await expect(check(['rf99'])).rejects.toThrow(Invalid)
    await expect(check(['rf01'], woman.worker, { on: '2026-11-04' })).rejects.toThrow(Invalid)
    const without = await runningTrajectory(world)
    await expect(
      checkRedFlags(world.context, coordinator, {
        trajectoryId: without.trajectoryId,
        on: '2026-11-03',
        flags: [],
      }),
    ).rejects.toThrow(new Refused('red-flags-not-asked'))
  })
  test('that nobody saw are kept as asked, and ask nothing of anybody', async () => {
    await clearTasks()
    expect(await check([])).toMatchObject({ noted: 0 })
    expect(await tasks()).toEqual([])
    expect((await file()).checks).toMatchObject([{ flags: [] }])
  })
  test('are reviewed the same day, in one task that can’t be ticked off; what weighs heaviest stands first', async () => {
    await clearTasks()
    await check(['rf01', 'rf03'])
    expect(await tasks()).toMatchObject([{ reason: 'red-flag', pressure: 'urgent', by: '2026-11-03' }])
    await check(['rf08'], coordinator, { words: 'Vorige zomer.' })
    const [task, ...others] = await tasks()
    expect(others).toEqual([])
    expect(task).toMatchObject({ reason: 'red-flag-highest' })
    await expect(finishTask(world.context, lead, { id: task?.id ?? '', ending: 'done' })).rejects.toThrow(
      new Refused('task-asks-an-answer'),
    )
    expect((await file()).openFlags[0]).toMatchObject({ highest: true })
    const review = { outcome: 'no_action', code: 'acted_on_before' } as const
    const flagIds = await openIds()
    await expect(reviewRedFlags(world.context, lead, { ...here(), review, flagIds })).rejects.toThrow(
      new Refused('red-flags-say-why'),
    )
    await expect(
      reviewRedFlags(world.context, woman.worker, { ...here(), review, flagIds, words: 'x' }),
    ).rejects.toThrow(Forbidden)
    await reviewRedFlags(world.context, lead, {
      ...here(),
      review,
      flagIds,
      words: 'Zij woont bij haar zus.',
    })
    expect(await tasks()).toEqual([])
    expect(await openIds()).toEqual([])
    await expect(
      reviewRedFlags(world.context, lead, { ...here(), review, flagIds, words: 'x' }),
    ).rejects.toThrow(new Refused('red-flags-none-open'))
  })
  test('that came while somebody looked at others stay open', async () => {
    await clearTasks()
    await check(['rf01'])
    const flagIds = await openIds()
    await check(['rf04'])
    const review = { outcome: 'acted', code: 'consulted_colleague' } as const
    expect(await reviewRedFlags(world.context, lead, { ...here(), review, flagIds })).toMatchObject({
      left: 1,
    })
    expect(await tasks()).toHaveLength(1)
    expect(await openIds()).toHaveLength(1)
  })
})

describe('the kindcheck', () => {
  const ask = (outcome: 'concern' | 'no_concern', actor = coordinator) =>
    recordKindcheck(world.context, actor, { ...here(), outcome, words: 'Twee kinderen, 4 en 1.' })
  test('is that of the intake first, then of a visit; once a day, and only where it is asked', async () => {
    expect((await file()).kindcheck).toMatchObject({ due: true, checks: [] })
    expect(await ask('no_concern')).toMatchObject({ moment: 'intake' })
    await expect(ask('no_concern')).rejects.toThrow(new Refused('kindcheck-done-today'))
    expect((await file()).kindcheck).toMatchObject({ due: false, doneToday: true })
    world.turnTo('2026-11-20')
    expect(await ask('no_concern', lead)).toMatchObject({ moment: 'visit' })
    const without = await runningTrajectory(world)
    await expect(
      recordKindcheck(world.context, coordinator, {
        trajectoryId: without.trajectoryId,
        outcome: 'no_concern',
      }),
    ).rejects.toThrow(new Refused('kindcheck-not-asked'))
  })
  test('with a concern goes on the list today', async () => {
    await clearTasks()
    await ask('concern')
    expect(await tasks()).toMatchObject([{ reason: 'kindcheck-concern', by: '2026-11-03' }])
  })
  test('is not shown while the trajectory is quiet', async () => {
    await world.owner.query(`update trajectory set quiet_since = '2026-11-01' where id = $1`, [
      woman.trajectoryId,
    ])
    expect((await file()).kindcheck).toBeNull()
  })
})

describe('the safety plan', () => {
  test('is written in versions; who wrote over another is told so', async () => {
    await plan()
    await expect(plan()).rejects.toThrow(new Refused('changed-meanwhile'))
    await plan({ basedOn: 1, plan: 'Naar haar moeder.' }, lead)
    const found = await file()
    expect(found.plan).toMatchObject({ number: 2, words: 'Naar haar moeder.' })
    expect(found.earlierPlans).toMatchObject([{ number: 1 }])
    const { rows } = await world.owner.query('select plan_sealed::text as sealed from safety_plan')
    for (const { sealed } of rows) expect(sealed).not.toContain('zus')
  })
  test('has a day to look again, no later than the programme asks after her safety', async () => {
    await expect(plan({ reviewOn: '2026-12-02' })).rejects.toThrow(Invalid)
    await expect(plan({ reviewOn: '2026-11-02' })).rejects.toThrow(Invalid)
    await clearTasks()
    await plan()
    expect(await tasks()).toEqual([])
    world.turnTo('2026-11-17')
    expect(await tasks()).toMatchObject([{ reason: 'plan-review' }])
    await plan({ basedOn: 1, reviewOn: '2026-12-01' })
    expect(await tasks()).toEqual([])
  })
  test('is looked at again at once when a red flag is named', async () => {
    await plan()
    await clearTasks()
    world.turnTo('2026-11-05')
    await check(['rf11'])
    expect((await tasks()).map(({ reason }) => reason).sort()).toEqual(['plan-review-now', 'red-flag'])
    expect((await file()).plan?.reviewDue.toString()).toBe('2026-11-05')
  })
  test('is not looked at again once the trajectory is closed; a red flag still is', async () => {
    await clearTasks()
    await check(['rf02'])
    await plan()
    await signalsIn(world).close(coordinator, woman)
    world.turnTo('2026-11-17')
    expect((await tasks()).map(({ reason }) => reason)).toEqual(['red-flag'])
  })
  test('gives a card of the newest version only, on which nothing tells who we are', async () => {
    for (const card of ['Bel Stichting waterrijk', 'Vraag naar je mentormoeder', 'Bel bij geweld'])
      await expect(plan({ card })).rejects.toThrow(Refused)
    const { planId } = await plan({ card: 'Bel Anna 06 12 34\nTas bij de buren' })
    const card = () => readSafetyCard(world.context, coordinator, { id: planId })
    const shown = async () => (await readSafety(world.context, coordinator, here())).cardNotOnPaper
    await expect(card()).rejects.toMatchObject({ code: 'paper-not-asked' })
    expect(await shown()).toBe('paper-not-asked')
    const never = { ...tuesdayMornings, neverAtHome: true }
    const { id: first } = await agreeSafeContact(world, coordinator, woman.motherId, never)
    await expect(card()).rejects.toMatchObject({ code: 'paper-not-home' })
    await setSafeContact(world.context, coordinator, {
      ...{ personId: woman.motherId, basedOn: first, terms: tuesdayMornings },
    })
    expect(await shown()).toBeNull()
    expect(await readSafetyCard(world.context, coordinator, { id: planId })).toEqual({
      lines: ['Bel Anna 06 12 34', 'Tas bij de buren'],
    })
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(readSafetyCard(world.context, elsewhere, { id: planId })).rejects.toThrow(NotFound)
    const newer = await plan({ basedOn: 1, card: null })
    await expect(readSafetyCard(world.context, coordinator, { id: planId })).rejects.toThrow(NotFound)
    await expect(readSafetyCard(world.context, coordinator, { id: newer.planId })).rejects.toThrow(NotFound)
  })
  test('keeps in the access log that the card was opened', async () => {
    const { planId } = await plan()
    await agreeSafeContact(world, coordinator, woman.motherId)
    await readSafetyCard(world.context, lead, { id: planId })
    const { rows } = await world.owner.query(
      `select person_ids, detail from audit_event where event = 'read-safety-card' and actor_id = $1`,
      [lead.memberId],
    )
    expect(rows).toEqual([{ person_ids: [woman.motherId], detail: { paper: 'safety-card' } }])
  })
})

describe('a paper that is left on the table (domain.md 7.6, H16)', () => {
  const telling = ['Bel Stichting waterrijk', 'Vraag naar je mentormoeder', 'Bel bij geweld']
  /** What went wrong with a card for her, made and printed. */
  async function printed(): Promise<readonly string[]> {
    const wrong: string[] = []
    for (const card of telling)
      await plan({ basedOn: (await file()).plan?.number ?? 0, card }).then(
        () => wrong.push(`printed: ${card}`),
        () => undefined,
      )
    await agreeSafeContact(world, coordinator, woman.motherId)
    const { planId } = await plan({ basedOn: (await file()).plan?.number ?? 0 })
    const of = async () =>
      (
        await world.owner.query(
          `select from audit_event where event = 'read-safety-card' and person_ids = array[$1]::uuid[]`,
          [woman.motherId],
        )
      ).rowCount
    const card = await readSafetyCard(world.context, lead, { id: planId })
    // Nothing stands on it but what was meant for it.
    if (JSON.stringify(card) !== JSON.stringify({ lines: ['Bel Anna 06 12 34'] })) wrong.push('more on it')
    if ((await of()) !== 1) wrong.push('nobody knows that it was printed')
    return wrong
  }
  test('tells nobody who we are, and that it was printed is known', async () => {
    expect(await printed()).toEqual([])
  })
  test(`and it is noticed without ${leaveOut.words}`, async () => {
    expect(await without(leaveOut.words, printed)).toEqual(telling.map((card) => `printed: ${card}`))
  })
  test(`and it is noticed without ${leaveOut.log}`, async () => {
    expect(await without(leaveOut.log, printed)).toEqual(['nobody knows that it was printed'])
  })
})
