import { sql } from 'kysely'
import { z } from 'zod'
import { factsOn } from '#domain/signal/case-facts-on.ts'
import { changesIn, heldBy, rulesOf } from '#domain/signal/compiled-rules.ts'
import { nextTurn } from '#domain/signal/next-turn.ts'
import type { Work } from '#usecases/context.ts'
import { keepSignals } from '#usecases/signal/keep-signals.ts'
import { readCases } from '#usecases/signal/read-cases.ts'
import { command } from '#usecases/use-case.ts'

/** Milliseconds of one batch that is weighed and not written. */
export interface Parts {
  read: number
  open: number
  weigh: number
}

const system = (actor: { readonly kind: string }) => actor.kind === 'system'

/** Reads, opens and weighs as `evaluateSignals` does, and tells what each took. */
export const weighInParts = command({
  name: 'weigh-in-parts',
  action: 'update',
  may: system,
  byClock: true,
  input: z.strictObject({ ids: z.array(z.uuid()) }),
  async run(work, { ids }) {
    const parts: Parts = { read: 0, open: 0, weigh: 0 }
    const rows = await work.tx
      .selectFrom('trajectory')
      .select(['id', 'programme_id', 'programme_version'])
      .where('org_id', '=', work.orgId)
      .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute()
    for (const group of Map.groupBy(rows, (row) => row.programme_id).values()) {
      const [first] = group
      const definition = first && work.programmes.find(first.programme_id, first.programme_version)
      if (!definition) continue
      const from = performance.now()
      const opened = parts.open
      const cases = await readCases(
        timingVault(work, parts),
        definition,
        group.map(({ id }) => id),
      )
      const read = performance.now()
      const compiled = rulesOf(definition)
      for (const { sources, standing } of cases) {
        const facts = factsOn(definition, compiled.facts, sources, work.today)
        changesIn([...standing.keys()], heldBy(compiled, facts, sources.closedOn !== null))
        nextTurn(compiled, sources, facts, work.today)
      }
      parts.weigh += performance.now() - read
      parts.read += read - from - (parts.open - opened)
    }
    return parts
  },
})

function timingVault(work: Work, parts: Parts): Work {
  const { vault } = work
  const timed = <Result>(run: () => Result): Result => {
    const from = performance.now()
    const result = run()
    parts.open += performance.now() - from
    return result
  }
  return {
    ...work,
    vault: {
      ...vault,
      take: (keys) => timed(() => vault.take(keys)),
      open: (owner, place, sealed) => timed(() => vault.open(owner, place, sealed)),
    },
  }
}

/** One more visit, and what the door does about signals then: held, read, weighed and written, in milliseconds. */
export const changeOne = command({
  name: 'change-one',
  action: 'update',
  may: system,
  byClock: true,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, today } = work
    const { person_id } = await tx
      .updateTable('trajectory')
      .set((e) => ({ contacts_done: e('contacts_done', '+', 1), last_contact_on: today }))
      .where('org_id', '=', orgId)
      .where('id', '=', id)
      .returning('person_id')
      .executeTakeFirstOrThrow()
    const from = performance.now()
    await keepSignals(work, { trajectories: new Set([id]), people: new Set([person_id]) })
    // What goes ahead is done only with the next statement.
    await sql`select 1`.execute(tx)
    return { took: performance.now() - from }
  },
})
