import type { ExceptionStanding } from '#domain/intake/exception.ts'
import type { ConsentCode, ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Eligibility } from '#domain/programme/eligibility.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** How an intake ends: she goes on the waiting list, or this programme isn't for her. */
export const conclusions = ['waiting_list', 'not_eligible'] as const
export type Conclusion = (typeof conclusions)[number]

export type ConclusionRefusal =
  | 'eligibility-open'
  | 'not-eligible'
  | 'is-eligible'
  | 'exception-needs-reason'
  | 'exception-not-yours'
  | 'consent-missing'

/** Consents without which she can't take part: this programme's, asked at intake. */
export const requiredConsents = (definition: ProgrammeDefinition): readonly ConsentCode[] =>
  definition.consents
    .filter(({ moment, need }) => moment === 'intake' && need === 'required')
    .map(({ code }) => code)

/**
 * May it end like this? A rule that isn't known leaves it open; a rule that allows an exception needs whoever decides
 * it, and a reason that is kept; nobody goes on the list without her own agreement, and nobody is turned away whom the
 * rules let in.
 */
export function conclude(
  conclusion: Conclusion,
  eligibility: Pick<Eligibility, 'outcome'>,
  {
    reason,
    exceptions,
    consentsMissing,
  }: {
    reason: string | null
    exceptions: readonly Pick<ExceptionStanding, 'standing'>[]
    consentsMissing: readonly ConsentCode[]
  },
): true | Refusal<ConclusionRefusal> {
  const { outcome } = eligibility
  if (outcome === 'ask') return refuse('eligibility-open')
  if (conclusion === 'not_eligible') return outcome === 'eligible' ? refuse('is-eligible') : true
  if (outcome === 'not_eligible') return refuse('not-eligible')
  if (outcome === 'exception_possible') {
    if (exceptions.some(({ standing }) => standing !== 'hers' && standing !== 'allowed'))
      return refuse('exception-not-yours')
    // Who else decided it said why herself.
    if (exceptions.some(({ standing }) => standing === 'hers') && !reason)
      return refuse('exception-needs-reason')
  }
  return consentsMissing.length > 0 ? refuse('consent-missing') : true
}
