import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { causeOf, deedsOf, isOpen, type LoneAlert, nextLook } from '#domain/lone-visit/lone-alert.ts'
import {
  alertAt,
  end,
  extend,
  type Heard,
  type LoneVisit,
  longerMinutes,
  mostWrongWords,
  standingOf,
} from '#domain/lone-visit/lone-visit.ts'
import { loneWordsInput, plainWord } from '#domain/lone-visit/lone-words.ts'
import { mayGoIn } from '#domain/lone-visit/never-alone.ts'
import { isRefusal } from '#domain/refusal.ts'

const start = Temporal.Instant.from('2026-11-03T09:00:00Z')
const begun: LoneVisit = {
  expectedAt: start.add({ minutes: 60 }),
  graceMinutes: 15,
  endedAt: null,
  askedFor: null,
  wrongWords: 0,
  wrongAt: null,
  duressAt: null,
}

/** What somebody or something does, after so many minutes. */
type Act =
  | { readonly does: 'clock' | 'take-up' | 'close' }
  | { readonly does: 'out'; readonly heard: Heard }
  | { readonly does: 'longer'; readonly heard: Heard; readonly minutes: number }
type Step = Act & { readonly after: number }

interface Told {
  readonly because: string
  readonly at: Temporal.Instant
}
interface Play {
  visit: LoneVisit
  alert: LoneAlert | null
  now: Temporal.Instant
  readonly raised: Told[]
  readonly asked: Temporal.Instant[]
  /** What she sees after each step. */
  readonly seen: string[]
}

function turn(play: Play): void {
  const { now } = play
  for (const deed of deedsOf(play.visit, play.alert, now)) {
    const cause = causeOf(play.visit, now)
    if (deed === 'ask-her') {
      play.asked.push(play.visit.expectedAt)
      play.visit = { ...play.visit, askedFor: play.visit.expectedAt }
    } else if (deed === 'raise' && cause) {
      play.raised.push({ because: cause.because, at: cause.at })
      play.alert = {
        because: cause.because,
        causeAt: cause.at,
        state: 'raised',
        askNextAt: now.add({ minutes: 10 }),
      }
    } else if (deed === 'stand-down' && play.alert)
      play.alert = { ...play.alert, state: 'stood_down', askNextAt: null }
    else if (play.alert) play.alert = { ...play.alert, askNextAt: now.add({ minutes: 10 }) }
  }
}
function act(play: Play, step: Step): void {
  play.now = play.now.add({ minutes: step.after })
  const { now } = play
  if (step.does === 'clock') turn(play)
  else if (step.does === 'out') play.visit = { ...play.visit, ...end(play.visit, step.heard, now) }
  else if (step.does === 'longer') {
    const after = extend(play.visit, step.heard, step.minutes, now)
    if (!isRefusal(after)) play.visit = { ...play.visit, ...after }
  } else if (play.alert && isOpen(play.alert.state))
    play.alert = { ...play.alert, state: step.does === 'close' ? 'closed' : 'taken_up', askNextAt: null }
  play.seen.push(`${standingOf(play.visit, now)} ${play.visit.expectedAt} ${play.visit.wrongWords}`)
}
function played(steps: readonly Step[], check: (play: Play, step: Step) => void = () => undefined): Play {
  const play: Play = { visit: begun, alert: null, now: start, raised: [], asked: [], seen: [] }
  for (const step of steps) {
    act(play, step)
    check(play, step)
  }
  return play
}

const heards = fc.constantFrom<Heard>('safe', 'safe', 'duress', 'neither')
const stepsOf = (heard: fc.Arbitrary<Heard>) =>
  fc.array(
    fc
      .tuple(
        fc.oneof(
          fc.constantFrom<Act>({ does: 'clock' }, { does: 'clock' }, { does: 'take-up' }, { does: 'close' }),
          heard.map((said): Act => ({ does: 'out', heard: said })),
          fc
            .tuple(heard, fc.constantFrom(...longerMinutes))
            .map(([said, minutes]): Act => ({ does: 'longer', heard: said, minutes })),
        ),
        fc.integer({ min: 0, max: 40 }),
      )
      .map(([does, after]): Step => ({ ...does, after })),
    { maxLength: 30 },
  )

const runs = { numRuns: 2000 }

