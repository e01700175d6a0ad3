import { z } from 'zod'
import { insertSignalStep, saveSignal } from '#db/signal.ts'
import { deeds, deedsFor, quietAfter } from '#domain/signal/signal.ts'
import { signalPolicy } from '#domain/signal/signal-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid } from '#usecases/failure.ts'
import { holdSignal } from '#usecases/signal/held-signal.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Says what was done about a signal. That is kept, and some of it is itself what a rule asks for; the signal ends when
 * its rule no longer holds, and comes back to the worklist if it still does after a while.
 */
export const actOnSignal = command({
  name: 'act-on-signal',
  action: 'update',
  may: signalPolicy.answer,
  input: z.strictObject({ id: z.uuid(), version: versionInput, deed: z.enum(deeds) }),
  async run(work, { deed, ...seen }) {
    const { tx, orgId, today, now } = work
    const signal = await holdSignal(work, seen, signalPolicy.answerThis)
    if (!deedsFor(signal.rule, signal.facts).includes(deed)) throw new Invalid({ deed: 'choose-one' })
    const closed = signal.seen.trajectory_state === 'closed'
    const quietUntil = quietAfter(signal.severity, deed, closed, today)
    await insertSignalStep(tx, {
      org_id: orgId,
      id: work.newId(),
      signal_id: seen.id,
      trajectory_id: signal.row.trajectory_id,
      kind: 'done',
      code: deed,
      until_day: quietUntil,
      taken_on: today,
      taken_by: signal.memberId,
      taken_at: now,
    })
    await saveSignal(tx, signal.row, { quiet_until: quietUntil })
    return { trajectoryId: signal.row.trajectory_id }
  },
})
