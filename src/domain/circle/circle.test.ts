import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { circleOn, daysOf, movesBetween, type SupporterVersion } from './circle-on.ts'
import { mayTalkNow } from './may-talk.ts'
import { partnerIsSafe } from './partner-takes-part.ts'
import { momentsOpen, type Reliance, readReliance, reliancesByDay, stretches } from './reliance.ts'
import { rolesNow, supporterInput, supporterKinds, supporterRoles } from './supporter.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const told = (more: object = {}) => supporterInput.parse({ kind: 'family', name: 'Mama', ring: 1, ...more })

describe('somebody in her circle', () => {
  test('is a name or a role, never a partner by name, and a role only of who has one', () => {
    const wrong = (more: object) =>
      supporterInput
        .safeParse({ kind: 'family', name: null, ring: 2, ...more })
        .error?.issues.map(({ path, message }) => [path.join('.'), message])
    expect(wrong({})).toBeUndefined()
    expect(wrong({ kind: 'professional', role: 'gp' })).toBeUndefined()
    expect(wrong({ kind: 'professional' })).toEqual([['role', 'choose-one']])
    expect(wrong({ role: 'gp' })).toEqual([['role', 'role-of-professional']])
    for (const kind of ['partner', 'ex_partner'])
      expect(wrong({ kind, name: 'Mark' })).toEqual([['name', 'partner-without-name']])
    expect(wrong({ kind: 'other' })).toEqual([['name', 'required']])
    expect(wrong({ ring: 4 })).toEqual([['ring', 'choose-one']])
    expect(wrong({ kind: 'enemy' })).toEqual([['kind', 'choose-one']])
  })
  test('after a loss is none whose work is a child', () => {
    expect(rolesNow(false)).toEqual(Object.keys(supporterRoles))
    expect(rolesNow(true)).not.toEqual(expect.arrayContaining(['youth_health_care']))
    expect(rolesNow(true)).toContain('gp')
  })
})

const version = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  on: fc.integer({ min: 0, max: 20 }).map((days) => day('2026-11-01').add({ days })),
  told: fc.option(
    fc
      .record({ kind: fc.constantFrom('family' as const, 'friend' as const), ring: fc.constantFrom(1, 2, 3) })
      .map((one) => told(one)),
    { freq: 4 },
  ),
})
/** As they are written: somebody's versions count up, and no later one is of an earlier day. */
const history = fc.array(version, { maxLength: 20 }).map((all) => {
  const next = new Map<string, number>()
  return all
    .toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
    .map((one): SupporterVersion => {
      const number = (next.get(one.id) ?? 0) + 1
      next.set(one.id, number)
      return { ...one, number }
    })
})

describe('her circle on a day', () => {
  test('is what was said last of each of them by then, whatever order rows come in', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: -2, max: 25 }), (all, days) => {
        const on = day('2026-11-01').add({ days })
        const shown = circleOn(all, on)
        expect(circleOn(all.toReversed(), on)).toEqual(shown)
        for (const id of ['a', 'b', 'c']) {
          const last = all.findLast((one) => one.id === id && Temporal.PlainDate.compare(one.on, on) <= 0)
          const there = shown.find((one) => one.id === id)
          expect(there?.told ?? null).toEqual(last?.told ?? null)
          if (there) expect(there.version).toBe(last?.number)
        }
        expect(daysOf(all).map(String)).toEqual([...new Set(all.map((one) => one.on.toString()))])
      }),
    )
  })
  test('then and now names everybody of both once, and says how they moved', () => {
    fc.assert(
      fc.property(history, fc.nat(20), fc.nat(20), (all, from, until) => {
        const then = circleOn(all, day('2026-11-01').add({ days: Math.min(from, until) }))
        const now = circleOn(all, day('2026-11-01').add({ days: Math.max(from, until) }))
        const moves = movesBetween(then, now)
        expect(moves.map(({ id }) => id).sort()).toEqual(
          [...new Set([...then, ...now].map(({ id }) => id))].sort(),
        )
        for (const one of moves) {
          expect(one.move === 'new').toBe(one.was === null)
          expect(one.move === 'gone').toBe(one.now === null)
          if (one.was && one.now) {
            const by = one.now.ring - one.was.ring
            expect(one.move).toBe(by === 0 ? 'same' : by < 0 ? 'nearer' : 'further')
          }
        }
      }),
    )
  })
})

