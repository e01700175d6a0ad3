import { z } from 'zod'
import { insertSignalStep, saveSignal } from '#db/signal.ts'
import { dayInput, daysBetween } from '#domain/day.ts'
import { mostSnoozeDays, snoozeReasons } from '#domain/signal/signal.ts'
import { signalPolicy } from '#domain/signal/signal-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { holdSignal } from '#usecases/signal/held-signal.ts'
import { command } from '#usecases/use-case.ts'

/** Lets a signal wait until a day, with the reason why it may. It still stands, and danger waits no longer than a day. */
export const snoozeSignal = command({
  name: 'snooze-signal',
  action: 'update',
  may: signalPolicy.answer,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    until: dayInput,
    reason: z.enum(snoozeReasons),
  }),
  async run(work, { until, reason, ...seen }) {
    const { tx, orgId, today, now } = work
    const signal = await holdSignal(work, seen, signalPolicy.decideThis)
    const days = daysBetween(today, until)
    if (days < 1) throw new Invalid({ until: 'day-passed' })
    const most = mostSnoozeDays[signal.severity]
    if (days > most) throw new Refused('signal-waits-too-long', { days: most, count: most })
    await insertSignalStep(tx, {
      org_id: orgId,
      id: work.newId(),
      signal_id: seen.id,
      trajectory_id: signal.row.trajectory_id,
      kind: 'snoozed',
      code: reason,
      until_day: until,
      taken_on: today,
      taken_by: signal.memberId,
      taken_at: now,
    })
    await saveSignal(tx, signal.row, { quiet_until: until })
    return { trajectoryId: signal.row.trajectory_id }
  },
})
