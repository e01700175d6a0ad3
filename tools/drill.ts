import { startProblem } from '../src/server/start-problem.ts'
import { buildIfNeeded } from './build.ts'

/** `npm run drill -- key-file`: does a backup come back? Ends with 1 if anything is not as it should be. */
await buildIfNeeded()
const built: string = new URL('../dist/server/commands.js', import.meta.url).href
const { drillCommand } = (await import(built)) as typeof import('../src/server/backup/commands.ts')
try {
  process.exitCode = (await drillCommand(process.env, process.argv.slice(2))) ? 0 : 1
} catch (error) {
  console.error(`\n${startProblem(error)}\n`)
  if (process.env.NAAST_STACK) console.error(error)
  process.exitCode = 1
}
