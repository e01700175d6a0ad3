import type pg from 'pg'
import { withClient } from '#server/postgres/with-client.ts'

/** Where what was erased stood: PostgreSQL keeps a deleted row's bytes on the disk until its page is written anew. */
const tables = ['keys.data_key', 'draft', 'import_row'] as const

/**
 * Writes these tables anew, so that no destroyed key and no deleted text is left in their files, and lets go of the
 * journal (WAL) before it where the owner may do that. False if somebody worked in one of them, or still looks at it as it
 * was (a backup does, for minutes): what was deleted is copied along for her, so it is done later then.
 * Blocks of the disk that were let go of are the file system's; a disk that is encrypted as a whole keeps those safe.
 */
export async function scrub(owner: pg.ClientConfig): Promise<boolean> {
  try {
    return await withClient(owner, async (client) => {
      await client.query(`set lock_timeout = '3s'`)
      for (const table of tables) if (!(await writeAnew(client, table))) return false
      const { rows } = await client.query<{ may: boolean }>(
        'select rolsuper as may from pg_roles where rolname = current_user',
      )
      if (rows[0]?.may) {
        await client.query('select pg_switch_wal()')
        await client.query('checkpoint')
      }
      return true
    })
  } catch (error) {
    // 55P03: it waited too long for somebody who works there.
    if (error instanceof Error && 'code' in error && error.code === '55P03') return false
    throw error
  }
}

/**
 * Whether nothing deleted was copied along. Only PostgreSQL knows for whose sake it kept what, and tells it in the detail
 * of its account: "7 dead row versions cannot be removed yet". In every language of a server its first number is that one.
 */
async function writeAnew(client: pg.Client, table: string): Promise<boolean> {
  const kept: number[] = []
  const hear = ({ detail }: { readonly detail?: string | undefined }) => {
    const many = /\d+/.exec(detail ?? '')
    if (many) kept.push(Number(many[0]))
  }
  client.on('notice', hear)
  await client.query(`vacuum (full, verbose) ${table}`)
  client.off('notice', hear)
  return kept.length > 0 && kept.every((many) => many === 0)
}
