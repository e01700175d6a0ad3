import type { MemberActor } from '#domain/member/actor.ts'
import { region } from '#seeds/region.ts'
import { chanceOf } from '#simulation/chance.ts'
import { inventWoman } from '#simulation/invented-people.ts'
import type { Context } from '#usecases/context.ts'
import { beginImport } from '#usecases/import/begin-import.ts'
import { mapImport } from '#usecases/import/map-import.ts'
import { readCsv } from '#usecases/import/read-csv.ts'
import { readImport } from '#usecases/import/read-import.ts'
import { readImportColumns } from '#usecases/import/read-import-columns.ts'
import { runImport } from '#usecases/import/run-import.ts'
import { startImport } from '#usecases/import/start-import.ts'

/** A list as a coordinator keeps it: semicolons, Dutch days, phone numbers as people write them. */
export function inventList(rows: number, today: Temporal.PlainDate): string {
  const chance = chanceOf(7)
  const areas = region.map(({ postcode }) => postcode)
  const lines = ['Voornaam;Achternaam;Telefoon;Geboortedatum;Postcode;Taal;Opmerking']
  for (let at = 0; at < rows; at += 1) {
    const { name, phone, birthDay, address } = inventWoman(chance, 50_000_000 + at, {
      areas,
      today,
      ages: [18, 40],
    }).data
    const born = birthDay && `${birthDay.day}-${birthDay.month}-${birthDay.year}`
    lines.push(
      [
        name.given,
        name.family,
        `06-${phone?.slice(4)}`,
        born,
        address?.postcode,
        'Nederlands',
        `rij ${at}`,
      ].join(';'),
    )
  }
  return lines.join('\r\n')
}

/** Brings a list in from its bytes to its referrals, step by step as the pages do; seconds of each step. */
export async function timeImport(context: Context, coordinator: MemberActor, list: string) {
  const began = performance.now()
  const rows = readCsv(new TextEncoder().encode(list))
  const { importId: id } = await startImport(context, coordinator, { fileKind: 'csv', rows })
  const stored = performance.now()
  const { columns } = await readImportColumns(context, coordinator, { id })
  const fields = columns.map(({ field }) => field)
  await mapImport(context, coordinator, { id, columns: fields, programmeId: null, agreed: true })
  const judged = performance.now()
  const { version } = await readImport(context, coordinator, { id })
  await beginImport(context, coordinator, { id, version, takeDoubles: true })
  let imported = 0
  for (let done = false; !done; ) ({ imported, done } = await runImport(context, coordinator, { id }))
  const ended = performance.now()
  return {
    imported,
    store: (stored - began) / 1000,
    judge: (judged - stored) / 1000,
    run: (ended - judged) / 1000,
    all: (ended - began) / 1000,
  }
}
