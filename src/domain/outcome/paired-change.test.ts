import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectSize } from '#domain/outcome/effect-size.ts'
import { hodgesLehmann } from '#domain/outcome/hodges-lehmann.ts'
import { halfWidth, meanInterval } from '#domain/outcome/mean-interval.ts'
import { deviation, differences, mean, type Pair } from '#domain/outcome/pairs.ts'
import { signFlip } from '#domain/outcome/sign-flip.ts'

const pairsOf = (pre: readonly number[], post: readonly number[]): Pair[] =>
  pre.map((from, at) => ({ from, to: post[at] ?? Number.NaN }))
/** The worked example of instruments.md 6. */
const eight = pairsOf([31, 28, 35, 24, 30, 22, 27, 33], [24, 27, 25, 20, 26, 23, 21, 30])
const interval = (pairs: readonly Pair[]) => {
  const found = meanInterval(pairs)
  if (typeof found === 'string') throw new Error(found)
  return found
}

describe('eight pairs (instruments.md 6)', () => {
  const changes = differences(eight)
  test('mean, spread and the 95 % interval', () => {
    expect(mean(changes)).toBe(-4.25)
    expect(deviation(changes)).toBeCloseTo(3.4538, 4)
    expect(interval(eight).low).toBeCloseTo(-7.137, 3)
    expect(interval(eight).high).toBeCloseTo(-1.363, 3)
  })
  test('effect sizes', () => {
    const found = effectSize(eight)
    expect(found?.z).toBeCloseTo(-1.2305, 4)
    expect(found?.gZ).toBeCloseTo(-1.0938, 4)
    expect(found?.av).toBeCloseTo(-1.111, 4)
    expect(found?.gAv).toBeCloseTo(-1.111 * (1 - 3 / 27), 4)
  })
  test('the typical change and the exact p', () => {
    expect(hodgesLehmann(changes)).toBe(-4)
    expect(signFlip(changes)).toBeCloseTo(0.0234, 4)
  })
})

describe('too little to say', () => {
  test('all changed by as much: no interval and no effect size', () => {
    const six = pairsOf([10, 12, 14, 20, 9, 15], [8, 10, 12, 18, 7, 13])
    expect([meanInterval(six), effectSize(six)]).toEqual(['all-the-same', null])
    expect(deviation(differences(pairsOf([10, 12, 14], [8, 10, 12])))).toBe(0)
    // Fractions that binary numbers can't hold are equal all the same.
    const tenths = pairsOf([0.1, 0.2, 0.3, 0.7, 1.1, 2.3], [0.4, 0.5, 0.6, 1, 1.4, 2.6])
    expect(meanInterval(tenths)).toBe('all-the-same')
  })
  test('five pairs give neither, and their p can’t come under 1 in 16', () => {
    const five = eight.slice(0, 5)
    expect([meanInterval(five), effectSize(five)]).toEqual(['too-few', null])
    expect(signFlip([-1, -2, -3, -4, -5])).toBe(0.0625)
  })
  test('women of fewer than five workers or groups', () => {
    const groups = eight.map((pair, at) => ({ ...pair, cluster: `g${at % 4}` }))
    expect(meanInterval(groups)).toBe('few-clusters')
  })
})

describe('Student’s t', () => {
  test.each([
    [6, 1.05],
    [8, 0.84],
    [10, 0.72],
    [12, 0.64],
    [15, 0.55],
    [20, 0.47],
    [30, 0.37],
    [43, 0.31],
    [60, 0.26],
  ])('%i pairs reach %f standard deviations (table of instruments.md 6)', (pairs, reach) => {
    expect(halfWidth(pairs)).toBeCloseTo(reach, 2)
  })
  test('leaves 2.5 % above it, by adding up the density itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 200 }), (pairs) => {
        const df = pairs - 1
        expect(shareBelow(halfWidth(pairs) * Math.sqrt(pairs), df)).toBeCloseTo(0.975, 6)
      }),
    )
  })
})

