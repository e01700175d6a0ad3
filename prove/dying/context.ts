import type pg from 'pg'
import type { Db } from '#db/connection.ts'
import { contextOf } from '#server/context.ts'
import { openFileExaminer } from '#server/documents/file-examiner.ts'
import { OrganisationKeys } from '#server/keys/organisation-keys.ts'
import { signetOf } from '#server/keys/signet.ts'
import { openVaults } from '#server/keys/vault.ts'
import { memoryNameIndex } from '#server/name-index/memory-name-index.ts'
import { openPool, openDatabase as openPooled } from '#server/postgres/pool.ts'
import { programmeShelves } from '#server/programme-shelves.ts'
import type { Context } from '#usecases/context.ts'
import { sameProcessSolver } from '../../testing/same-process-solver.ts'
import type { Writing } from './writing.ts'

/** Use cases over this database, without pages around them. */
export function openContext(
  login: pg.PoolConfig,
  { id, key }: Writing['rootKey'],
): { context: Context; db: Db } {
  const rootKey = { id, key: Buffer.from(key, 'hex') }
  const now = () => Temporal.Now.instant()
  const db = openPooled(openPool({ ...login, max: 6 }))
  const context = contextOf(
    {
      db,
      vault: openVaults(new OrganisationKeys(rootKey), now),
      names: memoryNameIndex(),
      programmes: programmeShelves(),
      files: openFileExaminer(),
      matchSolver: sameProcessSolver,
      signet: signetOf(rootKey),
      now,
    },
    'dying',
  )
  return { context, db }
}
