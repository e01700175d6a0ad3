import { type Day, type DayNumber, dayNumber } from '#domain/day.ts'
import { knownUntil } from '#domain/group/parallel-care.ts'
import type { GateKind } from '#domain/programme/definition.ts'
import { diaryTurns } from '#domain/programme/diary-waits.ts'
import { type Expression, evaluate, type Facts, factsIn } from '#domain/programme/expression.ts'
import { asksForChild, gatesNow } from '#domain/signal/case-facts-on.ts'
import type { CaseSources } from '#domain/signal/case-sources.ts'
import type { CompiledRules } from '#domain/signal/compiled-rules.ts'
import { type ClockName, dayOf, isClock } from '#domain/signal/fact-clocks.ts'

/** A clock held against something that stands still: "daysSinceLastContact > 37". */
interface Threshold {
  readonly clock: ClockName
  readonly against: readonly Expression[]
}
interface Clockwork {
  readonly thresholds: readonly Threshold[]
  /** Clocks in a calculation: they may turn the rule on any day. */
  readonly restless: readonly ClockName[]
  readonly gates: readonly GateKind[]
  readonly child: boolean
  readonly care: boolean
  readonly phases: boolean
  readonly safeContact: boolean
  readonly diary: boolean
}

const gateOf: Readonly<Record<string, GateKind>> = {
  'worker.vogValid': 'vog',
  'worker.trainingValid': 'training',
  'worker.agreementValid': 'agreement',
  'worker.qualificationValid': 'qualification',
  'worker.isMother': 'is_mother',
}
const clockworks = new WeakMap<CompiledRules, Clockwork>()

function clockworkOf(compiled: CompiledRules): Clockwork {
  const known = clockworks.get(compiled)
  if (known) return known
  const thresholds: Threshold[] = []
  const restless = new Set<ClockName>()
  for (const { expression } of compiled.rules) collect(expression, thresholds, restless)
  const made = {
    thresholds,
    restless: [...restless],
    gates: compiled.facts.flatMap((name) => gateOf[name] ?? []),
    child: asksForChild(compiled.facts),
    care: compiled.facts.some((name) => name === 'individualHelpActive' || name === 'requiredCareMissing'),
    phases: compiled.facts.includes('phaseOverdue'),
    safeContact: compiled.facts.includes('safeContactKnown'),
    diary: compiled.facts.includes('daysDiaryWaiting'),
  }
  clockworks.set(compiled, made)
  return made
}

const standsStill = (expression: Expression): boolean => !factsIn(expression).some(isClock)

const clockIn = (part: Expression): ClockName | null =>
  part.kind === 'fact' && isClock(part.name) ? part.name : null

/** A clock beside something that stands still, whichever of the two comes first. */
function thresholdOf(expression: Expression): Threshold | null {
  if (expression.kind === 'in') {
    const clock = clockIn(expression.of)
    return clock && { clock, against: expression.options.map((value) => ({ kind: 'literal', value })) }
  }
  if (expression.kind !== 'compare') return null
  const { left, right } = expression
  const [before, after] = [clockIn(left), clockIn(right)]
  if (before && standsStill(right)) return { clock: before, against: [right] }
  return after && standsStill(left) ? { clock: after, against: [left] } : null
}

const partsOf = (expression: Expression): readonly Expression[] => {
  if (expression.kind === 'literal' || expression.kind === 'fact') return []
  if (expression.kind === 'not' || expression.kind === 'in') return [expression.of]
  return 'parts' in expression ? expression.parts : [expression.left, expression.right]
}

function collect(expression: Expression, thresholds: Threshold[], restless: Set<ClockName>): void {
  const threshold = thresholdOf(expression)
  if (threshold) {
    thresholds.push(threshold)
    return
  }
  const clock = clockIn(expression)
  if (clock) restless.add(clock)
  for (const part of partsOf(expression)) collect(part, thresholds, restless)
}

/**
 * The first day after today on which time alone can make any of these rules come true or stop being so, if nothing is
 * written down until then; `null` if it can't. It may be a day on which nothing changes after all; never one too late.
 */
export function nextTurn(
  compiled: CompiledRules,
  sources: CaseSources,
  facts: Facts,
  today: Day,
): DayNumber | null {
  if (sources.closedOn !== null) return null
  const now = dayNumber(today)
  let next = Number.POSITIVE_INFINITY
  // What never turns is infinitely far, also back.
  for (const day of turningDays(compiled, sources, facts, now)) if (day > now && day < next) next = day
  return next === Number.POSITIVE_INFINITY ? null : next
}

/** There are many for each trajectory, and all but one are let go. */
function turningDays(
  compiled: CompiledRules,
  sources: CaseSources,
  facts: Facts,
  today: DayNumber,
): readonly number[] {
  const work = clockworkOf(compiled)
  const { definition } = compiled
  const at = { definition, day: today }
  const days: number[] = []
  for (const { clock, against } of work.thresholds)
    for (const expression of against) {
      const value = evaluate(expression, facts)
      if (typeof value !== 'number') continue
      // It turns where the count reaches the number, and where it leaves it behind.
      const reaches = dayOf(clock, sources, Math.ceil(value), at)
      const leaves = dayOf(clock, sources, Math.floor(value) + 1, at)
      if (reaches !== null) days.push(reaches)
      if (leaves !== null) days.push(leaves)
    }
  if (work.restless.some((clock) => dayOf(clock, sources, 0, at) !== null)) days.push(today + 1)
  if (work.gates.length > 0 && sources.worker)
    for (const { kind, validUntil, waiver } of gatesNow(definition, sources.worker, today))
      for (const last of [validUntil, waiver?.until])
        if (typeof last === 'number' && work.gates.includes(kind)) days.push(last + 1)
  const { bornOn, dueOn } = sources.child
  if (work.child && bornOn !== null) days.push(bornOn)
  if (work.child && bornOn === null && dueOn !== null) days.push(dueOn + 22)
  if (work.diary) days.push(...diaryTurns(definition, sources.child))
  if (work.care)
    for (const { type, checkedOn } of sources.care) {
      const rule = definition.parallelCare.find((one) => one.type === type)
      if (rule) days.push(knownUntil(rule, checkedOn) + 1)
    }
  if (work.phases)
    for (const { id, since } of sources.phases) {
      const after = definition.phases.find((phase) => phase.id === id)?.reviewAfterDays?.value
      if (after !== undefined) days.push(since + after + 1)
    }
  if (work.safeContact && sources.safeContactOn !== null)
    days.push(sources.safeContactOn + definition.safety.reconfirmSafeContactDays.value + 1)
  return days
}
