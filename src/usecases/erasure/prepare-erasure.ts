import { z } from 'zod'
import { findErasureScope, findOpenErasure, findRunning } from '#db/erasure.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { standingHolds } from '#usecases/erasure/held-erasure.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { question } from '#usecases/use-case.ts'

/** What the page where erasing is asked, or a file is held, must know of her. */
export const prepareErasure = question({
  name: 'prepare-erasure',
  may: erasurePolicy.ask,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const personId = trajectory.person_id
    const person = (await readPeople(work, [personId])).get(personId)
    const scope = await findErasureScope(tx, orgId, personId)
    const holds = await standingHolds(work, scope.people)
    return {
      trajectoryId,
      name: person && !person.erased ? fullName(person.name) : null,
      /** Asked already, and not decided. */
      openId: (await findOpenErasure(tx, orgId, personId))?.id ?? null,
      running: (await findRunning(tx, orgId, scope)).running > 0,
      holds: holds.map(({ id, reason_code, until_day }) => ({ id, reason: reason_code, until: until_day })),
      mayEndHold: erasurePolicy.endHold(actor),
    }
  },
})
