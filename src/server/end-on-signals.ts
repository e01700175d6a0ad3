/** What a process opened, closed in the other order when it is asked to leave. */
export interface Ending {
  /** Something that takes a while to open. Asked to leave meanwhile, the process waits for it and closes it. */
  opened<Thing>(opening: Promise<Thing>, close: (thing: Thing) => Promise<unknown>): Promise<Thing>
  /** Something that is open from now on and closes before what was opened earlier. */
  before(close: () => Promise<unknown>): void
  asked(): boolean
  end(code: number): Promise<void>
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Ends this process in order on Ctrl-C, SIGTERM and a closed terminal. The same signal may come twice at once, from
 * the terminal and from npm; asked again a second later, it leaves without waiting.
 */
export function endOnSignals(): Ending {
  const closers: (() => Promise<unknown>)[] = []
  let opening: Promise<unknown> = Promise.resolve()
  let askedAt: number | null = null

  async function end(code: number): Promise<void> {
    if (askedAt !== null) {
      if (performance.now() - askedAt > 1_000) process.exit(code)
      return
    }
    askedAt = performance.now()
    await opening.catch(() => undefined)
    for (const close of closers.toReversed())
      await close().catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
    process.exit(code)
  }
  for (const signal of signals) process.on(signal, () => void end(0))
  // Whoever started us keeps a channel open for as long as it lives (tools/bootstrap.mjs).
  process.on('disconnect', () => void end(0))

  return {
    opened: (promise, close) => {
      const known = promise.then((thing) => {
        closers.push(() => close(thing))
        return thing
      })
      opening = known
      return known
    },
    before: (close) => {
      closers.push(close)
    },
    asked: () => askedAt !== null,
    end,
  }
}
