import { z } from 'zod'
import { insertExceptionRuling } from '#db/exception.ts'
import { factsOf } from '#domain/intake/intake.ts'
import { weighEligibility } from '#domain/programme/eligibility.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { exceptionFields, exceptionsOf } from '#usecases/intake/exceptions-of.ts'
import { holdIntake } from '#usecases/intake/held-intake.ts'
import { inSight, openAnswers } from '#usecases/intake/intake-fields.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Asks whoever the programme names to set a rule aside for her, with the argument for it. It stands on the worklist of
 * that role until it is answered, or until the intake's answers change and it has to be weighed anew.
 */
export const askException = command({
  name: 'ask-exception',
  action: 'create',
  may: trajectoryPolicy.doIntake,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    rule: z.string().max(60),
    argument: z.string().trim().min(1).max(1000),
  }),
  async run(work, { trajectoryId, version, rule, argument }) {
    const { tx, orgId, actor, now, today, vault } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const { trajectory, definition, row, receivedOn } = await holdIntake(work, trajectoryId, version)
    const personId = trajectory.person_id
    const saved = row && openAnswers(work, personId, row)
    if (!row || !saved) throw new Refused('intake-not-saved')
    const eligibility = weighEligibility(
      definition,
      factsOf(inSight(saved, trajectory.quiet_since), today, receivedOn),
    )
    const asked = (await exceptionsOf(work, row, eligibility, personId)).find((one) => one.rule.id === rule)
    if (!asked) throw new NotFound()
    const { decider, standing } = asked
    if (standing !== 'to_ask' || decider === 'coordinator') throw new Refused('exception-asked-before')
    const id = work.newId()
    await insertExceptionRuling(tx, {
      org_id: orgId,
      id,
      trajectory_id: trajectoryId,
      rule,
      decider,
      intake_version: version,
      argument_sealed: exceptionFields.seal(vault, personId, id, 'argument_sealed', argument),
      asked_by: actor.memberId,
      asked_at: now,
      outcome: null,
      reason_sealed: null,
      decided_by: null,
      decided_at: null,
    })
    return { id }
  },
})
