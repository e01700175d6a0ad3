import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDefinition } from '#domain/programme/check-definition.ts'
import { type ProgrammeDefinition, programmeDefinition } from '#domain/programme/definition.ts'
import { readAsFarAsItGoes } from '#domain/programme/outgrown-definition.ts'
import { programmes } from '#programmes/registry.ts'

const [one] = programmes
if (!one) throw new Error('no programme')
const changed = (change: (definition: ProgrammeDefinition) => void): unknown => {
  const copy = structuredClone(one)
  change(copy)
  return copy
}
const read = (input: unknown) => readAsFarAsItGoes(input, one.id, one.version)

/** Every place in a definition. */
function places(part: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof part !== 'object' || part === null) return [path]
  return [path, ...Object.entries(part).flatMap(([key, inner]) => places(inner, [...path, key]))]
}
const everywhere = places(one).filter((path) => path.length > 0)
function spoil(whole: unknown, path: readonly string[], value: unknown): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((part, key) => (typeof part === 'object' && part ? Reflect.get(part, key) : null), whole)
  if (typeof parent !== 'object' || parent === null) return
  const key = path.at(-1) ?? ''
  if (value === undefined) Reflect.deleteProperty(parent, key)
  else Reflect.set(parent, key, value)
}

describe('a definition that doesn’t fit any more', () => {
  test('is itself where nothing is wrong', () => {
    for (const programme of programmes)
      expect(readAsFarAsItGoes(structuredClone(programme), programme.id, programme.version)).toEqual(
        programme,
      )
  })
  test('goes without what is not known now, and keeps the rest', () => {
    const input = changed((definition) => {
      Object.assign(definition, { moonPhase: 'full' })
      Object.assign(definition.contacts ?? {}, { colour: 'red' })
    })
    expect(checkDefinition(input).problems.map(({ field, expected }) => `${field}: ${expected}`)).toEqual([
      'contacts: no colour',
      'definition: no moonPhase',
    ])
    expect(read(input)).toEqual(one)
  })
  test('goes without a wrong entry, and with the careful value where one must be', () => {
    const input = changed((definition) => {
      Object.assign(definition.phases[0] ?? {}, { label: 'only Dutch' })
      Reflect.deleteProperty(definition.safety, 'portal')
    })
    const made = read(input)
    expect(made?.phases.map(({ id }) => id)).toEqual(one.phases.slice(1).map(({ id }) => id))
    expect(made?.safety).toEqual({ ...one.safety, portal: { value: 'off', prov: 'to_confirm' } })
  })
  test('keeps what it is called, and nothing is made of nothing', () => {
    expect(read({})).toMatchObject({ id: one.id, version: one.version, label: { nl: one.id } })
    for (const nothing of [null, 'x', 3, undefined, () => 1]) expect(read(nothing)).toBeNull()
  })
  test('can always be used, whatever changed in it', () => {
    const odd = fc.oneof(
      fc.constant(undefined),
      fc.constant(null),
      fc.integer(),
      fc.string({ maxLength: 5 }),
      fc.constant([]),
      fc.constant({}),
    )
    const spoils = fc.array(fc.tuple(fc.constantFrom(...everywhere), odd), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(spoils, (all) => {
        const input: unknown = structuredClone(one)
        for (const [path, value] of all) spoil(input, path, structuredClone(value))
        const made = read(input)
        expect(programmeDefinition.safeParse(made).success).toBe(true)
        expect([made?.id, made?.version]).toEqual([one.id, one.version])
      }),
    )
  }, 60_000)
})
