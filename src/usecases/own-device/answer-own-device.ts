import { z } from 'zod'
import { findOrganisation } from '#db/organisation.ts'
import { findByToken, lockOwnDevice, saveOwnDevice } from '#db/own-device.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { alarmsOf } from '#domain/instrument/alarms.ts'
import { hindranceOf } from '#domain/instrument/ways-to-ask.ts'
import { fieldOf } from '#domain/measure/answers.ts'
import { ownDeviceState } from '#domain/own-device/own-device.ts'
import { ownDevicePolicy } from '#domain/own-device/own-device-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { fitsMoment } from '#usecases/measure/fits-moment.ts'
import { holdMoment } from '#usecases/measure/held-moment.ts'
import { settleTaken } from '#usecases/measure/keep-taken.ts'
import { raiseAlarms } from '#usecases/measure/raise-alarms.ts'
import { readTaking } from '#usecases/measure/read-taking.ts'
import { asNaast, deviceMoment, givenByWhoMay } from '#usecases/own-device/held-device.ts'
import { timesOf } from '#usecases/own-device/times-of.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps what she answered on her own device, all at once, if everything is still so. Sent twice it is kept once. An
 * answer to anything that may not be on her device is refused with all that came with it: her page never asked that.
 */
export const answerOwnDevice = command({
  name: 'answer-own-device',
  action: 'update',
  may: ownDevicePolicy.answer,
  input: z.strictObject({
    tokenHash: z.hex().length(64),
    language: z.string().max(20),
    /** By `instrument.item`. */
    answers: z.record(z.string().max(130), z.string().max(100)),
    versions: z.record(z.string().max(60), z.string().max(20)),
  }),
  async run(work, { tokenHash, language, answers, versions }) {
    const { tx, orgId, now, today, vault } = work
    const found = await findByToken(tx, orgId, Buffer.from(tokenHash, 'hex'))
    if (!found) throw new NotFound()
    const { person_id: personId, trajectory_id: trajectoryId, moment } = found
    work.about({ person: personId, trajectory: trajectoryId })
    const { exit_url: exitUrl } = await findOrganisation(tx, orgId)
    if (found.ended_code === 'sent') return { exitUrl }
    await givenByWhoMay(work, found)
    const naast = asNaast(work)
    // Held first: a form that is sent twice at once finds that it was kept, and not that nothing is due any more.
    if (!(await lockTrajectory(tx, naast.actor, trajectoryId))) throw new NotFound()
    const row = await lockOwnDevice(tx, orgId, found.id)
    if (row?.ended_code === 'sent') return { exitUrl }
    if (!row || ownDeviceState(timesOf(row), now) !== 'open') throw new NotFound()
    const held = await holdMoment(naast, trajectoryId, moment)
    const { why, goes } = await deviceMoment(naast, held, row.until_at)
    if (why) throw new Refused(why)
    const asked = new Set(
      goes.flatMap(({ instrument }) => instrument.items.map((item) => fieldOf(instrument, item))),
    )
    fitsMoment(held, answers, versions)
    if (Object.keys(answers).some((name) => !asked.has(name))) throw new Refused('own-device-not-asked')
    const read = readTaking({ ...held, due: goes }, answers, 'own_device', (instrument) =>
      // Its licence and who is on call were looked at just now, and nothing that asks to be alone is among them.
      hindranceOf(instrument, { licence: 'free', onCall: true, alone: false }),
    )
    await raiseAlarms(
      naast,
      held.trajectory,
      moment,
      read.flatMap(({ shelf }) => (shelf ? alarmsOf(shelf.instrument, shelf.values) : [])),
    )
    await vault.load([personId])
    await settleTaken(work, personId, read, { takenOn: today, mode: 'own_device', language, checkCode: null })
    await saveOwnDevice(tx, row, { ended_at: now, ended_code: 'sent' })
    // Nobody was beside her: somebody looks at it today, whatever the numbers say.
    await createTask(work, { kind: 'measure', reasonCode: 'own-device-came-in', trajectoryId })
    return { exitUrl }
  },
})
