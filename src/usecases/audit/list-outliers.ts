import { z } from 'zod'
import { countLooking } from '#db/audit.ts'
import { auditPolicy } from '#domain/audit/audit-policy.ts'
import { daysLookedAt, night, outliersOf } from '#domain/audit/outliers.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** Who stands out in the access log of the last month, for the privacy officer to ask after. */
export const listOutliers = question({
  name: 'list-outliers',
  may: auditPolicy.readAll,
  traced: true,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, today, zone } = work
    const since = today
      .subtract({ days: 2 * daysLookedAt })
      .toZonedDateTime(zone)
      .toInstant()
    const rows = await countLooking(tx, orgId, { since, zone, night })
    const outliers = outliersOf(
      rows.map((row) => ({
        memberId: row.actor_id,
        on: row.on_day,
        files: row.files,
        atNight: row.at_night,
        turnedAway: row.turned_away,
      })),
      today,
    )
    const names = await whoDid(
      work,
      outliers.map(({ memberId }) => memberId),
    )
    return outliers.map((one) => ({ ...one, name: names.get(one.memberId) ?? null }))
  },
})
