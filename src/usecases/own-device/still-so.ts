import type { OwnDeviceRow } from '#db/own-device.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { heldMoment } from '#usecases/measure/held-moment.ts'
import { asNaast, type DeviceMoment, deviceMoment, givenByWhoMay } from '#usecases/own-device/held-device.ts'

/**
 * Everything that was looked at when the code was given, once more; `null` where any of it is no longer so, whatever it
 * is: what changed is nobody's business on her device.
 */
export async function isStillSo(work: Work, row: OwnDeviceRow): Promise<DeviceMoment | null> {
  try {
    await givenByWhoMay(work, row)
    const naast = asNaast(work)
    const held = await heldMoment(naast, row.trajectory_id, row.moment)
    const moment = await deviceMoment(naast, held, row.until_at)
    return moment.why || moment.goes.length === 0 ? null : moment
  } catch (error) {
    if (error instanceof NotFound || error instanceof Refused) return null
    throw error
  }
}
