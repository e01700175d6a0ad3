import { sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { chanceOf } from '#simulation/chance.ts'
import type { World } from '#testing/world-on.ts'
import type { Context } from '#usecases/context.ts'
import { type Ending, endingsIn, type Right } from './ways.ts'

export interface Proof {
  readonly runs: number
  readonly reads: number
  /** Reads that gave something and were begun before the end was acknowledged: that there was something to lose. */
  readonly gaveBefore: number
  /** Where something was given to who asked after it was said to be over. */
  readonly gaveAfter: readonly string[]
  /** Runs in which nobody was given anything before: they prove nothing. */
  readonly empty: readonly string[]
  /** Of which endings a read afterwards gave something. */
  readonly endings: readonly string[]
}

interface Read {
  readonly begun: number
  readonly gave: boolean
}
const readers = 8
const refused = /^(NotFound|Forbidden|Refused)$/
const soon = () => new Promise((resolve) => setTimeout(resolve, 1))

/**
 * Ends somebody's right while eight read by it without pause, again and again; a read that begins after the end was
 * acknowledged must give nothing. With `remembered` the readers decide by what was true when the run began, as a kept
 * authority would: that must be seen.
 */
export async function proveRevocation(
  world: World,
  runs: number,
  seed: number,
  { remembered = false, only }: { remembered?: boolean; only?: (ending: Ending) => boolean } = {},
): Promise<Proof> {
  const chance = chanceOf(seed)
  const endings = (await endingsIn(world)).filter((ending) => only?.(ending) ?? true)
  const [gaveAfter, empty, given] = [[] as string[], [] as string[], new Set<string>()]
  let [reads, gaveBefore] = [0, 0]
  for (let run = 0; run < runs; run += 1) {
    const ending = endings[run % endings.length]
    if (!ending) throw new Error('nothing ends')
    const right = await ending.make()
    const kept = remembered ? await rememberedContext(world.context) : null
    const all = await readWhile(right, kept?.context ?? world.context, chance.between(8, 24), remembered)
    await kept?.close()
    reads += all.reads
    gaveBefore += all.before
    if (all.before === 0) empty.push(ending.name)
    if (all.after > 0) {
      given.add(ending.name)
      gaveAfter.push(`run ${run}, ${ending.name}: ${all.after} reads`)
    }
  }
  return { runs, reads, gaveBefore, gaveAfter, empty, endings: [...given] }
}

async function readWhile({ reads: kinds, end }: Right, context: Context, first: number, lenient: boolean) {
  const reads: Read[] = []
  let step = 0
  let stopped = false
  const reading = Promise.all(
    Array.from({ length: readers }, async (_, at) => {
      for (let turn = at; !stopped; turn += 1) {
        step += 1
        const begun = step
        const read = kinds[turn % kinds.length]
        const gave = await (read?.(context) ?? Promise.resolve(false)).catch((error: unknown) => {
          // What was remembered may also turn out to be old when the database is asked: then it was not given.
          if (lenient || (error instanceof Error && refused.test(error.name))) return false
          throw error
        })
        reads.push({ begun, gave })
      }
    }),
  )
  // Whatever goes wrong with a reader is thrown at once, not waited for.
  const until = async (enough: () => boolean) => {
    while (!enough()) await Promise.race([soon(), reading])
  }
  await until(() => reads.length >= first)
  await end()
  const ended = step
  await until(() => reads.filter(({ begun }) => begun > ended).length >= 2 * readers)
  stopped = true
  await reading
  return {
    reads: reads.length,
    before: reads.filter(({ begun, gave }) => begun <= ended && gave).length,
    after: reads.filter(({ begun, gave }) => begun > ended && gave).length,
  }
}

/** The same context, over a database in which it stays this moment: what a copy of who may do what would be. */
async function rememberedContext({
  db,
  ...rest
}: Context): Promise<{ context: Context; close(): Promise<void> }> {
  const opened = Promise.withResolvers<Tx>()
  const over = Promise.withResolvers<void>()
  const held = db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await sql`select 1 from pg_class limit 1`.execute(tx)
      opened.resolve(tx)
      await over.promise
    })
  const tx = await opened.promise
  let last: Promise<unknown> = Promise.resolve()
  const transaction = () => ({
    execute: <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => {
      const mine = last.then(async () => {
        await sql`savepoint read`.execute(tx)
        try {
          return await work(tx)
        } finally {
          await sql`rollback to savepoint read`.execute(tx)
        }
      })
      last = mine.catch(() => undefined)
      return mine
    },
  })
  return {
    context: { ...rest, db: Object.assign(Object.create(db), { transaction }) as Db },
    async close() {
      over.resolve()
      await held
    },
  }
}
