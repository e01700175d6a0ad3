import { z } from 'zod'
import { listPlannedForWorker } from '#db/contact.ts'
import { findWorker } from '#db/worker.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { type Day, dayInput } from '#domain/day.ts'
import { daysOfWeek, isNearWeek, mondayOf } from '#domain/planning/week.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { staysOf } from '#usecases/planning/stays-of.ts'
import { dayMarks, linesOf, touchesWeek } from '#usecases/planning/week-lines.ts'
import { question } from '#usecases/use-case.ts'
import { readAway } from '#usecases/worker/refuse-if-away.ts'

/**
 * A worker's own week: what she has on each day with what is free between, and for whom a visit is due without a day. First
 * names only and no address, as it stands open on a phone.
 */
export const readMyWeek = question({
  name: 'read-my-week',
  may: contactPolicy.ownVisits,
  input: z.strictObject({ from: dayInput.nullish() }),
  async run(work, { from }) {
    const { tx, actor, today } = work
    const monday = mondayIn(from ?? today, today)
    const worker =
      actor.kind === 'member' && actor.workerId ? await findWorker(tx, actor, actor.workerId) : undefined
    if (!worker) throw new NotFound()
    const taken = await staysOf(work, [worker], { from: monday, until: monday.add({ days: 6 }) })
    const away = (await readAway(work, [worker.id])).get(worker.id) ?? []
    const planned = await listPlannedForWorker(tx, actor, worker.id)
    const due = [
      ...Map.groupBy(
        planned.filter(
          (row) => !row.planned_on && touchesWeek({ dueFrom: row.due_from, dueUntil: row.due_until }, monday),
        ),
        (row) => row.trajectory_id,
      ).values(),
    ].flatMap(([first]) => first ?? [])
    const people = await readPeople(work, [
      ...taken.stays.flatMap(({ personId }) => personId ?? []),
      ...due.map(({ person_id }) => person_id),
    ])
    const givenName = (id: string | null) => (id === null ? null : (people.get(id)?.name.given ?? '—'))
    work.about({
      trajectory: [
        ...taken.stays.flatMap(({ trajectoryId }) => trajectoryId ?? []),
        ...due.map(({ trajectory_id }) => trajectory_id),
      ],
      basis: 'match',
    })
    return {
      monday,
      days: daysOfWeek(monday).map((on) => ({
        on,
        ...dayMarks(on, away),
        lines: linesOf(taken, worker.id, on).map((line) => ({
          ...line,
          givenName: givenName(line.personId),
        })),
      })),
      due: due.map((row) => ({
        id: row.id,
        givenName: givenName(row.person_id) ?? '—',
        dueFrom: row.due_from,
        dueUntil: row.due_until,
      })),
    }
  },
})
export type MyWeek = Awaited<ReturnType<typeof readMyWeek>>

/** The Monday of the week that is asked for; nobody leafs further than a year. */
export function mondayIn(day: Day, today: Day): Day {
  const monday = mondayOf(day)
  if (!isNearWeek(monday, today)) throw new Invalid({ from: 'week-too-far' })
  return monday
}
