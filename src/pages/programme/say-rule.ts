import { caseFactTypes, referralDayFactTypes } from '#domain/programme/case-facts.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Comparison } from '#domain/programme/expression.ts'
import { type Condition, readRule } from '#domain/programme/simple-rule.ts'
import type { T } from '#pages/words/words.ts'

/** A fact as people would say it: the question of the programme, or what Naast itself knows. */
export function factLabel(t: T, { facts }: Pick<ProgrammeDefinition, 'facts'>, name: string): string {
  const asked = facts.find((fact) => fact.name === name)
  if (asked) return asked.question[t.language]
  const key = `fact.${name}`
  return t.has(key) ? t(key) : name
}

export const comparisonWords = {
  '==': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
} as const satisfies Record<Comparison, string>

/** A rule in a sentence, if it is one that can be chosen; otherwise as it is written. */
export function sayRule(t: T, definition: Pick<ProgrammeDefinition, 'facts'>, text: string): string {
  const rule = readRule(text)
  if (!rule) return text
  return rule.conditions
    .map((condition) => sayCondition(t, definition, condition))
    .join(` ${t(`builder.join.${rule.join}`)} `)
}

function sayCondition(
  t: T,
  definition: Pick<ProgrammeDefinition, 'facts'>,
  { fact, op, value }: Condition,
): string {
  const what = factLabel(t, definition, fact).replace(/[?.]$/, '')
  if (typeof value === 'boolean') return `“${what}”: ${t(value ? 'builder.yes' : 'builder.no')}`
  const said = typeof value === 'string' ? optionLabel(t, definition, fact, value) : String(value)
  return `“${what}” ${t(`builder.op.${comparisonWords[op]}`)} ${said}`
}

function optionLabel(
  t: T,
  { facts }: Pick<ProgrammeDefinition, 'facts'>,
  name: string,
  option: string,
): string {
  const type = facts.find((fact) => fact.name === name)?.type
  const known = type?.kind === 'choice' ? type.options.find(({ id }) => id === option) : undefined
  return known ? known.label[t.language] : option
}

/** What a rule may be made of: what this programme asks, then what Naast knows by itself. */
export function factChoices(
  t: T,
  definition: Pick<ProgrammeDefinition, 'facts'>,
  all: boolean,
): { value: string; label: string }[] {
  const asked = definition.facts.flatMap(({ name, type }) => {
    const label = factLabel(t, definition, name)
    return type.kind === 'choice'
      ? type.options.map((option) => ({
          value: `${name}=${option.id}`,
          label: `${label} ${option.label[t.language]}`,
        }))
      : [{ value: name, label }]
  })
  // Once she is in, the day of her referral is behind her: only who it is for asks for it.
  const known = all ? caseFactTypes : { ...caseFactTypes, ...referralDayFactTypes }
  const own = Object.entries(known).flatMap(([name, type]) =>
    type.kind === 'choice' || !(all || childFacts.has(name))
      ? []
      : [{ value: name, label: factLabel(t, definition, name) }],
  )
  return [...asked, ...own]
}
const childFacts = new Set([
  'childAgeMonths',
  'pregnant',
  'gestationalWeeks',
  'weeksSinceStart',
  ...Object.keys(referralDayFactTypes),
])
