import { z } from 'zod'
import { type Day, dayInput, daysBetween, isBefore } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { childFacts } from '#domain/programme/child-facts.ts'
import type { FactDefinition, ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Facts, FactValue } from '#domain/programme/expression.ts'
import { referralDayFacts } from '#domain/programme/referral-day-facts.ts'
import type { ReferralSubmission } from '#domain/referral/referral-submission.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** An intake is open until it is decided; what was answered then stays as it was. */
export const intakeStates = ['open', 'done'] as const
export type IntakeState = (typeof intakeStates)[number]

const day = dayInput.nullish().transform((value) => value ?? null)
/** What intake asks about her child and her situation. `null` is not known, which is not no. */
export const intakeAnswers = z.strictObject({
  child: z.strictObject({ given: optionalText(100), bornOn: day, dueOn: day }),
  facts: z.record(z.string().max(60), z.union([z.boolean(), z.number(), z.string().max(60)]).nullable()),
})
export type IntakeAnswers = z.output<typeof intakeAnswers>

/** A child comes at most so many days after today, and its due day is at most so long ago. */
const dueDays = { past: 60, toCome: 300 }
const oldestChildYears = 21

/** What can't be right in these answers, by field; empty if all can. */
export function answerProblems(
  { child, facts }: IntakeAnswers,
  definition: ProgrammeDefinition,
  today: Day,
): Record<string, string> {
  const problems: Record<string, string> = {}
  const { bornOn, dueOn } = child
  if (bornOn && isBefore(today, bornOn)) problems['child.bornOn'] = 'day-to-come'
  if (bornOn && isBefore(bornOn, today.subtract({ years: oldestChildYears })))
    problems['child.bornOn'] = 'birth-day-unlikely'
  const daysToGo = dueOn && daysBetween(today, dueOn)
  if (!bornOn && daysToGo !== null && (daysToGo < -dueDays.past || daysToGo > dueDays.toCome))
    problems['child.dueOn'] = 'due-day-unlikely'
  for (const [name, value] of Object.entries(facts)) {
    const asked = definition.facts.find((fact) => fact.name === name)
    if (!asked) problems[`facts.${name}`] = 'unknown-field'
    else if (value !== null && !fits(asked.type, value)) problems[`facts.${name}`] = 'not-valid'
  }
  return problems
}

function fits(type: FactDefinition['type'], value: FactValue): boolean {
  if (type.kind === 'yes_no') return typeof value === 'boolean'
  if (type.kind === 'number') return typeof value === 'number' && value >= type.min && value <= type.max
  return type.options.some((option) => option.id === value)
}

/**
 * Everything eligibility is weighed on: what was answered, and what the calendar says about the child on the day of
 * weighing and on the day on which her referral came in.
 */
export const factsOf = ({ child, facts }: IntakeAnswers, today: Day, receivedOn: Day | null): Facts => ({
  ...facts,
  ...childFacts(child, today),
  ...referralDayFacts(child, receivedOn),
})

/** How an intake begins: with what the referral says about things that this programme asks. */
export function beginIntake(
  referral: Pick<ReferralSubmission, 'child' | 'facts'> | null,
  definition: ProgrammeDefinition,
): IntakeAnswers {
  const said: Record<string, string> = {
    ...referral?.facts,
    firstChild: referral?.child.firstChild ?? 'unknown',
  }
  const asked = definition.facts.filter(({ type }) => type.kind === 'yes_no')
  return {
    child: {
      given: referral?.child.given ?? null,
      bornOn: referral?.child.bornOn ?? null,
      dueOn: referral?.child.dueOn ?? null,
    },
    facts: Object.fromEntries(
      asked.flatMap(({ name }) =>
        Object.hasOwn(said, name) && said[name] !== 'unknown' ? [[name, said[name] === 'yes']] : [],
      ),
    ),
  }
}

/** Nothing is asked before it is known how to reach her safely, and nothing once the intake is decided. */
export function mayAsk(
  intake: { state: IntakeState; trajectoryState: string },
  safeContactCounts: boolean,
): true | Refusal<'intake-decided' | 'safe-contact-first'> {
  if (intake.state === 'done' || intake.trajectoryState !== 'intake') return refuse('intake-decided')
  return safeContactCounts ? true : refuse('safe-contact-first')
}