describe('with whom we may talk', () => {
  const since = day('2026-11-03')
  test('is with whom she said yes, unless the register says no to their kind', () => {
    const gp = { kind: 'professional', role: 'gp', mayTalkSince: since } as const
    expect(mayTalkNow(gp, [], true)).toBe(since)
    for (const state of ['refused', 'withdrawn'])
      expect(mayTalkNow(gp, [{ party: 'gp', state }], true)).toBeNull()
    expect(mayTalkNow(gp, [{ party: 'midwife', state: 'refused' }], true)).toBe(since)
    expect(mayTalkNow({ ...gp, mayTalkSince: null }, [{ party: 'gp', state: 'given' }], true)).toBeNull()
  })
  test('is never her partner while that isn’t safe, whatever she said', () => {
    for (const kind of supporterKinds)
      expect(mayTalkNow({ kind, role: null, mayTalkSince: since }, [], false) !== null).toBe(
        kind !== 'partner' && kind !== 'ex_partner',
      )
  })
})

describe('her partner takes part', () => {
  const calm = { redFlag: false, danger: false, calledOff: false, facts: { adversitySafety: 0 } }
  test('where the programme means it and nothing tells of danger', () => {
    expect(partnerIsSafe(mvr, calm)).toBe(true)
    expect(partnerIsSafe(mim, { ...calm, facts: { currentPartnerViolence: false } })).toBe(true)
  })
  test('never where one sign tells of danger, or what must be known is not', () => {
    for (const sign of ['redFlag', 'danger', 'calledOff'])
      expect(partnerIsSafe(mvr, { ...calm, [sign]: true })).toBe(false)
    expect(partnerIsSafe(mvr, { ...calm, facts: { adversitySafety: 1 } })).toBe(false)
    expect(partnerIsSafe(mvr, { ...calm, facts: {} })).toBe(false)
    expect(partnerIsSafe(mim, { ...calm, facts: { currentPartnerViolence: null } })).toBe(false)
  })
  test('never in a programme that doesn’t say so or expects the greatest danger', () => {
    expect(partnerIsSafe(memosa, calm)).toBe(false)
    const { circle, ...without } = mvr
    expect(partnerIsSafe(without, calm)).toBe(false)
    const safety = { ...mvr.safety, class: { value: 'very_high', prov: 'proposal' } as const }
    expect(circle && partnerIsSafe({ circle, safety }, calm)).toBe(false)
  })
  test('never on any sign at all, in any mixture', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.option(fc.nat(5)),
        (redFlag, danger, calledOff, count) => {
          const safe = partnerIsSafe(mvr, { redFlag, danger, calledOff, facts: { adversitySafety: count } })
          expect(safe).toBe(!redFlag && !danger && !calledOff && count === 0)
        },
      ),
    )
  })
})

describe('on how many she can rely', () => {
  test('is a number of at most two digits, or that she’d rather not; never both, never nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.integer({ min: -5, max: 120 }).map(String)),
        fc.boolean(),
        (text, not) => {
          const read = readReliance(text, not)
          const count = Number(text.trim())
          const good = /^\d{1,2}$/.test(text.trim())
          if (not) expect(read).toEqual(text.trim() === '' ? { count: null } : { wrong: 'number-or-not' })
          else if (good) expect(read).toEqual({ count })
          else expect(read).toEqual({ wrong: text.trim() === '' ? 'required' : 'not-a-count' })
        },
      ),
    )
    expect(readReliance('0', false)).toEqual({ count: 0 })
  })
  const said = fc.array(
    fc.record({
      on: fc.integer({ min: 0, max: 9 }).map((days) => day('2026-11-01').add({ days })),
      count: fc.option(fc.nat(99)),
      moment: fc.option(fc.constantFrom('T0', 'T1')),
    }),
    { maxLength: 20 },
  )
  test('keeps one answer a day, and what she’d rather not say is in no line and never none', () => {
    fc.assert(
      fc.property(said, (all: readonly Reliance[]) => {
        const days = reliancesByDay(all)
        expect(new Set(days.map(({ on }) => on.toString())).size).toBe(days.length)
        for (const one of days) expect(one.count).toBe(all.findLast(({ on }) => on.equals(one.on))?.count)
        const drawn = stretches(days).flat()
        expect(drawn).toEqual(days.filter(({ count }) => count !== null))
        for (const run of stretches(days))
          for (const [at, one] of run.entries())
            if (at > 0) expect(days.indexOf(one) - days.indexOf(run[at - 1] as Reliance)).toBe(1)
      }),
    )
  })
  test('is asked at the moments the programme means, once their day has come', () => {
    expect(momentsOpen(['T0', 'T1', 'T2'], new Set(['T0', 'T1']), [{ moment: 'T0' }])).toEqual(['T1'])
  })
})
