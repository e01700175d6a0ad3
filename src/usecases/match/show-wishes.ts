import { z } from 'zod'
import { findSecretHomes } from '#db/secret-home.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { fullName } from '#domain/person/person.ts'
import type { HardCriterion, SoftCriterion } from '#domain/programme/definition.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { NotFound } from '#usecases/failure.ts'
import { readWishes } from '#usecases/match/wishes.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
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
    const definition = definitionOf(work, trajectory)
    const uses = (wanted: HardCriterion | SoftCriterion) =>
      [...(definition.matching?.hard ?? []), ...(definition.matching?.soft ?? [])].some(
        ({ criterion }) => criterion === wanted,
      )
    const policy = await readSafeContact(work, trajectory.person_id)
    const home = definition.contacts?.modes.value.includes('home') ?? false
    return {
      name: person ? fullName(person.name) : '—',
      people: peopleOf(definition),
      ...(await readWishes(work, trajectory)),
      /** Only what her programme looks at is asked; of her home nothing where nobody comes there. */
      asks: { reading: uses('reading'), home: uses('home_fit') && home && !policy?.neverAtHome },
      secretHome: (await findSecretHomes(work.tx, work.orgId, [trajectory.person_id])).has(
        trajectory.person_id,
      ),
    }
  },
})
