import { z } from 'zod'
import { endOwnDevices, forgetOldCodes, insertOwnDevice } from '#db/own-device.ts'
import { ownDevicePolicy } from '#domain/own-device/own-device-policy.ts'
import { minutesGood } from '#domain/own-device/own-device-rule.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { holdMoment } from '#usecases/measure/held-moment.ts'
import { deviceMoment } from '#usecases/own-device/held-device.ts'
import { command } from '#usecases/use-case.ts'

/** How whoever gives her the code has her attention; there is no other way, as nothing carries it to her. */
export const givenHow = ['beside', 'by_phone'] as const

/**
 * Gives a code by which she answers one moment's questions on her own device. Only to who is with her now, or speaks
 * with her, and has asked: that she is alone, that the device is hers and nobody else's, that she wants it so. One at a
 * time; another that isn't over ends.
 */
export const openOwnDevice = command({
  name: 'open-own-device',
  action: 'create',
  may: ownDevicePolicy.open,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    moment: z.string().max(10),
    how: z.enum(givenHow, 'choose-one'),
    asked: z.literal(true, 'required'),
    codeHash: z.hex().length(64),
  }),
  async run(work, { trajectoryId, moment, how, codeHash }) {
    const { tx, orgId, now, actor } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const held = await holdMoment(work, trajectoryId, moment)
    const until = now.add({ minutes: minutesGood })
    const { why, goes } = await deviceMoment(work, held, until)
    if (why) throw new Refused(why)
    if (goes.length === 0) throw new Refused('own-device-nothing')
    await forgetOldCodes(tx, orgId, now)
    await endOwnDevices(tx, orgId, trajectoryId, { at: now, code: 'replaced' })
    work.about({ detail: { how } })
    await insertOwnDevice(tx, {
      org_id: orgId,
      id: work.newId(),
      trajectory_id: trajectoryId,
      person_id: held.trajectory.person_id,
      moment,
      opened_by: actor.memberId,
      opened_at: now,
      until_at: until,
      code_hash: Buffer.from(codeHash, 'hex'),
      token_hash: null,
      entered_at: null,
      called_at: null,
      ended_at: null,
      ended_code: null,
    })
    return { until: until.toString() }
  },
})
