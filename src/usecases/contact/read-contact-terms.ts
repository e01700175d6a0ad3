import { z } from 'zod'
import { findTrajectory } from '#db/trajectory.ts'
import { takesContacts } from '#domain/contact/contact.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { isPartnerOffered } from '#usecases/circle/partner-offered.ts'
import { topicsFor } from '#usecases/contact/topics-for.ts'
import { readTouchable } from '#usecases/contact/touched.ts'
import { sheetChoices } from '#usecases/conversation-sheet/used-sheet.ts'
import { claimAt } from '#usecases/expense/claim-at.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { childInSight } from '#usecases/match/child-of.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** What there is to choose from when an extra contact is written down: ways of meeting, lengths, talk sheets. */
export const readContactTerms = question({
  name: 'read-contact-terms',
  may: contactPolicy.log,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const trajectory = await findTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    if (!takesContacts(trajectory.state)) throw new Refused('not-from-this-state')
    const definition = definitionOf(work, trajectory)
    const people = await readPeople(work, [
      trajectory.person_id,
      childInSight(trajectory) ?? trajectory.person_id,
    ])
    return {
      givenName: people.get(trajectory.person_id)?.name.given ?? '—',
      people: peopleOf(definition),
      plannedOn: null,
      modes: definition.contacts?.modes.value ?? [],
      usualMinutes: definition.contacts?.minutes.value ?? null,
      sheets: trajectory.quiet_since ? [] : await sheetChoices(work, definition, 'month'),
      claim: await claimAt(work, { contactId: null, workerId: trajectory.worker_id }),
      touchable: await readTouchable(work, trajectory),
      partnerOffered: await isPartnerOffered(work, trajectory, definition),
      topics: trajectory.quiet_since
        ? []
        : topicsFor(definition, people.get(trajectory.child_id ?? '')?.birthDay ?? null, work.today),
    }
  },
})
