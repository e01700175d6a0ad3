import { z } from 'zod'
import { listPhones as findPhones } from '#db/field-phone.ts'
import { findOrganisation } from '#db/organisation.ts'
import { fieldPhonePolicy } from '#domain/field-phone/field-phone-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** Phones that carry visits: one's own, or everybody's for who answers for them. */
export const listPhones = question({
  name: 'list-phones',
  may: fieldPhonePolicy.list,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor, zone } = work
    const rows = await findPhones(tx, orgId, fieldPhonePolicy.all(actor) ? null : actorId(actor))
    const names = await whoDid(
      work,
      rows.map(({ member_id }) => member_id),
    )
    const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDateTime()
    return {
      offline: (await findOrganisation(tx, orgId)).offline,
      phones: rows.map((row) => ({
        id: row.id,
        own: row.member_id === actorId(actor),
        name: names.get(row.member_id) ?? '—',
        since: local(row.since),
        seenAt: local(row.seen_at),
        minutesAhead: row.minutes_ahead,
        ended: row.ended_at !== null,
        wipedAt: row.wiped_at && local(row.wiped_at),
      })),
    }
  },
})
