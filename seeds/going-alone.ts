import type { Day } from '#domain/day.ts'
import type { Context } from '#usecases/context.ts'
import { beginLoneVisit } from '#usecases/lone-visit/begin-lone-visit.ts'
import { closeLoneAlert } from '#usecases/lone-visit/close-lone-alert.ts'
import { endLoneVisit } from '#usecases/lone-visit/end-lone-visit.ts'
import { listLoneVisits } from '#usecases/lone-visit/list-lone-visits.ts'
import { openLoneAddress } from '#usecases/lone-visit/open-lone-address.ts'
import { readLoneAlert } from '#usecases/lone-visit/read-lone-alert.ts'
import { takeUpLoneAlert } from '#usecases/lone-visit/take-up-lone-alert.ts'
import { turnLoneVisit } from '#usecases/lone-visit/turn-lone-visit.ts'
import { planSupervision } from '#usecases/supervision/plan-supervision.ts'
import { readSupervision } from '#usecases/supervision/read-supervision.ts'
import { recordSupervision } from '#usecases/supervision/record-supervision.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'
import { volunteer } from './begin.ts'
import { postGoesOut } from './post.ts'
import type { Stage, Volunteer } from './stage.ts'

/** The use cases' context at a time of a day. */
const at = ({ on, zone }: Stage, day: Day, plainTime: string): Context => {
  const moment = day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant()
  return { ...on(day), now: () => moment }
}

/**
 * Last night she forgot to say that she was out. The coordinator was called, saw where she was, and reached her: nothing
 * had happened. Whether it was right to look is for the privacy officer to say.
 */
export async function forgetsToSignOut(
  stage: Stage,
  trajectoryId: string,
  { actor }: Volunteer,
): Promise<void> {
  const { coordinator, orgId } = stage
  const day = stage.today.subtract({ days: 1 })
  const { contacts } = await readTrajectory(stage.on(day), coordinator, { id: trajectoryId })
  const [next] = contacts
    .filter(({ state }) => state === 'planned')
    .sort((a, b) => Temporal.PlainDate.compare(a.dueFrom, b.dueFrom))
  if (!next) throw new Error('nothing is planned with her')
  const { id } = await beginLoneVisit(at(stage, day, '18:30'), actor, {
    contactId: next.id,
    minutes: 60,
    place: 'home',
    where: 'De ingang is achter, naast de fietsen.',
  })
  const clock = { kind: 'system', orgId, job: 'lone-visits' } as const
  for (const time of ['19:30', '19:45', '20:00']) await turnLoneVisit(at(stage, day, time), clock, { id })
  const { alerts } = await listLoneVisits(at(stage, day, '20:02'), coordinator, {})
  const [alert] = alerts
  if (!alert) throw new Error('nobody was called')
  await takeUpLoneAlert(at(stage, day, '20:03'), coordinator, { id: alert.id })
  await openLoneAddress(at(stage, day, '20:09'), coordinator, {
    id: alert.id,
    because: 'someone_goes_there',
  })
  const { version } = await readLoneAlert(at(stage, day, '20:16'), coordinator, { id: alert.id })
  await closeLoneAlert(at(stage, day, '20:17'), coordinator, {
    id: alert.id,
    version,
    outcome: 'spoke_with_her',
  })
  await endLoneVisit(at(stage, day, '20:20'), actor, { id })
  await postGoesOut(stage, day)
}

/** Volunteers talk with each other about their work: one evening three weeks ago, and one next week. */
export async function meetEachOther(stage: Stage): Promise<void> {
  const { coordinator, on, today } = stage
  const place = 'Buurthuis De Oever'
  const evening = { kind: 'peer_consultation', at: '19:30', place } as const
  const idsOf = (names: readonly Parameters<typeof volunteer>[1][]) =>
    names.map((name) => volunteer(stage, name).workerId)
  const held = today.subtract({ days: 20 })
  const { id } = await planSupervision(on(held.subtract({ days: 21 })), coordinator, {
    ...evening,
    on: held,
    ledBy: null,
    workerIds: idsOf(['letebrhan', 'hatice', 'nelleke', 'khadija']),
  })
  const { version, people } = await readSupervision(on(held), coordinator, { id })
  const missed = volunteer(stage, 'hatice').workerId
  await recordSupervision(on(held.add({ days: 1 })), coordinator, {
    id,
    version,
    attendance: people.map(({ workerId }) => ({ workerId, was: workerId === missed ? 'excused' : 'there' })),
    agreed: 'Wie een zwaar bezoek had, belt diezelfde avond iemand van ons.',
  })
  await planSupervision(on(today.subtract({ days: 6 })), coordinator, {
    ...evening,
    on: today.add({ days: 9 }),
    ledBy: coordinator.memberId,
    workerIds: idsOf(['letebrhan', 'hatice', 'nelleke', 'agnieszka', 'khadija', 'ans']),
  })
}
