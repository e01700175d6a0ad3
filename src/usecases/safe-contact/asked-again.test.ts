import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { mvr } from '#programmes/mvr.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { readCourse } from '#usecases/course/read-course.ts'
import { movePhases } from '#usecases/phase/move-phases.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { showSafeContact } from '#usecases/safe-contact/show-safe-contact.ts'
import { shareWithParty } from '#usecases/sharing/share-with-party.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { expecting } from '../../../testing/expecting.ts'
import { tuesdayMornings } from '../../../testing/referred-woman.ts'
import { openWorld, type World } from '../../../testing/world.ts'

const { unlessLeftOut, without } = await vi.hoisted(() => import('../../../testing/left-out.ts'))
/** What keeps a yes from growing old unseen: each can be left out here, to see that it is missed. */
const leaveOut = vi.hoisted(() => ({
  lastDay: 'the last day of a yes',
  ahead: 'asking before and when it ends',
  phase: 'that another phase ends the agreement',
  anew: 'asking how to reach her at another phase',
  consent: 'asking what may be shared at another phase',
}))
vi.mock('#domain/sharing/ground.ts', async (original) => {
  const real = await original<typeof import('#domain/sharing/ground.ts')>()
  return {
    ...real,
    groundFor: unlessLeftOut(leaveOut.lastDay, real.groundFor, (wanted, answers, today) =>
      real.groundFor(
        wanted,
        answers.map((answer) => ({ ...answer, until_day: null })),
        today,
      ),
    ),
  }
})
vi.mock('#usecases/consent/keep-asking.ts', async (original) => {
  const real = await original<typeof import('#usecases/consent/keep-asking.ts')>()
  const nothing = async () => undefined
  return {
    ...real,
    keepAsking: unlessLeftOut(leaveOut.ahead, real.keepAsking, nothing),
    askConsentAnew: unlessLeftOut(leaveOut.consent, real.askConsentAnew, nothing),
  }
})
vi.mock('#usecases/phase/ask-contact-anew.ts', async (original) => {
  const real = await original<typeof import('#usecases/phase/ask-contact-anew.ts')>()
  return { ...real, askContactAnew: unlessLeftOut(leaveOut.anew, real.askContactAnew, async () => undefined) }
})
vi.mock('#db/safe-contact.ts', async (original) => {
  const real = await original<typeof import('#db/safe-contact.ts')>()
  const courses = real.findCoursesOf
  return {
    ...real,
    findCoursesOf: unlessLeftOut(leaveOut.phase, courses, async (...asked) =>
      (await courses(...asked)).map((course) => ({ ...course, turned_at: null })),
    ),
  }
})

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([mvr, evtGroup])
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

async function woman() {
  const { trajectoryId } = await expecting(world)
  const { rows } = await world.owner.query('select person_id from trajectory where id = $1', [trajectoryId])
  const personId: string = rows[0].person_id
  const show = async () => (await showSafeContact(world.context, coordinator, { personId })).policy
  const agree = async () =>
    setSafeContact(world.context, coordinator, {
      personId,
      basedOn: (await show())?.id ?? null,
      terms: tuesdayMornings,
    })
  const move = async (phases: string[]) =>
    movePhases(world.context, coordinator, {
      trajectoryId,
      version: (await readCourse(world.context, coordinator, { trajectoryId })).version,
      phases,
      reason: 'goal_reached',
    })
  const openTasks = async (reason = 'contact-after-phase') =>
    (
      await world.owner.query(
        `select reason_code from task where trajectory_id = $1 and done_at is null and reason_code = $2`,
        [trajectoryId, reason],
      )
    ).rowCount
  const signals = async () =>
    (
      await world.owner.query(
        `select rule_id from signal where trajectory_id = $1 and ended_at is null and rule_id = 'G-F1'`,
        [trajectoryId],
      )
    ).rowCount
  return { trajectoryId, personId, show, agree, move, openTasks, signals }
}

describe('another phase', () => {
  test('ends what was agreed, says so, and is over when she was asked again', async () => {
    const her = await woman()
    await her.agree()
    expect((await her.show())?.askAgainFrom).toBeNull()
    expect(await her.signals()).toBe(0)
    world.turnTo('2026-11-05')
    await her.move(['child'])
    expect((await her.show())?.askAgainFrom?.toString()).toBe('2026-11-05')
    expect([await her.openTasks(), await her.signals()]).toEqual([1, 1])
    world.turnTo('2026-11-06')
    await her.agree()
    expect((await her.show())?.askAgainFrom).toBeNull()
    expect([await her.openTasks(), await her.signals()]).toEqual([0, 0])
    world.turnTo('2026-11-03')
  })
})

