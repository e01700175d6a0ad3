import { z } from 'zod'
import { listBegunOf } from '#db/check-in.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { findWorker } from '#db/worker.ts'
import { motherWays } from '#domain/check-in/check-in.ts'
import { mayHold } from '#domain/check-in/check-in-plan.ts'
import { checkInPolicy } from '#domain/check-in/check-in-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { worksWith } from '#domain/programme/works-with.ts'
import { gatherCheckIns } from '#usecases/check-in/gather-check-ins.ts'
import { type CheckInView, openCheckIn } from '#usecases/check-in/open-check-in.ts'
import { NotFound } from '#usecases/failure.ts'
import { matchStateOf, trajectoryStateOf } from '#usecases/match/states.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * How it goes between her and who stands or stood beside her: the plan of check-ins of each match, and what either
 * side said, apart. With it how she may be reached, for who is about to ask her.
 */
export const listCheckIns = question({
  name: 'list-check-ins',
  may: checkInPolicy.list,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, actor, today } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const definition = definitionOf(work, trajectory)
    const gathered = await gatherCheckIns(work, await listBegunOf(tx, actor, trajectoryId))
    const workers = new Map<string, string>()
    for (const { match } of gathered) {
      const worker = await findWorker(tx, actor, match.worker_id)
      if (worker) workers.set(worker.id, worker.person_id)
    }
    const people = await readPeople(work, [trajectory.person_id, ...workers.values()])
    const nameOf = (personId: string | undefined) => {
      const person = people.get(personId ?? '')
      return person ? fullName(person.name) : '—'
    }
    const policy = await readSafeContact(work, trajectory.person_id)
    return {
      trajectoryId,
      name: nameOf(trajectory.person_id),
      phone: people.get(trajectory.person_id)?.phone ?? null,
      safeContact: policy,
      motherWays: motherWays(policy, today),
      people: peopleOf(definition),
      works: worksWith(definition, trajectoryStateOf(trajectory)),
      matches: gathered.map(({ match, rhythm, sides, moments }) => ({
        matchId: match.id,
        state: matchStateOf(match),
        startedOn: match.started_on,
        worker: nameOf(workers.get(match.worker_id)),
        /** Asked by no rhythm in this programme. */
        asked: rhythm !== null,
        sides,
        moments: moments.map(({ sides: those, ...moment }) => ({
          ...moment,
          sides: those.map(({ side, now, row }) => ({
            side,
            now,
            may: mayHold(now),
            said: row
              ? openCheckIn(
                  work,
                  row,
                  (side === 'mother' ? match.person_id : workers.get(match.worker_id)) ?? '',
                )
              : null,
          })),
        })),
      })),
    }
  },
})
export type CheckInsPage = Awaited<ReturnType<typeof listCheckIns>>
export type CheckInMatchView = CheckInsPage['matches'][number]
export type CheckInSideView = CheckInMatchView['moments'][number]['sides'][number]
export type { CheckInView }
