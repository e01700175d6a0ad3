import { z } from 'zod'
import { findReportRelease } from '#db/report-release.ts'
import type { Outcome } from '#domain/outcome/outcome.ts'
import { programmeIn, type ReleasePack } from '#domain/report-release/pack.ts'
import { mayRelease } from '#domain/report-release/report-release.ts'
import { reportReleasePolicy } from '#domain/report-release/report-release-policy.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { closureReasons, countedProgrammes } from '#usecases/figures/figures-scope.ts'
import { outcomesIn } from '#usecases/outcome/outcome-facts.ts'
import { mapsOfTables } from '#usecases/region/maps-of-tables.ts'
import { outcomeCode } from '#usecases/report-release/count-outcome.ts'
import { openPack } from '#usecases/report-release/counted.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/**
 * One pack as it was frozen, letter for letter: what is told, what is hidden (`null`), what was put together or refused;
 * and who may let it go. Its hash is held against it each time: `Refused('release-damaged')`.
 */
export const readReportRelease = question({
  name: 'read-report-release',
  may: reportReleasePolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await findReportRelease(tx, actor, id)
    if (!row) throw new NotFound()
    const pack = openPack(work, row)
    const names = await whoDid(work, [row.prepared_by, ...(row.decided_by ? [row.decided_by] : [])])
    const facts = { state: row.state, preparedBy: row.prepared_by, isOvertaken: false }
    return {
      id,
      version: row.version,
      state: row.state,
      number: row.number,
      pack,
      text: row.pack,
      sha256: row.pack_sha256.toString('hex'),
      hidden: pack.tables.map(({ id: table, cells }) => ({
        table,
        cells: cells.length,
        hidden: cells.filter((n) => n === null).length,
      })),
      /** For the words beside its codes, as they are called now. */
      programmes: countedProgrammes(work),
      outcome: outcomeIn(work, pack),
      maps: await mapsOfTables(work, pack.tables),
      reasons: closureReasons(work),
      preparedBy: names.get(row.prepared_by) ?? '—',
      preparedAt: row.prepared_at,
      decidedBy: row.decided_by && (names.get(row.decided_by) ?? '—'),
      decidedAt: row.decided_at,
      may: {
        release: reportReleasePolicy.release(actor) && mayRelease(facts, actor.memberId) === null,
        drop: row.state === 'prepared',
      },
    }
  },
})

/** The number of which a pack says how it changed, as it is called now; `null` if it speaks of none, or nobody knows it. */
function outcomeIn({ programmes }: Pick<Work, 'programmes'>, { sentences }: ReleasePack): Outcome | null {
  const programme = programmeIn({ sentences })
  return (
    programmes.known
      .filter(({ id }) => id === programme)
      .flatMap((one) => outcomesIn(one))
      .find((one) => sentences.some(({ code }) => code === outcomeCode(one))) ?? null
  )
}

export type ReportReleasePage = Awaited<ReturnType<typeof readReportRelease>>
