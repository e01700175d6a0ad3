import { startProblem } from '../src/server/start-problem.ts'
import { buildIfNeeded } from './build.ts'

/** `npm run restore -- folder key-file`: a backup into an empty database. */
await buildIfNeeded()
const built: string = new URL('../dist/server/commands.js', import.meta.url).href
const { restoreCommand } = (await import(built)) as typeof import('../src/server/backup/commands.ts')
try {
  await restoreCommand(process.env, process.argv.slice(2))
} catch (error) {
  console.error(`\n${startProblem(error)}\n`)
  if (process.env.NAAST_STACK) console.error(error)
  process.exitCode = 1
}
