import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBefore } from '#domain/day.ts'
import { needsPermission } from '#domain/instrument/licence-gate.ts'
import { asQuestions } from '#domain/instrument/shelf-questions.ts'
import { fieldOf } from '#domain/measure/answers.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Instrument, InstrumentItem } from '#domain/programme/measuring.ts'
import { programmes } from '#programmes/registry.ts'
import { findOnShelf, shelf } from '#programmes/shelf/shelf.ts'
import { runningTrajectory } from '#testing/running-trajectory.ts'
import { openWorld, type World } from '#testing/world.ts'
import { keepPermission } from '#usecases/instrument/keep-permission.ts'
import { listMeasures } from '#usecases/measure/list-measures.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'
import { putOnCall } from '#usecases/on-call/put-on-call.ts'

/** Every programme that Naast carries, from its first moment to its last: what it asks is asked, on its own day. */
const begun = '2026-10-01'
let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld(programmes)
  world.turnTo(begun)
  coordinator = await world.member(['coordinator'])
  const manager = await world.member(['programme_manager'])
  for (const one of shelf.filter(needsPermission))
    await keepPermission(world.context, manager, {
      instrumentId: one.id,
      givenBy: 'de makers',
      reference: 'brief',
      from: begun,
      until: '2035-01-01',
    })
})
afterAll(() => world?.close())

interface Due {
  readonly moment: string
  readonly instrument_id: string
  readonly instrument_version: string
  readonly state: string
  readonly due_on: string | null
}
const dueOf = async (trajectoryId: string): Promise<readonly Due[]> =>
  (
    await world.owner.query(
      `select moment, instrument_id, instrument_version, state, due_on::text from measure where trajectory_id = $1
       order by due_on nulls last, moment, instrument_id`,
      [trajectoryId],
    )
  ).rows

/** The first choice that is allowed, for every question: nobody is in danger by the first. */
const answersTo = (instrument: Instrument | undefined): Record<string, string> =>
  Object.fromEntries(
    (instrument?.items ?? []).map((item) => [fieldOf(instrument ?? { id: '' }, item), firstOf(item)]),
  )
const firstOf = (item: InstrumentItem): string =>
  item.kind === 'text' ? 'Zo is het' : item.kind === 'choice' ? (item.options[0]?.id ?? '') : String(item.min)
const questionsOf = ({ instruments }: ProgrammeDefinition, due: Due): Instrument | undefined => {
  const onShelf = findOnShelf(`${due.instrument_id}@${due.instrument_version}`)
  return onShelf ? asQuestions(onShelf) : instruments.find(({ id }) => id === due.instrument_id)
}
const inItsTime = ({ when }: ProgrammeDefinition['measures'][number]) => when.at !== 'after_end'

describe.each(programmes)('$id@$version', (programme) => {
  test('asks at each of its moments what it names, and each question has its answer kept', async () => {
    world.turnTo(begun)
    const { trajectoryId } = await runningTrajectory(world, {
      programmeId: programme.id,
      startedOn: begun,
      bornOn: '2026-09-20',
    })
    const moments = programme.measures.filter(inItsTime)
    const planned = await dueOf(trajectoryId)
    const has = ({ instruments, shelf }: (typeof moments)[number]) =>
      (shelf?.value.length ?? 0) > 0 ||
      programme.instruments.some(({ id, items }) => instruments.includes(id) && items.length > 0)
    expect(new Set(planned.map(({ moment }) => moment))).toEqual(
      new Set(programme.measures.filter(has).map(({ moment }) => moment)),
    )
    let asked = 0
    for (const { moment } of moments) {
      const due = planned.filter((one) => one.moment === moment)
      const day = due.reduce((last, { due_on }) => (due_on && due_on > last ? due_on : last), begun)
      if (isBefore(Temporal.PlainDate.from(begun), Temporal.PlainDate.from(day))) world.turnTo(day)
      // Somebody who decides can be asked at once, as some questions need.
      await putOnCall(world.context, coordinator, {
        memberId: coordinator.memberId,
        rank: 1,
        from: day,
        until: day,
      })
      await takeMeasure(world.context, coordinator, {
        trajectoryId,
        moment,
        takenOn: day,
        mode: 'together',
        alone: true,
        agreed: true,
        answers: Object.fromEntries(
          due.flatMap((one) => Object.entries(answersTo(questionsOf(programme, one)))),
        ),
      })
      const after = (await dueOf(trajectoryId)).filter((one) => one.moment === moment)
      expect([moment, ...after.map(({ state }) => state)]).toEqual([moment, ...due.map(() => 'taken')])
      asked += due.length
    }
    expect(asked).toBeGreaterThan(0)
    const { moments: shown } = await listMeasures(world.context, coordinator, { trajectoryId })
    expect(shown.length).toBeGreaterThan(0)
  })
})
