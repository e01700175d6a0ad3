import { z } from 'zod'
import { findOrganisation } from '#db/organisation.ts'
import { findByToken } from '#db/own-device.ts'
import { ownDeviceState } from '#domain/own-device/own-device.ts'
import { ownDevicePolicy } from '#domain/own-device/own-device-policy.ts'
import { isStillSo } from '#usecases/own-device/still-so.ts'
import { timesOf } from '#usecases/own-device/times-of.ts'
import { question } from '#usecases/use-case.ts'

/** The questions that her device may show now, and nothing of her; `null` where there are none, whatever the reason. */
export const readOwnDevice = question({
  name: 'read-own-device',
  may: ownDevicePolicy.answer,
  input: z.strictObject({ tokenHash: z.hex().length(64) }),
  async run(work, { tokenHash }) {
    const { tx, orgId, now, zone } = work
    const row = await findByToken(tx, orgId, Buffer.from(tokenHash, 'hex'))
    if (!row || ownDeviceState(timesOf(row), now) !== 'open') return null
    work.about({ person: row.person_id, trajectory: row.trajectory_id })
    const moment = await isStillSo(work, row)
    if (!moment) return null
    return {
      until: row.until_at.toZonedDateTimeISO(zone),
      exitUrl: (await findOrganisation(tx, orgId)).exit_url,
      questionnaires: moment.goes.flatMap(({ instrument, shelf }) => (shelf ? [{ instrument, shelf }] : [])),
    }
  },
})
