import { z } from 'zod'
import { findTrajectory } from '#db/trajectory.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { NotFound } from '#usecases/failure.ts'
import { readWishes } from '#usecases/match/wishes.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** What a woman hopes for in the one who will stand beside her, to read it back to her and change it. */
export const showWishes = question({
  name: 'show-wishes',
  may: matchPolicy.decide,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const trajectory = await findTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    work.about({ trajectory: trajectoryId })
    const person = (await readPeople(work, [trajectory.person_id])).get(trajectory.person_id)
    return { name: person ? fullName(person.name) : '—', ...(await readWishes(work, trajectory)) }
  },
})
