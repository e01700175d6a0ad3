import pg from 'pg'

/**
 * Keeps a data folder for one Naast: the second one that starts on it would stop the first one's database when it
 * leaves. The database itself holds the lock, so it is free the moment its holder is gone, however that went.
 * Throws if another one has it.
 */
export async function onlyOne(maintenance: pg.ClientConfig, folder: string): Promise<() => Promise<void>> {
  const client = new pg.Client(maintenance)
  // When PostgreSQL is ended from outside, the lock ends with it.
  client.on('error', () => undefined)
  await client.connect()
  // A killed one's connection may take a moment to be missed.
  for (let attempt = 1; attempt <= 20; attempt++) {
    const { rows } = await client.query<{ held: boolean }>(
      `select pg_try_advisory_lock(hashtext('naast runs here')) as held`,
    )
    if (rows[0]?.held) return () => client.end().catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await client.end()
  throw new Error(
    `Another Naast is running on ${folder}. Stop that one first, or give this one a folder of its own: NAAST_DATA=… npm start`,
  )
}
