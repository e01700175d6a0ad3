import { all, extensions, type FhirNode, one, valueAt } from '#domain/fhir/node.ts'
import { placeOf, type Tell, tellOfWhole } from '#domain/fhir/questionnaire-problem.ts'
import { extensionUrls } from '#domain/fhir/systems.ts'
import type { WrittenQuestion, WrittenQuestionnaire } from '#domain/fhir/written-questionnaire.ts'

/**
 * What each element may hold; `*` where more stands inside. Nothing else is taken for the same: a condition, a first
 * answer or a text in another place would be asked along. Whoever stores the whole may say who keeps it and since when.
 */
const parts = {
  questionnaire:
    'id meta* language url version name title status date publisher subjectType copyright item* experimental',
  group: 'linkId type text item*',
  question: 'linkId code* text type answerOption*',
  option: 'extension* valueCoding*',
  coding: 'system code display',
  weight: 'url valueDecimal',
  score: 'linkId text type readOnly extension*',
} as const
const hasOnly = ({ children }: FhirNode, part: keyof typeof parts): boolean => {
  const names = new Set(parts[part].split(' '))
  return children.every(({ name, value, children: inside }) =>
    value === null ? names.has(`${name}*`) : names.has(name) && inside.length === 0,
  )
}

/** What stands in a `Questionnaire`; tells of all that can't be understood, and gives nothing in its place. */
export function writtenIn(root: FhirNode, tell: Tell): WrittenQuestionnaire {
  tellOfWhole(root, tell)
  if (!hasOnly(root, 'questionnaire')) tell('item-not-understood')
  const copyright = valueAt(root, 'copyright')
  if (copyright === null) tell('copyright-needed')
  const [group, ...others] = all(root, 'item')
  if (!group || valueAt(group, 'type') !== 'group' || !hasOnly(group, 'group'))
    tell('item-not-understood', group && placeOf(group))
  return {
    url: valueAt(root, 'url') ?? '',
    version: valueAt(root, 'version') ?? '',
    copyright: copyright ?? '',
    stem: group ? valueAt(group, 'text') : null,
    questions: group ? all(group, 'item').map((item) => questionIn(item, tell)) : [],
    scores: others.map((item) => scoreIn(item, tell)),
  }
}

function questionIn(item: FhirNode, tell: Tell): WrittenQuestion {
  const place = placeOf(item)
  const options = all(item, 'answerOption')
  if (valueAt(item, 'type') !== 'choice' || !hasOnly(item, 'question') || !options.every(isPlain))
    tell('item-not-understood', place)
  if (options.length < 2) tell('choices-needed', place)
  const choices = options.map((option) => {
    const weight = weightOf(option)
    if (weight === null) tell('weight-needed', place)
    return {
      system: valueAt(option, 'valueCoding', 'system') ?? '',
      code: valueAt(option, 'valueCoding', 'code') ?? '',
      display: valueAt(option, 'valueCoding', 'display'),
      weight: weight ?? Number.NaN,
    }
  })
  if (new Set(choices.map(({ system, code }) => `${system}|${code}`)).size < choices.length)
    tell('choice-twice', place)
  return {
    linkId: place ?? '',
    text: valueAt(item, 'text'),
    codes: all(item, 'code').map((code) => `${valueAt(code, 'system')}|${valueAt(code, 'code')}`),
    choices,
  }
}

const isPlain = (option: FhirNode): boolean =>
  hasOnly(option, 'option') &&
  all(option, 'valueCoding').length === 1 &&
  all(option, 'valueCoding').every((coding) => hasOnly(coding, 'coding')) &&
  all(option, 'extension').every((extension) => hasOnly(extension, 'weight'))

/** Two weights are as good as none. */
function weightOf(option: FhirNode): number | null {
  const [first, ...more] = extensions(option, extensionUrls.itemWeight)
  const text = first && more.length === 0 ? valueAt(first, 'valueDecimal') : null
  return text !== null && /^-?\d{1,4}(\.\d{1,6})?$/.test(text) ? Number(text) : null
}

function scoreIn(item: FhirNode, tell: Tell) {
  const place = placeOf(item)
  if (valueAt(item, 'type') !== 'decimal' || valueAt(item, 'readOnly') !== 'true' || !hasOnly(item, 'score'))
    tell('item-not-understood', place)
  const [first, ...more] = extensions(item, extensionUrls.calculatedExpression)
  const expression = first && more.length === 0 ? one(first, 'valueExpression') : null
  const text = expression && valueAt(expression, 'expression')
  if (!text || valueAt(expression ?? item, 'language') !== 'text/fhirpath') tell('expression-needed', place)
  return { linkId: place ?? '', text: valueAt(item, 'text'), expression: text ?? '' }
}
