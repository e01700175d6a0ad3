import { type InstrumentPermissionRow, listPermissions } from '#db/instrument-permission.ts'
import type { Day } from '#domain/day.ts'
import type { TextTerm } from '#domain/instrument/instrument-texts.ts'
import { isInForce, type LicenceState, licenceOn, type Permission } from '#domain/instrument/licence-gate.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import type { Work } from '#usecases/context.ts'
import { keptPermission, permissionFields } from '#usecases/instrument/permission-fields.ts'

export const daysOf = (row: InstrumentPermissionRow): Permission & { readonly texts: TextTerm } => ({
  texts: row.text_terms,
  from: row.from_day,
  until: row.until_day,
  withdrawnOn: row.withdrawn_on,
})

/** How each questionnaire stands with its holder today, by what this organisation kept. */
export async function readLicences({
  tx,
  orgId,
  today,
}: Pick<Work, 'tx' | 'orgId' | 'today'>): Promise<(instrument: ShelfInstrument) => LicenceState> {
  const rows = await listPermissions(tx, orgId)
  return (instrument) =>
    licenceOn(instrument, rows.filter((row) => row.instrument_id === instrument.id).map(daysOf), today)
}

export interface OpenPermission {
  readonly id: string
  readonly instrumentId: string
  readonly givenBy: string
  /** Where it can be found: a letter, a mail, a contract. */
  readonly reference: string
  readonly from: Day
  readonly until: Day
  readonly withdrawnOn: Day | null
  readonly inForce: boolean
  /** What it says of the texts. */
  readonly texts: TextTerm
}

/** All of them, opened: those that ended too, as somebody may have to explain them. */
export async function openPermissions(work: Work): Promise<OpenPermission[]> {
  const rows = await listPermissions(work.tx, work.orgId)
  await work.vault.load(rows.map(({ id }) => id))
  return rows.map((row) => {
    const kept = permissionFields.open(work.vault, row.id, row.id, 'terms_sealed', row.terms_sealed)
    const terms = kept === null ? { givenBy: '—', reference: '—' } : keptPermission.parse(JSON.parse(kept))
    return {
      id: row.id,
      instrumentId: row.instrument_id,
      ...terms,
      ...daysOf(row),
      inForce: isInForce(daysOf(row), work.today),
    }
  })
}
