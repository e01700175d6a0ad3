import { Worker } from 'node:worker_threads'
import type { AnswerTo, Ask, PlanAnswer, SessionAnswer } from '#domain/match/solver/ask.ts'
import { BadInstance } from '#domain/match/solver/bad-instance.ts'
import { type MatchSolver, SolverFailed } from '#usecases/match/match-solver.ts'
import type { FromThread, ToThread } from './messages.ts'

/** The thread behind the port, which whoever opened it closes. */
export interface SolverThread extends MatchSolver {
  close(): Promise<void>
}

interface Waiting {
  readonly message: ToThread
  readonly resolve: (answer: PlanAnswer | SessionAnswer) => void
  readonly reject: (error: Error) => void
}

/** A plan that is stopped still has to be handed over; a session isn't stopped, only ended. */
const grace = 5_000

// Built, the thread stands beside the server; from its sources, beside this file.
const sources = import.meta.url.endsWith('.ts')
const file = new URL(sources ? './solver-thread.ts' : './solver-thread.js', import.meta.url)

/**
 * Solves in a thread of its own, so that the server answers others meanwhile, and that lives on, so that what was
 * compiled for one question is quick for the next. One question at a time: only the one at hand is lost if it dies.
 */
export function openMatchSolver(options: { thread?: URL; graceMs?: number } = {}): SolverThread {
  const { thread = file, graceMs = grace } = options
  let worker: Worker | null = null
  let closed = false
  let last = 0
  let timer: NodeJS.Timeout | undefined
  const queue: Waiting[] = []

  const start = (): Worker => {
    const started = new Worker(thread, { name: 'match-solver' })
    started.unref()
    started.on('message', (message: FromThread) => finish(message))
    started.on('error', (error) => started === worker && lost('died', String(error)))
    started.on('exit', (code) => started === worker && lost('died', `the thread ended with ${code}`))
    return started
  }
  const next = () => {
    const first = queue[0]
    if (!first) return
    worker ??= start()
    worker.postMessage(first.message)
    timer = setTimeout(() => lost('late', 'no answer in time'), first.message.withinMs + graceMs)
  }
  const finish = (message: FromThread) => {
    if (queue[0]?.message.id !== message.id) return
    clearTimeout(timer)
    const done = queue.shift()
    if ('answer' in message) done?.resolve(message.answer)
    else if ('fault' in message) done?.reject(new BadInstance(message.fault))
    else done?.reject(new Error(message.bug))
    next()
  }
  const lost = (reason: SolverFailed['reason'], why: string) => {
    clearTimeout(timer)
    const dead = worker
    worker = null
    void dead?.terminate()
    queue.shift()?.reject(new SolverFailed(reason, why))
    if (!closed) next()
  }
  return {
    ask: <Question extends Ask>(ask: Question, { withinMs = 10_000 } = {}) =>
      new Promise<AnswerTo<Question>>((resolve, reject) => {
        if (closed) return reject(new SolverFailed('closed', 'the solver is closed'))
        const message = { id: ++last, ask, withinMs }
        // The kind of an answer is the kind of its question: `answerAsk` makes it so.
        queue.push({ message, resolve: (answer) => resolve(answer as AnswerTo<Question>), reject })
        if (queue.length === 1) next()
      }),
    async close() {
      closed = true
      clearTimeout(timer)
      for (const { reject } of queue.splice(0)) reject(new SolverFailed('closed', 'the solver was closed'))
      const running = worker
      worker = null
      await running?.terminate()
    },
  }
}
