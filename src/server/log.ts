import { pino } from 'pino'
import type { Config } from '#server/config.ts'

export interface Log {
  info(message: string, facts?: Record<string, string | number | boolean>): void
  /** Something went wrong that nobody expected. */
  trouble(requestId: string, error: unknown): void
}

/**
 * What may be said of an error. No message outside the demo: it may quote what somebody typed, and PostgreSQL's
 * quotes whole rows. Where it happened and which constraint or column it was about is enough to find it by.
 */
export function factsOf(error: unknown, withMessage: boolean): Record<string, string> {
  if (!(error instanceof Error)) return { name: typeof error }
  const facts: Record<string, string> = { name: error.name, at: frames(error) }
  for (const field of ['code', 'schema', 'table', 'column', 'constraint', 'routine'] as const) {
    const value = Reflect.get(error, field)
    if (typeof value === 'string' && /^[\w.:/-]{1,80}$/.test(value)) facts[field] = value
  }
  if (withMessage) facts.message = error.message.slice(0, 500)
  return facts
}

const frames = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
    .join(' | ')

/** One JSON line for each event, on standard output; for the demo too. Never a URL, a body, a header or an address. */
export function openLog(
  { mode }: Pick<Config, 'mode'>,
  stream: { write(line: string): void } = process.stdout,
): Log {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream)
  return {
    info: (message, facts = {}) => logger.info(facts, message),
    trouble: (requestId, error) =>
      logger.error({ requestId, error: factsOf(error, mode === 'demo') }, 'trouble'),
  }
}
