import { expect, test } from 'vitest'
import { startLoop } from './loop.ts'

/** Waits until the test says so, or until the loop is woken. */
function handClock() {
  let wake: (() => void) | null = null
  return {
    sleep: (_ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        wake = resolve
        signal.addEventListener('abort', () => resolve())
      }),
    tick: async () => {
      wake?.()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}
const breath = () => new Promise((resolve) => setImmediate(resolve))

test('runs a round each time, also after one that failed', async () => {
  const clock = handClock()
  const troubles: unknown[] = []
  let rounds = 0
  const loop = startLoop({
    everyMs: 1000,
    sleep: clock.sleep,
    trouble: (error) => troubles.push(error),
    round: async () => {
      rounds += 1
      if (rounds === 1) throw new Error('once')
    },
  })
  await breath()
  await clock.tick()
  await clock.tick()
  expect(rounds).toBe(3)
  expect(troubles).toHaveLength(1)
  await loop.stop()
  await clock.tick()
  expect(rounds).toBe(3)
})

test('stops after the round that is running, which is told to hurry', async () => {
  let told = false
  let finished = false
  const loop = startLoop({
    everyMs: 1000,
    trouble: () => undefined,
    round: async (stopping) => {
      await new Promise<void>((resolve) =>
        stopping.addEventListener('abort', () => {
          told = true
          setImmediate(resolve)
        }),
      )
      finished = true
    },
  })
  await breath()
  await loop.stop()
  expect([told, finished]).toEqual([true, true])
})

test('a poke brings the next round forward, also one that comes during a round', async () => {
  const clock = handClock()
  let rounds = 0
  const loop = startLoop({
    everyMs: 1000,
    sleep: clock.sleep,
    trouble: () => undefined,
    round: async () => {
      rounds += 1
      if (rounds === 2) loop.poke()
    },
  })
  await breath()
  loop.poke()
  await breath()
  await breath()
  expect(rounds).toBe(3)
  await loop.stop()
})
