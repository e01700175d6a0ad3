import type { PopulationRelation } from '#domain/disclosure/count-table.ts'

export interface Counted {
  readonly populations: readonly string[]
  readonly relations: readonly PopulationRelation[]
}

/** Whether two packs count some of the same women, by whatever nests in what, over as many steps as it takes. */
export function countTheSame(one: Counted, other: Counted): boolean {
  const relations = [...one.relations, ...other.relations]
  const reached = new Set(one.populations)
  for (let size = -1; size !== reached.size; ) {
    size = reached.size
    for (const { whole, parts } of relations)
      if ([whole, ...parts].some((population) => reached.has(population)))
        for (const population of [whole, ...parts]) reached.add(population)
  }
  return other.populations.some((population) => reached.has(population))
}
