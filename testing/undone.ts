import type { Db } from '#db/connection.ts'
import type { Context } from '#usecases/context.ts'

class Undo extends Error {}

/**
 * The same context, over a database in which nothing stays: every transaction gives its result and is rolled back.
 * What two steps of one request do isn't seen by each other.
 */
export function undone(context: Context): Context {
  const { db } = context
  const transaction: Db['transaction'] = () => {
    const builder = db.transaction()
    return Object.assign(Object.create(builder), {
      async execute<Result>(work: (tx: never) => Promise<Result>): Promise<Result> {
        const kept: { result?: Result } = {}
        try {
          await builder.execute(async (tx) => {
            kept.result = await work(tx as never)
            throw new Undo()
          })
        } catch (error) {
          if (!(error instanceof Undo)) throw error
        }
        return kept.result as Result
      },
    })
  }
  return { ...context, db: Object.assign(Object.create(db), { transaction }) }
}
