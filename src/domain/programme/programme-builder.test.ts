import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, saysTheSame } from '#domain/programme/canonical-json.ts'
import { checkDefinition } from '#domain/programme/check-definition.ts'
import { programmeDefinition } from '#domain/programme/definition.ts'
import { differences } from '#domain/programme/definition-difference.ts'
import { forgottenFields } from '#domain/programme/definition-parts.ts'
import { movedIn, partAt, placeOf, withPart } from '#domain/programme/definition-place.ts'
import { definitionShape, shapeAt } from '#domain/programme/definition-shape.ts'
import { withSources } from '#domain/programme/definition-source.ts'
import { emptyDefinition } from '#domain/programme/empty-definition.ts'
import { mergeDefinitions } from '#domain/programme/merge-definitions.ts'
import { largestFile, readProgrammeFile, writeProgrammeFile } from '#domain/programme/programme-file.ts'
import { readRule, writeRule } from '#domain/programme/simple-rule.ts'
import { mim } from '#programmes/mim.ts'
import { programmes } from '#programmes/registry.ts'

const sum = (text: string) => createHash('sha256').update(text).digest('hex')
const empty = () => emptyDefinition('fathers', '1.0.0', { nl: 'Vaders', en: 'Fathers' })

describe('an empty programme', () => {
  test('is a whole one already', () => {
    expect(checkDefinition(empty()).problems).toEqual([])
  })
})

describe('the shape', () => {
  test('has a place on a page for every field', () => {
    expect(forgottenFields()).toEqual([])
  })
  test('is known at every place of every programme', () => {
    for (const programme of programmes) {
      const visit = (part: unknown, at: readonly string[]) => {
        const field = shapeAt(at, programme)
        expect(field, at.join('.')).not.toBeNull()
        if (field?.shape.kind === 'object' || field?.shape.kind === 'one_of')
          for (const [key, value] of Object.entries(part as object))
            if (key !== 'prov' && key !== 'ref') visit(value, [...at, key])
      }
      visit(programme, [])
    }
  })
  test('finds parts by their ids', () => {
    const at = placeOf('phases.farewell.label')
    expect(partAt(mim, at)).toEqual({ nl: 'Afscheid', en: 'Saying goodbye' })
    const changed = withPart(mim, at, { nl: 'Vaarwel', en: 'Farewell' })
    expect(differences(mim, changed)).toEqual([
      { at, from: { nl: 'Afscheid', en: 'Saying goodbye' }, to: { nl: 'Vaarwel', en: 'Farewell' } },
    ])
    expect(partAt(withPart(mim, ['phases', 'farewell'], undefined), ['phases', 'farewell'])).toBeUndefined()
    expect(partAt(mim, placeOf('constructor.name'))).toBeUndefined()
    expect(shapeAt(placeOf('constructor.name'), mim)).toBeNull()
  })
})

describe('a change', () => {
  const by = { source: { prov: 'opened_source', ref: 'S24' } as const, confirmed: new Set<string>() }
  const shape = () => shapeAt(['contacts'], mim)?.shape ?? definitionShape
  test('gives its source to what differs, and to nothing else', () => {
    const after = { ...mim.contacts, cadenceDays: { value: 21, prov: 'source_text', ref: 'NJi' } }
    const kept = withSources(shape(), mim.contacts, after, by)
    expect(partAt(kept, ['cadenceDays'])).toEqual({ value: 21, prov: 'opened_source', ref: 'S24' })
    expect(partAt(kept, ['min'])).toEqual(mim.contacts?.min)
  })
  test('confirms what stays as it is, if somebody says so', () => {
    const kept = withSources(shape(), mim.contacts, mim.contacts, {
      ...by,
      confirmed: new Set(['graceDays']),
    })
    expect(partAt(kept, ['graceDays'])).toEqual({ value: 7, prov: 'opened_source', ref: 'S24' })
    expect(differences(mim.contacts, kept)).toHaveLength(1)
  })
  test('moves within a list', () => {
    const list = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    expect(movedIn(list, 'a', 1)).toEqual([{ id: 'b' }, { id: 'a' }, { id: 'c' }])
    expect(movedIn(list, 'a', -1)).toEqual(list)
    expect(movedIn(list, 'z', 1)).toEqual(list)
  })
})

