import { z } from 'zod'
import { findEntry, insertEntry } from '#db/phone-entry.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { fieldPhonePolicy } from '#domain/field-phone/field-phone-policy.ts'
import { heldReasons } from '#domain/field-phone/phone-entry.ts'
import { openBox, phoneItem, placeOf, refuseErased, sealWords } from '#usecases/field-phone/open-box.ts'
import { ownPhone } from '#usecases/field-phone/own-phone.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps what could not go in, until somebody looked. The answer is the same whatever stood in the way, also if the woman
 * was never there: who was shut out of a file hears nothing of it here.
 */
export const holdEntry = command({
  name: 'hold-entry',
  action: 'create',
  may: fieldPhonePolicy.carry,
  input: z.strictObject({ ...phoneItem, because: z.enum(heldReasons) }),
  async run(work, { because, ...item }) {
    const phone = await ownPhone(work, item.phoneId)
    const first = await findEntry(work.tx, work.orgId, item.id)
    if (first) return { state: first.state }
    const { text, said, written, claimed } = await openBox(work, phone, item)
    const place = await placeOf(work, said)
    if (place) await refuseErased(work, place.person_id)
    const hers = place && (await findTrajectory(work.tx, work.actor, place.trajectory_id))
    if (hers) work.about({ trajectory: hers.id, person: hers.person_id, basis: 'match' })
    else if (place)
      work.about({ trajectory: place.trajectory_id, person: place.person_id, basis: 'own_record' })
    const ownerId = place?.person_id ?? phone.member_id
    await insertEntry(work.tx, {
      org_id: work.orgId,
      id: item.id,
      phone_id: phone.id,
      member_id: phone.member_id,
      owner_id: ownerId,
      trajectory_id: place?.trajectory_id ?? null,
      contact_id: null,
      form: said?.form ?? 'contact-log',
      state: 'held',
      held_because: because,
      claimed_at: claimed,
      written_at: written,
      received_at: work.now,
      words_sealed: await sealWords(work, ownerId, item.id, text),
    })
    return { state: 'held' as const }
  },
})
