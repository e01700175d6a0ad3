import { type Counted, listStartedWithPregnancy, type Scope } from '#db/figures.ts'
import { type GestationRow, gestationRow } from '#domain/figures/gestation.ts'
import { pregnancyOf } from '#domain/pregnancy/pregnancy.ts'
import type { Work } from '#usecases/context.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { openEvents } from '#usecases/pregnancy/pregnancy-file.ts'

/** So many files are opened for one page of figures; of more it isn't counted, and the page says so. */
export const mostOpened = 1000

/**
 * How far each pregnancy was when she was referred, of who began in a period. It stands sealed, so the files are opened,
 * those that their reader may see, and the access log says that they were. `null` where they are too many for a page.
 */
export async function gestationOfEach(
  work: Work,
  scope: Scope,
): Promise<ReadonlyMap<string, GestationRow> | null> {
  const rows = await listStartedWithPregnancy(work.tx, scope, mostOpened + 1)
  if (rows.length > mostOpened) return null
  const people = rows.map(({ person_id }) => person_id)
  work.about({ person: people })
  await work.vault.load(people)
  const children = await readPeople(
    work,
    rows.flatMap(({ child_id, quiet_since }) => (child_id && !quiet_since ? [child_id] : [])),
  )
  return new Map(
    rows.map((row) => {
      const said =
        row.pregnancy_id && row.facts_sealed
          ? pregnancyOf(openEvents(work, row.person_id, row.pregnancy_id, row.facts_sealed))
          : null
      const bornOn = said?.children[0]?.on ?? (row.child_id && children.get(row.child_id)?.birthDay) ?? null
      return [
        row.id,
        gestationRow({
          referredOn: row.referred_on,
          dueOn: said?.dueOn ?? null,
          bornOn: bornOn || null,
          isQuiet: row.quiet_since !== null || said?.state === 'quiet',
        }),
      ]
    }),
  )
}

/** The same as counts, in the form in which the database gives its own. */
export const countGestation = (each: ReadonlyMap<string, GestationRow>): readonly Counted[] =>
  [...Map.groupBy(each.values(), (row) => row)].map(([row, some]) => ({
    row,
    column: 'all',
    count: some.length,
  }))
