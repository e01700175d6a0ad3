import { Worker } from 'node:worker_threads'
import { answerOf, type ComposeAnswer, type Solved } from '#domain/group/compose/answer.ts'
import type { ComposeQuestion } from '#domain/group/compose/question.ts'
import { type Found, searchGroups } from '#domain/group/compose/search.ts'
import type { GroupSolver } from '#usecases/group-composition/group-solver.ts'
import type { FromGroupThread, ToGroupThread } from './messages.ts'

/** A solver that is told to stop still has to hand over what it has. */
const grace = 2_000
/** Tries of a search in this process, where the thread died before its own: some milliseconds. */
const fewTries = 4_000

// Built, the thread stands beside the server; from its sources, beside this file.
const sources = import.meta.url.endsWith('.ts')
const file = new URL(sources ? './group-thread.ts' : './group-thread.js', import.meta.url)

export interface GroupSolverThread extends GroupSolver {
  close(): Promise<void>
}

/**
 * Composes in a thread of its own, one composition at a time, so that the server answers others meanwhile. Whatever
 * becomes of the thread there is an answer: its first proposal, or a quick one from here, with the bound known by then.
 */
export function openGroupSolver(options: { thread?: URL; graceMs?: number } = {}): GroupSolverThread {
  const { thread = file, graceMs = grace } = options
  let last: Promise<unknown> = Promise.resolve()
  let running: Worker | null = null
  let closed = false

  const ask = (question: ComposeQuestion, withinMs: number) =>
    new Promise<ComposeAnswer>((resolve) => {
      let found: Found | null | undefined
      let solved: Solved | null = null
      const done = () => {
        clearTimeout(timer)
        running = null
        void worker.terminate()
        resolve(answerOf(question, found === undefined ? searchGroups(question, fewTries) : found, solved))
      }
      const given: ToGroupThread = { question, withinMs }
      const worker = new Worker(thread, { name: 'group-solver', workerData: given })
      running = worker
      const timer = setTimeout(done, withinMs + graceMs)
      worker.on('message', (message: FromGroupThread) => {
        if (message.kind === 'found') found = message.found
        else {
          solved = message.solved
          done()
        }
      })
      worker.once('error', done)
      worker.once('exit', done)
    })
  return {
    compose(question, { withinMs }) {
      const asked = last.then(() =>
        closed ? answerOf(question, searchGroups(question, fewTries), null) : ask(question, withinMs),
      )
      last = asked
      return asked
    },
    async close() {
      closed = true
      await running?.terminate()
      await last
    },
  }
}
