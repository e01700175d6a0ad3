import { z } from 'zod'
import { lockByCode, saveOwnDevice } from '#db/own-device.ts'
import { ownDeviceState } from '#domain/own-device/own-device.ts'
import { ownDevicePolicy } from '#domain/own-device/own-device-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { isStillSo } from '#usecases/own-device/still-so.ts'
import { timesOf } from '#usecases/own-device/times-of.ts'
import { command } from '#usecases/use-case.ts'

const hash = z.hex().length(64)

/**
 * The code was typed: from now on only what this one page is given opens anything, and the code nothing more. A wrong
 * code, one that was typed before, that is over, or that something stands in the way of now: there is no such thing.
 */
export const enterOwnDevice = command({
  name: 'enter-own-device',
  action: 'update',
  may: ownDevicePolicy.answer,
  input: z.strictObject({ codeHash: hash, tokenHash: hash }),
  async run(work, { codeHash, tokenHash }) {
    const { tx, orgId, now } = work
    const row = await lockByCode(tx, orgId, Buffer.from(codeHash, 'hex'))
    if (!row || ownDeviceState(timesOf(row), now) !== 'given') throw new NotFound()
    work.about({ person: row.person_id, trajectory: row.trajectory_id })
    if (!(await isStillSo(work, row))) throw new NotFound()
    await saveOwnDevice(tx, row, {
      code_hash: null,
      token_hash: Buffer.from(tokenHash, 'hex'),
      entered_at: now,
    })
    return {}
  },
})
