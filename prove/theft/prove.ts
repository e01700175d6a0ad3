import { appendFileSync, chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import pg from 'pg'
import { makeBackup } from '#server/backup/make-backup.ts'
import { openLedger } from '#server/erasures/ledger-file.ts'
import { openLog } from '#server/log.ts'
import type { Cluster } from '#testing/cluster.ts'
import { pdf } from '#testing/hostile-files.ts'
import { signInWorldOn } from '#testing/sign-in-world-on.ts'
import { openWorldOn, type World } from '#testing/world-on.ts'
import { openDoors } from '../coming-in/doors.ts'
import { onThrowAway } from '../throw-away.ts'
import { canaryOf } from './canary.ts'
import { type Loot, lookThroughFiles, lookThroughTables, openLoot } from './loot.ts'
import { aboutHer, type Told, tellAll, tellOfOne } from './telling.ts'
import { type Thief, tryStolen } from './thief.ts'

export interface Proof {
  readonly words: number
  readonly sealedColumns: number
  readonly sealedIn: number
  /** Words that are no secret, as what was typed there is somebody's trade: the name of a team, of a system. */
  readonly inClear: number
  readonly megabytes: Readonly<Record<Part, number>>
  readonly leaks: readonly string[]
  readonly thief: Thief
  /** Parts in which a word that was put there on purpose was found. */
  readonly noticed: readonly Part[]
}

/** All that somebody may carry off. */
export const parts = [
  'the dump',
  'the data folder',
  'the journal',
  'temporary files',
  'the words of PostgreSQL',
  'the log',
  'the backup',
  'other files',
] as const
export type Part = (typeof parts)[number]
const partOf = (file: string): Part => {
  if (file.includes('pg_wal')) return 'the journal'
  if (file.includes('pgsql_tmp')) return 'temporary files'
  if (file.includes('backup')) return 'the backup'
  return file.includes('postgres/') ? 'the data folder' : 'other files'
}

/**
 * Columns that hold in clear what is typed into them: of a system, a team, a programme, an organisation around, a
 * training; nobody's own. A column that is not here and has a word in it is a leak.
 */
const clear: ReadonlySet<string> = new Set([
  // Which account of the sign-in server is hers: made there, typed by nobody.
  'member.user_id',
  'network_organisation.name',
  'network_organisation_live.lower',
  'postcode_area.place',
  'programme_version.definition',
  'programme_version.programme_id',
  'service.name',
  'team.name',
  'team_area.area',
  'team_live.lower',
  'training.title',
])

/** So little that sorting anything goes over the disk. */
const settings = { work_mem: '64kB' }

export async function proveTheft(count: number): Promise<Proof> {
  const spool = mkdtempSync(path.join(tmpdir(), 'naast-theft-'))
  chmodSync(spool, 0o755)
  const before = process.env.TMPDIR
  // Whatever anybody here puts down for a moment is put down here.
  process.env.TMPDIR = spool
  try {
    return await onThrowAway((cluster) => carryOff(cluster, spool, count), settings)
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(spool, { recursive: true, force: true })
  }
}

async function carryOff(cluster: Cluster, spool: string, count: number): Promise<Proof> {
  const world = await openWorldOn(cluster)
  const logs: Logs = { lines: [], said: [] }
  try {
    const told = await tellAll(world, count)
    await goesWrong(world, told, logs)
    for (let at = 0; at < 5; at += 1)
      await world.context.files
        .examine(pdf([`8 0 obj\n(${[...told.words.keys()][at]})\nendobj\n`]))
        .catch(() => undefined)
    const owner = { ...cluster, database: world.loginConfig.database }
    await backUp(world, owner, path.join(spool, 'backup'))
    const looked = await lookEverywhere(world, owner, spool, logs)
    const read = [...looked.tables.loot.found].flatMap(([place, words]) =>
      clear.has(place) ? [...words].filter((one) => told.words.get(one) !== aboutHer) : [],
    )
    // Also what stood there before: the disk keeps it until its page is written anew.
    const clearFields = new Set(read.map((one) => told.words.get(one)))
    const clearWords = new Set([
      ...read,
      ...[...told.words].flatMap(([one, field]) => (clearFields.has(field) ? [one] : [])),
    ])
    const leaks = [...looked.all].flatMap(([part, { found }]) =>
      [...found].flatMap(([place, words]) => {
        const secret = [...words].filter((one) => !clearWords.has(one))
        return secret.length > 0 ? [`${part}, ${place}: ${secret.length} words, such as ${secret[0]}`] : []
      }),
    )
    const { rows } = await world.owner.query<{ place: string }>(
      `select distinct table_name || '.' || column_name as place from information_schema.columns
        where table_schema = 'public' and column_name like '%sealed'`,
    )
    const thief = await steal(world)
    const noticed = await plant(world, owner, spool, logs)
    return {
      words: told.words.size - clearWords.size,
      inClear: clearWords.size,
      sealedColumns: rows.length,
      sealedIn: told.sealedIn.size,
      megabytes: Object.fromEntries(
        [...looked.all].map(([part, { bytes }]) => [part, bytes / 1e6]),
      ) as Record<Part, number>,
      leaks,
      thief,
      noticed,
    }
  } finally {
    await world.close()
  }
}

/** Naast's log, and what PostgreSQL says of an error: to us, and in a log of its own where it keeps one. */
interface Logs {
  readonly lines: string[]
  readonly said: string[]
}
const wordsOf = (error: unknown): string =>
  error instanceof Error ? JSON.stringify({ ...error, message: error.message }) : String(error)

/** The database refuses in the middle of it: what is said of that goes to both. */
async function goesWrong(world: World, { house }: Told, { lines, said }: Logs): Promise<void> {
  const log = openLog({ mode: 'production' }, { write: (line) => lines.push(line) })
  let drawn = 100_000_000
  const next = () => {
    drawn += 1
    return canaryOf(drawn)
  }
  for (const table of ['person', 'referral', 'safe_contact_policy', 'document']) {
    await world.owner.query(`alter table ${table} add constraint no_more check (false) not valid`)
    await tellOfOne(world.context, world, house.members.coordinator, next).catch((error: unknown) => {
      said.push(wordsOf(error))
      log.trouble('proof', error)
    })
    await world.owner.query(`alter table ${table} drop constraint no_more`)
  }
}

async function backUp({ rootKey, context }: World, owner: pg.ClientConfig, folder: string): Promise<void> {
  const recipient = await identityToRecipient(await generateX25519Identity())
  const ledger = openLedger(path.join(folder, 'erasures'), rootKey)
  await makeBackup({ owner, rootKey, ledger, recipient, folder, now: context.now })
}

/** Through the tables as a dump has them, then through every file there is, while a large sort lies open on the disk. */
async function lookEverywhere(world: World, owner: pg.ClientConfig, spool: string, { lines, said }: Logs) {
  const all = new Map(parts.map((part) => [part, openLoot()]))
  const lootOf = (part: Part) => {
    const loot = all.get(part)
    if (!loot) throw new Error(part)
    return loot
  }
  const tables = lootOf('the dump')
  await lookThroughTables(world, tables.look)
  await world.owner.query('checkpoint')
  const sorting = new pg.Client(owner)
  await sorting.connect()
  try {
    const { rows } = await sorting.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth', 'keys')`,
    )
    const texts = rows.map(({ name }) => `select t::text as line from ${name} t`).join(' union all ')
    await sorting.query('begin')
    await sorting.query(
      `declare everything cursor for select line from (${texts}) as lines order by md5(line), line`,
    )
    await sorting.query('fetch 1 from everything')
    await lookThroughFiles(spool, (file, content) => lootOf(partOf(file)).look(file, content))
    await sorting.query('rollback')
  } finally {
    await sorting.end()
  }
  lootOf('the log').look('the log', Buffer.from(lines.join('\n')))
  lootOf('the words of PostgreSQL').look('an error', Buffer.from(said.join('\n')))
  return { tables, all: new Map<Part, Loot>([...all].map(([part, { loot }]) => [part, loot])) }
}

async function steal(world: World): Promise<Thief> {
  const signIns = await signInWorldOn(world)
  const doors = await openDoors(signIns)
  return tryStolen(doors).finally(() => doors.close())
}

/** What the proof must notice: a word in clear in each of the parts. Only in this database and folder. */
async function plant(world: World, owner: pg.ClientConfig, spool: string, logs: Logs): Promise<Part[]> {
  const planted = canaryOf(200_000_000)
  await world.owner.query(
    `create table planted as select '${planted}' || i as words from generate_series(1, 200) i`,
  )
  await world.owner
    .query(`select '${planted}'::int`)
    .catch((error: unknown) => logs.said.push(wordsOf(error)))
  logs.lines.push(planted)
  writeFileSync(path.join(spool, 'left-behind'), planted)
  appendFileSync(path.join(spool, 'backup', 'planted.age'), planted)
  const { all } = await lookEverywhere(world, owner, spool, logs)
  return parts.filter((part) =>
    [...(all.get(part)?.found.values() ?? [])].some((words) => words.has(planted)),
  )
}
