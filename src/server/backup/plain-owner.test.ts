import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextBeside } from '#server/context-beside.ts'
import { openLedger } from '#server/erasures/ledger-file.ts'
import { newId } from '#server/ids.ts'
import { newKey } from '#server/keys/seal.ts'
import { migrate } from '#server/postgres/migrate.ts'
import { openDatabase, openPool } from '#server/postgres/pool.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { passwords } from '../../../testing/cluster.ts'
import { openPlainOwner, run } from '../../../testing/plain-owner.ts'
import { makeBackup } from './make-backup.ts'
import { openSome } from './probe.ts'
import { restoreBackup } from './restore.ts'

let plain: Awaited<ReturnType<typeof openPlainOwner>>
let folder: string
beforeAll(async () => {
  plain = await openPlainOwner(2)
  await plain.fixTenant()
  folder = mkdtempSync(path.join(tmpdir(), 'naast-plain-'))
})
afterAll(async () => {
  await plain.close()
  rmSync(folder, { recursive: true, force: true })
})

test('an owner whom row-level security holds backs up and restores all organisations', async () => {
  const [owner, empty] = plain.owners
  if (!owner || !empty) throw new Error('no databases')
  await migrate(owner, passwords)
  const rootKey = { id: 'plain', key: newKey() }
  const ids = [newId(Temporal.Now.instant()), newId(Temporal.Now.instant())]
  for (const [at, id] of ids.entries())
    await run(owner, [
      `insert into organisation (id, name, slug, created_at) values ('${id}', 'Echt', 'echt-${at}', now())`,
    ])
  const login = { ...owner, user: 'naast_login', password: passwords.login, max: 2 }
  const db = openDatabase(openPool(login))
  const context = contextBeside(db, rootKey, 'test')
  for (const orgId of ids)
    await addMember(
      context,
      { kind: 'system', orgId, job: 'test' },
      { userId: orgId, name: 'Iemand', roles: ['administrator'], workerId: null, language: 'nl' },
    )
  await db.destroy()
  const identity = await generateX25519Identity()
  const ledger = openLedger(path.join(folder, 'erasures'), rootKey)
  const made = await makeBackup({
    owner,
    rootKey,
    ledger,
    recipient: await identityToRecipient(identity),
    folder: path.join(folder, 'backups'),
    now: () => Temporal.Now.instant(),
  })
  expect(made.manifest.tables['public.member']?.rows).toBe(2)
  expect(made.manifest.tables['keys.data_key']?.rows).toBe(2)
  const { rows } = await restoreBackup({
    owner: empty,
    passwords,
    rootKey,
    ledger,
    identity,
    folder: made.folder,
  })
  expect(rows).toBe(Object.values(made.manifest.tables).reduce((sum, table) => sum + table.rows, 0))
  const there = openDatabase(openPool({ ...login, database: empty.database }))
  expect(await openSome(contextBeside(there, rootKey, 'test'), ids, 10)).toEqual({ opened: 0, failed: 0 })
  await there.destroy()
}, 180_000)
