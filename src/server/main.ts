import { existsSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { findOrganisationIds } from '#db/every-organisation.ts'
import { buildDemo } from '#seeds/demo.ts'
import { listCast } from '#usecases/member/list-cast.ts'
import type { CastMember } from '#usecases/sign-in/sign-in-port.ts'
import { builtAssets } from './assets.ts'
import { type Config, readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { openSecrets, type Secrets } from './keys/root-key.ts'
import { type Log, openLog } from './log.ts'
import { smtpMailer } from './mail/smtp.ts'
import { type Naast, openNaast } from './naast.ts'
import { selfCheck } from './self-check.ts'

/**
 * Starts Naast: secrets, database, pages, jobs; in demo mode the demo's world too. Says where it is and how long it
 * took. Ends all of it on Ctrl-C or SIGTERM, after the requests that are running. A setting that can't be right is
 * said in a line, not in a stack.
 */
export async function start({ began }: { began: number }): Promise<void> {
  let stop: (() => Promise<void>) | null = null
  let asked = false
  const end = (code: number) => {
    if (asked) return
    asked = true
    void Promise.resolve(stop?.()).then(() => process.exit(code))
  }
  process.on('SIGINT', () => end(0))
  process.on('SIGTERM', () => end(0))
  try {
    const config = readConfig(process.env)
    const secrets = openSecrets(config)
    const demoBuilt = path.join(config.dataFolder, 'demo-built')
    // A demo whose building was cut off is begun again; a real database is never begun again.
    const fresh = config.mode === 'demo' && !existsSync(demoBuilt)
    const database = await openDatabase({ ...config, rootKey: secrets.rootKey.key, fresh })
    stop = database.stop
    if (asked) return
    await selfCheck(config, database)
    const log = openLog(config)
    const naast = open(config, secrets, database, log)
    if (fresh) {
      console.log('Building the demo’s world …')
      await buildDemo(naast.context())
      writeFileSync(demoBuilt, '')
    }
    const server = await listen(naast, config)
    stop = async () => {
      await closed(server)
      await naast.close()
      await database.stop()
    }
    announce(config, secrets, began, await naast.signIn.firstRunIsOpen())
    await naast.warm()
  } catch (error) {
    console.error(error instanceof Error ? `\n${error.message}\n` : error)
    if (process.env.NAAST_STACK) console.error(error)
    end(1)
  }
}

function open(
  config: Config,
  secrets: Secrets,
  database: Awaited<ReturnType<typeof openDatabase>>,
  log: Log,
): Naast {
  const naast: Naast = openNaast({
    ...secrets,
    login: database.login,
    auth: database.auth,
    url: config.url,
    demo: config.mode === 'demo' ? { cast: () => castOf(naast) } : null,
    assets: builtAssets('dist/public'),
    mailer: config.mail && smtpMailer(config.mail),
    now: () => Temporal.Now.instant(),
    trouble: log.trouble,
    trustedProxies: config.trustedProxies,
  })
  return naast
}

/** Everybody of every organisation of the demo. */
async function castOf(naast: Naast): Promise<CastMember[]> {
  const cast: CastMember[] = []
  for (const orgId of await findOrganisationIds(naast.context().db))
    cast.push(...(await listCast(naast.context(), { kind: 'system', orgId, job: 'demo' }, {})))
  return cast
}

const listen = (naast: Naast, { port, host }: Config): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: naast.app.fetch, port, hostname: host }, () => resolve(server)) as Server
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use. Choose another one, for example: PORT=3001 npm start`)
          : error,
      ),
    )
  })

/** Stops taking requests and waits for those that run. */
const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })

function announce(config: Config, { firstRunCode }: Secrets, began: number, firstRun: boolean): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const lines = [`Naast is at ${config.url} (ready in ${seconds} s, ${config.mode} mode). Ctrl-C stops it.`]
  if (firstRun) lines.push(`First run: open ${config.url}/first-run and give this code: ${firstRunCode}`)
  if (!config.mail && config.mode === 'production')
    lines.push('No mail server is set (NAAST_SMTP_URL): messages wait until there is one.')
  console.log(`\n${lines.join('\n')}\n`)
}
