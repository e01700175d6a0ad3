import { parentPort, workerData } from 'node:worker_threads'
import { ContradictingTables } from '#domain/disclosure/book.ts'
import { tellSafely } from '#domain/disclosure/tell-safely.ts'
import { highsLinear } from './highs-linear.ts'
import type { FromDisclosureThread, ToDisclosureThread } from './messages.ts'

/** One release, and the thread ends: a solver's memory only grows, and this is asked now and then. */
const { ask, withinMs } = workerData as ToDisclosureThread
const say = (message: FromDisclosureThread) => parentPort?.postMessage(message)

const until = performance.now() + withinMs
try {
  say({ kind: 'told', told: tellSafely(ask, await highsLinear(() => until)) })
} catch (error) {
  if (!(error instanceof ContradictingTables)) throw error
  say({ kind: 'contradiction', text: error.message })
}
