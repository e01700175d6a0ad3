import pg from 'pg'
import { StatementNames } from './statement-names.ts'

// Days and instants keep their own types on the way in and out; a day must never pass through a time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => Temporal.PlainDate.from(text))
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T')))

// pg would write a Temporal value as quoted JSON text; its own text form is what PostgreSQL reads.
const written = (value: unknown): unknown =>
  value instanceof Temporal.PlainDate || value instanceof Temporal.Instant ? value.toString() : value

/** Statements whose answer nobody reads: see `goesAhead` in `db/connection.ts`. */
const goesAhead = (text: string): boolean => text === 'begin' || text.trimEnd().endsWith('/* goes ahead */')
const nothing = { command: '', rowCount: 0, rows: [] }

/**
 * A client class for one pool. It keeps plans of what is asked often, and sends what goes ahead in one packet with
 * the statement after it: a use case opens its transaction, its organisation and its member's authority in one way
 * to the database and back, and closes it with its line in the access log and its `commit` in another. Order and
 * failure stay what they were: PostgreSQL runs one after the other, refuses everything after the first that fails,
 * and whoever waits for the next statement hears of it.
 */
export function clientOf(): typeof pg.Client {
  const names = new StatementNames()
  return class Client extends pg.Client {
    #ahead: Promise<unknown>[] = []

    override query(...args: unknown[]): never {
      const send = (...all: unknown[]) => (super.query as (...all: unknown[]) => unknown)(...all)
      const [text, values, ...rest] = args
      if (typeof text !== 'string' || rest.length > 0 || typeof values === 'function')
        return send(...args) as never
      const asked =
        Array.isArray(values) && values.length > 0
          ? { name: names.of(text), text, values: values.map(written) }
          : { text }
      // Corked: written into memory, and to the socket with what comes next.
      const { stream } = (this as unknown as { connection: { stream: NodeJS.WritableStream & Corked } })
        .connection
      if (goesAhead(text)) {
        stream.cork()
        const sent = Promise.resolve(send(asked))
        sent.catch(() => undefined)
        this.#ahead.push(sent)
        return Promise.resolve(nothing) as never
      }
      const answer = send(asked) as Promise<unknown>
      if (this.#ahead.length === 0) return answer as never
      const ahead = this.#ahead
      this.#ahead = []
      for (const _ of ahead) stream.uncork()
      return Promise.all([...ahead, answer]).then((all) => all.at(-1)) as never
    }
  }
}

interface Corked {
  cork(): void
  uncork(): void
}
