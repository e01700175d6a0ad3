import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import pg from 'pg'
import { inject } from 'vitest'
import { buildDemo } from '#seeds/demo.ts'
import { builtAssets } from '#server/assets.ts'
import { newKey } from '#server/keys/seal.ts'
import type { Mail } from '#server/mail/carrier.ts'
import { openNaast } from '#server/naast.ts'
import { sealAudit } from '#usecases/audit/seal-audit.ts'
import { listCast } from '#usecases/member/list-cast.ts'
import { passwords, template } from '../testing/cluster.setup.ts'

/** The whole of Naast, on a database of its own, with the demo's world and a clock that the journey turns. */
export interface Site {
  readonly url: string
  readonly orgId: string
  readonly owner: pg.Pool
  /** What left the house by mail. */
  readonly sent: readonly Mail[]
  /** What went wrong that nobody expected; a journey ends with none. */
  readonly troubles: readonly unknown[]
  /** Nine in the morning of this day. */
  turnTo(day: string): void
  /** What Naast does every quarter of an hour: what came to rest in the access log is sealed. */
  sealLog(): Promise<void>
  close(): Promise<void>
}

export const firstRunCode = 'ABCD-EFGH'

/** Tuesday 3 November 2026, nine in the morning: the demo's own day in every journey. */
const morning = (day: string): Temporal.Instant =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '09:00' })
    .toInstant()

/**
 * Opens one, with the demo's first organisation or the one that `build` makes. `empty`: a server as it is after its first start in production, without a demo; its first-run code is
 * `firstRunCode`.
 */
export async function openSite({ empty = false, build = buildDemo } = {}): Promise<Site> {
  const cluster = inject('cluster')
  const database = `naast_site_${randomBytes(6).toString('hex')}`
  const maintenance = new pg.Client({ ...cluster, database: 'postgres' })
  await maintenance.connect()
  await maintenance.query(`create database ${database} template ${template}`)
  let now = morning('2026-11-03')
  const troubles: unknown[] = []
  const sent: Mail[] = []
  const ids = countedIds()
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const url = `http://localhost:${port}`
  let orgId = ''
  const naast = openNaast({
    login: { ...cluster, user: 'naast_login', password: passwords.login, database, max: 10 },
    auth: { ...cluster, user: 'naast_auth', password: passwords.auth, database, max: 4 },
    rootKey: { id: 'journey', key: newKey() },
    authSecret: randomBytes(32).toString('base64url'),
    firstRunCode: empty ? firstRunCode : null,
    url,
    demo: empty
      ? null
      : { cast: () => listCast(naast.context(), { kind: 'system', orgId, job: 'demo' }, {}) },
    assets: builtAssets('dist/public'),
    mailer: {
      sender: 'bericht@post.example.nl',
      handOver: async (mail) => {
        sent.push(mail)
        return 'accepted'
      },
    },
    trustedProxies: 0,
    now: () => now,
    newId: ids,
    trouble: (_requestId, error) => {
      troubles.push(error)
      console.error(error)
    },
  })
  if (!empty) orgId = (await build(naast.context())).orgId
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
    troubles,
    turnTo: (day) => {
      now = morning(day)
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

/** Ids that are the same in every run, so that a picture of a page only changes when the page does. */
function countedIds(): () => string {
  let made = 0
  return () => {
    made += 1
    const tail = made.toString(16).padStart(12, '0')
    return `01900000-0000-7000-8000-${tail}`
  }
}