describe('a file', () => {
  test.each(programmes.map((programme) => [programme.id, programme] as const))(
    'of %s is read as what was written',
    (_, programme) => {
      const text = writeProgrammeFile(programme, sum)
      const read = readProgrammeFile(text, sum)
      expect(read).toEqual({ definition: programme, checksum: expect.stringMatching(/^[0-9a-f]{64}$/) })
      expect('definition' in read && writeProgrammeFile(read.definition, sum)).toBe(text)
    },
  )
  const changed = (change: (file: Record<string, unknown>) => void, again = false) => {
    const file = JSON.parse(writeProgrammeFile(mim, sum)) as Record<string, unknown>
    change(file)
    if (again) file.checksum = sum(canonicalJson(file.definition))
    return readProgrammeFile(JSON.stringify(file), sum)
  }
  test('that was changed on the way is refused', () => {
    expect(changed((file) => Object.assign(file.definition as object, { owner: 'Iemand' }))).toEqual({
      refused: 'programme-file-changed',
    })
  })
  test('with fields that nobody knows is refused, and names them', () => {
    expect(changed((file) => Object.assign(file.definition as object, { surprise: 1 }), true)).toEqual({
      problems: [{ field: 'definition', expected: 'no surprise' }],
    })
    expect(changed((file) => Object.assign(file, { surprise: 1 }))).toEqual({
      problems: [{ field: 'file', expected: 'no surprise' }],
    })
  })
  test.each([
    ['ten megabytes', () => `{"a":"${'x'.repeat(10_000_000)}"}`, 'programme-file-too-large'],
    ['more than is read', () => 'x'.repeat(largestFile + 1), 'programme-file-too-large'],
    ['a thousand levels', () => '['.repeat(1_000) + ']'.repeat(1_000), 'programme-file-too-deep'],
    ['no JSON', () => '{"kind": ', 'programme-file-unreadable'],
    ['a list', () => '[]', 'programme-file-other'],
    ['another kind of file', () => '{"kind":"letter"}', 'programme-file-other'],
    ['nothing', () => '', 'programme-file-unreadable'],
  ])('of %s is refused', (_, text, refused) => {
    expect(readProgrammeFile(text(), sum)).toEqual({ refused })
  })
  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json({ maxDepth: 50 })), (text) => {
        readProgrammeFile(text, sum)
      }),
    )
  })
})

/** Small, so that a counterexample can be read. */
const base = { ...mim, talkSheets: mim.talkSheets.slice(0, 3), instruments: [], fidelity: [], sources: {} }
/** Changes that somebody might make to a definition, each at a place of its own. */
const edits = fc.array(
  fc.oneof(
    fc.record({ at: fc.constantFrom('owner', 'retentionPolicyId'), to: fc.constantFrom('x', 'y', 'z') }),
    fc.record({
      at: fc.constantFrom('label', 'phases.farewell.label', 'phases.widening.goal', 'facts.insecure.hint'),
      to: fc.constantFrom({ nl: 'een', en: 'one' }, { nl: 'twee', en: 'two' }),
    }),
    fc.record({
      at: fc.constantFrom('contacts.max', 'safety.portal', 'referral.intakeDays'),
      to: fc.constantFrom({ value: 9, prov: 'proposal' }, { value: 8, prov: 'to_confirm' }),
    }),
    fc.record({
      at: fc.constantFrom(
        'phases.farewell',
        'talkSheets.crying',
        'eligibility.mi-i1',
        'contacts',
        'outcomes.network_up',
      ),
      to: fc.constant(undefined),
    }),
    fc
      .record({
        list: fc.constantFrom('phases', 'outcomes'),
        id: fc.constantFrom('new', 'newer'),
        text: fc.constantFrom('a', 'b'),
      })
      .map(({ list, id, text }) => ({ at: `${list}.${id}`, to: { id, label: { nl: text, en: text } } })),
  ),
  { maxLength: 8 },
)
const edited = edits.map((all) =>
  all.reduce<unknown>((whole, { at, to }) => withPart(whole, placeOf(at), to), base),
)

