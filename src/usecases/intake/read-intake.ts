import { z } from 'zod'
import { findConsents } from '#db/consent.ts'
import { findEligibilityDecision, findIntake } from '#db/intake.ts'
import { findReceivedOn, findReferral } from '#db/referral.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { requiredConsents } from '#domain/intake/conclude.ts'
import { beginIntake, factsOf, mayAsk } from '#domain/intake/intake.ts'
import { weighEligibility } from '#domain/programme/eligibility.ts'
import { isRefusal } from '#domain/refusal.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import { NotFound } from '#usecases/failure.ts'
import { askedAtIntake } from '#usecases/intake/answer-consents.ts'
import { exceptionsOf } from '#usecases/intake/exceptions-of.ts'
import { intakeState, safeContactCounts } from '#usecases/intake/held-intake.ts'
import { inSight, openAnswers, openExceptionReason } from '#usecases/intake/intake-fields.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { openReferral } from '#usecases/referral/referral-fields.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * One intake: how to reach her, what was answered, what the rules say of that today, and, once decided, how. Before
 * anything was saved the answers are those of the referral.
 */
export const readIntake = question({
  name: 'read-intake',
  may: trajectoryPolicy.doIntake,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor, today } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const personId = trajectory.person_id
    const person = (await readPeople(work, [personId])).get(personId)
    if (!person || person.erased) throw new NotFound()
    const definition = definitionOf(work, trajectory)
    const row = (await findIntake(tx, orgId, trajectoryId)) ?? null
    const referral = await findReferral(tx, actor, trajectory.referral_id)
    const said = referral ? openReferral(work, referral) : null
    const answers = inSight(
      (row && openAnswers(work, personId, row)) ?? beginIntake(said?.answers ?? null, definition),
      trajectory.quiet_since,
    )
    const allowed = mayAsk(
      { state: intakeState(row), trajectoryState: trajectory.state },
      await safeContactCounts(work, personId),
    )
    const given = await givenConsents(work, personId, trajectoryId)
    const receivedOn = await findReceivedOn(tx, orgId, trajectory.referral_id)
    const eligibility = weighEligibility(definition, factsOf(answers, today, receivedOn))
    const decision = await findEligibilityDecision(tx, orgId, trajectoryId)
    return {
      trajectoryId,
      person: { id: personId, name: person.name, phone: person.phone, email: person.email },
      definition,
      state: intakeState(row),
      trajectoryState: trajectory.state,
      version: row?.version ?? 0,
      answers,
      receivedOn,
      eligibility,
      /** How far each exception is that she would need; nothing before anything was saved. */
      exceptions: row ? await exceptionsOf(work, row, eligibility, personId) : [],
      /** `true`, or why nothing may be asked now. */
      mayAsk: isRefusal(allowed) ? allowed.refused : (true as const),
      safeContact: await readSafeContact(work, personId),
      referral: said && { words: said.words, reach: said.answers?.reach ?? null },
      consents: {
        asked: askedAtIntake(definition),
        missing: requiredConsents(definition).filter((code) => !given.has(code)),
        live: (await findConsents(tx, orgId, personId, trajectoryId))
          .filter((one) => one.superseded_at === null)
          .map(({ code, state, party }) => ({ code, state, party })),
      },
      decision: decision && {
        outcome: decision.outcome,
        decidedOn: decision.decided_at.toZonedDateTimeISO(work.zone).toPlainDate(),
        exceptionRule: decision.exception_rule,
        exceptionReason: openExceptionReason(work, personId, decision),
        redirectedTo: decision.redirected_to,
      },
    }
  },
})
export type IntakeView = Awaited<ReturnType<typeof readIntake>>
