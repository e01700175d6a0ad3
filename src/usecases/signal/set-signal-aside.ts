import { z } from 'zod'
import { insertSignalStep, saveSignal } from '#db/signal.ts'
import { asideReasons } from '#domain/signal/signal.ts'
import { signalPolicy } from '#domain/signal/signal-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { holdSignal } from '#usecases/signal/held-signal.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Lets work go on although a rule stops it, with the reason, for as long as this signal stands (domain.md 6.7, G-F2).
 * Only its owner may, and only if the rule lets itself be set aside.
 */
export const setSignalAside = command({
  name: 'set-signal-aside',
  action: 'update',
  may: signalPolicy.setAside,
  input: z.strictObject({ id: z.uuid(), version: versionInput, reason: z.enum(asideReasons) }),
  async run(work, { reason, ...seen }) {
    const { tx, orgId, today, now } = work
    const signal = await holdSignal(work, seen, signalPolicy.decideThis)
    if (signal.severity !== 'block') throw new Refused('signal-stops-nothing')
    if (!signal.rule.overridable) throw new Refused('signal-never-aside')
    await insertSignalStep(tx, {
      org_id: orgId,
      id: work.newId(),
      signal_id: seen.id,
      trajectory_id: signal.row.trajectory_id,
      kind: 'set_aside',
      code: reason,
      until_day: null,
      taken_on: today,
      taken_by: signal.memberId,
      taken_at: now,
    })
    // Counts the version up: whoever looked at it before sees that it was decided.
    await saveSignal(tx, signal.row, {})
    return { trajectoryId: signal.row.trajectory_id }
  },
})
