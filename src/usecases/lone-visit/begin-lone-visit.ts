import { z } from 'zod'
import { findContact } from '#db/contact.ts'
import { insertLoneVisit } from '#db/lone-visit.ts'
import { findNeverAlone } from '#db/never-alone.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { mayTake } from '#domain/contact/contact.ts'
import { stayMinutes, usualGraceMinutes } from '#domain/lone-visit/lone-visit.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { companions, mayGoIn } from '#domain/lone-visit/never-alone.ts'
import { optionalText } from '#domain/person/person.ts'
import { isRefusal } from '#domain/refusal.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { loneVisitFields, wayOutFields } from '#usecases/lone-visit/lone-visit-fields.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/** "I'm going in", and until when. From here on the server's clock watches, not her phone's. */
export const beginLoneVisit = command({
  name: 'begin-lone-visit',
  action: 'create',
  may: loneVisitPolicy.go,
  input: z.strictObject({
    contactId: z.uuid(),
    minutes: z.literal(stayMinutes),
    place: z.enum(['home', 'elsewhere']),
    /** Where exactly, if it isn't her home. */
    where: optionalText(200),
    beside: z.enum(companions).nullish(),
  }),
  async run(work, { contactId, minutes, place, where, beside }) {
    const { tx, orgId, actor, now, today, vault } = work
    const contact = await findContact(tx, actor, contactId)
    const trajectory = contact && (await findTrajectory(tx, actor, contact.trajectory_id))
    if (actor.kind !== 'member' || !actor.workerId || !trajectory) throw new NotFound()
    // A coordinator who visits too sees all, and goes in only where she is the one who goes.
    if (contact.worker_id !== actor.workerId && trajectory.worker_id !== actor.workerId) throw new NotFound()
    work.about({ person: trajectory.person_id, trajectory: trajectory.id, basis: 'match' })
    if (!mayTake(contact.state as 'planned', 'log-done')) throw new Refused('not-from-this-state')
    const rule = await findNeverAlone(tx, orgId, trajectory.id)
    const may = mayGoIn({ neverAlone: rule !== undefined, home: place === 'home', beside: beside ?? null })
    if (isRefusal(may)) throw new Refused(may.refused)
    await vault.load([trajectory.person_id, actor.memberId])
    const id = work.newId()
    const wayOut = work.newSecret()
    const expected = now.add({ minutes })
    const { safety } = definitionOf(work, trajectory)
    const made = await insertLoneVisit(tx, {
      org_id: orgId,
      id,
      worker_id: actor.workerId,
      member_id: actor.memberId,
      trajectory_id: trajectory.id,
      person_id: trajectory.person_id,
      contact_id: contactId,
      place,
      where_sealed: loneVisitFields.sealIf(vault, trajectory.person_id, id, 'where_sealed', where),
      beside: beside ?? null,
      on_day: today,
      began_at: now,
      expected_at: expected,
      grace_minutes: safety.checkInGraceMinutes?.value ?? usualGraceMinutes,
      ended_at: null,
      asked_for: null,
      wrong_at: null,
      duress_at: null,
      next_at: expected,
      way_out_hash: work.digest(wayOut),
      way_out_sealed: wayOutFields.seal(vault, actor.memberId, id, 'way_out_sealed', wayOut),
    })
    if (!made) throw new Refused('lone-visit-running')
    return { id }
  },
})
