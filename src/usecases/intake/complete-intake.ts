import { z } from 'zod'
import { json } from '#db/connection.ts'
import { insertEligibilityDecision, saveIntake } from '#db/intake.ts'
import { saveTrajectory } from '#db/trajectory.ts'
import { conclude, conclusions, requiredConsents } from '#domain/intake/conclude.ts'
import { deciderWords } from '#domain/intake/exception.ts'
import { factsOf } from '#domain/intake/intake.ts'
import { optionalText } from '#domain/person/person.ts'
import { type Eligibility, weighEligibility } from '#domain/programme/eligibility.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepTo, trajectoryStates } from '#domain/trajectory/trajectory.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { versionInput } from '#domain/version.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import { Forbidden, Invalid, Refused } from '#usecases/failure.ts'
import { addChild } from '#usecases/intake/add-child.ts'
import { exceptionsOf } from '#usecases/intake/exceptions-of.ts'
import { type HeldIntake, holdIntake } from '#usecases/intake/held-intake.ts'
import { decisionFields, inSight, openAnswers } from '#usecases/intake/intake-fields.ts'
import { planMeasures } from '#usecases/measure/plan-measures.ts'
import { sayOfPregnancy } from '#usecases/pregnancy/pregnancy-file.ts'
import { endTrajectory } from '#usecases/trajectory/end-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Decides an intake on what was saved, weighed again now: she goes on the waiting list, or this programme isn't for
 * her and it says where she is helped instead. The decision is kept with every rule's result, who took it and when,
 * and the reason of an exception. What somebody else decides has to be allowed by her first.
 */
export const completeIntake = command({
  name: 'complete-intake',
  action: 'update',
  may: trajectoryPolicy.doIntake,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    conclusion: z.enum(conclusions),
    exceptionReason: optionalText(1000),
    redirectTo: optionalText(60),
  }),
  async run(work, { trajectoryId, version, conclusion, exceptionReason, redirectTo }) {
    const { tx, orgId, actor, now, today, vault } = work
    // A decision has somebody who took it; the policy lets only members in.
    if (actor.kind !== 'member') throw new Forbidden()
    const held = await holdIntake(work, trajectoryId, version)
    const { trajectory, definition, row } = held
    const personId = trajectory.person_id
    const saved = row && openAnswers(work, personId, row)
    if (!row || !saved) throw new Refused('intake-not-saved')
    const answers = inSight(saved, trajectory.quiet_since)
    const eligibility = weighEligibility(definition, factsOf(answers, today, held.receivedOn))
    const given = await givenConsents(work, personId, trajectoryId)
    const exceptions = await exceptionsOf(work, row, eligibility, personId)
    const allowed = conclude(conclusion, eligibility, {
      reason: exceptionReason,
      exceptions,
      consentsMissing: requiredConsents(definition).filter((code) => !given.has(code)),
    })
    if (isRefusal(allowed)) {
      if (allowed.refused === 'exception-needs-reason')
        throw new Invalid({ exceptionReason: allowed.refused })
      const elsewhere = exceptions.find(({ standing }) => standing !== 'hers' && standing !== 'allowed')
      throw new Refused(
        allowed.refused,
        allowed.refused === 'exception-not-yours' && elsewhere ? { ...deciderWords[elsewhere.decider] } : {},
      )
    }
    const takenIn = conclusion === 'waiting_list'
    if (!takenIn && redirectTo && !eligibility.redirect.some((place) => place.id === redirectTo))
      throw new Invalid({ redirectTo: 'choose-one' })
    const exception = takenIn && eligibility.outcome === 'exception_possible'
    const decisionId = work.newId()
    await insertEligibilityDecision(tx, {
      org_id: orgId,
      id: decisionId,
      trajectory_id: trajectoryId,
      outcome: takenIn ? (exception ? 'exception' : 'eligible') : 'not_eligible',
      results: json(keptResults(eligibility)),
      exception_rule: exception ? eligibility.exceptions.map((rule) => rule.id).join(',') : null,
      exception_reason_sealed: decisionFields.sealIf(
        vault,
        personId,
        decisionId,
        'exception_reason_sealed',
        exception ? exceptionReason : null,
      ),
      programme_version: definition.version,
      decided_by: actor.memberId,
      decided_at: now,
      redirected_to: takenIn ? null : redirectTo,
    })
    await saveIntake(tx, row, {
      state: 'done',
      done_by: actor.memberId,
      done_at: now,
    })
    if (takenIn) {
      const childId = trajectory.child_id ?? (await addChild(work, personId, answers.child))
      await saveTrajectory(tx, trajectory, {
        state: stateAfter(held),
        waiting_since: today,
        child_id: childId,
      })
      // What is measured at intake can be taken while she waits.
      const { bornOn, dueOn } = answers.child
      if (dueOn && !childId) await sayOfPregnancy(work, trajectory, { kind: 'due', on: dueOn })
      await planMeasures(work, { ...trajectory, started_on: null }, definition, {
        bornOn,
        dueOn: bornOn ? null : dueOn,
      })
    } else {
      const reason = definition.closureReasons.find(({ kind }) => kind === 'not_eligible')
      if (!reason) throw new Error(`${definition.id} has no reason for a programme that is not for her`)
      await endTrajectory(work, trajectory, {
        reason: reason.id,
        evaluation: 'not_asked',
        evaluationCode: null,
        goals: {},
        told: {},
        afterwards: 'not_asked',
        words: null,
        note: null,
      })
    }
    return { state: takenIn ? 'waiting' : 'closed' }
  },
})

function stateAfter({ trajectory }: HeldIntake) {
  const now = trajectoryStates.find((state) => state === trajectory.state)
  const next = now ? stepTo(now, 'put-on-waiting-list') : null
  if (next === null || isRefusal(next)) throw new Refused('not-from-this-state')
  return next
}

/** What is kept of each rule: whether it was met, as it was then. Ids and yes or no, nothing of her story. */
const keptResults = ({ results }: Eligibility) =>
  results.map(({ rule, met }) => ({ rule: rule.id, met, prov: rule.prov, ref: rule.ref ?? null }))
