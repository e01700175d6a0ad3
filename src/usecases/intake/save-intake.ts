import { z } from 'zod'
import { insertIntake, saveIntake as writeIntake } from '#db/intake.ts'
import { consentWays, sharingParties } from '#domain/consent/consent.ts'
import { answerProblems, type IntakeAnswers, intakeAnswers } from '#domain/intake/intake.ts'
import { consentCodes } from '#domain/programme/definition.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid } from '#usecases/failure.ts'
import { answerConsents, askedAtIntake } from '#usecases/intake/answer-consents.ts'
import { type HeldIntake, holdIntake } from '#usecases/intake/held-intake.ts'
import { sealAnswers } from '#usecases/intake/intake-fields.ts'
import { keepToDefinition } from '#usecases/signal/keep-to-definition.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps what was answered so far. An intake may be saved as often as one likes and is never lost while it is open;
 * her yes or no to a consent goes into the register with the day on which she said it.
 */
export const saveIntake = command({
  name: 'save-intake',
  action: 'update',
  may: trajectoryPolicy.doIntake,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    /** `null`: leave them as they are. */
    answers: intakeAnswers.nullable(),
    consents: z
      .strictObject({
        answers: z.partialRecord(z.enum(consentCodes), z.enum(['yes', 'no'])).default({}),
        shareWith: z.array(z.enum(sharingParties)).max(sharingParties.length).default([]),
        how: z.enum(consentWays).default('spoken'),
      })
      .nullable(),
  }),
  async run(work, { trajectoryId, version, answers, consents }) {
    const { trajectory, definition, row } = await holdIntake(work, trajectoryId, version)
    const personId = trajectory.person_id
    if (answers) await keepAnswers(work, { personId, trajectoryId, definition, row }, answers)
    if (consents) {
      const asked = askedAtIntake(definition)
      const answered = [...Object.keys(consents.answers), ...(consents.shareWith.length > 0 ? ['C-6'] : [])]
      keepToDefinition(
        definition,
        answered
          .filter((code) => !asked.some((one) => one === code))
          .map((code) => `consents.answers.${code}`),
      )
      await answerConsents(work, { personId, trajectoryId }, asked, consents)
    }
    return { version: (row?.version ?? 0) + (answers ? 1 : 0) }
  },
})

async function keepAnswers(
  work: Work,
  {
    personId,
    trajectoryId,
    definition,
    row,
  }: Pick<HeldIntake, 'definition' | 'row'> & { personId: string; trajectoryId: string },
  answers: IntakeAnswers,
): Promise<void> {
  keepToDefinition(
    definition,
    Object.keys(answers.facts)
      .filter((name) => !definition.facts.some((fact) => fact.name === name))
      .map((name) => `answers.facts.${name}`),
  )
  const problems = Object.entries(answerProblems(answers, definition, work.today))
  if (problems.length > 0)
    throw new Invalid(Object.fromEntries(problems.map(([field, code]) => [`answers.${field}`, code])))
  if (row) {
    await writeIntake(work.tx, row, { facts_sealed: sealAnswers(work, personId, row.id, answers) })
    return
  }
  const id = work.newId()
  await insertIntake(work.tx, {
    org_id: work.orgId,
    id,
    trajectory_id: trajectoryId,
    state: 'open',
    facts_sealed: sealAnswers(work, personId, id, answers),
    done_by: null,
    done_at: null,
  })
}
