import type { World } from '../testing/world-on.ts'

/**
 * These open names for the index in memory, or hold people against each other; whom a search or a likeness then shows
 * is what the line names.
 */
const onlyCompare = [
  'load-names',
  'search-people',
  'check-collisions',
  'list-collisions',
  'break-glass',
  'tend-exchange',
]
/** These hold who asks against those around women too, before they tell her that there is something to look at. */
const alsoCompare = ['read-worklist']

/** The people of whom this use case opened something that was read, and not only held against something else. */
export async function whoWasRead(
  { owner }: Pick<World, 'owner'>,
  useCase: string,
  opened: ReadonlySet<string>,
): Promise<string[]> {
  if (onlyCompare.includes(useCase)) return []
  const { rows } = await owner.query<{ id: string; compared: boolean }>(
    `select p.id, exists (select from person_around a where a.person_id = p.id)
        or exists (select from worker w where w.person_id = p.id) as compared
      from person p where p.id = any($1) order by p.id`,
    [[...opened]],
  )
  return rows.flatMap(({ id, compared }) => (compared && alsoCompare.includes(useCase) ? [] : [id]))
}
