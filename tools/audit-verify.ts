import { readFileSync } from 'node:fs'
import { startProblem } from '../src/server/start-problem.ts'
import { buildIfNeeded } from './build.ts'

/** `npm run audit:verify -- seals.txt`: is the access log whole? Ends with 1 if it isn't, or can't be read. */
await buildIfNeeded()
const built: string = new URL('../dist/server/verify-log.js', import.meta.url).href
const { verifyLog } = (await import(built)) as typeof import('../src/server/verify-log.ts')
try {
  const anchors = process.argv
    .slice(2)
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
  process.exitCode = (await verifyLog(process.env, anchors)) ? 0 : 1
} catch (error) {
  console.error(`\n${startProblem(error)}\n`)
  process.exitCode = 1
}
