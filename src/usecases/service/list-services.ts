import { z } from 'zod'
import { listServices as findServices } from '#db/service.ts'
import { isBefore } from '#domain/day.ts'
import { servicePolicy } from '#domain/service/service-policy.ts'
import { question } from '#usecases/use-case.ts'

/** The systems that have, or had, a key of this organisation. Never the key. */
export const listServices = question({
  name: 'list-services',
  may: servicePolicy.manage,
  input: z.strictObject({}),
  async run({ tx, orgId, today, zone }) {
    const dayOf = (at: Temporal.Instant | null) => at?.toZonedDateTimeISO(zone).toPlainDate() ?? null
    return (await findServices(tx, orgId)).map((row) => ({
      id: row.id,
      name: row.name,
      scopes: row.scopes,
      fromDay: row.from_day,
      untilDay: row.until_day,
      endedOn: dayOf(row.ended_at),
      lastUsedOn: dayOf(row.last_used_at),
      /** The key it is changing from, as long as that opens anything. */
      oldKey:
        row.old_key_until && !isBefore(row.old_key_until, today)
          ? { untilDay: row.old_key_until, lastUsedOn: dayOf(row.old_key_used_at) }
          : null,
      isLive: row.ended_at === null && !(row.until_day && isBefore(row.until_day, today)),
    }))
  },
})
