import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { keysOf, partAt } from '#domain/programme/definition-place.ts'
import {
  type FieldShape,
  type ObjectShape,
  type Shape,
  variantOf,
} from '#domain/programme/definition-shape.ts'
import { factNameFrom, newIdFrom } from '#domain/programme/new-id.ts'
import { type Condition, writeRule } from '#domain/programme/simple-rule.ts'
import type { Form } from '#pages/form-data.ts'
import { comparisonWords } from '#pages/programme/say-rule.ts'

/** What a form about a part of a definition is read with. Field names are places in the definition. */
export interface Reading {
  readonly form: Form
  readonly definition: ProgrammeDefinition
  /** What can't be read, by field. */
  readonly problems: Record<string, string>
}

/** Names that Naast gives by itself: they end up in rows, and nobody has to think of them. */
export const hiddenFields = new Set([
  'id',
  'name',
  'moment',
  'role',
  'version',
  'redFlagSetId',
  'retentionPolicyId',
  'action',
  'gets',
])
export const isHidden = (place: string, key: string): boolean =>
  hiddenFields.has(key) ||
  (key === 'type' && place.endsWith('parallelCare')) ||
  (key === 'code' && place.endsWith('exception'))

const read = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** The value that a form gives a place, beside what was there. `undefined`: left out. */
export function readField(reading: Reading, field: FieldShape, name: string, before: unknown): unknown {
  const { shape, optional, nullable } = field
  if (shape.kind === 'param') {
    const inner = { shape: shape.of, optional, nullable: shape.nullable }
    const value = readField(reading, inner, name, read(before, 'value'))
    return value === undefined && optional ? undefined : { value }
  }
  if (optional && shape.kind === 'object' && !reading.form.checked(`${name}?`)) return undefined
  const value = readShape(reading, shape, name, before)
  if (value !== undefined) return optional && Array.isArray(value) && value.length === 0 ? undefined : value
  return nullable ? null : undefined
}

function readShape(reading: Reading, shape: Shape, name: string, before: unknown): unknown {
  const { form, problems } = reading
  switch (shape.kind) {
    case 'words': {
      const [nl, en] = [form.text(`${name}.nl`), form.text(`${name}.en`)]
      // Who writes one language has written both; the other can be mended later.
      return nl === '' && en === '' ? undefined : { nl: nl || en, en: en || nl }
    }
    case 'text':
    case 'choice':
      return form.optional(name) ?? undefined
    case 'number':
      return readNumber(form.text(name), name, problems)
    case 'yes_no':
      return form.text(name) === '' ? undefined : form.text(name) === 'yes'
    case 'choices':
      return inOldOrder(form.all(name), before)
    case 'several': {
      const typed = form.all(name).flatMap((text) => text.split(/[,;\n]/).map((one) => one.trim()))
      const texts = typed.filter((one) => one !== '')
      return inOldOrder(
        shape.of === 'number' ? texts.map((one) => readNumber(one, name, problems)) : texts,
        before,
      )
    }
    case 'rule':
      return readRuleField(form, name, problems)
    case 'object':
      return readObject(reading, shape, name, before)
    case 'one_of': {
      const chosen = form.text(`${name}=`)
      const variant = shape.variants.get(chosen)
      if (!variant) return undefined
      const was = variantOf(shape, before) === variant ? before : undefined
      const said = readObject(reading, variant, name, was, `:${chosen}`)
      return shape.by === null ? said : { [shape.by]: chosen, ...said }
    }
    case 'list':
      return isLines(shape) ? readLines(form, name, before) : (before ?? [])
    case 'table':
      return shape.of.kind === 'number' ? readTable(reading, name) : (before ?? {})
    case 'fixed':
      return shape.value
    case 'param':
      return undefined
  }
}

/** What is still there in the order in which it stood, then what is new: a form has an order of its own. */
function inOldOrder(said: readonly unknown[], before: unknown): unknown[] {
  const old: readonly unknown[] = Array.isArray(before) ? before : []
  return [...old.filter((one) => said.includes(one)), ...said.filter((one) => !old.includes(one))]
}

