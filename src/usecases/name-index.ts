/**
 * Search by name without anything persisted that a stolen dump could be searched by: the index lives in the
 * server's memory only and is filled from the database (`load-names.ts`). It knows names of one organisation's
 * people; who may see which hit is decided by the query that fetches them.
 */
export interface NameIndex {
  /** People whose name resembles `text`, best first, at most `limit`. */
  search(orgId: string, text: string, limit: number): readonly NameHit[]
  /**
   * How like `name` somebody's name is, by `nameLikeness`: for who compares one name with many. `null` if the index
   * doesn't hold this version of her file.
   */
  likenessTo(orgId: string, name: string): (personId: string, version: number) => number | null
  /** Takes in a name as it is in this version of her file. Does nothing for an organisation that isn't filled. */
  put(orgId: string, personId: string, name: string, version: number): void
  drop(orgId: string, personId: string): void
  /** Which version of her file the index has; `null` if it has none. */
  versionOf(orgId: string, personId: string): number | null
  /** How far the index has read the database; `null` if it must be filled from the start. */
  read(orgId: string): NamesRead | null
  /**
   * Brings an organisation up to date: `fill` puts names and returns how far it read. While one runs, others
   * wait for the same one. May push out the organisation that was searched longest ago, to stay within bounds.
   */
  fill(orgId: string, fill: () => Promise<NamesRead>): Promise<void>
}

/** When names were last read from the database, and when last so that nothing older can still come. */
export interface NamesRead {
  readonly looked: Temporal.Instant
  readonly swept: Temporal.Instant
}

export interface NameHit {
  readonly personId: string
  /** 0 to 1, as `nameLikeness` counts. */
  readonly likeness: number
}
