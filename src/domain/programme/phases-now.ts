import { childFactTypes } from '#domain/programme/case-facts.ts'
import type { Phase, ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Facts, factsIn, isTrue } from '#domain/programme/expression.ts'
import { ruleOf } from '#domain/programme/rules.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

type Phased = Pick<ProgrammeDefinition, 'phases' | 'contacts'>

/** Phases that go by time or by what people decide; the others follow the number of visits (`phaseAt`). */
export const movablePhases = ({ phases }: Pick<Phased, 'phases'>): readonly Phase[] =>
  phases.filter(({ visits }) => !visits)

/** Is there a phase that begins or ends by itself as time goes on? */
export const goesByTime = ({ phases }: Pick<Phased, 'phases'>): boolean =>
  phases.some(({ startsWhen, endsWhen }) => startsWhen !== undefined || endsWhen !== undefined)

/** The rhythm of contacts in a phase: its own, or else the programme's. */
export const cadenceIn = ({ phases, contacts }: Phased, phase: string | null): number | null =>
  contacts ? (phases.find(({ id }) => id === phase)?.cadenceDays ?? contacts.cadenceDays).value : null

/**
 * Of the phases she is in at once, the one that leads: the one with the shortest rhythm, because she has the attention
 * that the most pressing asks for; the earlier in the programme of two alike.
 */
export function leadingPhase(definition: Phased, live: readonly string[]): string | null {
  const going = definition.phases.filter(({ id }) => live.includes(id))
  const cadence = (phase: Phase) => cadenceIn(definition, phase.id) ?? Number.POSITIVE_INFINITY
  const [first, ...rest] = going
  if (!first) return null
  return rest.reduce((lead, phase) => (cadence(phase) < cadence(lead) ? phase : lead), first).id
}

export interface PhaseMoves {
  readonly begin: readonly string[]
  readonly end: readonly string[]
}

/**
 * What the programme's own rules change today. The first phase begins with the trajectory unless it has a rule; one
 * that was in before doesn't come back by itself, and one that a person ended stays ended. Never leaves her in none.
 */
export function phaseMoves(
  definition: Phased,
  { live, had }: { readonly live: readonly string[]; readonly had: readonly string[] },
  facts: Facts,
): PhaseMoves {
  const phases = movablePhases(definition)
  const holds = (rule: string | undefined) => rule !== undefined && isTrue(ruleOf(rule), facts) === true
  const known = new Set([...live, ...had])
  const begin = phases
    .filter(
      ({ id, startsWhen, endsWhen, after = [] }, at) =>
        !known.has(id) &&
        !holds(endsWhen) &&
        after.every((one) => known.has(one)) &&
        (startsWhen === undefined ? at === 0 : holds(startsWhen)),
    )
    .map(({ id }) => id)
  const end = phases.filter(({ id, endsWhen }) => live.includes(id) && holds(endsWhen)).map(({ id }) => id)
  return { begin, end: live.length + begin.length > end.length ? end : [] }
}

export type PhaseRefusal =
  | 'phase-unknown'
  | 'phase-by-visits'
  | 'phase-none'
  | 'phase-unchanged'
  | 'phase-too-early'

/** May a person set these phases? Which begin and end by it, or why not. */
export function setPhases(
  definition: Phased,
  { live, had }: { readonly live: readonly string[]; readonly had: readonly string[] },
  wanted: readonly string[],
): PhaseMoves | Refusal<PhaseRefusal> {
  const chosen = [...new Set(wanted)].map((id) => definition.phases.find((phase) => phase.id === id))
  const known = new Set([...live, ...had, ...wanted])
  if (chosen.length === 0) return refuse('phase-none')
  for (const phase of chosen) {
    if (!phase) return refuse('phase-unknown')
    if (phase.visits) return refuse('phase-by-visits')
    if (!(phase.after ?? []).every((one) => known.has(one))) return refuse('phase-too-early')
  }
  const begin = chosen.flatMap((phase) => (phase && !live.includes(phase.id) ? [phase.id] : []))
  const end = live.filter((id) => !wanted.includes(id))
  return begin.length + end.length === 0 ? refuse('phase-unchanged') : { begin, end }
}

interface PhaseBefore {
  readonly phase: string
  readonly live: boolean
  readonly beganByRule: boolean
  readonly endedByRule: boolean
}

/**
 * What the rules had moved because of a child that turned out not to be there: begun phases end, ended ones go on.
 * `before` is all she was in, the oldest first. Never leaves her in none.
 */
export function movesTakenBack(
  definition: Pick<Phased, 'phases'>,
  before: readonly PhaseBefore[],
  facts: Facts,
): PhaseMoves {
  const asksForChild = (rule: string | undefined): rule is string =>
    rule !== undefined && factsIn(ruleOf(rule)).some((name) => Object.hasOwn(childFactTypes, name))
  const holds = (rule: string) => isTrue(ruleOf(rule), facts) === true
  const last = (id: string) => before.findLast(({ phase }) => phase === id)
  const phases = movablePhases(definition)
  const end = phases.filter(({ id, startsWhen }) => {
    const so = last(id)
    return so?.live && so.beganByRule && asksForChild(startsWhen) && !holds(startsWhen)
  })
  const begin = phases.filter(({ id, endsWhen }) => {
    const so = last(id)
    return so && !so.live && so.endedByRule && asksForChild(endsWhen) && !holds(endsWhen)
  })
  const live = before.filter((one) => one.live).length
  return {
    begin: begin.map(({ id }) => id),
    end: live + begin.length > end.length ? end.map(({ id }) => id) : [],
  }
}
