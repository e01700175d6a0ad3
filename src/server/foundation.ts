import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findOrganisationIds } from '#db/every-organisation.ts'
import { findHost } from '#db/organisation.ts'
import { buildDemo } from '#seeds/demo.ts'
import { otherOrganisations } from '#seeds/others/build.ts'
import { listCast } from '#usecases/member/list-cast.ts'
import type { CastMember } from '#usecases/sign-in/sign-in-port.ts'
import type { builtAssets } from './assets.ts'
import { backUpIfDue } from './backup/state.ts'
import type { Config } from './config.ts'
import { type OpenDatabase, openDatabase } from './database.ts'
import { clamdScanner } from './documents/clamd.ts'
import { openLedger } from './erasures/ledger-file.ts'
import { scrub } from './erasures/scrub.ts'
import { guardedFetch } from './http/guarded-fetch.ts'
import { installationState } from './installation/installation-state.ts'
import { openSecrets, type Secrets } from './keys/root-key.ts'
import { type Log, openLog } from './log.ts'
import { smtpMailer } from './mail/smtp.ts'
import { textGateway } from './mail/text-gateway.ts'
import { type Naast, openNaast } from './naast.ts'
import { type Looked, selfCheck } from './self-check.ts'
import { eventPoster } from './webhook/post-event.ts'
import { reachableFrom } from './webhook/reachable.ts'

/** What a server stands on: it stays while the pages above it may be opened anew (`npm run dev`). */
export interface Foundation {
  readonly config: Config
  readonly secrets: Secrets
  readonly database: OpenDatabase
  readonly log: Log
  /** The database is empty and the demo's world is still to be built in it. */
  readonly fresh: boolean
  /** What the self-check found that whoever runs it should know. */
  readonly looked: Looked
}

/** A demo whose building was cut off is begun again; a real database is never begun again. */
const builtMark = ({ dataFolder }: Config): string => path.join(dataFolder, 'demo-built')

/** Secrets and database, looked over before anybody is let in. What it opened is closed again if it throws. */
export async function layFoundation(config: Config): Promise<Foundation> {
  const secrets = openSecrets(config)
  const fresh = config.mode === 'demo' && !existsSync(builtMark(config))
  const database = await openDatabase({ ...config, rootKey: secrets.rootKey.key, fresh })
  try {
    const looked = await selfCheck(config, { ...database, rootKeyId: secrets.rootKey.id })
    return { config, secrets, database, log: openLog(config), fresh, looked }
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** Pages, API and jobs on a foundation. */
export function openOn(
  { config, secrets, database, log, looked }: Foundation,
  assets: ReturnType<typeof builtAssets>,
): Naast {
  const now = () => Temporal.Now.instant()
  const demo = config.mode === 'demo'
  const networks = config.webhookNetworks
  const ledger = openLedger(config.erasures, secrets.rootKey)
  const { recipient, folder } = config.backup
  const naast: Naast = openNaast({
    ...secrets,
    login: database.login,
    auth: database.auth,
    url: config.url,
    demo: demo ? { cast: () => castOf(naast) } : null,
    assets,
    mailer: config.mail && smtpMailer(config.mail),
    scanner: config.scanner && clamdScanner(config.scanner),
    texter: config.text && textGateway(config.text),
    // Anybody may sign in to a demo as an administrator: it reaches only what is named.
    post: eventPoster({ site: config.url, now, reachable: reachableFrom({ outside: !demo, networks }) }),
    askProvider: guardedFetch(reachableFrom({ outside: !demo, networks })),
    addresses: { plain: demo, near: networks.length > 0 },
    erasures: { ledger, scrub: () => scrub(database.owner) },
    ...(recipient && {
      backUp: () =>
        backUpIfDue({ owner: database.owner, rootKey: secrets.rootKey, ledger, recipient, folder, now }),
    }),
    now,
    installation: () => installationState(config, looked, now()),
    trouble: log.trouble,
    tell: log.info,
    trustedProxies: config.trustedProxies,
  })
  return naast
}

/** Builds the demo's world if it is not there yet. */
export async function furnish(naast: Naast, { config, fresh }: Foundation): Promise<void> {
  if (!fresh) return
  console.log('Building the demo’s world …')
  await buildDemo(naast.context())
  writeFileSync(builtMark(config), '')
}

/**
 * Builds the demo's other organisations, those that aren't there yet, while the first is already open to visitors. If
 * it is cut off, the one it was at stays as far as it came.
 */
export async function furnishOthers(
  naast: Naast,
  { config, log }: Foundation,
  leaving: () => boolean,
): Promise<void> {
  if (config.mode !== 'demo') return
  const context = naast.context()
  try {
    for (const [slug, build] of Object.entries(otherOrganisations))
      if (!(await findHost(context.db, slug))) await build(context)
  } catch (error) {
    // What breaks because Naast is being ended is not a problem.
    if (!leaving()) log.trouble('seeds', error)
  }
}

/** Everybody of every organisation of the demo. */
async function castOf(naast: Naast): Promise<CastMember[]> {
  const cast: CastMember[] = []
  for (const orgId of await findOrganisationIds(naast.context().db))
    cast.push(...(await listCast(naast.context(), { kind: 'system', orgId, job: 'demo' }, {})))
  return cast
}
