import { expect, test } from 'vitest'
import type { ComposeQuestion } from '#domain/group/compose/question.ts'
import { openGroupSolver } from './group-solver.ts'

const question: ComposeQuestion = {
  prize: [300, 310, 320],
  fits: [[0], [0], [0]],
  apart: [[1], [0], []],
  groups: [{ need: 2, room: 4, taken: 0, seated: [], twin: null }],
  traits: [[], [], []],
  points: [],
  put: [-1, -1, -1],
}
/** A thread that dies before it said anything, or never says anything. */
const thread = (deed: string) => new URL(`data:text/javascript,${encodeURIComponent(deed)}`)

test('a thread composes, proves it, and is gone', async () => {
  const solver = openGroupSolver()
  try {
    const answers = await Promise.all([
      solver.compose(question, { withinMs: 20_000 }),
      solver.compose({ ...question, put: [0, -1, -1] }, { withinMs: 20_000 }),
      solver.compose({ ...question, put: [0, 0, -1] }, { withinMs: 20_000 }),
    ])
    expect(answers.map(({ seats }) => seats && [...seats])).toEqual([[-1, 0, 0], [0, -1, 0], null])
    expect(answers.slice(0, 2).map(({ worth, bound }) => bound - worth)).toEqual([0, 0])
  } finally {
    await solver.close()
  }
})

test('whatever becomes of the thread there is a composition, and how far off it may be', async () => {
  for (const deed of ['process.exit(3)', "throw new Error('out of memory')", 'for (;;) {}']) {
    const solver = openGroupSolver({ thread: thread(deed), graceMs: 50 })
    const answer = await solver.compose(question, { withinMs: 100 })
    expect([...(answer.seats ?? [])]).toEqual([-1, 0, 0])
    expect(answer.by).toBe('search')
    expect(answer.bound).toBe(930)
    await solver.close()
    expect((await solver.compose(question, { withinMs: 100 })).by).toBe('search')
  }
})
