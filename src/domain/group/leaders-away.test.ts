import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leadersAway, pressesOn } from '#domain/group/leaders-away.ts'
import { awayKinds } from '#domain/worker/own-file.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const day = (days: number) => today.add({ days })
const away = fc
  .record({
    kind: fc.constantFrom(...awayKinds),
    from: fc.integer({ min: -20, max: 60 }),
    length: fc.nat(20),
  })
  .map(({ kind, from, length }) => ({ kind, from: day(from), until: day(from + length) }))

test('each session to come says who of those who lead is away, and how many are missing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(away, { maxLength: 3 }), { maxLength: 4 }),
      fc.array(fc.tuple(fc.integer({ min: -10, max: 60 }), fc.boolean()), { maxLength: 8 }),
      fc.nat(3),
      (periods, sessions, needed) => {
        const leaders = new Map(periods.map((own, at) => [`w${at}`, own]))
        const all = sessions.map(([on, planned], at) => ({
          id: `s${at}`,
          number: at + 1,
          on: day(on),
          planned,
        }))
        const found = leadersAway(all, leaders, needed, today)
        for (const session of all) {
          const said = found.find(({ sessionId }) => sessionId === session.id)
          const gone = [...leaders].filter(([, own]) =>
            own.some(
              ({ from, until }) =>
                Temporal.PlainDate.compare(from, session.on) <= 0 &&
                Temporal.PlainDate.compare(session.on, until) <= 0,
            ),
          )
          const counts = session.planned && Temporal.PlainDate.compare(session.on, today) >= 0
          expect(said?.away ?? []).toEqual(counts ? gone.map(([id]) => id) : [])
          if (said) expect(said.missing).toBe(Math.max(0, needed - (leaders.size - gone.length)))
        }
      },
    ),
  )
})
test('presses more as the day comes near', () => {
  expect([29, 28, 8, 7, 0].map((days) => pressesOn(day(days), today))).toEqual([
    null,
    'due',
    'due',
    'urgent',
    'urgent',
  ])
})