test('nobody is asked to ask her again once her trajectory is closed', async () => {
  const her = await woman()
  await her.agree()
  await changeConsent(world.context, coordinator, {
    trajectoryId: her.trajectoryId,
    code: 'C-6',
    party: 'gp',
    state: 'given',
    how: 'spoken',
    purpose: 'care',
    items: ['needs'],
  })
  world.turnTo('2026-11-05')
  await her.move(['child'])
  expect([await her.openTasks(), await her.openTasks('consent-after-phase')]).toEqual([1, 1])
  const { version } = await readCourse(world.context, coordinator, { trajectoryId: her.trajectoryId })
  await closeTrajectory(world.context, coordinator, {
    trajectoryId: her.trajectoryId,
    version,
    reason: mvr.closureReasons.find(({ id }) => id === 'moved')?.id ?? '',
    evaluation: { kind: 'declined', code: 'rather_not' },
  })
  expect([await her.openTasks(), await her.openTasks('consent-after-phase')]).toEqual([0, 0])
  world.turnTo('2026-11-03')
})

test('terms that were kept before something was asked have no answer to it', async () => {
  const her = await woman()
  await her.agree()
  const policy = await her.show()
  expect(policy).toMatchObject({ phoneOf: 'herself', interpreterPreferred: null, interpreterExcluded: null })
})
test('a programme that asks more often makes it sooner, also when she came into it later', async () => {
  const her = await woman()
  await her.agree()
  expect((await her.show())?.reconfirmDays).toBe(90)
  await world.owner.query(`update trajectory set programme_id = $2, programme_version = $3 where id = $1`, [
    her.trajectoryId,
    evtGroup.id,
    evtGroup.version,
  ])
  expect((await her.show())?.reconfirmDays).toBe(14)
})

describe('a yes of long ago (domain.md 7.6, H14)', () => {
  afterAll(() => world.turnTo('2026-11-03'))
  /** Lives on with a yes to share and an agreement on contact; says what was still done on them, or never asked. */
  async function livesOn(): Promise<readonly string[]> {
    world.turnTo('2026-11-03')
    const { trajectoryId, show, agree, move } = await woman()
    await agree()
    await changeConsent(world.context, coordinator, {
      trajectoryId,
      code: 'C-6',
      party: 'gp',
      state: 'given',
      how: 'spoken',
      untilDay: '2026-12-31',
    })
    const shared = () =>
      shareWithParty(world.context, coordinator, {
        trajectoryId,
        recipient: 'gp',
        items: ['needs'],
        way: 'spoken',
      }).then(
        () => true,
        () => false,
      )
    const tasks = async () =>
      (
        await world.owner.query<{ what: string }>(
          `select reason_code || ' ' || due_on as what from task where trajectory_id = $1 and done_at is null`,
          [trajectoryId],
        )
      ).rows.map(({ what }) => what)
    const wrong: string[] = []
    const must = (right: boolean, what: string) => right || wrong.push(what)
    const asked = await tasks()
    must(asked.includes('consent-ends 2026-12-17'), 'not asked before it ended')
    must(asked.includes('consent-ended 2027-01-01'), 'not asked when it had ended')
    world.turnTo('2026-12-30')
    await agree()
    world.turnTo('2026-12-31')
    must(await shared(), 'not shared though she said yes')
    await move(['child'])
    const after = await tasks()
    must(after.includes('contact-after-phase 2026-12-31'), 'not asked how to reach her')
    must(after.includes('consent-after-phase 2026-12-31'), 'not asked what may be shared')
    must((await show())?.askAgainFrom != null, 'reached as she said before')
    world.turnTo('2027-01-01')
    must(!(await shared()), 'shared on a yes of last year')
    return wrong
  }
  test('ends by itself, and is asked anew before that and at another phase', async () => {
    expect(await livesOn()).toEqual([])
  })
  test.each([
    [leaveOut.lastDay, ['shared on a yes of last year']],
    [leaveOut.ahead, ['not asked before it ended', 'not asked when it had ended']],
    [leaveOut.phase, ['reached as she said before']],
    [leaveOut.anew, ['not asked how to reach her', 'not asked what may be shared']],
    [leaveOut.consent, ['not asked what may be shared']],
  ])('and it is noticed without %s', async (part, noticed) => {
    expect(await without(part, livesOn)).toEqual(noticed)
  })
})
