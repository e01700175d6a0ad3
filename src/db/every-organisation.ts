import type { Db } from '#db/connection.ts'

/** Ids of all organisations, for jobs that run once for each. The login role may read these before it enters one. */
export async function findOrganisationIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('organisation').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
