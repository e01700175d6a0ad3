import { z } from 'zod'
import { findTrajectory } from '#db/trajectory.ts'
import { concernPolicy } from '#domain/concern/concern-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { whomAbout } from '#usecases/concern/whom-about.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** About whom somebody is going to say that she worries: her name, and whether her trajectory is hers to see too. */
export const prepareConcern = question({
  name: 'prepare-concern',
  may: concernPolicy.raise,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { person_id } = await whomAbout(work, trajectoryId)
    const person = (await readPeople(work, [person_id])).get(person_id)
    const seesAll = trajectoryPolicy.listCaseload(work.actor)
    return {
      trajectoryId,
      name: person ? (seesAll ? fullName(person.name) : person.name.given) : '—',
      seesTrajectory: (await findTrajectory(work.tx, work.actor, trajectoryId)) !== undefined,
    }
  },
})