describe('whatever the order of clock, worker and colleagues', () => {
  test('who isn’t out after her time and the grace is called for, once for each end that she gave', () => {
    fc.assert(
      fc.property(stepsOf(heards), (steps) => {
        const { raised } = played(steps, (play, step) => {
          if (step.does !== 'clock' || play.visit.endedAt !== null) return
          if (Temporal.Instant.compare(alertAt(play.visit), play.now) > 0) return
          const cause = causeOf(play.visit, play.now)
          expect(
            play.raised.some(({ because, at }) => because === cause?.because && at.equals(cause.at)),
          ).toBe(true)
        })
        const keys = raised.map(({ because, at }) => `${because} ${at}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      runs,
    )
  })
  test('nobody is called for who said in time that she is out, and what was called before is stood down', () => {
    fc.assert(
      fc.property(stepsOf(fc.constantFrom<Heard>('safe', 'neither')), (steps) => {
        let out = 0
        played(steps, (play, step) => {
          if (play.visit.endedAt === null) return
          if (out === 0) out = play.raised.length + 1
          expect(play.raised.length).toBe(out - 1)
          if (step.does === 'clock' && play.alert) expect(isOpen(play.alert.state)).toBe(false)
        })
      }),
      runs,
    )
  })
  test('the other word always calls, at the first round after it, and nothing that she says stands that down', () => {
    fc.assert(
      fc.property(stepsOf(heards), (steps) => {
        let said: Temporal.Instant | null = null
        let closed = false
        played(steps, (play, step) => {
          if ('heard' in step && step.heard === 'duress') {
            said = play.now
            closed = false
          }
          if (step.does === 'close') closed = true
          if (said === null || step.does !== 'clock') return
          expect(play.alert?.because).toBe('duress')
          expect(play.raised.at(-1)?.at.equals(said)).toBe(true)
          if (!closed) expect(play.alert && isOpen(play.alert.state)).toBe(true)
        })
      }),
      runs,
    )
  })
  test('with either of her words she sees the same, to the minute', () => {
    fc.assert(
      fc.property(stepsOf(heards), (steps) => {
        const plain = steps.map((step) =>
          'heard' in step && step.heard === 'duress' ? { ...step, heard: 'safe' as const } : step,
        )
        expect(played(steps).seen).toEqual(played(plain).seen)
      }),
      runs,
    )
  })
  test('the clock is woken for everything that is left to do, and for nothing that is done', () => {
    fc.assert(
      fc.property(stepsOf(heards), fc.integer({ min: 0, max: 200 }), (steps, later) => {
        const play = played(steps)
        turn(play)
        const next = nextLook(play.visit, play.alert, play.now)
        const then = play.now.add({ minutes: later })
        const due = deedsOf(play.visit, play.alert, then).length > 0
        if (due) expect(next && Temporal.Instant.compare(next, then) <= 0).toBe(true)
        expect(deedsOf(play.visit, play.alert, play.now)).toEqual([])
      }),
      runs,
    )
  })
})

describe('a word', () => {
  test('that is neither of hers changes nothing, and the fifth calls', () => {
    let visit = begun
    for (let times = 1; times <= mostWrongWords; times += 1) {
      visit = { ...visit, ...end(visit, 'neither', start) }
      expect(visit.endedAt).toBeNull()
      expect(standingOf(visit, start)).toBe(times < mostWrongWords ? 'inside' : 'alerted')
    }
    expect(causeOf(visit, start)?.because).toBe('wrong_words')
    expect(causeOf({ ...visit, ...end(visit, 'safe', start) }, start)).toBeNull()
  })
  test('of hers is the same with capitals and spaces, and her two begin differently', () => {
    expect(plainWord(' Blauwe  Regen ')).toBe('blauweregen')
    const read = (safe: string, duress: string) => loneWordsInput.safeParse({ safe, duress })
    expect(read('Tulp', 'Zonnebloem').success).toBe(true)
    for (const [safe, duress] of [
      ['Tulp', 'tulpen'],
      ['Tulp', 'TANGO'],
      ['  ', 'zon'],
      ['ab', 'zon'],
      ['t'.repeat(31), 'zon'],
    ])
      expect(read(safe ?? '', duress ?? '').success).toBe(false)
  })
})

test('staying longer counts from what she said, or from now, and never beyond four hours', () => {
  expect(extend(begun, 'safe', 15, start)).toMatchObject({ expectedAt: start.add({ minutes: 75 }) })
  const late = start.add({ minutes: 90 })
  expect(extend(begun, 'safe', 30, late)).toMatchObject({ expectedAt: late.add({ minutes: 30 }) })
  let visit = begun
  for (let times = 0; times < 40; times += 1) visit = { ...visit, ...extend(visit, 'safe', 30, start) }
  expect(visit.expectedAt.equals(start.add({ minutes: 240 }))).toBe(true)
  expect(extend({ ...begun, endedAt: start }, 'safe', 15, start)).toEqual({ refused: 'lone-visit-over' })
})

test('where two go, nobody goes in alone', () => {
  const there = { neverAlone: true, home: true, beside: null }
  expect(mayGoIn(there)).toEqual({ refused: 'lone-visit-two-needed' })
  expect(mayGoIn({ ...there, beside: 'colleague' })).toBe(true)
  expect(mayGoIn({ ...there, home: false })).toBe(true)
  expect(mayGoIn({ ...there, neverAlone: false })).toBe(true)
})
