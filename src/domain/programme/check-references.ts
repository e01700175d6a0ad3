import { isOnShelf, shelfIdOf } from '#domain/instrument/on-shelf.ts'
import type { DefinitionProblem } from '#domain/programme/check-definition.ts'
import { shortestWeeks } from '#domain/programme/check-in-rhythm.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

type Check = (definition: ProgrammeDefinition) => DefinitionProblem[]

/** Holds the parts of a definition against each other: names that must exist, be unique, add up or come in order. */
export const checkReferences = (definition: ProgrammeDefinition): DefinitionProblem[] =>
  checks.flatMap((check) => check(definition))

const problem = (bad: boolean, field: string, expected: string): DefinitionProblem[] =>
  bad ? [{ field, expected }] : []

const uniqueIds: Check = (definition) => {
  const lists: Record<string, readonly string[]> = {
    facts: definition.facts.map((fact) => fact.name),
    eligibility: definition.eligibility.map((rule) => rule.id),
    phases: definition.phases.map((phase) => phase.id),
    talkSheets: definition.talkSheets.map((sheet) => sheet.id),
    measures: definition.measures.map((measure) => measure.moment),
    instruments: definition.instruments.map((instrument) => instrument.id),
    fidelity: definition.fidelity.map((rule) => rule.id),
    closureReasons: definition.closureReasons.map((reason) => reason.id),
    consents: definition.consents.map((consent) => consent.code),
    outcomes: definition.outcomes.map((outcome) => outcome.id),
    materials: definition.materials.map((material) => material.id),
    parallelCare: definition.parallelCare.map((care) => care.type),
    arrangements: definition.arrangements.map((one) => one.id),
    consultations: definition.consultations.map((one) => one.id),
    reviews: definition.reviews.map((review) => review.id),
    funders: definition.funders.map((funder) => funder.id),
    followUp: definition.followUp.map((one) => one.id),
    workerSessions: definition.workerSessions.map((session) => session.id),
    'group.sessionPlan': definition.group?.sessionPlan.map((session) => session.id) ?? [],
    'group.rules': definition.group?.rules.map((rule) => rule.id) ?? [],
    'group.gates': definition.group?.gates.map((gate) => gate.kind) ?? [],
    'group.adjacentOffers': definition.group?.adjacentOffers.map((offer) => offer.id) ?? [],
    'extension.reasons': definition.extension?.reasons.map((reason) => reason.id) ?? [],
    'safety.redFlags': definition.safety.redFlags.map((flag) => flag.id),
  }
  return Object.entries(lists).flatMap(([list, ids]) =>
    ids.flatMap((id, at) => problem(ids.indexOf(id) !== at, `${list}.${id}`, 'an id that is used once')),
  )
}

/** Every `ref` anywhere in the definition names one of its sources. */
const knownSources: Check = (definition) => {
  const problems: DefinitionProblem[] = []
  const visit = (part: unknown, field: string): void => {
    if (typeof part !== 'object' || part === null) return
    for (const [key, value] of Object.entries(part)) {
      if (key === 'ref' && typeof value === 'string' && !Object.hasOwn(definition.sources, value))
        problems.push({
          field: `${field}.ref`,
          expected: `one of ${Object.keys(definition.sources).join(', ')}`,
        })
      visit(value, field === '' ? key : `${field}.${key}`)
    }
  }
  visit(definition, '')
  return problems
}

const measuresHaveInstruments: Check = ({ measures, instruments }) =>
  measures.flatMap(({ moment, instruments: wanted }) =>
    wanted.flatMap((id) =>
      problem(
        !instruments.some((instrument) => instrument.id === id),
        `measures.${moment}.instruments`,
        `an instrument of this definition instead of ${id}`,
      ),
    ),
  )

/** A programme's first measure must be one that is asked, about a number it knows. */
const primaryIsMeasured: Check = ({ primaryOutcome: primary, measures, instruments }) => {
  if (!primary) return []
  const asked = measures.some(
    ({ instruments: own, shelf }) =>
      own.includes(primary.instrument) || shelf?.value.some((name) => shelfIdOf(name) === primary.instrument),
  )
  const items = instruments.find(({ id }) => id === primary.instrument)?.items ?? []
  const scales = items.filter(({ kind }) => kind === 'scale')
  return [
    ...problem(!asked, 'primaryOutcome.instrument', 'an instrument that is asked at a moment'),
    ...problem(
      scales.length > 0 && !scales.some(({ id }) => id === primary.score),
      'primaryOutcome.score',
      `one of ${scales.map(({ id }) => id).join(', ')}`,
    ),
  ]
}

