import type { z } from 'zod'
import {
  adversityFactTypes,
  calendarFactTypes,
  caseFactTypes,
  childFactTypes,
  referralDayFactTypes,
  timeFactTypes,
} from '#domain/programme/case-facts.ts'
import { checkContradictions } from '#domain/programme/check-contradictions.ts'
import { checkCourse } from '#domain/programme/check-course.ts'
import { checkReferences } from '#domain/programme/check-references.ts'
import { type ProgrammeDefinition, programmeDefinition } from '#domain/programme/definition.ts'
import type { Expression } from '#domain/programme/expression.ts'
import { isParseProblem, parseExpression } from '#domain/programme/expression-parser.ts'
import { type FactType, type FactTypes, isTypeProblem, typeOf } from '#domain/programme/expression-types.ts'

/** One thing that is wrong with a definition: where, by the ids in it, and what is expected there. */
export interface DefinitionProblem {
  /** `eligibility.mi-i1.when`, `contacts.max` */
  readonly field: string
  readonly expected: string
}
export type CheckedDefinition =
  | { readonly definition: ProgrammeDefinition; readonly problems: readonly [] }
  | { readonly definition: null; readonly problems: readonly DefinitionProblem[] }

/** The largest definition of today is a tenth of this; what is larger is no programme. */
const mostCharacters = 1_000_000

/** Reads a definition that comes as the text of a file; see `checkDefinition`. */
export function readDefinition(text: string): CheckedDefinition {
  if (text.length > mostCharacters) return { definition: null, problems: [tooLarge] }
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    return { definition: null, problems: [notJson] }
  }
  return checkDefinition(input)
}

/** Reads a definition that comes from a file or a form. Says all that is wrong at once, or gives it ready for use. */
export function checkDefinition(input: unknown): CheckedDefinition {
  const problem = sizeProblem(input)
  if (problem) return { definition: null, problems: [problem] }
  const parsed = programmeDefinition.safeParse(input)
  if (!parsed.success)
    return { definition: null, problems: parsed.error.issues.map((issue) => shapeProblem(issue, input)) }
  const { asked, all } = factTypes(parsed.data)
  const unreadable = checkExpressions(parsed.data, asked, all)
  const problems = [
    ...unreadable,
    ...checkReferences(parsed.data),
    ...checkCourse(parsed.data),
    ...(unreadable.length > 0 ? [] : checkContradictions(parsed.data, asked, all)),
  ]
  return problems.length > 0 ? { definition: null, problems } : { definition: parsed.data, problems: [] }
}

/** Checks a definition that is part of the product; a wrong one must not start. */
export function defineProgramme(input: z.input<typeof programmeDefinition>): ProgrammeDefinition {
  const { definition, problems } = checkDefinition(input)
  if (definition) return definition
  throw new Error(
    `${input.id}: ${problems.map(({ field, expected }) => `${field}: expected ${expected}`).join('; ')}`,
  )
}

const tooLarge: DefinitionProblem = {
  field: 'definition',
  expected: `at most ${mostCharacters} characters in all`,
}
const notJson: DefinitionProblem = {
  field: 'definition',
  expected: 'a file that holds one definition as JSON',
}

function sizeProblem(input: unknown): DefinitionProblem | null {
  try {
    return (JSON.stringify(input)?.length ?? 0) > mostCharacters ? tooLarge : null
  } catch {
    // Turning in circles or too deep to be written down.
    return notJson
  }
}

/** Facts that eligibility rules may use: what the programme asks, counts, and what the child's days say. */
export function eligibilityFacts(definition: ProgrammeDefinition): FactTypes {
  const types = new Map<string, FactType>(Object.entries(calendarFactTypes))
  if (definition.adversityGrid)
    for (const [name, type] of Object.entries(adversityFactTypes)) types.set(name, type)
  for (const { name, type } of definition.facts)
    types.set(
      name,
      type.kind === 'choice'
        ? { kind: 'choice', options: type.options.map((option) => option.id) }
        : { kind: type.kind },
    )
  return types
}

function factTypes(definition: ProgrammeDefinition): { asked: FactTypes; all: FactTypes } {
  const asked = eligibilityFacts(definition)
  const all = new Map<string, FactType>([...Object.entries(caseFactTypes), ...asked])
  // Once it is settled whether it is for her, the day of the referral is behind her.
  for (const name of Object.keys(referralDayFactTypes)) all.delete(name)
  return { asked, all }
}

const ownFacts = new Set([
  ...Object.keys(caseFactTypes),
  ...Object.keys(adversityFactTypes),
  ...Object.keys(referralDayFactTypes),
])

function checkExpressions(
  definition: ProgrammeDefinition,
  asked: FactTypes,
  all: FactTypes,
): DefinitionProblem[] {
  const time: FactTypes = new Map(Object.entries(timeFactTypes))
  const course: FactTypes = new Map([...time, ...Object.entries(childFactTypes)])
  const problems = [
    ...definition.facts
      .filter(({ name }) => ownFacts.has(name))
      .map(({ name }) => ({ field: `facts.${name}`, expected: 'a name that Naast does not use itself' })),
    ...definition.eligibility.map((rule) => wrong(`eligibility.${rule.id}.when`, rule.when, asked)),
    ...definition.fidelity.map((rule) => wrong(`fidelity.${rule.id}.when`, rule.when, all)),
    ...definition.phases.flatMap(({ id, startsWhen, endsWhen }) => [
      startsWhen ? wrong(`phases.${id}.startsWhen`, startsWhen, course) : null,
      endsWhen ? wrong(`phases.${id}.endsWhen`, endsWhen, course) : null,
    ]),
    definition.circle?.partnerWhen ? wrong('circle.partnerWhen', definition.circle.partnerWhen, asked) : null,
    wrong('completion', definition.completion.value, all),
    definition.endRule ? wrong('endRule', definition.endRule.value, time) : null,
  ]
  return problems.filter((problem) => problem !== null)
}

function wrong(field: string, text: string, facts: FactTypes): DefinitionProblem | null {
  const expression = parseExpression(text)
  if (isParseProblem(expression))
    return { field, expected: `${expression.expected} at character ${expression.at}` }
  const type = typeOf(expression satisfies Expression, facts)
  if (isTypeProblem(type)) return { field, expected: type.expected }
  return type.kind === 'yes_no' ? null : { field, expected: 'something that is true or false' }
}

/** Path by ids instead of places in a list, so that a person finds it. */
function shapeProblem(issue: z.core.$ZodIssue, input: unknown): DefinitionProblem {
  let here: unknown = input
  const path = issue.path.map((key) => {
    here = typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined
    return typeof key === 'number' ? (idOf(here) ?? String(key + 1)) : String(key)
  })
  const unknown = issue.code === 'unrecognized_keys' ? `no ${issue.keys.join(', ')}` : null
  return { field: path.join('.') || 'definition', expected: unknown ?? issue.message }
}

function idOf(part: unknown): string | null {
  if (typeof part !== 'object' || part === null) return null
  for (const key of ['id', 'name', 'moment', 'code', 'criterion']) {
    const value: unknown = Reflect.get(part, key)
    if (typeof value === 'string') return value
  }
  return null
}
