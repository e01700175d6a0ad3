import { z } from 'zod'
import { listWorkerRows } from '#db/worker.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { dayInput } from '#domain/day.ts'
import { actorId } from '#domain/member/actor.ts'
import { daysOfWeek } from '#domain/planning/week.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { mondayIn } from '#usecases/planning/read-my-week.ts'
import { staysOf } from '#usecases/planning/stays-of.ts'
import { dayMarks, linesOf } from '#usecases/planning/week-lines.ts'
import { question } from '#usecases/use-case.ts'
import { readAway } from '#usecases/worker/refuse-if-away.ts'

/** A coordinator has some 23 volunteers; a page of more is no overview any more. */
const mostWorkers = 60

/** The week of the workers a coordinator watches over, or of all: who goes where when, who is away, and what can't be. */
export const readTeamWeek = question({
  name: 'read-team-week',
  may: contactPolicy.watch,
  input: z.strictObject({ from: dayInput.nullish(), whose: z.enum(['mine', 'all']).default('mine') }),
  async run(work, { from, whose }) {
    const { tx, actor, today } = work
    const monday = mondayIn(from ?? today, today)
    const rows = await listWorkerRows(tx, actor, { states: ['active', 'on_leave', 'leaving'], limit: 1000 })
    const mine = rows.filter(({ coordinator_id }) => whose === 'all' || coordinator_id === actorId(actor))
    const workers = mine.slice(0, mostWorkers)
    const taken = await staysOf(work, workers, { from: monday, until: monday.add({ days: 6 }) })
    const away = await readAway(
      work,
      workers.map(({ id }) => id),
    )
    const people = await readPeople(work, [
      ...workers.map(({ person_id }) => person_id),
      ...taken.stays.flatMap(({ personId }) => personId ?? []),
    ])
    const givenName = (id: string | null) => (id === null ? null : (people.get(id)?.name.given ?? '—'))
    const nameOf = new Map(workers.map((one) => [one.id, givenName(one.person_id) ?? '—']))
    work.about({ trajectory: taken.stays.flatMap(({ trajectoryId }) => trajectoryId ?? []) })
    return {
      monday,
      whose,
      workers: workers.length,
      left: mine.length - workers.length,
      days: daysOfWeek(monday).map((on) => ({
        on,
        holiday: dayMarks(on, []).holiday,
        away: workers.flatMap((one) =>
          dayMarks(on, away.get(one.id) ?? []).away === 'away' ? (nameOf.get(one.id) ?? []) : [],
        ),
        lines: workers
          .flatMap((one) => linesOf(taken, one.id, on))
          .map((line) => ({
            ...line,
            givenName: givenName(line.personId),
            worker: nameOf.get(line.workerId) ?? '—',
          }))
          .sort((a, b) => (a.at ?? '99').localeCompare(b.at ?? '99') || a.worker.localeCompare(b.worker)),
      })),
    }
  },
})
export type TeamWeek = Awaited<ReturnType<typeof readTeamWeek>>
