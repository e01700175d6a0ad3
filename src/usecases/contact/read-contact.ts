import { z } from 'zod'
import { findContact, listContacts } from '#db/contact.ts'
import { findEarlierWords } from '#db/earlier-words.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { isAddressShown } from '#domain/contact/address-shown.ts'
import { mayTake, takesContacts } from '#domain/contact/contact.ts'
import { countVisits, inOrder } from '#domain/contact/contact-facts.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { mayCorrect } from '#domain/contact/correct-contact.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { type EarlierKind, unasked } from '#domain/match/earlier-words.ts'
import { actorId, isMemberWith } from '#domain/member/actor.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { openNotes } from '#usecases/contact/contact-fields.ts'
import { contactOf } from '#usecases/contact/contact-row.ts'
import { topicsFor } from '#usecases/contact/topics-for.ts'
import { sheetsOf } from '#usecases/conversation-sheet/sheets-of.ts'
import { NotFound } from '#usecases/failure.ts'
import { childInSight } from '#usecases/match/child-of.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * One contact, with what whoever goes there needs and no more: her first name, where on the day itself, what was
 * agreed last, and subjects for her child's age.
 */
export const readContact = question({
  name: 'read-contact',
  may: contactPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor, orgId, today } = work
    const row = await findContact(tx, actor, id)
    const trajectory = row && (await findTrajectory(tx, actor, row.trajectory_id))
    if (!row || !trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const definition = definitionOf(work, trajectory)
    const people = await readPeople(work, [
      trajectory.person_id,
      childInSight(trajectory) ?? trajectory.person_id,
    ])
    const mother = people.get(trajectory.person_id)
    if (!mother) throw new NotFound()
    const rows = await listContacts(tx, orgId, trajectory.id)
    const contact = contactOf(row)
    const earlier = (await findEarlierWords(tx, orgId, trajectory.id))?.shown ?? unasked
    const legible = (of: { worker_id: string | null }, kind?: EarlierKind) =>
      contactPolicy.readNotes(actor, { workerId: of.worker_id, earlier }, kind)
    const last = inOrder(rows.map(contactOf)).findLast((one) => one.state === 'done' && one.id !== id)
    const lastRow = rows.find((one) => one.id === last?.id && legible(one, 'agreements'))
    // What a visit was about may be a child's age.
    const talkSheet = trajectory.quiet_since || !legible(row) ? null : contact.talkSheet
    const loggedOn = row.logged_at?.toZonedDateTimeISO(work.zone).toPlainDate() ?? null
    const open = takesContacts(trajectory.state)
    const safeContact = await readSafeContact(work, trajectory.person_id)
    const nearby = isAddressShown(contact.plannedOn, today) && !safeContact?.neverAtHome
    return {
      ...contact,
      talkSheet,
      trajectoryId: trajectory.id,
      personId: trajectory.person_id,
      quiet: trajectory.quiet_since !== null,
      givenName: mother.name.given,
      people: peopleOf(definition),
      safeContact,
      phone: mother.phone,
      visitNumber: countVisits(rows.map(contactOf)).get(contact.number) ?? null,
      modes: definition.contacts?.modes.value ?? [],
      usualMinutes: definition.contacts?.minutes.value ?? null,
      outsideReason: row.outside_reason,
      notes: legible(row)
        ? openNotes(work, trajectory.person_id, row)
        : legible(row, 'agreements')
          ? { went: null, next: openNotes(work, trajectory.person_id, row).next }
          : null,
      lastAgreed: lastRow ? openNotes(work, trajectory.person_id, lastRow).next : null,
      lastContactOn: trajectory.last_contact_on,
      /** Naast has sheets of its own for a visit in this programme, and may say so now. */
      hasSheets: !trajectory.quiet_since && sheetsOf(definition).some(({ moment }) => moment.at === 'month'),
      topics: trajectory.quiet_since
        ? []
        : topicsFor(
            definition,
            people.get(trajectory.child_id ?? '')?.birthDay ?? null,
            contact.plannedOn ?? today,
          ),
      talkSheetTitle: definition.talkSheets.find((sheet) => sheet.id === talkSheet)?.title ?? null,
      address: nearby || isMemberWith(actor, 'coordinator') ? mother.address : null,
      /** The day from which a worker sees the address; `null` if she sees it now, or will not. */
      addressFrom: addressFrom(contact.plannedOn, today, safeContact?.neverAtHome ?? false),
      abilities: {
        plan: open && mayTake(contact.state, 'plan'),
        log: open && mayTake(contact.state, 'log-done'),
        correct:
          open &&
          mayTake(contact.state, 'correct') &&
          mayCorrect({ by: row.logged_by, on: loggedOn }, { memberId: actorId(actor), today }),
      },
    }
  },
})

function addressFrom(plannedOn: Day | null, today: Day, never: boolean): Day | null {
  if (never || !plannedOn || isAddressShown(plannedOn, today) || isBefore(plannedOn, today)) return null
  return plannedOn.subtract({ days: 1 })
}
export type ContactPage = Awaited<ReturnType<typeof readContact>>
