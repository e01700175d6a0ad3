import { findOrganisationIds } from '#db/every-organisation.ts'
import { checkSeals } from '#usecases/audit/check-seals.ts'
import type { Context } from '#usecases/context.ts'
import { readConfig } from './config.ts'
import { contextBeside } from './context-beside.ts'
import { openDatabase as openCluster } from './database.ts'
import { openSecrets } from './keys/root-key.ts'
import { openDatabase, openPool } from './postgres/pool.ts'

/**
 * Holds the access log of every organisation against its seals, and says so in a line each; `anchors` are lines that
 * somebody kept elsewhere. True if all is whole. With the embedded database it is for when the server is down; while it
 * runs, the privacy officer's own page does the same.
 */
export async function verifyLog(env: NodeJS.ProcessEnv, anchors: readonly string[] = []): Promise<boolean> {
  const config = readConfig(env)
  const secrets = openSecrets(config)
  const database = await openCluster({ ...config, rootKey: secrets.rootKey.key, fresh: false })
  const db = openDatabase(openPool(database.login))
  const context = contextBeside(db, secrets.rootKey, 'verify-log')
  try {
    let whole = true
    for (const orgId of await findOrganisationIds(db)) {
      const hers = anchors.filter((anchor) => anchor.includes(orgId))
      whole = (await sayOf(context, orgId, hers)) && whole
    }
    return whole
  } finally {
    await db.destroy()
    await database.stop()
  }
}

/** Holds one organisation's log against its seals, and against what was kept of them. */
export async function checkLog(
  context: Context,
  orgId: string,
  anchors: readonly string[] = [],
): Promise<{ seals: number; lines: number; flaws: readonly string[] }> {
  const actor = { kind: 'system', orgId, job: 'verify-log' } as const
  const flaws = new Set<string>()
  let [seals, lines] = [0, 0]
  for (const anchor of anchors.length > 0 ? anchors : [null]) {
    ;[seals, lines] = [0, 0]
    let after: number | null = 0
    while (after !== null) {
      const found: Awaited<ReturnType<typeof checkSeals>> = await checkSeals(context, actor, {
        after,
        anchor,
      })
      for (const { number, flaw } of found.flaws) flaws.add(number > 0 ? `seal ${number}: ${flaw}` : flaw)
      seals += found.seals
      lines += found.lines
      after = found.next
    }
  }
  return { seals, lines, flaws: [...flaws] }
}

async function sayOf(context: Context, orgId: string, anchors: readonly string[]): Promise<boolean> {
  const { seals, lines, flaws } = await checkLog(context, orgId, anchors)
  const said = flaws.length === 0 ? 'whole' : `NOT WHOLE (${flaws.join('; ')})`
  console.log(`${orgId}: ${seals} seals over ${lines} lines, ${said}`)
  return flaws.length === 0
}
