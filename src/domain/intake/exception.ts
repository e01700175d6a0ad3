import type { Role } from '#domain/member/role.ts'
import { isSecondPerson } from '#domain/member/second-person.ts'
import type { EligibilityRule } from '#domain/programme/definition.ts'
import type { Words } from '#domain/programme/provenance.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { roleOf } from '#domain/signal/signal.ts'

/**
 * Who may set a rule aside. Where the programme names nobody the coordinator may, who also does the intake; anybody
 * else is asked, with an argument, and answers with a reason of her own.
 */
export const deciders = ['coordinator', 'manager', 'safeguarding_lead'] as const
export type Decider = (typeof deciders)[number]
export const deciderOf = ({ exception }: Pick<EligibilityRule, 'exception'>): Decider =>
  exception?.decidedBy ?? 'coordinator'

/** Is it decided by somebody with these roles? */
export const decidesHerself = (decider: Decider, roles: readonly Role[]): boolean =>
  roles.includes(roleOf[decider])

/** May this member answer what was asked? Whoever asked doesn't. */
export const mayRule = (askedBy: string, memberId: string): true | Refusal<'exception-own'> =>
  isSecondPerson(memberId, [askedBy]) ? true : refuse('exception-own')

export const rulingOutcomes = ['allowed', 'refused'] as const
export type RulingOutcome = (typeof rulingOutcomes)[number]
export interface Ruling {
  readonly rule: string
  readonly decider: Decider
  /** The intake as it was when it was asked; answers that changed since are weighed anew. */
  readonly intakeVersion: number
  /** `null`: nobody answered yet. */
  readonly outcome: RulingOutcome | null
}

/** `hers`: she who does the intake decides it herself. */
export type Standing = 'hers' | 'to_ask' | 'asked' | RulingOutcome
export interface ExceptionStanding {
  readonly rule: EligibilityRule
  readonly decider: Decider
  readonly standing: Standing
}

/** How far each exception is that she would need. A ruling of somebody whom the programme does not name is none. */
export const standingOf = (
  exceptions: readonly EligibilityRule[],
  { roles, rulings, version }: { roles: readonly Role[]; rulings: readonly Ruling[]; version: number },
): readonly ExceptionStanding[] =>
  exceptions.map((rule) => {
    const decider = deciderOf(rule)
    // Where the programme names somebody else it takes two, also of who has both roles.
    if (decider === 'coordinator' && decidesHerself(decider, roles))
      return { rule, decider, standing: 'hers' }
    const ruling = rulings.find(
      (one) => one.rule === rule.id && one.decider === decider && one.intakeVersion === version,
    )
    return { rule, decider, standing: ruling ? (ruling.outcome ?? 'asked') : 'to_ask' }
  })

const say = (nl: string, en: string): Words => ({ nl, en })
export const deciderWords: Record<Decider, Words> = {
  coordinator: say('de coördinator', 'the coordinator'),
  manager: say('de programmaleider', 'the programme manager'),
  safeguarding_lead: say('de aandachtsfunctionaris', 'the safeguarding lead'),
}
