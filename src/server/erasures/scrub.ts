import pg from 'pg'

/** Where what was erased stood: PostgreSQL keeps a deleted row's bytes on the disk until its page is written anew. */
const tables = ['keys.data_key', 'draft', 'import_row'] as const

/**
 * Writes these tables anew, so that no destroyed key and no deleted text is left in their files, and lets go of the
 * journal (WAL) before it where the owner may do that. False if somebody worked in one of them: it is done later then.
 * Blocks of the disk that were let go of are the file system's; a disk that is encrypted as a whole keeps those safe.
 */
export async function scrub(owner: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query(`set lock_timeout = '3s'`)
    for (const table of tables) await client.query(`vacuum (full) ${table}`)
    const { rows } = await client.query<{ may: boolean }>(
      'select rolsuper as may from pg_roles where rolname = current_user',
    )
    if (rows[0]?.may) {
      await client.query('select pg_switch_wal()')
      await client.query('checkpoint')
    }
    return true
  } catch (error) {
    // 55P03: it waited too long for somebody who works there.
    if (error instanceof Error && 'code' in error && error.code === '55P03') return false
    throw error
  } finally {
    await client.end()
  }
}
