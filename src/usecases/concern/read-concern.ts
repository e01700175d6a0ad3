import { z } from 'zod'
import { findConcern } from '#db/concern.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { concernDeeds, concernOutcomes, mayStepConcern } from '#domain/concern/concern.ts'
import { concernPolicy } from '#domain/concern/concern-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { concernOf, concernSteps } from '#usecases/concern/concern-view.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** One concern with its whole way: who raised it, who was asked, who took it up, what was done. */
export const readConcern = question({
  name: 'read-concern',
  may: concernPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { actor } = work
    const row = await findConcern(work.tx, actor, id)
    if (!row) throw new NotFound()
    work.about({ person: row.person_id, trajectory: row.trajectory_id })
    const person = (await readPeople(work, [row.person_id])).get(row.person_id)
    const decides = concernPolicy.decide(actor)
    return {
      ...concernOf(work, row),
      version: row.version,
      trajectoryId: row.trajectory_id,
      name: person ? (trajectoryPolicy.listCaseload(actor) ? fullName(person.name) : person.name.given) : '—',
      steps: await concernSteps(work, row),
      /** Who leads a group tells of her, and has no way to her file. */
      seesTrajectory: (await findTrajectory(work.tx, actor, row.trajectory_id)) !== undefined,
      abilities: {
        takeUp: decides && mayStepConcern(row.state, 'take-up'),
        answer: decides && mayStepConcern(row.state, 'answer') ? concernDeeds : [],
        close: decides && mayStepConcern(row.state, 'close') ? concernOutcomes : [],
        add: row.state !== 'closed',
      },
    }
  },
})
export type ConcernPage = Awaited<ReturnType<typeof readConcern>>
