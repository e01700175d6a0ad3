import type { AdversityGridRow } from '#db/adversity-grid.ts'
import type { Grid, GridCounts } from '#domain/adversity/adversity-grid.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** Which domains trouble her says more of her than anybody may read in a dump; all of it is sealed under her key. */
export const gridFields = sealedFields('adversity_grid', ['answers_sealed'])

export interface GridAnswers {
  readonly counts: GridCounts
  /** What she says of it herself. */
  readonly words: string | null
}

/** Her key must be loaded; `null` if her file was erased. */
export function openGrid(
  { vault }: Work,
  personId: string,
  row: AdversityGridRow,
): (Grid & { readonly words: string | null }) | null {
  const text = gridFields.open(vault, personId, row.id, 'answers_sealed', row.answers_sealed)
  // Our own writing, validated on the way in.
  return text === null ? null : { on: row.filled_on, ...(JSON.parse(text) as GridAnswers) }
}
