import { describe, expect, test } from 'vitest'
import { chanceOf } from '#simulation/chance.ts'
import { drawCase } from './case.ts'
import { faults } from './faults.ts'
import { leaveOut, proveMessages } from './prove.ts'

/** Suite T23 of the security design, small; `npm run prove` draws a million. */
const seed = 20_261_103

test('of 20,000 messages no unsafe one is sent, and every safe one is', () => {
  const proof = proveMessages(20_000, seed)
  expect(proof.unsafeSent).toEqual([])
  expect(proof.safeRefused).toEqual([])
  expect(proof.safe).toBeGreaterThan(2_500)
  expect(proof.unsafe).toBeGreaterThan(10_000)
}, 60_000)

describe('every control matters: without it something unsafe is sent', () => {
  test.each(Object.entries(leaveOut))('%s', (_name, without) => {
    expect(proveMessages(10_000, seed, { without, enough: 1 }).unsafeSent).toHaveLength(1)
  })
})

test('every fault is made, and changes what it says', () => {
  const chance = chanceOf(seed)
  const made = new Set<string>()
  for (let draws = 0; draws < 400; draws += 1) {
    const drawn = drawCase(chance)
    for (const fault of faults.filter((one) => one.fits(drawn))) {
      expect(fault.make(drawn, chance), fault.name).not.toEqual(drawn)
      made.add(fault.name)
    }
  }
  expect([...made].sort()).toEqual(faults.map(({ name }) => name).sort())
})
