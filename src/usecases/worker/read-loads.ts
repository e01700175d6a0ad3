import { countMatches, findWomenTaken, type WomanTaken } from '#db/match.ts'
import type { WorkerRow } from '#db/worker.ts'
import { type Load, type LoadState, loadOf, loadState, shareOf, type Taken } from '#domain/match/load.ts'
import { roomOf } from '#domain/match/may-match.ts'
import type { Work } from '#usecases/context.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { programmesOf } from '#usecases/worker/worker-gates.ts'

/** What a woman weighs by: her phase, and how safe the programme that she is in expects her to be. */
export const takenOf = (work: Pick<Work, 'programmes'>, one: WomanTaken): Taken => ({
  phase: one.phase,
  safetyClass: definitionOf(work, one).safety.class.value,
})

/** How full a worker's hands are: by her own number, and by the strictest of her programmes that weighs. */
export interface WorkerLoad extends Load {
  readonly state: LoadState
  /** Women she stands beside now, and those she was asked for. */
  readonly women: number
  /** Women she still has room for, by the widest of her programmes. */
  readonly room: number
}

/** The load of these workers, in as many questions as for one. */
export async function readLoads(
  work: Pick<Work, 'tx' | 'orgId' | 'programmes'>,
  rows: readonly WorkerRow[],
): Promise<Map<string, WorkerLoad>> {
  const { tx, orgId } = work
  const ids = rows.map(({ id }) => id)
  const counts = await countMatches(tx, orgId, ids)
  const taken = Map.groupBy(await findWomenTaken(tx, orgId, ids), ({ worker_id }) => worker_id)
  return new Map(
    rows.map((row) => {
      const women = counts.get(row.id)?.taken ?? 0
      const womenTaken = (taken.get(row.id) ?? []).map((one) => takenOf(work, one))
      const programmes = programmesOf(work, row)
      const own: Load = { taken: women, max: row.capacity, unit: 'women' }
      const loads = programmes.flatMap((programme) => loadOf(programme, womenTaken) ?? [])
      const counted = programmes.flatMap(({ worker }): Load[] =>
        worker.caseloadMax ? [{ taken: women, max: worker.caseloadMax.value, unit: 'women' }] : [],
      )
      // Of what only counts women the widest allows; what weighs them speaks for those who weigh too much.
      const widest = counted.reduce<Load | null>((a, b) => (a && a.max >= b.max ? a : b), null)
      const tightest = [own, ...(widest ? [widest] : []), ...loads].reduce((a, b) =>
        shareOf(b) > shareOf(a) ? b : a,
      )
      const room = Math.max(
        0,
        ...programmes.map((programme) =>
          roomOf(programme, { capacity: row.capacity, taken: women, womenTaken }),
        ),
      )
      return [row.id, { ...tightest, state: loadState(tightest), women, room }]
    }),
  )
}
