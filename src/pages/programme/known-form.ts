import {
  type FieldShape,
  type ObjectShape,
  type Shape,
  variantOf,
} from '#domain/programme/definition-shape.ts'
import { readRule } from '#domain/programme/simple-rule.ts'
import { conditionRows, isHidden, isLines } from '#pages/programme/read-form.ts'
import { comparisonWords } from '#pages/programme/say-rule.ts'

const read = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** What a form about a part shows before anybody typed: the fields that `readField` reads, filled with the value. */
export function knownFields(
  field: FieldShape,
  name: string,
  value: unknown,
): Record<string, string | string[]> {
  const known: Record<string, string | string[]> = {}
  fill(field, name, value, known)
  return known
}

type Known = Record<string, string | string[]>

function fill({ shape, optional }: FieldShape, name: string, value: unknown, known: Known): void {
  if (shape.kind === 'param') {
    fill({ shape: shape.of, optional, nullable: false }, name, read(value, 'value'), known)
    return
  }
  if (shape.kind === 'object') {
    if (optional && value !== undefined) known[`${name}?`] = 'yes'
    fillObject(shape, name, value, known)
    return
  }
  if (value === undefined || value === null) return
  fillShape(shape, name, value, known)
}

function fillShape(shape: Shape, name: string, value: unknown, known: Known): void {
  if (shape.kind === 'words') {
    known[`${name}.nl`] = String(read(value, 'nl') ?? '')
    known[`${name}.en`] = String(read(value, 'en') ?? '')
  } else if (shape.kind === 'yes_no') known[name] = value === true ? 'yes' : 'no'
  else if (shape.kind === 'choices' && Array.isArray(value)) known[name] = value.map(String)
  else if (shape.kind === 'several' && Array.isArray(value))
    known[name] = /\.(?:instruments|shelf|after|askAt)$/.test(name) ? value.map(String) : value.join(', ')
  else if (shape.kind === 'rule') fillRule(name, String(value), known)
  else if (shape.kind === 'one_of') {
    const variant = variantOf(shape, value)
    const chosen = [...shape.variants].find(([, one]) => one === variant)?.[0]
    if (!variant || chosen === undefined) return
    known[`${name}=`] = chosen
    fillObject(variant, name, value, known, `:${chosen}`)
  } else if (shape.kind === 'list' && isLines(shape) && Array.isArray(value))
    known[name] = value
      .map((entry) => read(entry, 'label'))
      .map((label) => `${read(label, 'nl')} | ${read(label, 'en')}`)
      .join('\n')
  else if (
    shape.kind === 'table' &&
    shape.of.kind === 'number' &&
    typeof value === 'object' &&
    value !== null
  )
    for (const [key, number] of Object.entries(value)) known[`${name}.${key}`] = String(number)
  else if (typeof value === 'string' || typeof value === 'number') known[name] = String(value)
}

function fillObject(shape: ObjectShape, name: string, value: unknown, known: Known, suffix = ''): void {
  for (const [key, field] of shape.fields)
    if (!isHidden(name, key)) fill(field, `${name}.${key}${suffix}`, read(value, key), known)
}

function fillRule(name: string, text: string, known: Known): void {
  known[`${name}.text`] = text
  const rule = readRule(text)
  if (!rule || rule.conditions.length > conditionRows) {
    known[`${name}.how`] = 'write'
    return
  }
  known[`${name}.how`] = 'choose'
  known[`${name}.join`] = rule.join
  for (const [at, { fact, op, value }] of rule.conditions.entries()) {
    const option = typeof value === 'string'
    known[`${name}.${at}.fact`] = option ? `${fact}=${value}` : fact
    known[`${name}.${at}.op`] =
      typeof value === 'boolean'
        ? value
          ? 'yes'
          : 'no'
        : option
          ? op === '!='
            ? 'no'
            : 'yes'
          : comparisonWords[op]
    if (typeof value === 'number') known[`${name}.${at}.value`] = String(value)
  }
}