function readObject(
  reading: Reading,
  shape: ObjectShape,
  name: string,
  before: unknown,
  suffix = '',
): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const [key, field] of shape.fields) {
    const was = read(before, key)
    const said = isHidden(name, key) ? was : readField(reading, field, `${name}.${key}${suffix}`, was)
    if (said !== undefined) value[key] = said
  }
  for (const key of shape.fields.keys())
    if (isHidden(name, key) && value[key] === undefined) {
      const made = madeFor(reading, shape, name, key, value)
      if (made !== undefined) value[key] = made
    }
  return value
}

/** A name for something new: out of its words, and not yet taken where it stands. */
function madeFor(
  { definition }: Reading,
  shape: ObjectShape,
  name: string,
  key: string,
  value: Record<string, unknown>,
): unknown {
  if (shape.fields.get(key)?.optional) return undefined
  if (key === 'version') return '1'
  if (key === 'gets') return 'aggregates'
  const siblings = partAt(definition, name.split('.').slice(0, -1))
  const taken = new Set(Array.isArray(siblings) ? keysOf(siblings) : [])
  if (key === 'moment') return `T${[...Array(10).keys()].find((at) => !taken.has(`T${at}`)) ?? 9}`
  const said = ['label', 'question', 'title', 'message'].map((one) => read(value[one], 'nl')).find(Boolean)
  return key === 'name' ? factNameFrom(String(said ?? ''), taken) : newIdFrom(String(said ?? ''), taken)
}

function readNumber(text: string, name: string, problems: Record<string, string>): number | undefined {
  if (text === '') return undefined
  const number = Number(text.replace(',', '.'))
  if (Number.isFinite(number)) return number
  problems[name] = 'not-a-number'
  return undefined
}

/** Lists of a few names, typed one a line: `Nederlands | English`. */
export const isLines = (shape: Shape): boolean =>
  shape.kind === 'list' &&
  shape.of.kind === 'object' &&
  shape.of.fields.has('label') &&
  [...shape.of.fields.keys()].every((key) => ['id', 'label', 'score'].includes(key))

function readLines(form: Form, name: string, before: unknown): unknown[] {
  const old: readonly unknown[] = Array.isArray(before) ? before : []
  const lines = form
    .text(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const taken = new Set<string>()
  return lines.map((line, at) => {
    const [nl = '', en = ''] = line.split('|').map((part) => part.trim())
    const same = old.find((entry) => read(read(entry, 'label'), 'nl') === nl)
    // One that was only worded anew stands where it stood, and stays what it was.
    const known = same ?? (old.length === lines.length ? old[at] : undefined)
    const label = { nl, en: en || (read(read(same, 'label'), 'en') ?? nl) }
    const id = String(read(known, 'id') ?? newIdFrom(nl, taken))
    taken.add(id)
    return typeof known === 'object' && known !== null ? { ...known, label } : withScore({ id, label }, old)
  })
}
const withScore = (entry: object, old: readonly unknown[]): object =>
  old.some((one) => read(one, 'score') !== undefined) ? { ...entry, score: null } : entry

/** Numbers by the phases of the programme. */
function readTable({ form, definition, problems }: Reading, name: string): Record<string, number> {
  const entries = definition.phases.map(({ id }) => [
    id,
    readNumber(form.text(`${name}.${id}`), name, problems),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, number>
}

/** Rules of more conditions than this are written. */
export const conditionRows = 8

function readRuleField(form: Form, name: string, problems: Record<string, string>): string | undefined {
  if (form.text(`${name}.how`) === 'write') return form.optional(`${name}.text`) ?? undefined
  const conditions = [...Array(conditionRows).keys()].flatMap((at): Condition[] => {
    const chosen = form.text(`${name}.${at}.fact`)
    if (chosen === '') return []
    const [fact = '', option] = chosen.split('=')
    const said = form.text(`${name}.${at}.op`)
    const typed = form.text(`${name}.${at}.value`)
    if (option !== undefined) return [{ fact, op: said === 'no' ? '!=' : '==', value: option }]
    if (said === 'yes' || said === 'no') return [{ fact, op: '==', value: said === 'yes' }]
    const op = (Object.keys(comparisonWords) as Condition['op'][]).find(
      (one) => comparisonWords[one] === said,
    )
    const value = readNumber(typed, name, problems)
    if (op === undefined || value === undefined) {
      problems[name] = 'rule-unfinished'
      return []
    }
    return [{ fact, op, value }]
  })
  if (conditions.length === 0) return undefined
  return writeRule({ join: form.text(`${name}.join`) === 'or' ? 'or' : 'and', conditions })
}
