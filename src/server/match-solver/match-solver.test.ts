import { expect, test } from 'vitest'
import type { AskPlan } from '#domain/match/solver/ask.ts'
import { openMatchSolver } from './match-solver.ts'

const plan = (score: number[], more: object = {}): AskPlan => ({
  kind: 'plan',
  instance: {
    mothers: 2,
    workers: 2,
    capacity: Int32Array.of(1, 1),
    rowPtr: Int32Array.of(0, 2, 4),
    col: Int32Array.of(0, 1, 0, 1),
    score: Int32Array.from(score),
    ...more,
  },
  objective: 'tiers',
  stable: true,
})
/** A thread that dies over its first question of a kind, or never answers it. */
const thread = (deed: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', ({ id, ask }) => { if (ask.stable) { ${deed} } else parentPort.postMessage({ id, answer: 'alive' }) })`,
    )}`,
  )

test('a thread answers with a plan that is checked, and with why not', async () => {
  const solver = openMatchSolver()
  try {
    const [first, second] = await Promise.all([
      solver.ask(plan([9, 8, 9, 1])),
      solver.ask(plan([1, 2, 3, 5])),
    ])
    expect([...first.solution.mate]).toEqual([1, 0])
    expect([...second.solution.mate]).toEqual([0, 1])
    expect(first.verdict).toEqual({ flaws: [], optimal: true, gap: 0 })
    const { instance } = plan([9, 8, 9, 1])
    const session = await solver.ask({
      kind: 'session',
      instance,
      objective: 'score',
      stable: false,
      changes: [{ kind: 'forbid', mother: 0, worker: 1 }],
      whatIf: [[{ kind: 'capacity', worker: 0, capacity: 2 }]],
      pairs: [[0, 1]],
      mothers: [0],
      oneMore: [0],
    })
    expect(session.verdict.optimal).toBe(true)
    expect([...session.solution.mate]).toEqual([0, 1])
    expect(session.pairs).toEqual([{ possible: false, because: 'forbidden-by-hand' }])
    expect(session.whatIf).toEqual(session.oneMore)
    expect(session.mothers[0]?.choices.map(({ worker }) => worker)).toEqual([0])
  } finally {
    await solver.close()
  }
})
test('what cannot be true comes back as that', async () => {
  const solver = openMatchSolver()
  await expect(solver.ask(plan([0, 1, 1, 1]))).rejects.toMatchObject({ fault: { code: 'score-below-one' } })
  await expect(solver.ask(plan([1, 1, 1, 1]))).resolves.toMatchObject({ verdict: { optimal: true } })
  await solver.close()
})
test('a plan that may take no time is as good as it is, and says how far from the best it can be', async () => {
  const solver = openMatchSolver()
  const answer = await solver.ask(plan([9, 8, 9, 1]), { withinMs: -1 })
  expect(answer.verdict.flaws).toEqual([])
  expect(answer.solution.gap).toBeGreaterThan(0)
  await solver.close()
})
test('when the thread dies or never answers, that question fails and the next has a new thread', async () => {
  for (const [deed, reason] of [
    ['process.exit(3)', 'died'],
    ["throw new Error('out of memory')", 'died'],
    ['for (;;) {}', 'late'],
  ] as const) {
    const solver = openMatchSolver({ thread: thread(deed), graceMs: 50 })
    const lost = solver.ask(plan([1, 1, 1, 1]), { withinMs: 200 })
    const next = solver.ask({ ...plan([1, 1, 1, 1]), stable: false })
    await expect(lost).rejects.toMatchObject({ reason })
    await expect(next).resolves.toBe('alive')
    await solver.close()
  }
})
test('nothing is left waiting when it closes', async () => {
  const solver = openMatchSolver({ thread: thread('for (;;) {}') })
  const asked = solver.ask(plan([1, 1, 1, 1]))
  const failed = expect(asked).rejects.toMatchObject({ reason: 'closed' })
  await solver.close()
  await failed
  await expect(solver.ask(plan([1, 1, 1, 1]))).rejects.toMatchObject({ reason: 'closed' })
})
