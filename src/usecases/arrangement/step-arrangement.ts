import { z } from 'zod'
import { lockArrangement, saveArrangement } from '#db/arrangement.ts'
import {
  type ArrangementStep,
  arrangementDrops,
  arrangementState,
  arrangementSteps,
  lastDay,
  nextWordBy,
  stepArrangement,
} from '#domain/arrangement/arrangement.ts'
import { arrangementPolicy } from '#domain/arrangement/arrangement-policy.ts'
import { type Day, dayInput, isBefore } from '#domain/day.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { askAgainBy } from '#usecases/task/ask-again-by.ts'
import { holdTrajectoryWith, withArrangements } from '#usecases/trajectory/held-trajectory.ts'
import { command } from '#usecases/use-case.ts'

const reasonCode = 'ask-arrangement'

/** What is written on that day, by the step. */
const written = {
  apply: (day: Day) => ({ applied_on: day }),
  grant: (day: Day) => ({ decided_on: day, decision: 'granted' as const }),
  refuse: (day: Day) => ({ decided_on: day, decision: 'refused' as const }),
  start: (day: Day) => ({ started_on: day }),
  end: (day: Day) => ({ ended_on: day }),
  drop: (day: Day) => ({ dropped_on: day }),
  wait: () => ({}),
} as const satisfies Record<ArrangementStep, (day: Day) => object>

/**
 * It moved on: applied for, granted or refused, begun, ended, or nobody waits for it any more. Or somebody asked and
 * there is nothing yet: then it is asked again on a day.
 */
export const stepArrangementOn = command({
  name: 'step-arrangement',
  action: 'update',
  may: arrangementPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    id: z.uuid(),
    version: versionInput,
    step: z.enum(arrangementSteps),
    onDay: dayInput,
    /** Why nobody waits for it. */
    reason: z.enum(arrangementDrops).nullable().default(null),
    /** When somebody asks again; without it the term of where it stands. */
    againOn: dayInput.nullable().default(null),
  }),
  async run(work, { trajectoryId, id, version, step, onDay, reason, againOn }) {
    const { tx, orgId, today } = work
    const { definition, memberId } = await holdTrajectoryWith(work, trajectoryId, withArrangements)
    const row = await lockArrangement(tx, orgId, trajectoryId, id)
    const term = definition.arrangements.find((one) => one.id === row?.kind)
    if (!row || !term) throw new NotFound()
    if (row.version !== version) throw new Refused('changed-meanwhile')
    const next = stepArrangement(arrangementState(row), step)
    if (isRefusal(next)) throw new Refused(next.refused)
    if (isBefore(today, onDay)) throw new Invalid({ onDay: 'day-to-come' })
    if (isBefore(onDay, lastDay(row))) throw new Invalid({ onDay: 'day-before-last' })
    if (step === 'drop' && reason === null) throw new Invalid({ reason: 'choose-one' })
    if (step === 'wait' && againOn === null) throw new Invalid({ againOn: 'required' })
    if (againOn && !isBefore(today, againOn)) throw new Invalid({ againOn: 'day-in-the-past' })
    const days = { ...row, ...written[step](onDay) }
    const by = nextWordBy(days, term)
    const on = by === null ? null : (againOn ?? by)
    await saveArrangement(tx, row, {
      ...written[step](onDay),
      ...(step === 'drop' ? { dropped_code: reason } : {}),
      ...(await askAgainBy(work, { taskId: row.task_id, trajectoryId, on, reasonCode })),
      stepped_by: memberId,
      stepped_at: work.now,
    })
    work.about({ detail: { step } })
    return { arrangementId: id }
  },
})
