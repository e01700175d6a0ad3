import { z } from 'zod'
import { listBegunOfWorker } from '#db/check-in.ts'
import { findWorker } from '#db/worker.ts'
import { mayHold } from '#domain/check-in/check-in-plan.ts'
import { checkInPolicy } from '#domain/check-in/check-in-policy.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { gatherCheckIns } from '#usecases/check-in/gather-check-ins.ts'
import { openCheckIn } from '#usecases/check-in/open-check-in.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * A worker's own check-ins, of each woman beside whom she stands now: which one is asked of her, and what she said
 * before. That the other side is asked too is no secret; what she says is.
 */
export const listMyCheckIns = question({
  name: 'list-my-check-ins',
  may: checkInPolicy.own,
  input: z.strictObject({}),
  async run(work) {
    const { tx, actor } = work
    if (actor.kind !== 'member' || actor.workerId === null) return []
    const gathered = await gatherCheckIns(work, await listBegunOfWorker(tx, actor, actor.workerId))
    if (gathered.length === 0) return []
    const own = await findWorker(tx, actor, actor.workerId)
    const people = await readPeople(work, [
      ...gathered.map(({ match }) => match.person_id),
      ...(own ? [own.person_id] : []),
    ])
    work.about({ trajectory: gathered.map(({ match }) => match.trajectory_id), basis: 'match' })
    return gathered
      .filter(({ rhythm }) => rhythm !== null)
      .map(({ match, moments }) => {
        const mine = moments.map(({ moment, week, on, sides }) => ({
          moment,
          week,
          on,
          own: sides.find(({ side }) => side === 'worker'),
        }))
        const asked = mine.find((one) => one.own && mayHold(one.own.now))
        return {
          matchId: match.id,
          trajectoryId: match.trajectory_id,
          // Who visits her knows her by her first name.
          givenName: people.get(match.person_id)?.name.given ?? '—',
          people: peopleOf(definitionOf(work, match)),
          asked: asked
            ? { moment: asked.moment, week: asked.week, on: asked.on, late: asked.own?.now === 'late' }
            : null,
          said: mine.flatMap(({ week, own: said }) =>
            said?.row && own ? [{ week, ...openCheckIn(work, said.row, own.person_id) }] : [],
          ),
        }
      })
  },
})
export type MyCheckIns = Awaited<ReturnType<typeof listMyCheckIns>>[number]
