import { z } from 'zod'
import { lockExceptionRuling, saveExceptionRuling } from '#db/exception.ts'
import { deciderWords, mayRule, rulingOutcomes } from '#domain/intake/exception.ts'
import { exceptionPolicy } from '#domain/intake/exception-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { exceptionFields } from '#usecases/intake/exceptions-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Answers an exception that was asked for: it may be or it may not, and why. Only somebody in the role that the
 * programme names; the answer stays, and she who does the intake decides on it.
 */
export const decideException = command({
  name: 'decide-exception',
  action: 'update',
  may: exceptionPolicy.decide,
  input: z.strictObject({
    id: z.uuid(),
    outcome: z.enum(rulingOutcomes, { error: 'choose-one' }),
    reason: z.string().trim().min(1).max(1000),
  }),
  async run(work, { id, outcome, reason }) {
    const { tx, actor, now, vault } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await lockExceptionRuling(tx, actor, id)
    if (!row) throw new NotFound()
    work.about({ person: row.person_id, trajectory: row.trajectory_id })
    if (!exceptionPolicy.decideThis(actor, row.decider))
      throw new Refused('exception-not-yours', { ...deciderWords[row.decider] })
    const allowed = mayRule(row.asked_by, actor.memberId)
    if (isRefusal(allowed)) throw new Refused(allowed.refused)
    if (row.outcome !== null) throw new Refused('exception-answered')
    if (row.intake_state !== 'open' || row.trajectory_state !== 'intake') throw new Refused('intake-decided')
    if (row.intake_now !== row.intake_version) throw new Refused('exception-outdated')
    await vault.load([row.person_id])
    await saveExceptionRuling(tx, row, {
      outcome,
      reason_sealed: exceptionFields.seal(vault, row.person_id, id, 'reason_sealed', reason),
      decided_by: actor.memberId,
      decided_at: now,
    })
    return { outcome }
  },
})
