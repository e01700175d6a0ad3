import { z } from 'zod'
import { endOwnDevices } from '#db/own-device.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { ownDevicePolicy } from '#domain/own-device/own-device-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/** Whoever has the code or the page open gets nothing more from it. */
export const stopOwnDevice = command({
  name: 'stop-own-device',
  action: 'update',
  may: ownDevicePolicy.open,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    if (!(await endOwnDevices(work.tx, work.orgId, trajectoryId, { at: work.now, code: 'stopped' })))
      throw new Refused('own-device-none')
    return {}
  },
})
