import type { Day } from '#domain/day.ts'
import { childFacts } from '#domain/programme/child-facts.ts'
import type { Facts } from '#domain/programme/expression.ts'
import { referralDayFacts } from '#domain/programme/referral-day-facts.ts'
import type { ReferralSubmission, YesNoUnknown } from '#domain/referral/referral-submission.ts'

/** What a referral says, as the facts that programmes' rules ask about. What it leaves open stays unknown. */
export function referralFacts(
  answers: Pick<ReferralSubmission, 'child' | 'facts'>,
  { today, receivedOn }: { readonly today: Day; readonly receivedOn: Day },
): Facts {
  const said = { ...answers.facts, firstChild: answers.child.firstChild }
  const known = Object.entries(said).flatMap(([name, answer]) => {
    const so = truth[answer]
    return so === null ? [] : [[name, so] as const]
  })
  return {
    ...Object.fromEntries(known),
    ...childFacts(answers.child, today),
    ...referralDayFacts(answers.child, receivedOn),
  }
}

const truth: Record<YesNoUnknown, boolean | null> = { yes: true, no: false, unknown: null }
