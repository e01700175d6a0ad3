import { z } from 'zod'
import { findOrganisation } from '#db/organisation.ts'
import { findByToken, lockOwnDevice, saveOwnDevice } from '#db/own-device.ts'
import { ownDevicePolicy } from '#domain/own-device/own-device-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { command } from '#usecases/use-case.ts'

/**
 * She goes away from the page: nothing of it opens again, and nothing that she ticked is kept. If she asks to be called,
 * that is on a list at once, whatever was answered and however her time ended.
 */
export const leaveOwnDevice = command({
  name: 'leave-own-device',
  action: 'update',
  may: ownDevicePolicy.answer,
  input: z.strictObject({ tokenHash: z.hex().length(64), call: z.boolean() }),
  async run(work, { tokenHash, call }) {
    const { tx, orgId, now } = work
    const found = await findByToken(tx, orgId, Buffer.from(tokenHash, 'hex'))
    const row = found && (await lockOwnDevice(tx, orgId, found.id))
    if (!row) throw new NotFound()
    const { trajectory_id: trajectoryId } = row
    work.about({ person: row.person_id, trajectory: trajectoryId })
    if (row.ended_at === null) await saveOwnDevice(tx, row, { ended_at: now, ended_code: 'left' })
    if (call && row.called_at === null) {
      await saveOwnDevice(tx, row, { called_at: now })
      await createTask(work, { kind: 'contact', reasonCode: 'own-device-call-her', trajectoryId })
    }
    return { exitUrl: (await findOrganisation(tx, orgId)).exit_url }
  },
})