/** A moment asks something; what it takes from the shelf stands there, once, and bears no name of an own one. */
const measuresFromShelf: Check = ({ measures, instruments }) =>
  measures.flatMap(({ moment, instruments: own, shelf }) => {
    const names = shelf?.value ?? []
    const ids = names.map(shelfIdOf)
    return [
      ...problem(own.length + names.length === 0, `measures.${moment}.instruments`, 'at least 1'),
      ...names.flatMap((name, at) => [
        ...problem(
          !isOnShelf(name),
          `measures.${moment}.shelf`,
          `a questionnaire of the shelf instead of ${name}`,
        ),
        ...problem(
          ids.indexOf(shelfIdOf(name)) !== at || instruments.some(({ id }) => id === shelfIdOf(name)),
          `measures.${moment}.shelf`,
          'an id that is used once',
        ),
      ]),
    ]
  })

const weightsAddUp: Check = ({ matching }) =>
  matching
    ? problem(
        matching.soft.length > 0 &&
          Math.abs(matching.soft.reduce((sum, { weight }) => sum + weight, 0) - 1) > 1e-9,
        'matching.soft',
        'weights that add up to 1',
      )
    : []

/** Each has days of its own: what may be held early or late never reaches into the next. */
const checkInsInOrder: Check = ({ matching }) => {
  const rhythm = matching?.checkIns
  if (!rhythm) return []
  const shortest = shortestWeeks(rhythm)
  return [
    ...problem(shortest < 1, 'matching.checkIns.weeks', 'weeks from the first to the last, each once'),
    ...problem(
      shortest > 0 && rhythm.graceDays.value * 2 >= shortest * 7,
      'matching.checkIns.graceDays',
      `at most ${Math.ceil((shortest * 7) / 2) - 1}, less than half of the shortest time between two`,
    ),
  ]
}

const shapeIsComplete: Check = ({ shape, contacts, group }) => [
  ...problem(shape.value !== 'closed_group' && !contacts, 'contacts', 'a contact protocol'),
  ...problem(shape.value !== 'one_to_one' && !group, 'group', 'rules for the group'),
]

const contactsFit: Check = ({ contacts }) => {
  if (!contacts) return []
  const { min, max, target, minutes, cadenceDays, shortestGapDays } = contacts
  return [
    ...problem(
      min.value !== null && max.value !== null && min.value > max.value,
      'contacts.max',
      `at least ${min.value}, the minimum`,
    ),
    ...problem(max.value === 0, 'contacts.max', 'at least 1'),
    ...problem(
      target !== undefined &&
        (target.value < (min.value ?? 1) || (max.value !== null && target.value > max.value)),
      'contacts.target',
      `between ${min.value ?? 1} and ${max.value ?? 'no most'}`,
    ),
    ...problem(
      minutes.value.min > minutes.value.max,
      'contacts.minutes',
      'a minimum that is not more than the maximum',
    ),
    ...problem(
      shortestGapDays.value > cadenceDays.value,
      'contacts.shortestGapDays',
      `at most ${cadenceDays.value}, the cadence`,
    ),
  ]
}

/** Counted in visits, phases begin at the first one, each later than the one before, and `last` ones come last. */
const phasesInOrder: Check = ({ phases, worker }) => {
  const problems: DefinitionProblem[] = []
  let from = 0
  let last = false
  for (const { id, visits } of phases) {
    if (!visits) continue
    if ('last' in visits) {
      problems.push(
        ...problem(last || visits.last < 1, `phases.${id}.visits`, 'one phase of last visits, 1 or more'),
      )
      last = true
      continue
    }
    problems.push(
      ...problem(last, `phases.${id}.visits`, 'to stand before the phase of the last visits'),
      ...problem(
        from === 0 && visits.from !== 1,
        `phases.${id}.visits`,
        'the first phase to begin at visit 1',
      ),
      ...problem(visits.from <= from, `phases.${id}.visits`, `to begin after visit ${from}`),
    )
    from = visits.from
  }
  const weighed = Object.keys(worker.caseloadPoints?.value.byPhase ?? {})
  return [
    ...problems,
    ...weighed.flatMap((id) =>
      problem(
        !phases.some((phase) => phase.id === id),
        `worker.caseloadPoints.byPhase.${id}`,
        'a phase of this definition',
      ),
    ),
  ]
}

const talkSheetAges: Check = ({ talkSheets }) =>
  talkSheets.flatMap(({ id, fromMonths, untilMonths }) =>
    problem(
      untilMonths !== null && untilMonths <= fromMonths,
      `talkSheets.${id}.untilMonths`,
      `more than ${fromMonths}`,
    ),
  )

/** Intake must be able to end both ways, and a trajectory to be carried through. */
const closuresNeeded: Check = ({ closureReasons }) =>
  (['completed', 'not_eligible'] as const).flatMap((kind) =>
    problem(
      !closureReasons.some((reason) => reason.kind === kind),
      'closureReasons',
      `a reason of kind ${kind}`,
    ),
  )

const checks: readonly Check[] = [
  uniqueIds,
  knownSources,
  measuresHaveInstruments,
  primaryIsMeasured,
  measuresFromShelf,
  weightsAddUp,
  checkInsInOrder,
  shapeIsComplete,
  contactsFit,
  phasesInOrder,
  talkSheetAges,
  closuresNeeded,
]
