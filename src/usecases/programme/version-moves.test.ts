import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#domain/member/role.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { mim } from '#programmes/mim.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { beginProgramme } from '#usecases/programme/begin-programme.ts'
import { changeProgrammeDraft } from '#usecases/programme/change-programme-draft.ts'
import { decideProgrammeDraft } from '#usecases/programme/decide-programme-draft.ts'
import { listVersionMoves } from '#usecases/programme/list-version-moves.ts'
import { moveToVersion } from '#usecases/programme/move-to-version.ts'
import { readProgrammeDraft } from '#usecases/programme/read-programme-draft.ts'
import { stepProgrammeDraft } from '#usecases/programme/step-programme-draft.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { type OneOfEach, oneOfEach, versionOf } from '../../../testing/one-of-each.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let house: OneOfEach
beforeAll(async () => {
  world = await openWorld([mim])
  house = await oneOfEach(world)
})
afterAll(() => world.close())

/** Publishes and offers a next version in which these parts say something else. */
async function nextVersion(parts: Record<string, unknown>): Promise<string> {
  const { context } = world
  const { programme_manager: manager, administrator } = house.members
  const { draftId: id } = await beginProgramme(context, manager, {
    from: { programmeId: mim.id, version: mim.version },
    as: 'version',
  })
  const version = async () => (await readProgrammeDraft(context, manager, { id })).lockVersion
  for (const [at, value] of Object.entries(parts))
    await changeProgrammeDraft(context, manager, {
      id,
      version: await version(),
      edit: { do: 'set', parts: [{ at, value }] },
      source: { prov: 'proposal' },
    })
  await stepProgrammeDraft(context, manager, { id, version: await version(), step: 'submit' })
  await decideProgrammeDraft(context, administrator, {
    id,
    version: await version(),
    decision: 'publish',
    offer: true,
  })
  return (await readProgrammeDraft(context, manager, { id })).version
}
const list = async (who = house.members.coordinator) =>
  listVersionMoves(world.context, who, { programmeId: mim.id })
const move = async (to: string, who = house.members.coordinator, trajectoryId = house.trajectory.active) =>
  moveToVersion(world.context, who, {
    trajectoryId,
    version: await versionOf(world, 'trajectory', trajectoryId),
    to,
  })
const versionNow = async () =>
  (
    await world.owner.query<{ programme_version: string }>(
      'select programme_version from trajectory where id = $1',
      [house.trajectory.active],
    )
  ).rows[0]?.programme_version

describe('a newer version', () => {
  test('touches no running trajectory, and is nobody’s to move into but by a coordinator', async () => {
    const to = await nextVersion({ 'contacts.cadenceDays': { value: 21 } })
    expect(await versionNow()).toBe(mim.version)
    for (const role of ['worker', 'programme_manager', 'administrator', 'safeguarding_lead'] as Role[]) {
      await expect(move(to, house.members[role])).rejects.toThrow(Forbidden)
      await expect(list(house.members[role])).rejects.toThrow(Forbidden)
    }
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(move(to, stranger)).rejects.toThrow(NotFound)
    expect(await versionNow()).toBe(mim.version)
  })
  test('that would not be for her, or doesn’t know her phase, refuses her and says why', async () => {
    const without = (id: string): ProgrammeDefinition['phases'] =>
      mim.phases.filter((phase) => phase.id !== id)
    const { phase } = (
      await world.owner.query('select phase from trajectory where id = $1', [house.trajectory.active])
    ).rows[0]
    const lost = await nextVersion({
      phases: without(phase).map((one, at) => (at === 0 ? { ...one, visits: { from: 1 } } : one)),
    })
    await expect(move(lost)).rejects.toMatchObject({ code: 'move-loses-phase' })
    const strict = await nextVersion({ 'eligibility.mi-i2.when': 'childAgeMonths < 1' })
    await expect(move(strict)).rejects.toMatchObject({ code: 'move-not-eligible' })
    expect(
      (await list()).trajectories.find((one) => one.trajectoryId === house.trajectory.active)?.refused,
    ).toBe('move-not-eligible')
    expect(await versionNow()).toBe(mim.version)
  })
  test('takes her over by itself only, once, with a record; her plan follows and what was stays', async () => {
    const to = await nextVersion({ 'contacts.cadenceDays': { value: 14 } })
    await expect(move('9.9.9')).rejects.toThrow(NotFound)
    const before = await readTrajectory(world.context, house.members.coordinator, {
      id: house.trajectory.active,
    })
    await move(to)
    expect(await versionNow()).toBe(to)
    const after = await readTrajectory(world.context, house.members.coordinator, {
      id: house.trajectory.active,
    })
    const done = ({ contacts }: typeof before) =>
      contacts.filter(({ state }) => state === 'done').map(({ id }) => id)
    expect(done(after)).toEqual(done(before))
    expect(after.contacts.length).toBeGreaterThanOrEqual(before.contacts.length)
    const { rows } = await world.owner.query(
      'select from_version, to_version, decided_by from programme_move where trajectory_id = $1',
      [house.trajectory.active],
    )
    expect(rows).toEqual([
      { from_version: mim.version, to_version: to, decided_by: house.members.coordinator.memberId },
    ])
    await expect(move(to)).rejects.toMatchObject({ code: 'move-not-newer' })
    expect((await list()).trajectories.map((one) => one.trajectoryId)).not.toContain(house.trajectory.active)
  })
})
