import { z } from 'zod'
import { findCasesOfPeople } from '#db/person-case.ts'
import { safeContactAccess } from '#domain/contact-policy/safe-contact-access.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { NotFound } from '#usecases/failure.ts'
import { isNumberSeenShared } from '#usecases/message/her-address.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { question } from '#usecases/use-case.ts'

/** How one woman may be reached, and only then her number: for who works with her. */
export const showSafeContact = question({
  name: 'show-safe-contact',
  may: safeContactAccess.read,
  input: z.strictObject({ personId: z.uuid() }),
  async run(work, { personId }) {
    const { trajectories, referrals } = await findCasesOfPeople(work.tx, work.actor, [personId])
    if (trajectories.length === 0 && referrals.length === 0) throw new NotFound()
    const coordinates = isMemberWith(work.actor, 'coordinator', 'safeguarding_lead')
    work.about({
      person: personId,
      trajectory: trajectories.map((trajectory) => trajectory.id),
      ...(coordinates ? {} : { basis: 'match' as const }),
    })
    const person = (await readPeople(work, [personId])).get(personId)
    if (!person || person.erased) throw new NotFound()
    const abilities = { set: safeContactAccess.set(work.actor) }
    return {
      person: {
        id: personId,
        // Who visits her knows her by her first name; the rest is not needed to reach her.
        name: coordinates ? person.name : { given: person.name.given, family: null },
        phone: person.phone,
        email: person.email,
        languages: person.languages,
      },
      policy: await readSafeContact(work, personId),
      trajectoryId: trajectories[0]?.id ?? null,
      /** For whom it is asked of her: who else has this number stands nowhere for anybody else. */
      numberShared: abilities.set && (await isNumberSeenShared(work, personId, person.phone)),
      abilities,
    }
  },
})
