import { z } from 'zod'
import { findContact } from '#db/contact.ts'
import { findEntry } from '#db/phone-entry.ts'
import { takesContacts } from '#domain/contact/contact.ts'
import { fieldPhonePolicy } from '#domain/field-phone/field-phone-policy.ts'
import { mayStep } from '#domain/field-phone/phone-entry.ts'
import { usualMinutes } from '#domain/field-phone/written-at.ts'
import { actorId } from '#domain/member/actor.ts'
import { NotFound } from '#usecases/failure.ts'
import { heldFor } from '#usecases/field-phone/held-place.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** One of them, with every word of it, for who may settle it. */
export const readHeld = question({
  name: 'read-held',
  may: fieldPhonePolicy.settle,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, zone } = work
    const row = await findEntry(tx, orgId, id)
    const mine = row && (fieldPhonePolicy.settleAll(actor) || row.member_id === actorId(actor))
    const held = row && mine && row.words_sealed ? await heldFor(work, row) : null
    if (!row || !held) throw new NotFound()
    const { trajectory, said, text } = held
    aboutTrajectory(work, trajectory)
    const contact = said?.form === 'contact-log' ? await findContact(tx, actor, said.subjectId) : null
    const people = await readPeople(work, [trajectory.person_id])
    const names = await whoDid(work, [row.member_id])
    const off = row.claimed_at ? Math.round(row.written_at.until(row.claimed_at).total('minutes')) : 0
    const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDateTime()
    return {
      id,
      version: row.version,
      state: row.state,
      because: row.held_because ?? 'refused',
      writer: names.get(row.member_id) ?? '—',
      name: people.get(trajectory.person_id)?.name.given ?? '—',
      trajectoryId: trajectory.id,
      /** The planned contact it was written about, as it stands now. */
      contactId: contact?.id ?? null,
      writtenAt: local(row.written_at),
      /** What the phone's own clock said, if that was another time. */
      claimedAt: row.claimed_at && Math.abs(off) > usualMinutes ? local(row.claimed_at) : null,
      answers: said?.answers ?? null,
      /** What nobody could read, as it came. */
      raw: said ? null : text,
      sheets: definitionOf(work, trajectory).talkSheets.map(({ id: sheet, title }) => ({ id: sheet, title })),
      abilities: {
        log: mayStep(row.state, 'log') && said !== null && takesContacts(trajectory.state),
        putAway: mayStep(row.state, 'put-away'),
      },
    }
  },
})
export type HeldEntry = Awaited<ReturnType<typeof readHeld>>
