import { z } from 'zod'
import { findContact, listContacts } from '#db/contact.ts'
import { findEarlierWords } from '#db/earlier-words.ts'
import { listMoves } from '#db/planning.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { isAddressShown } from '#domain/contact/address-shown.ts'
import { cancellers, mayTake, skipReasons, takesContacts } from '#domain/contact/contact.ts'
import { countVisits, inOrder } from '#domain/contact/contact-facts.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { mayCorrect } from '#domain/contact/correct-contact.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { type EarlierKind, unasked } from '#domain/match/earlier-words.ts'
import { actorId, isMemberWith } from '#domain/member/actor.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { isPartnerOffered } from '#usecases/circle/partner-offered.ts'
import { openNotes } from '#usecases/contact/contact-fields.ts'
import { contactOf } from '#usecases/contact/contact-row.ts'
import { topicsFor } from '#usecases/contact/topics-for.ts'
import { readTouchable } from '#usecases/contact/touched.ts'
import { readUsed, sheetChoices, titleOfUsed } from '#usecases/conversation-sheet/used-sheet.ts'
import { claimAt } from '#usecases/expense/claim-at.ts'
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
      /** Who asks is the one who goes there. */
      mine:
        actor.kind === 'member' &&
        actor.workerId !== null &&
        (row.worker_id === actor.workerId || trajectory.worker_id === actor.workerId),
      quiet: trajectory.quiet_since !== null,
      givenName: mother.name.given,
      people: peopleOf(definition),
      safeContact,
      phone: mother.phone,
      visitNumber: countVisits(rows.map(contactOf)).get(contact.number) ?? null,
      modes: definition.contacts?.modes.value ?? [],
      usualMinutes: definition.contacts?.minutes.value ?? null,
      touchable: await readTouchable(work, trajectory),
      /** That her partner took part may be written down: she wants it, and it is safe. */
      partnerOffered: await isPartnerOffered(work, trajectory, definition),
      outsideReason: row.outside_reason,
      /** Why somebody left it out; `null` where only the plan no longer asks for it. */
      skipReason: skipReasons.find((reason) => reason === row.skip_reason) ?? null,
      confirmedOn: row.confirmed_on,
      /** The days that stood before, the latest first, and who asked for another. */
      moves: (await listMoves(tx, orgId, id)).map((move) => ({
        wasOn: move.was_on,
        askedBy: cancellers.find((by) => by === move.asked_by) ?? null,
      })),
      notes: legible(row)
        ? openNotes(work, trajectory.person_id, row)
        : legible(row, 'agreements')
          ? { went: null, next: openNotes(work, trajectory.person_id, row).next }
          : null,
      lastAgreed: lastRow ? openNotes(work, trajectory.person_id, lastRow).next : null,
      lastContactOn: trajectory.last_contact_on,
      /** Sheets for a visit in this programme; none after a loss. */
      sheets: trajectory.quiet_since ? [] : await sheetChoices(work, definition, 'month'),
      /** The one that was on the table, in the version that it had then. */
      usedSheet:
        trajectory.quiet_since || !legible(row) ? null : titleOfUsed(await readUsed(work, [row]), row),
      /** What she may claim with it, and what she did. */
      claim: await claimAt(work, { contactId: id, workerId: row.worker_id ?? trajectory.worker_id }),
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
        skip: open && mayTake(contact.state, 'skip') && contact.plannedOn === null,
        bringBack: open && mayTake(contact.state, 'owe-again') && row.skip_reason !== null,
        confirm:
          open &&
          mayTake(contact.state, 'confirm') &&
          row.confirmed_on === null &&
          contact.plannedOn !== null &&
          !isBefore(contact.plannedOn, today),
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
