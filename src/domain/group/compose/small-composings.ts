import fc from 'fast-check'
import { urgencies } from '#domain/match/urgency.ts'
import type { ComposeGroup, ComposeWoman, Composing, HandMove } from './people.ts'

/** Small compositions of every kind, for tests: also ones in which nothing is possible. */
const slots = ['mon_morning', 'tue_evening'] as const
const languages = ['nl', 'tr'] as const
const traits = ['age:1', 'age:2', 'background:turkey'] as const
const slotLists = fc.constantFrom([...slots], [...slots], [slots[0]], [slots[1]], [])

const woman = (at: number): fc.Arbitrary<ComposeWoman> =>
  fc.record({
    id: fc.constant(`w${at}`),
    urgency: fc.constantFrom(...urgencies),
    waitingDays: fc.nat(200),
    slots: slotLists,
    languages: fc.constantFrom(['nl'], ['nl'], ['tr'], ['nl', 'tr'], []),
    interpreter: fc.constantFrom(null, null, null, 'tr'),
    helped: fc.constantFrom(true, true, true, true, false),
    traits: fc.subarray([...traits]),
  })
const group = (at: number): fc.Arbitrary<ComposeGroup> =>
  fc.record({
    id: fc.constant(`g${at}`),
    slots: fc.constantFrom([slots[0]], [slots[1]]),
    languages: fc.constantFrom(['nl'], ['nl'], ['tr']),
    interpreters: fc.constantFrom([], [...languages]),
    min: fc.integer({ min: 0, max: 3 }),
    max: fc.integer({ min: 3, max: 4 }),
    seated: fc.array(fc.subarray([...traits]), { maxLength: 4 }),
  })

export const smallComposing = (women = 8, groups = 3): fc.Arbitrary<Composing> =>
  fc.tuple(fc.integer({ min: 0, max: women }), fc.integer({ min: 0, max: groups })).chain(([n, m]) => {
    const w = fc.nat(Math.max(0, n - 1)).map((at) => `w${at}`)
    const g = fc.nat(Math.max(0, m - 1)).map((at) => `g${at}`)
    const move: fc.Arbitrary<HandMove> = fc.oneof(
      fc.record({ womanId: w, groupId: g, kind: fc.constantFrom('put', 'not') }),
      fc.record({ womanId: w, groupId: fc.constant(null), kind: fc.constant('put') }),
    )
    return fc.record({
      women: fc.tuple(...Array.from({ length: n }, (_, at) => woman(at))),
      groups: fc.tuple(...Array.from({ length: m }, (_, at) => group(at))),
      apart: fc.array(fc.tuple(w, w), { maxLength: n === 0 ? 0 : 8 }),
      never: fc.array(fc.tuple(w, g), { maxLength: n * m === 0 ? 0 : 3 }),
      moves: fc
        .array(move, { maxLength: n * m === 0 ? 0 : 2 })
        .map((some) => some.filter((one, at) => some.findIndex((x) => x.womanId === one.womanId) === at)),
      variety: fc.constantFrom(new Map<string, number>(), new Map(traits.map((name) => [name, 4] as const))),
    })
  })
