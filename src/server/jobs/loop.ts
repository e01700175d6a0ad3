import { setTimeout as sleepFor } from 'node:timers/promises'

export interface Loop {
  /** Runs the next round now instead of when its time comes. */
  poke(): void
  /** Ends after the round that is running; resolves when nothing runs any more. */
  stop(): Promise<void>
}

interface Options {
  readonly everyMs: number
  /** One round; is told when it should come to an end. */
  readonly round: (stopping: AbortSignal) => Promise<unknown>
  /** A round that failed is reported and the next one comes all the same. */
  readonly trouble: (error: unknown) => void
  /** Waiting, for tests that turn their own clock. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>
}

/** Runs a round again and again, never two at once, until it is stopped. */
export function startLoop({ everyMs, round, trouble, sleep = waitFor }: Options): Loop {
  const stopping = new AbortController()
  let waiting = new AbortController()
  let poked = false
  const run = async () => {
    while (!stopping.signal.aborted) {
      poked = false
      try {
        await round(stopping.signal)
      } catch (error) {
        trouble(error)
      }
      waiting = new AbortController()
      if (!poked && !stopping.signal.aborted)
        await sleep(everyMs, AbortSignal.any([waiting.signal, stopping.signal]))
    }
  }
  const ended = run()
  return {
    poke: () => {
      poked = true
      waiting.abort()
    },
    stop: async () => {
      stopping.abort()
      await ended
    },
  }
}

/** Being woken early is no error. A loop that only waits keeps no process alive. */
const waitFor = (ms: number, signal: AbortSignal): Promise<unknown> =>
  sleepFor(ms, undefined, { signal, ref: false }).catch(() => undefined)
