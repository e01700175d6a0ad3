import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { mvr } from '#programmes/mvr.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { readCourse } from '#usecases/course/read-course.ts'
import { movePhases } from '#usecases/phase/move-phases.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { showSafeContact } from '#usecases/safe-contact/show-safe-contact.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { expecting } from '../../../testing/expecting.ts'
import { tuesdayMornings } from '../../../testing/referred-woman.ts'
import { openWorld, type World } from '../../../testing/world.ts'

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
