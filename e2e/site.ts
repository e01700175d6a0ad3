import { createHash, randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import pg from 'pg'
import { inject } from 'vitest'
import { buildDemo } from '#seeds/demo.ts'
import { builtAssets } from '#server/assets.ts'
import type { Mail } from '#server/mail/carrier.ts'
import { openNaast } from '#server/naast.ts'
import { sealAudit } from '#usecases/audit/seal-audit.ts'
import type { Context } from '#usecases/context.ts'
import { listCast } from '#usecases/member/list-cast.ts'
import { passwords, template } from '../testing/cluster.ts'

/** The whole of Naast, on a database of its own, with the demo's world and a clock that the journey turns. */
export interface Site {
  readonly url: string
  readonly orgId: string
  readonly owner: pg.Pool
  /** What left the house by mail. */
  readonly sent: readonly Mail[]
  /** What whoever runs it would read in the log. */
  readonly told: readonly { readonly message: string; readonly facts: Record<string, unknown> | undefined }[]
  /** What went wrong that nobody expected; a journey ends with none. */
  readonly troubles: readonly unknown[]
  /** Nine in the morning of this day, or an exact moment (`2026-11-03T10:15`). */
  turnTo(day: string): void
  /** What Naast does every quarter of an hour: what came to rest in the access log is sealed. */
  sealLog(): Promise<void>
  close(): Promise<void>
}

export const firstRunCode = 'ABCD-EFGH'

/** Nine in the morning of this day, where the demo's organisations are. */
const morning = (day: string): Temporal.Instant =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '09:00' })
    .toInstant()
/** The demo's own day in every journey: a Tuesday. */
const firstMorning = morning('2026-11-03')

type Build = (context: Context) => Promise<{ orgId: string }>

/**
 * Opens one, with the demo's first organisation or the one that `build` makes. `empty`: a server as it is after its
 * first start in production, without a demo; its first-run code is `firstRunCode`.
 */
export async function openSite({
  empty = false,
  build = buildDemo,
}: {
  empty?: boolean
  build?: Build
} = {}): Promise<Site> {
  const cluster = inject('cluster')
  const database = `naast_site_${randomBytes(6).toString('hex')}`
  const maintenance = new pg.Client({ ...cluster, database: 'postgres' })
  await maintenance.connect()
  const world: Told = empty ? { database: template, orgId: '', ids: 0 } : await tellOnce(maintenance, build)
  await maintenance.query(`create database ${database} template ${world.database}`)
  const { orgId } = world
  let now = firstMorning
  const troubles: unknown[] = []
  const sent: Mail[] = []
  const told: { message: string; facts: Record<string, unknown> | undefined }[] = []
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const url = `http://localhost:${port}`
  const naast = openNaast({
    ...heldBy(database),
    firstRunCode: empty ? firstRunCode : null,
    url,
    demo: empty
      ? null
      : { cast: () => listCast(naast.context(), { kind: 'system', orgId, job: 'demo' }, {}) },
    mailer: {
      sender: 'bericht@post.example.nl',
      handOver: async (mail) => {
        sent.push(mail)
        return 'accepted'
      },
    },
    now: () => now,
    tell: (message, facts) => told.push({ message, facts }),
    newId: countedIds(world.ids),
    trouble: (_requestId, error) => {
      troubles.push(error)
      console.error(error)
    },
  })
  const server = await new Promise<Server>((resolve) => {
    const listening = serve({ fetch: naast.app.fetch, port, hostname: 'localhost' }, () =>
      resolve(listening),
    ) as Server
  })
  const owner = new pg.Pool({ ...cluster, database, max: 2 })
  owner.on('error', () => undefined)
  return {
    url,
    orgId,
    owner,
    sent,
    told,
    troubles,
    turnTo: (day) => {
      now = day.includes('T')
        ? Temporal.PlainDateTime.from(day).toZonedDateTime('Europe/Amsterdam').toInstant()
        : morning(day)
    },
    sealLog: async () => {
      await sealAudit(naast.context(), { kind: 'system', orgId, job: 'seals' }, {})
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await naast.close()
      await owner.end()
      await maintenance.query(`drop database ${database} with (force)`)
      await maintenance.end()
    },
  }
}

/** Where a world that was told stands, and how many ids it took. */
interface Told {
  readonly database: string
  readonly orgId: string
  readonly ids: number
}

/**
 * Tells a world once a run: what comes after is a copy. Who comes first tells it, the others wait for that, also in
 * another process.
 */
async function tellOnce(maintenance: pg.Client, build: Build): Promise<Told> {
  const database = `naast_told_${build.name.toLowerCase()}`
  await maintenance.query('select pg_advisory_lock(hashtext($1))', [database])
  try {
    const { rows } = await maintenance.query<{ told: string | null }>(
      `select shobj_description(oid, 'pg_database') as told from pg_database where datname = $1`,
      [database],
    )
    // One without a note was left half told.
    if (rows[0]?.told) return JSON.parse(rows[0].told)
    await maintenance.query(`drop database if exists ${database}`)
    await maintenance.query(`create database ${database} template ${template}`)
    let ids = 0
    const newId = countedIds(0)
    const naast = openNaast({
      ...heldBy(database),
      firstRunCode: null,
      url: 'http://localhost',
      demo: null,
      mailer: null,
      now: () => firstMorning,
      newId: () => {
        ids += 1
        return newId()
      },
      trouble: (_requestId, error) => {
        throw error
      },
    })
    const { orgId } = await build(naast.context())
    await naast.close()
    const told: Told = { database, orgId, ids }
    await maintenance.query(`comment on database ${database} is ${pg.escapeLiteral(JSON.stringify(told))}`)
    return told
  } finally {
    await maintenance.query('select pg_advisory_unlock(hashtext($1))', [database])
  }
}

/** How Naast reaches this database, under one key for the whole run, so that a copy of a world can be read. */
function heldBy(database: string) {
  const cluster = inject('cluster')
  return {
    login: { ...cluster, user: 'naast_login', password: passwords.login, database, max: 10 },
    auth: { ...cluster, user: 'naast_auth', password: passwords.auth, database, max: 4 },
    rootKey: { id: 'journey', key: createHash('sha256').update(cluster.password).digest() },
    authSecret: createHash('sha256').update(`signing in ${cluster.password}`).digest('base64url'),
    assets: builtAssets('dist/public'),
    trustedProxies: 0,
  }
}

/** Ids that are the same in every run, so that a picture of a page only changes when the page does. */
function countedIds(made: number): () => string {
  let last = made
  return () => {
    last += 1
    return `01900000-0000-7000-8000-${last.toString(16).padStart(12, '0')}`
  }
}
