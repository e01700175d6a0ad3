import type pg from 'pg'
import type { Db } from '#db/connection.ts'
import { contextBeside } from '#server/context-beside.ts'
import { openPool, openDatabase as openPooled } from '#server/postgres/pool.ts'
import type { Context } from '#usecases/context.ts'
import type { Writing } from './writing.ts'

/** Use cases over this database, without pages around them. */
export function openContext(
  login: pg.PoolConfig,
  { id, key }: Writing['rootKey'],
): { context: Context; db: Db } {
  const db = openPooled(openPool({ ...login, max: 6 }))
  return { context: contextBeside(db, { id, key: Buffer.from(key, 'hex') }, 'dying'), db }
}
