import { readFileSync, writeSync } from 'node:fs'
import { openDatabase } from '#server/database.ts'
import { withClient } from '#server/postgres/with-client.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { openContext } from './context.ts'
import type { Told, Writing } from './writing.ts'

/**
 * A process of its own that opens the database as `npm start` does and takes in referrals, four at a time, until it is
 * killed. It tells of each only after it was acknowledged, in one write that needs nobody else any more.
 */
const tell = (told: Told): void => {
  writeSync(1, `${JSON.stringify(told)}\n`)
}
const { dataFolder, rootKey, orgId, careless, keys }: Writing = JSON.parse(readFileSync(0, 'utf8'))
const { login, owner } = await openDatabase({
  databaseUrl: null,
  dataFolder,
  rootKey: Buffer.from(rootKey.key, 'hex'),
  fresh: false,
})
if (careless) await forgetDurability()
const { context } = openContext(login, rootKey)
tell({ open: true })

const form = { kind: 'visitor', orgId, door: 'self' } as const
const waiting = keys.values()
async function lane(): Promise<void> {
  for (const key of waiting) {
    const { referralId } = await submitReferral(
      context,
      form,
      {
        channel: 'own_form',
        submission: { mother: { name: { given: 'Iemand' }, phone: '+31612345678' }, agreed: true },
      },
      { key },
    )
    tell({ key, referralId })
  }
}
await Promise.all([lane(), lane(), lane(), lane()])
tell({ finished: true })
process.exit(0)

/** What the proof must notice: an answer before what it says is on the disk. Only here; the product has no such switch. */
async function forgetDurability(): Promise<void> {
  await withClient(owner, async (client) => {
    for (const setting of [`synchronous_commit = 'off'`, `wal_writer_delay = '10s'`])
      await client.query(`alter system set ${setting}`)
    await client.query('select pg_reload_conf()')
  })
}
