import { Worker } from 'node:worker_threads'
import { ContradictingTables } from '#domain/disclosure/book.ts'
import type { TellAsk, Told } from '#domain/disclosure/tell-safely.ts'
import type { DisclosureSolver } from '#usecases/report-release/disclosure-solver.ts'
import type { FromDisclosureThread, ToDisclosureThread } from './messages.ts'

/** When the time is over every table that has no proof is refused, which takes a moment too. */
const grace = 3_000

// Built, the thread stands beside the server; from its sources, beside this file.
const sources = import.meta.url.endsWith('.ts')
const file = new URL(sources ? './disclosure-thread.ts' : './disclosure-thread.js', import.meta.url)

export interface DisclosureSolverThread extends DisclosureSolver {
  close(): Promise<void>
}

/**
 * Makes tables safe in a thread of its own, one release at a time, so that the server answers others meanwhile. When the
 * thread dies or never answers there is no answer, and no answer is never taken for safe.
 */
export function openDisclosureSolver(
  options: { thread?: URL; graceMs?: number } = {},
): DisclosureSolverThread {
  const { thread = file, graceMs = grace } = options
  let last: Promise<unknown> = Promise.resolve()
  let running: Worker | null = null
  let closed = false

  const run = (ask: TellAsk, withinMs: number) =>
    new Promise<Told | null>((resolve, reject) => {
      const end = (finish: () => void) => {
        clearTimeout(timer)
        running = null
        void worker.terminate()
        finish()
      }
      const given: ToDisclosureThread = { ask, withinMs }
      const worker = new Worker(thread, { name: 'disclosure-solver', workerData: given })
      running = worker
      const nothing = () => end(() => resolve(null))
      const timer = setTimeout(nothing, withinMs + graceMs)
      worker.on('message', (message: FromDisclosureThread) =>
        end(() => {
          if (message.kind === 'told') resolve(message.told)
          else reject(new ContradictingTables(message.text))
        }),
      )
      worker.once('error', nothing)
      worker.once('exit', nothing)
    })
  return {
    makeSafe(ask, { withinMs }) {
      const asked = last.then(() => (closed ? null : run(ask, withinMs)))
      last = asked.catch(() => undefined)
      return asked
    },
    async close() {
      closed = true
      await running?.terminate()
      await last
    },
  }
}
