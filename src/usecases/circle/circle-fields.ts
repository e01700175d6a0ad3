import type { RelianceRow, SupporterVersionRow } from '#db/circle.ts'
import type { SupporterVersion } from '#domain/circle/circle-on.ts'
import type { Reliance } from '#domain/circle/reliance.ts'
import type { Told } from '#domain/circle/supporter.ts'
import { readDay } from '#domain/day.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** Who stands by her, and on how many she can rely, is hers: both under her own key. */
export const supporterFields = sealedFields('supporter_version', ['told_sealed'])
export const relianceFields = sealedFields('reliance', ['answer_sealed'])

type Kept = Omit<Told, 'mayTalkSince' | 'lastContactOn'> & {
  readonly mayTalkSince: string | null
  readonly lastContactOn: string | null
}

/** Her key must be loaded. Nothing if her file was erased; somebody who is there no more stays so. */
export function openVersion(
  { vault }: Work,
  personId: string,
  row: SupporterVersionRow,
): readonly SupporterVersion[] {
  const version = { id: row.supporter_id, number: row.number, on: row.said_on }
  if (row.told_sealed === null) return [{ ...version, told: null }]
  const text = supporterFields.open(vault, personId, row.id, 'told_sealed', row.told_sealed)
  if (text === null) return []
  // Our own writing, validated on the way in; only the days need their type back.
  const kept = JSON.parse(text) as Kept
  const day = (value: string | null) => (value === null ? null : readDay(value))
  return [
    {
      ...version,
      told: { ...kept, mayTalkSince: day(kept.mayTalkSince), lastContactOn: day(kept.lastContactOn) },
    },
  ]
}

export function openReliance({ vault }: Work, personId: string, row: RelianceRow): readonly Reliance[] {
  const text = relianceFields.open(vault, personId, row.id, 'answer_sealed', row.answer_sealed)
  if (text === null) return []
  const { count } = JSON.parse(text) as Pick<Reliance, 'count'>
  return [{ on: row.said_on, count, moment: row.moment }]
}
