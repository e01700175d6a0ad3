import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type pg from 'pg'
import { apiOf } from '#api/api.ts'
import { endpoints } from '#api/endpoints.ts'
import { openApiOf } from '#api/open-api.ts'
import { sayIn } from '#api/words.ts'
import { findOrganisationIds } from '#db/every-organisation.ts'
import { findHost } from '#db/organisation.ts'
import type { InstallationWarning } from '#domain/installation/installation-warning.ts'
import type { AddressRules } from '#domain/webhook/webhook-address.ts'
import type { Assets } from '#pages/look/frame.tsx'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { siteOf } from '#pages/site.tsx'
import type { Context } from '#usecases/context.ts'
import { loadNames } from '#usecases/person/load-names.ts'
import type { CastMember } from '#usecases/sign-in/sign-in-port.ts'
import { contextOf } from './context.ts'
import { openDisclosureSolver } from './disclosure-solver/disclosure-solver.ts'
import type { VirusScanner } from './documents/clamd.ts'
import { openFileExaminer } from './documents/file-examiner.ts'
import { followErasures } from './erasures/follow-erasures.ts'
import { listenForErased } from './erasures/forget.ts'
import type { Ledger } from './erasures/ledger-file.ts'
import { openGroupSolver } from './group-solver/group-solver.ts'
import { fieldFiles } from './http/field-files.ts'
import { guarded } from './http/guarded.ts'
import type { GuardedFetch } from './http/guarded-fetch.ts'
import { networkOf } from './http/network.ts'
import { policyReports } from './http/policy-reports.ts'
import { reportAddress } from './http/security-headers.ts'
import { turnCollisions } from './jobs/collisions.ts'
import { turnConcerns } from './jobs/concerns.ts'
import { turnExchanges } from './jobs/exchanges.ts'
import { turnLoneVisits } from './jobs/lone-visits.ts'
import { type Loop, startLoop } from './jobs/loop.ts'
import { turnPhases } from './jobs/phases.ts'
import { turnRetention } from './jobs/retention.ts'
import { turnSeals } from './jobs/seals.ts'
import { turnSignals } from './jobs/signals.ts'
import { OrganisationKeys, type RootKey } from './keys/organisation-keys.ts'
import { signetOf } from './keys/signet.ts'
import { openVaults } from './keys/vault.ts'
import type { Log } from './log.ts'
import type { Carrier } from './mail/carrier.ts'
import { sendDueMessages } from './mail/outbox.ts'
import { openMatchSolver } from './match-solver/match-solver.ts'
import { memoryNameIndex } from './name-index/memory-name-index.ts'
import { openDatabase, openPool } from './postgres/pool.ts'
import { programmeShelves } from './programme-shelves.ts'
import { openSignIn } from './sign-in/sign-in.ts'
import type { PostEvent } from './webhook/post-event.ts'
import { sendDueEvents } from './webhook/send-events.ts'

export interface NaastParts {
  readonly login: pg.PoolConfig
  readonly auth: pg.PoolConfig
  readonly rootKey: RootKey
  readonly authSecret: string
  readonly url: string
  readonly demo: { cast(): Promise<readonly CastMember[]> } | null
  readonly firstRunCode: string | null
  readonly assets: Assets & {
    readonly folder: string
    readonly islandFiles?: (name: string) => readonly string[]
  }
  readonly mailer: Carrier | null
  /** Hands over text messages; without it they wait. */
  readonly texter?: Carrier | null
  /** Hands events to other systems; without it they wait. */
  readonly post?: PostEvent
  readonly addresses?: AddressRules
  /** Asks identity providers who somebody is; without it none is offered. */
  readonly askProvider?: GuardedFetch
  /** The list of what was erased, outside the database; and clearing the disk of it. */
  readonly erasures?: { readonly ledger: Ledger; readonly scrub: () => Promise<boolean> }
  /** Makes the day's backup when it is time. */
  readonly backUp?: () => Promise<unknown>
  /** Looks for viruses in files that somebody sends; without it nobody does, and with it nothing is taken unseen. */
  readonly scanner?: VirusScanner | null
  /** How many proxies in front add to X-Forwarded-For. */
  readonly trustedProxies: number
  readonly now: () => Temporal.Instant
  /** What should be mended at this server, as it is now. */
  readonly installation?: () => readonly InstallationWarning[]
  readonly newId?: () => string
  readonly trouble: (requestId: string, error: unknown) => void
  /** Something that whoever runs Naast should know, and that is no error. */
  readonly tell?: Log['info']
}

