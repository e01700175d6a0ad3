import { createServer as createHttpServer, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { createServer } from 'vite'
import { readConfig } from '../src/server/config.ts'
import { endOnSignals } from '../src/server/end-on-signals.ts'
import { closeServer, makeSurePortIsFree } from '../src/server/http/listen.ts'
import { startProblem } from '../src/server/start-problem.ts'
import { changesBehindPages, listenerOf, servedFromSource, sourceAssets } from './dev-pages.ts'

/**
 * `npm run dev`: the demo, served from the sources. A change behind the pages opens them anew on the database that
 * keeps running, and the page in the browser loads again; a change in a stylesheet shows at once. Only for this
 * machine: it serves sources.
 */
const began = Number(process.env.NAAST_BEGAN ?? Date.now())
const ending = endOnSignals()

async function dev(): Promise<void> {
  const asked = readConfig(process.env)
  if (asked.mode === 'production')
    throw new Error('npm run dev is for the demo. A real server runs with npm start.')
  const config = { ...asked, host: 'localhost', url: `http://localhost:${asked.port}`, trustedProxies: 0 }
  await makeSurePortIsFree(config)

  const http = createHttpServer()
  const vite = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'warn',
    cacheDir: 'node_modules/.vite-dev',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    optimizeDeps: { noDiscovery: true },
    server: {
      middlewareMode: true,
      hmr: { server: http },
      // The data folder with its keys lies in the project: nothing is served but pages and packages.
      fs: { allow: ['src/pages', 'node_modules'] },
      watch: { ignored: ['**/data/**', '**/dist/**', '**/docs/**'] },
    },
  })
  ending.before(() => vite.close())
  const foundationOf = async () =>
    (await vite.ssrLoadModule('/src/server/foundation.ts')) as typeof import('../src/server/foundation.ts')

  const { layFoundation, furnish, furnishOthers } = await foundationOf()
  const foundation = await ending.opened(layFoundation(config), ({ database }) => database.stop())
  const open = async () => (await foundationOf()).openOn(foundation, sourceAssets())
  let naast = await open()
  ending.before(() => naast.close())
  await furnish(naast, foundation)

  let listener = listenerOf(naast.app.fetch)
  http.on('request', (request: IncomingMessage, response) => {
    if (servedFromSource(request.url ?? '/'))
      vite.middlewares(request, response, () => response.writeHead(404).end())
    else void listener(request, response)
  })
  await new Promise<void>((resolve) => http.listen(config.port, config.host, resolve))
  ending.before(() => closeServer(http))
  const { announce } = (await vite.ssrLoadModule(
    '/src/server/main.ts',
  )) as typeof import('../src/server/main.ts')
  announce(foundation, began, false)
  await naast.warm()
  void furnishOthers(naast, foundation, ending.asked)

  const reopen = async (files: readonly string[]) => {
    try {
      if (files.some((file) => file.includes('/migrations/'))) {
        const { migrate } = (await vite.ssrLoadModule(
          '/src/server/postgres/migrate.ts',
        )) as typeof import('../src/server/postgres/migrate.ts')
        const { owner, passwords } = foundation.database
        await migrate(owner, passwords)
      }
      const before = naast
      naast = await open()
      listener = listenerOf(naast.app.fetch)
      vite.ws.send({ type: 'full-reload' })
      console.log(`Loaded again: ${files.map((file) => path.relative('.', file)).join(', ')}`)
      await before.close()
      await naast.warm()
    } catch (error) {
      const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
      console.error(`\nStill running as it was before this change: ${message.split('\n')[0]}\n`)
      vite.ws.send({ type: 'error', err: { message, stack } })
    }
  }
  changesBehindPages(vite.watcher, reopen)
}

await dev().catch(async (error: unknown) => {
  if (ending.asked()) return
  console.error(`\n${startProblem(error)}\n`)
  if (process.env.NAAST_STACK) console.error(error)
  await ending.end(1)
})
