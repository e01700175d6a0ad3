/**
 * Search by name without anything persisted that a stolen dump could be searched by: the index lives in the
 * server's memory only. It knows names of one organisation's people; who may see which hit is decided by the
 * query that fetches them.
 */
export interface NameIndex {
  /** Person ids whose name resembles `text`, best first, at most `limit`. */
  search(orgId: string, text: string, limit: number): readonly string[]
  put(orgId: string, personId: string, name: string): void
  drop(orgId: string, personId: string): void
}
