import { parentPort } from 'node:worker_threads'
import { answerAsk } from '#domain/match/solver/ask.ts'
import { BadInstance } from '#domain/match/solver/bad-instance.ts'
import type { FromThread, ToThread } from './messages.ts'

/** The thread itself: one question after another. Nothing of one is left when the next comes. */
parentPort?.on('message', ({ id, ask, withinMs }: ToThread) => {
  const until = performance.now() + withinMs
  parentPort?.postMessage(answered(id, () => answerAsk(ask, () => performance.now() > until)))
})

function answered(id: number, run: () => Extract<FromThread, { answer: unknown }>['answer']): FromThread {
  try {
    return { id, answer: run() }
  } catch (error) {
    if (error instanceof BadInstance) return { id, fault: error.fault }
    return { id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
