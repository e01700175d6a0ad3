import { readReferrer } from '#domain/import/read-cells.ts'
import { readEmailCell, readPhoneCell } from '#domain/import/read-row-contact.ts'
import type { RowSheet } from '#domain/import/row-sheet.ts'

export function readReferrerPart(sheet: RowSheet) {
  const who = sheet.text('referrer')
  const organisation = sheet.text('referrerOrganisation')
  const read = readReferrer([who, organisation].filter(Boolean).join(' '))
  const said = who ? readReferrer(who) : null
  return {
    kind: read.kind,
    // 'Verloskundige' is what she is, not what she is called.
    name: who && (said?.kind === 'other' || said?.more) ? who : null,
    organisation,
    phone: readPhoneCell(sheet, 'referrerPhone'),
    email: readEmailCell(sheet, 'referrerEmail'),
  }
}
