import { insertReportRelease, listReleased } from '#db/report-release.ts'
import type { Day } from '#domain/day.ts'
import { type Average, safeAverage } from '#domain/disclosure/average.ts'
import type { CountTable, Makeups, PopulationRelation } from '#domain/disclosure/count-table.ts'
import { leastTold } from '#domain/disclosure/thresholds.ts'
import { type PackSentence, type ReleasePack, writePack } from '#domain/report-release/pack.ts'
import { reportReleasePolicy } from '#domain/report-release/report-release-policy.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { openCounted, openPack, releaseFields } from '#usecases/report-release/counted.ts'

/** What a report counted, to be made safe and to wait for a second person. */
export interface ToRelease {
  readonly template: { readonly id: string; readonly version: number }
  readonly period: { readonly from: Day; readonly to: Day }
  /** A code: 'municipality-rotterdam'. */
  readonly recipient: string
  readonly tables: readonly CountTable[]
  /** The wholes that those lie in, counted along and told to nobody. */
  readonly beside?: readonly CountTable[]
  readonly relations?: readonly PopulationRelation[]
  /** Of which closed groups each population is made up, so that none is what is left. */
  readonly makeups?: Makeups
  readonly averages?: readonly Average[]
  readonly sentences?: readonly PackSentence[]
}

/**
 * Over this it is refused. It waits within the command's transaction: what was counted, what had left by then and what is
 * kept must be of one moment, and a command is one transaction (as where groups are composed). Meanwhile it holds one
 * connection and no row that anybody else writes: it has only read (a second click of her own waits). So who
 * prepares or lets go at the same time isn't kept waiting; what leaves in between is seen by `after_number` when this one
 * is let go, and then it is prepared anew.
 */
const withinMs = 60_000

/**
 * Makes a pack safe against everything that ever left and keeps it, frozen, until a second person lets it go. For a
 * report's own command, which counts; call it last. Throws `Refused('release-no-proof')` when there was no answer in
 * time.
 */
export async function prepareRelease(work: Work, asked: ToRelease): Promise<{ id: string; lost: number }> {
  const { tx, orgId, actor, vault, now } = work
  if (actor.kind !== 'member' || !reportReleasePolicy.prepare(actor)) throw new Forbidden()
  const { template, period, recipient, tables, relations = [], averages = [], sentences = [] } = asked
  const { makeups = {}, beside = [] } = asked
  const rows = await listReleased(tx, orgId)
  await vault.load(rows.map(({ id }) => id))
  const before = rows.map((row) => ({ counted: openCounted(work, row), pack: openPack(work, row) }))
  const least = leastTold.outside
  const told = await work.disclosureSolver.makeSafe(
    {
      tables,
      beside,
      earlier: before.map(({ counted, pack }) => ({
        counted: counted.tables,
        told: pack.tables,
        makeups: counted.makeups ?? {},
      })),
      relations: [...before.flatMap(({ counted }) => counted.relations), ...relations],
      makeups,
      least,
    },
    { withinMs },
  )
  if (!told || told.outOfTime) throw new Refused('release-no-proof')
  const earlierAverages = before.flatMap(({ counted }) => counted.averages)
  const pack: ReleasePack = {
    template,
    period: { from: period.from.toString(), to: period.to.toString() },
    recipient,
    least,
    tables: told.tables,
    averages: averages.map((one, at) =>
      safeAverage(
        one,
        [...earlierAverages, ...averages.slice(0, at)].filter(({ id }) => id === one.id),
        least,
        told.tables,
      ),
    ),
    sentences,
  }
  const id = work.newId()
  await vault.create([id])
  const text = writePack(pack)
  await insertReportRelease(tx, {
    org_id: orgId,
    id,
    template_id: template.id,
    template_version: template.version,
    from_day: period.from,
    to_day: period.to,
    recipient,
    state: 'prepared',
    after_number: rows.at(-1)?.number ?? 0,
    number: null,
    pack: text,
    pack_sha256: work.digest(text),
    counted_sealed: releaseFields.seal(
      vault,
      id,
      id,
      'counted_sealed',
      JSON.stringify({ tables: [...tables, ...beside], relations, averages, makeups }),
    ),
    prepared_by: actor.memberId,
    prepared_at: now,
    decided_by: null,
    decided_at: null,
  })
  return { id, lost: told.lost }
}