describe('differences', () => {
  test('of what says the same are none', () => {
    fc.assert(
      fc.property(edited, (one) => {
        expect(differences(one, structuredClone(one))).toEqual([])
      }),
    )
  })
  test('put together again give the other', () => {
    fc.assert(
      fc.property(edited, edited, (from, to) => {
        const made = differences(from, to)
          .filter(({ order }) => !order)
          .reduce<unknown>((whole, { at, to: part }) => withPart(whole, at, part), from)
        expect(differences(made, to).filter(({ order }) => !order)).toEqual([])
      }),
    )
  })
})

describe('bringing together', () => {
  test('never loses what was changed here', () => {
    fc.assert(
      fc.property(edited, edited, (theirs, ours) => {
        const { whole } = mergeDefinitions(base, theirs, ours)
        for (const { at, to, order } of differences(base, ours))
          if (!order) expect(saysTheSame(partAt(whole, at), to), at.join('.')).toBe(true)
      }),
    )
  })
  test('takes over all that only they changed', () => {
    fc.assert(
      fc.property(edited, edited, (theirs, ours) => {
        const { whole, conflicts } = mergeDefinitions(base, theirs, ours)
        const touched = [...differences(base, ours), ...conflicts].map(({ at }) => at.join('.'))
        for (const { at, to, order } of differences(base, theirs)) {
          const here = at.join('.')
          if (
            order ||
            touched.some((place) => `${here}.`.startsWith(`${place}.`) || `${place}.`.startsWith(`${here}.`))
          )
            continue
          expect(saysTheSame(partAt(whole, at), to), here).toBe(true)
        }
      }),
    )
  })
  test('is stable, and does nothing where nothing is new', () => {
    fc.assert(
      fc.property(edited, edited, (theirs, ours) => {
        const { whole } = mergeDefinitions(base, theirs, ours)
        expect(saysTheSame(mergeDefinitions(base, theirs, whole).whole, whole)).toBe(true)
        expect(saysTheSame(mergeDefinitions(base, base, ours).whole, ours)).toBe(true)
        expect(saysTheSame(mergeDefinitions(theirs, theirs, ours).whole, ours)).toBe(true)
        expect(saysTheSame(mergeDefinitions(base, theirs, base).whole, theirs)).toBe(true)
      }),
    )
  })
  test('names what both changed, with all three', () => {
    const at = placeOf('contacts.max')
    const [theirs, ours] = [
      withPart(mim, at, { value: 22, prov: 'source_text' }),
      withPart(mim, at, { value: 18, prov: 'proposal' }),
    ]
    expect(mergeDefinitions(mim, theirs, ours)).toEqual({
      whole: ours,
      conflicts: [{ at, base: mim.contacts?.max, theirs: partAt(theirs, at), ours: partAt(ours, at) }],
    })
  })
})

describe('a rule that is chosen', () => {
  const condition = fc.oneof(
    fc.record({ fact: fc.constantFrom('a', 'b2'), op: fc.constant('==' as const), value: fc.boolean() }),
    fc.record({
      fact: fc.constantFrom('a', 'b2'),
      op: fc.constantFrom('==' as const, '!=' as const, '<' as const, '>=' as const),
      value: fc.nat(9999),
    }),
    fc.record({
      fact: fc.constant('c'),
      op: fc.constantFrom('==' as const, '!=' as const),
      value: fc.constantFrom('one', 'two_three'),
    }),
  )
  test('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(condition, { minLength: 2, maxLength: 5 }),
        (join, conditions) => {
          expect(readRule(writeRule({ join, conditions }))).toEqual({ join, conditions })
        },
      ),
    )
  })
  test('that says more than can be chosen has to be written', () => {
    expect(readRule('a and (b or c)')).toBeNull()
    expect(readRule('a + b > 3')).toBeNull()
    expect(readRule('a >')).toBeNull()
    expect(readRule('a != true')).toEqual({
      join: 'and',
      conditions: [{ fact: 'a', op: '==', value: false }],
    })
  })
})

test('what is read back from a definition is a definition', () => {
  expect(programmeDefinition.parse(mim)).toEqual(mim)
})
