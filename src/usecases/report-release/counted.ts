import type { ReportReleaseRow } from '#db/report-release.ts'
import type { Average } from '#domain/disclosure/average.ts'
import type { CountTable, Makeups, PopulationRelation } from '#domain/disclosure/count-table.ts'
import { type ReleasePack, readPack } from '#domain/report-release/pack.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** What was counted for a pack and beside it, with what is hidden in it; read by nobody but what holds the next one against it. */
export interface CountedForPack {
  readonly tables: readonly CountTable[]
  readonly relations: readonly PopulationRelation[]
  readonly averages: readonly Average[]
  readonly makeups?: Makeups
}

export const releaseFields = sealedFields('report_release', ['counted_sealed'])

export function openCounted({ vault }: Pick<Work, 'vault'>, row: ReportReleaseRow): CountedForPack {
  const text = releaseFields.open(vault, row.id, row.id, 'counted_sealed', row.counted_sealed)
  if (text === null) throw new Refused('release-damaged')
  return JSON.parse(text)
}

/** The pack as it was frozen, or a refusal when a letter of it is another. */
export function openPack({ digest }: Pick<Work, 'digest'>, row: ReportReleaseRow): ReleasePack {
  if (!digest(row.pack).equals(row.pack_sha256)) throw new Refused('release-damaged')
  return readPack(row.pack)
}

export const countedBy = ({ tables, relations, averages }: CountedForPack) => ({
  populations: [...tables, ...averages].map(({ population }) => population),
  relations,
})
