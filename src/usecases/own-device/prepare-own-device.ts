import { z } from 'zod'
import { findLastOwnDevice } from '#db/own-device.ts'
import { ownDeviceState } from '#domain/own-device/own-device.ts'
import { ownDevicePolicy } from '#domain/own-device/own-device-policy.ts'
import { minutesGood } from '#domain/own-device/own-device-rule.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { heldMoment } from '#usecases/measure/held-moment.ts'
import { deviceMoment } from '#usecases/own-device/held-device.ts'
import { timesOf } from '#usecases/own-device/times-of.ts'
import { question } from '#usecases/use-case.ts'

/** What of one moment could go to her own device, what stays with staff, why nothing can; and how the last time stands. */
export const prepareOwnDevice = question({
  name: 'prepare-own-device',
  may: ownDevicePolicy.open,
  input: z.strictObject({ trajectoryId: z.uuid(), moment: z.string().max(10) }),
  async run(work, { trajectoryId, moment }) {
    const { tx, orgId, now, zone } = work
    const held = await heldMoment(work, trajectoryId, moment)
    const { why, goes, stays } = await deviceMoment(work, held, now.add({ minutes: minutesGood }))
    const last = await findLastOwnDevice(tx, orgId, trajectoryId)
    const labels = (due: typeof goes) => due.map(({ instrument }) => instrument.label)
    return {
      trajectoryId,
      moment,
      people: peopleOf(held.definition),
      why: why ?? (goes.length === 0 ? ('own-device-nothing' as const) : null),
      goes: labels(goes),
      stays: labels(stays),
      last: last
        ? {
            state: ownDeviceState(timesOf(last), now),
            ending: last.ended_code,
            called: last.called_at !== null,
            openedAt: last.opened_at.toZonedDateTimeISO(zone),
            untilAt: last.until_at.toZonedDateTimeISO(zone),
            endedAt: last.ended_at?.toZonedDateTimeISO(zone) ?? null,
          }
        : null,
    }
  },
})