/** All of Naast on one database: pages, API and jobs. The one place where everything meets. */
export function openNaast(parts: NaastParts) {
  const { now, trouble, url, demo } = parts
  const db = openDatabase(openPool(parts.login))
  const names = memoryNameIndex()
  const matchSolver = openMatchSolver()
  const groupSolver = openGroupSolver()
  const disclosureSolver = openDisclosureSolver()
  const files = openFileExaminer({ scanner: parts.scanner ?? null })
  const vault = openVaults(new OrganisationKeys(parts.rootKey), now)
  let loneVisits: Loop | null = null
  const shared = {
    db,
    names,
    matchSolver,
    groupSolver,
    disclosureSolver,
    files,
    programmes: programmeShelves(parts.tell),
    now,
    newId: parts.newId,
    mailReady: parts.mailer !== null,
    textReady: parts.texter != null,
    wakeClock: () => loneVisits?.poke(),
    addresses: parts.addresses,
    vault,
    signet: signetOf(parts.rootKey),
  }
  const newRequestId = (): string => crypto.randomUUID()
  const context = (requestId = newRequestId()): Context => contextOf(shared, requestId)
  const signIn = openSignIn({
    pool: parts.auth,
    secret: parts.authSecret,
    url,
    now,
    context,
    demo,
    firstRunCode: parts.firstRunCode,
    fetch: parts.askProvider,
  })
  const site = siteOf(
    {
      demo: demo !== null,
      assets: parts.assets,
      context,
      newRequestId,
      signedIn: (request) => signIn.signedIn(request),
      signIn,
      network: networkOf(parts),
      hostBySlug: (slug) => findHost(db, slug),
      installation: parts.installation,
      api: (language) => openApiOf(endpoints, sayIn(language)),
      trouble,
    },
    routes,
  )
  const api = apiOf({ context, newRequestId, trouble })
  const app = new Hono()
  app.use(guarded({ url }))
  // Pages hold no secret that their length could tell (sessions are in a cookie, forms carry no token).
  app.use(compress({ encoding: 'gzip' }))
  app.post(reportAddress, ...policyReports({ routes: routes.map(({ path }) => path), tell: parts.tell, now }))
  app.get('/assets/:file', (c) => asset(parts.assets.folder, c.req.param('file')))
  fieldFiles(app, parts.assets)
  app.get('/health', (c) => c.text('ok'))
  // A page like any other, where whoever looks for the API looks first.
  app.all(paths.service.guide(), (c) => site.fetch(c.req.raw, c.env))
  app.all('/api/*', (c) => api.fetch(c.req.raw, c.env))
  app.all('*', (c) => site.fetch(c.req.raw, c.env))

  const report = (error: unknown) => trouble('job', error)
  const organisations = () => findOrganisationIds(db)
  const carriers = { email: parts.mailer, text: parts.texter }
  const outbox = startLoop({
    everyMs: 5_000,
    round: (stopping) => sendDueMessages({ organisations, context, carriers }, stopping),
    trouble: report,
  })
  const concerns = startLoop({
    everyMs: 15_000,
    round: (stopping) => turnConcerns({ organisations, context }, { stopping, trouble: report }),
    trouble: report,
  })
  loneVisits = startLoop({
    everyMs: 5_000,
    round: (stopping) => turnLoneVisits({ organisations, context }, { stopping, trouble: report }),
    trouble: report,
  })
  // By itself: a system that answers slowly keeps no message waiting.
  const { post } = parts
  const events = startLoop({
    everyMs: 5_000,
    round: async (stopping) => post && sendDueEvents({ organisations, context, post }, stopping),
    trouble: report,
  })
  const signals = startLoop({
    everyMs: 60_000,
    round: (stopping) => turnSignals({ organisations, context }, { stopping }),
    trouble: report,
  })
  const phases = startLoop({
    everyMs: 3_600_000,
    round: (stopping) => turnPhases({ organisations, context }, stopping),
    trouble: report,
  })
  const seals = startLoop({
    everyMs: 900_000,
    round: (stopping) => turnSeals({ organisations, context }, { stopping }),
    trouble: report,
  })
  const retention = startLoop({
    everyMs: 900_000,
    round: (stopping) =>
      turnRetention(
        { organisations, context, forgetAccount: signIn.forgetAccount },
        { stopping, trouble: report },
      ),
    trouble: report,
  })
  const { erasures } = parts
  let toScrub = false
  const erased = startLoop({
    everyMs: 60_000,
    round: async (stopping) => {
      if (!erasures) return
      const { added } = await followErasures(
        { organisations, context, ledger: erasures.ledger },
        { stopping },
      )
      toScrub ||= added > 0
      if (toScrub) toScrub = !(await erasures.scrub())
    },
    trouble: report,
  })
  const forgetting = listenForErased({
    login: parts.login,
    forget: (orgId, ownerId) => {
      names.drop(orgId, ownerId)
      vault.forget(orgId, ownerId)
      erased.poke()
    },
    trouble: report,
  })
  const collisions = startLoop({
    everyMs: 20_000,
    round: (stopping) => turnCollisions({ organisations, context }, { stopping, trouble: report }),
    trouble: report,
  })
  const exchanges = startLoop({
    everyMs: 20_000,
    round: (stopping) => turnExchanges({ organisations, context }, { stopping, trouble: report }),
    trouble: report,
  })
  const { backUp } = parts
  const backups = startLoop({
    everyMs: 900_000,
    round: async () => backUp?.(),
    trouble: report,
  })
  const tidying = startLoop({ everyMs: 600_000, round: () => signIn.tidy(), trouble: report })
  return {
    app,
    context,
    signIn,
    /** Reads the names into memory, so that the first search is as quick as the next. */
    async warm(): Promise<void> {
      for (const orgId of await organisations())
        await loadNames(context(), { kind: 'system', orgId, job: 'warm' }, {})
    },
    async close(): Promise<void> {
      await Promise.all([
        outbox.stop(),
        events.stop(),
        concerns.stop(),
        loneVisits?.stop(),
        signals.stop(),
        phases.stop(),
        seals.stop(),
        retention.stop(),
        collisions.stop(),
        exchanges.stop(),
        tidying.stop(),
        erased.stop(),
        forgetting.stop(),
        backups.stop(),
      ])
      await matchSolver.close()
      await groupSolver.close()
      await disclosureSolver.close()
      await files.close()
      await signIn.close()
      await db.destroy()
    },
  }
}
export type Naast = ReturnType<typeof openNaast>

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

/** A built file. Its name holds a hash of what is in it, so a browser may keep it for good. */
async function asset(folder: string, file: string): Promise<Response> {
  const type = types[path.extname(file)]
  if (!type || !/^[\w.-]+$/.test(file)) return new Response(null, { status: 404 })
  try {
    const body = await readFile(path.join(folder, 'assets', file))
    return new Response(body, {
      headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
    })
  } catch {
    return new Response(null, { status: 404 })
  }
}