/** P(T ≤ t) by Simpson’s rule over the angle: t = √df·tan θ makes the density a power of cos θ, without any gamma. */
function shareBelow(t: number, df: number): number {
  const upTo = (end: number) => {
    const steps = 4000
    const width = end / steps
    let sum = 0
    for (let at = 0; at <= steps; at += 1)
      sum += Math.cos(at * width) ** (df - 1) * (at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2)
    return (sum * width) / 3
  }
  return 0.5 + upTo(Math.atan(t / Math.sqrt(df))) / (2 * upTo(Math.PI / 2))
}

const score = fc.integer({ min: 0, max: 50 })
const somePairs = fc.array(fc.record({ from: score, to: score }), { minLength: 6, maxLength: 25 })
const changed = somePairs.filter((pairs) => (deviation(differences(pairs)) ?? 0) > 0)

describe('whatever the scores', () => {
  test('the interval holds the mean, is symmetric about it, and as wide as the table says', () => {
    fc.assert(
      fc.property(changed, (pairs) => {
        const { low, high } = interval(pairs)
        const changes = differences(pairs)
        expect((low + high) / 2).toBeCloseTo(mean(changes), 8)
        expect((high - low) / 2).toBeCloseTo(halfWidth(pairs.length) * (deviation(changes) ?? 0), 8)
      }),
    )
  })
  test('the order of the women changes nothing, and back instead of forth turns every sign', () => {
    fc.assert(
      fc.property(changed, (pairs) => {
        const back = pairs.map(({ from, to }) => ({ from: to, to: from })).reverse()
        const [there, here] = [interval(pairs), interval(back)]
        expect(here.low).toBeCloseTo(-there.high, 8)
        expect(effectSize(back)?.gZ).toBeCloseTo(-(effectSize(pairs)?.gZ ?? 0), 8)
        expect(hodgesLehmann(differences(back))).toBeCloseTo(-(hodgesLehmann(differences(pairs)) ?? 0), 8)
        expect(signFlip(differences(back))).toBeCloseTo(signFlip(differences(pairs)) ?? 0, 8)
      }),
    )
  })
  test('a scale with other steps gives the same effect size', () => {
    fc.assert(
      fc.property(changed, fc.integer({ min: 2, max: 20 }), score, (pairs, times, more) => {
        const other = pairs.map(({ from, to }) => ({ from: from * times + more, to: to * times + more }))
        expect(effectSize(other)?.gAv ?? 0).toBeCloseTo(effectSize(pairs)?.gAv ?? 0, 8)
      }),
    )
  })
  test('each with a worker of her own is as if nobody had one', () => {
    fc.assert(
      fc.property(changed, (pairs) => {
        const own = pairs.map((pair, at) => ({ ...pair, cluster: `w${at}` }))
        expect(interval(own).low).toBeCloseTo(interval(pairs).low, 9)
      }),
    )
  })
  test('the same women counted twice under one worker tell no more than once', () => {
    fc.assert(
      fc.property(changed, (pairs) => {
        const own = pairs.map((pair, at) => ({ ...pair, cluster: `w${at}` }))
        expect(interval([...own, ...own]).low).toBeCloseTo(interval(own).low, 8)
      }),
    )
  })
  test('the exact p is that of all 2ⁿ ways, one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 10 }), (changes) => {
        const ways = 2 ** changes.length
        const seen = Math.abs(changes.reduce((sum, change) => sum + change, 0))
        let asFar = 0
        for (let way = 0; way < ways; way += 1) {
          const sum = changes.reduce((all, change, at) => all + ((way >> at) % 2 === 1 ? change : -change), 0)
          if (Math.abs(sum) >= seen) asFar += 1
        }
        expect(signFlip(changes)).toBeCloseTo(asFar / ways, 10)
      }),
    )
  })
})
