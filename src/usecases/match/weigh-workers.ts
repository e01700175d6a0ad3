import { z } from 'zod'
import { listMatchRows } from '#db/match.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { listWorkerRows, type WorkerRow } from '#db/worker.ts'
import { daysBetween, monthsBetween } from '#domain/day.ts'
import { speaksOfChild } from '#domain/match/criterion.ts'
import { openMatchStates } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { propose } from '#domain/match/propose.ts'
import { urgencyOf } from '#domain/match/urgency.ts'
import { fullName } from '#domain/person/person.ts'
import { endDay } from '#domain/programme/end-day.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { workerStates } from '#domain/worker/worker.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { gatherSides } from '#usecases/match/gather-sides.ts'
import { readWishes } from '#usecases/match/wishes.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { childDates } from '#usecases/pregnancy/pregnancy-file.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

const most = 5000
/** Names are opened for those who are shown only; a coordinator reads no further. */
const shown = { proposals: 12, impossible: 40 }

/** For one waiting woman: every worker, ranked, with why; and of the others what stands in the way. */
export const weighWorkers = question({
  name: 'weigh-workers',
  may: matchPolicy.decide,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, actor, today } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    work.about({ trajectory: trajectoryId })
    const definition = definitionOf(work, trajectory)
    const rows = await listWorkerRows(tx, actor, {
      // Applicants and those who left are nobody's answer to "why not her?".
      states: workerStates.filter((state) => state !== 'left' && state !== 'applicant'),
      limit: most,
    })
    const { woman, candidates } = await gatherSides(work, definition, trajectory, rows)
    const { proposals, impossible } = propose(definition, woman, candidates)
    const [herself] = (await readPeople(work, [trajectory.person_id])).values()
    const child = await childDates(work, trajectory)
    const quiet = trajectory.quiet_since !== null
    const { bornOn } = child
    const sayable = ({ criterion }: { criterion: string }) => !quiet || !speaksOfChild(criterion)
    const top = proposals.slice(0, shown.proposals)
    const blocked = impossible.slice(0, shown.impossible)
    const name = await namesOf(work, rows, [...top, ...blocked])
    const [open] = await listMatchRows(tx, actor, {
      states: openMatchStates,
      trajectoryIds: [trajectoryId],
      limit: 1,
    })
    const { wishes, version } = await readWishes(work, trajectory)
    const { waiting_since: waitingSince } = trajectory
    return {
      trajectoryId,
      state: trajectory.state,
      programme: definition.label,
      people: peopleOf(definition),
      /** She waits for a group instead of for one person. */
      waitsForGroup: definition.shape.value === 'closed_group',
      weights: (definition.matching?.soft ?? []).filter(sayable),
      woman: {
        name: herself ? fullName(herself.name) : '—',
        languages: herself?.languages ?? [],
        interpreter: herself?.interpreter ?? null,
        /** Of a home that nobody may find, the region and no place. */
        area: woman.home.area,
        place: woman.home.secret ? null : (woman.home.spot?.place ?? herself?.address?.place ?? null),
        secretHome: woman.home.secret !== undefined,
        /** Nothing about a child is to be said. */
        quiet,
        childMonths: bornOn ? monthsBetween(bornOn, today) : null,
        dueOn: child.dueOn,
        waitingSince,
        waitingDays: waitingSince ? daysBetween(waitingSince, today) : 0,
        urgency: urgencyOf({ waitingSince, endsOn: endDay(definition, bornOn) }, today),
      },
      wishes,
      wishesVersion: version,
      proposals: top.map((one) => ({
        ...one,
        criteria: one.criteria.filter(sayable),
        name: name(one.workerId),
      })),
      impossible: blocked.map((one) => ({ ...one, name: name(one.workerId) })),
      more: { proposals: proposals.length - top.length, impossible: impossible.length - blocked.length },
      openMatchId: open?.id ?? null,
    }
  },
})
export type Weighing = Awaited<ReturnType<typeof weighWorkers>>

async function namesOf(work: Work, rows: readonly WorkerRow[], ones: readonly { workerId: string }[]) {
  const personOf = new Map(rows.map((row) => [row.id, row.person_id]))
  const people = await readPeople(
    work,
    ones.flatMap(({ workerId }) => personOf.get(workerId) ?? []),
  )
  return (workerId: string): string => {
    const person = people.get(personOf.get(workerId) ?? '')
    return person ? fullName(person.name) : '—'
  }
}
