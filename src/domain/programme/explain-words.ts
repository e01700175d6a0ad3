import type { Language } from '#domain/member/language.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import {
  type Comparison,
  type Expression,
  evaluate,
  type Facts,
  type FactValue,
  factsIn,
  isTrue,
  type Literal,
} from '#domain/programme/expression.ts'
import { cancelledByWords, factWords } from '#domain/programme/fact-words.ts'
import type { Words } from '#domain/programme/provenance.ts'

const say = (nl: string, en: string): Words => ({ nl, en })
const yes = say('Ja', 'Yes')
const no = say('Nee', 'No')
const unknown = say('niet bekend', 'not known')
const than: Record<Comparison, Words> = {
  '==': say('gelijk aan', 'equal to'),
  '!=': say('anders dan', 'different from'),
  '<': say('minder dan', 'less than'),
  '<=': say('hoogstens', 'at most'),
  '>': say('meer dan', 'more than'),
  '>=': say('minstens', 'at least'),
}
const that = { true: say('Dat is', 'That is'), false: say('Dat is niet', 'That is not') }
const oneOf = {
  true: say('Dat is een van', 'That is one of'),
  false: say('Dat is geen van', 'That is none of'),
}
const never = say('Dat is altijd zo.', 'That is always so.')

interface Reader {
  readonly definition: ProgrammeDefinition
  readonly facts: Facts
  readonly language: Language
}

/**
 * One comparison or question in words: what is known, and what that means. "Leeftijd van het kind in maanden: 19. Dat
 * is niet minder dan 18." A question that is not answered says so.
 */
export function atomInWords(
  definition: ProgrammeDefinition,
  atom: Expression,
  facts: Facts,
  language: Language,
): string {
  const reader: Reader = { definition, facts, language }
  const known = factsIn(atom).map((name) => factInWords(reader, name))
  const so = isTrue(atom, facts)
  if (known.length === 0) return never[language]
  if (atom.kind === 'fact' || so === null) return known.join(' ')
  if (atom.kind === 'in') {
    const options = atom.options.map((option) => literalInWords(reader, atom.of, option)).join(', ')
    return `${known.join(' ')} ${oneOf[`${so}`][language]}: ${options}.`
  }
  if (atom.kind !== 'compare') return known.join(' ')
  const plain = atom.left.kind === 'fact'
  const left = plain ? '' : ` (${valueInWords(reader, atom.left)})`
  const right =
    atom.right.kind === 'literal'
      ? literalInWords(reader, atom.left, atom.right.value)
      : valueInWords(reader, atom.right)
  return `${known.join(' ')} ${that[`${so}`][language]} ${than[atom.op][language]} ${right}${left}.`
}

/** "Is het haar eerste kind? Ja." "Bezoeken gehad: 12." */
function factInWords(reader: Reader, name: string): string {
  const { facts, language } = reader
  const question = questionOf(reader, name)
  const value = Object.hasOwn(facts, name) ? (facts[name] ?? null) : null
  const answer = answerInWords(reader, name, value)
  const closing = question.endsWith('?') ? ' ' : ': '
  return value === null
    ? `${question}${closing}${capital(unknown[language], closing)}.`
    : `${question}${closing}${capital(answer, closing)}.`
}

function questionOf({ definition, language }: Reader, name: string): string {
  const asked = definition.facts.find((fact) => fact.name === name)
  if (asked) return asked.question[language]
  return Object.hasOwn(factWords, name)
    ? ((factWords as Record<string, Words>)[name]?.[language] ?? name)
    : name
}

function answerInWords({ definition, language }: Reader, name: string, value: FactValue): string {
  if (value === null) return unknown[language]
  if (typeof value === 'boolean') return (value ? yes : no)[language]
  if (typeof value === 'number')
    return name === 'gestationalWeeksAtReferral' ? weeksAndDays(value, language) : number(value, language)
  const type = definition.facts.find((fact) => fact.name === name)?.type
  const label = type?.kind === 'choice' ? type.options.find(({ id }) => id === value)?.label : undefined
  const own = Object.hasOwn(cancelledByWords, value) ? cancelledByWords[value] : undefined
  return (label ?? own)?.[language] ?? value
}

const literalInWords = (reader: Reader, beside: Expression, value: Literal): string =>
  answerInWords(reader, beside.kind === 'fact' ? beside.name : '', value).toLocaleLowerCase(reader.language)

function valueInWords(reader: Reader, part: Expression): string {
  const value = evaluate(part, reader.facts)
  return answerInWords(reader, part.kind === 'fact' ? part.name : '', value)
}

/** How far a pregnancy is, as a midwife says it: "36 weken en 3 dagen". */
function weeksAndDays(value: number, language: Language): string {
  const days = Math.round(value * 7)
  const [weeks, rest] = [Math.floor(days / 7), days % 7]
  const count = (many: number, [one, more]: readonly [Words, Words]) =>
    `${many} ${(many === 1 ? one : more)[language]}`
  const inWeeks = count(weeks, [say('week', 'week'), say('weken', 'weeks')])
  if (rest === 0) return inWeeks
  return `${inWeeks} ${say('en', 'and')[language]} ${count(rest, [say('dag', 'day'), say('dagen', 'days')])}`
}
const number = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value)
const capital = (text: string, closing: string): string =>
  closing === ' ' ? text.charAt(0).toLocaleUpperCase() + text.slice(1) : text
