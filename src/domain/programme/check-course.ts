import type { DefinitionProblem } from '#domain/programme/check-definition.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

type Check = (definition: ProgrammeDefinition) => DefinitionProblem[]

/** Holds what runs over time against the rest: phases, materials, the group, measurements, the grid of adversities. */
export const checkCourse = (definition: ProgrammeDefinition): DefinitionProblem[] =>
  checks.flatMap((check) => check(definition))

const problem = (bad: boolean, field: string, expected: string): DefinitionProblem[] =>
  bad ? [{ field, expected }] : []

/** `after` names phases of this definition, and following it never comes back to where it began. */
const phasesWithoutCircle: Check = ({ phases }) => {
  const after = new Map(phases.map((phase) => [phase.id, phase.after ?? []]))
  return phases.flatMap(({ id }) => [
    ...(after.get(id) ?? []).flatMap((name) =>
      problem(!after.has(name), `phases.${id}.after`, `a phase of this definition instead of ${name}`),
    ),
    ...circleFrom(id, after),
  ])
}

/** The way from a phase back to itself, if there is one. */
function circleFrom(start: string, after: ReadonlyMap<string, readonly string[]>): DefinitionProblem[] {
  const cameFrom = new Map<string, string>()
  const open = [start]
  for (const here of open)
    for (const next of after.get(here) ?? []) {
      if (next === start) {
        const way = [start]
        for (let at: string | undefined = here; at && at !== start; at = cameFrom.get(at))
          way.splice(1, 0, at)
        return [{ field: `phases.${start}.after`, expected: `no circle: ${[...way, start].join(' after ')}` }]
      }
      if (!cameFrom.has(next) && after.has(next)) {
        cameFrom.set(next, here)
        open.push(next)
      }
    }
  return []
}

/** What is looked at again and again says so under `reviews`. */
const reviewsExist: Check = ({ plan, adversityGrid, reviews }) =>
  Object.entries({ plan: plan?.review, adversityGrid: adversityGrid?.review }).flatMap(([part, wanted]) =>
    problem(
      wanted !== undefined && !reviews.some(({ id }) => id === wanted),
      `${part}.review`,
      `a review of this definition instead of ${wanted}`,
    ),
  )

const circleAsksAtMoments: Check = ({ circle, measures }) =>
  (circle?.askAt.value ?? []).flatMap((wanted) =>
    problem(
      !measures.some(({ moment }) => moment === wanted),
      'circle.askAt',
      `a moment of this definition instead of ${wanted}`,
    ),
  )

const materialsWaitForPhases: Check = ({ materials, phases }) =>
  materials.flatMap(({ id, fromPhase }) =>
    problem(
      fromPhase !== undefined && !phases.some((phase) => phase.id === fromPhase),
      `materials.${id}.fromPhase`,
      `a phase of this definition instead of ${fromPhase}`,
    ),
  )

const materialsFit: Check = ({ materials, phases }) =>
  materials.flatMap(({ id, select }) => {
    if (select.by === 'phase')
      return problem(
        !phases.some((phase) => phase.id === select.phase),
        `materials.${id}.select.phase`,
        `a phase of this definition instead of ${select.phase}`,
      )
    if (select.by === 'always') return []
    return problem(
      select.until !== null && select.until <= select.from,
      `materials.${id}.select.until`,
      `more than ${select.from}`,
    )
  })

const groupFits: Check = ({ group }) => {
  if (!group) return []
  const { sizeMin, sizeMax, sessions, sessionPlan, open, minAttendance, closedAfterSession } = group
  const { sessionMinutes, sessionMinutesBetween: between, sessionParts: parts } = group
  const meetings = sessions.value
  const most = (value: number | undefined) => value !== undefined && meetings !== null && value > meetings
  return [
    ...problem(sizeMin.value > sizeMax.value, 'group.sizeMax', 'at least the smallest size'),
    ...problem(meetings === 0, 'group.sessions', 'at least 1'),
    ...problem(sessionMinutes.value < 1, 'group.sessionMinutes', 'at least 1'),
    ...problem(
      meetings !== null && !open.value && sessionPlan.length !== meetings,
      'group.sessionPlan',
      `${meetings} meetings, one for each session`,
    ),
    ...problem(most(minAttendance?.value), 'group.minAttendance', `at most ${meetings}, the sessions`),
    ...problem(
      most(closedAfterSession?.value),
      'group.closedAfterSession',
      `at most ${meetings}, the sessions`,
    ),
    ...problem(
      between !== undefined && between.value.min > between.value.max,
      'group.sessionMinutesBetween',
      'a minimum that is not more than the maximum',
    ),
    ...problem(
      parts.length > 0 && parts.reduce((sum, { minutes }) => sum + minutes.value, 0) !== sessionMinutes.value,
      'group.sessionParts',
      `${sessionMinutes.value} minutes together, as long as a session takes`,
    ),
  ]
}

/** A questionnaire has questions, or says whose it is; never both: texts under licence don't stand in a definition. */
const instrumentsShowOrRefer: Check = ({ instruments }) =>
  instruments.flatMap(({ id, items, reference }) =>
    problem(
      items.length > 0 === (reference !== undefined),
      `instruments.${id}`,
      'either questions or a reference to who holds them',
    ),
  )

const momentsFit: Check = ({ measures, group }) =>
  measures.flatMap(({ moment, when }) =>
    when.at !== 'session'
      ? []
      : [
          ...problem(
            !group,
            `measures.${moment}.when`,
            'a moment that this programme has, as it has no group',
          ),
          ...problem(
            group?.sessions.value !== undefined &&
              group.sessions.value !== null &&
              when.session > group.sessions.value,
            `measures.${moment}.when.session`,
            `at most ${group?.sessions.value}, the sessions`,
          ),
        ],
  )

const gridAsksNumbers: Check = ({ adversityGrid, facts }) =>
  (adversityGrid?.domains ?? []).flatMap(({ fact }, at, all) => [
    ...problem(
      facts.find(({ name }) => name === fact)?.type.kind !== 'number',
      `adversityGrid.${fact}`,
      'a fact of this definition that is a number',
    ),
    ...problem(
      all.findIndex((other) => other.fact === fact) !== at,
      `adversityGrid.${fact}`,
      'a fact that is used once',
    ),
  ])

const rangesOfFacts: Check = ({ facts }) =>
  facts.flatMap(({ name, type }) =>
    type.kind === 'number'
      ? problem(type.min > type.max, `facts.${name}.type.max`, `at least ${type.min}, the lowest answer`)
      : [],
  )

const checks: readonly Check[] = [
  phasesWithoutCircle,
  materialsFit,
  materialsWaitForPhases,
  reviewsExist,
  circleAsksAtMoments,
  groupFits,
  instrumentsShowOrRefer,
  momentsFit,
  gridAsksNumbers,
  rangesOfFacts,
]
