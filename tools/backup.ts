import { startProblem } from '../src/server/start-problem.ts'
import { buildIfNeeded } from './build.ts'

/** `npm run backup`: the database as it is now, sealed; beside a server that runs, or without one. */
await buildIfNeeded()
const built: string = new URL('../dist/server/commands.js', import.meta.url).href
const { backupCommand } = (await import(built)) as typeof import('../src/server/backup/commands.ts')
try {
  await backupCommand(process.env, process.argv.slice(2))
} catch (error) {
  console.error(`\n${startProblem(error)}\n`)
  if (process.env.NAAST_STACK) console.error(error)
  process.exitCode = 1
}
