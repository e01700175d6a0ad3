import pg from 'pg'

/** Makes the database if it is not there yet. True if it was made. */
export async function ensureDatabase(maintenance: pg.ClientConfig, name: string): Promise<boolean> {
  const client = new pg.Client(maintenance)
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return false
    await client.query(`create database ${pg.escapeIdentifier(name)}`)
    return true
  } finally {
    await client.end()
  }
}

/** Removes the database and all that is in it, if it is there. */
export async function dropDatabase(maintenance: pg.ClientConfig, name: string): Promise<void> {
  const client = new pg.Client(maintenance)
  await client.connect()
  try {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
  } finally {
    await client.end()
  }
}
