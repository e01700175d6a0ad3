import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildIfNeeded } from './build.ts'

interface Count {
  passed: number
  failed: number
}

const run = (command: string, args: string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('exit', (code) => resolve(code === 0))
  })

/** A check that is right or wrong as a whole counts as one test. */
async function check(name: string, command: string, args: string[]): Promise<Count> {
  console.log(`\n— ${name}`)
  const ok = await run(command, args)
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
}

/** What the journeys walk through. Without it they fail one by one, and say less. */
async function builds(): Promise<Count> {
  console.log('\n— build')
  try {
    await buildIfNeeded()
    return { passed: 1, failed: 0 }
  } catch (error) {
    console.error(error)
    return { passed: 0, failed: 1 }
  }
}

/** All of Vitest's projects: unit, house, use cases on a real PostgreSQL, journeys in a real browser. */
async function vitest(args: readonly string[]): Promise<Count> {
  console.log('\n— tests')
  const folder = mkdtempSync(path.join(tmpdir(), 'naast-report-'))
  const report = path.join(folder, 'report.json')
  const ok = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
    ...args,
  ])
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    // An error outside any test fails the run without failing a test.
    return { passed: numPassedTests, failed: ok ? numFailedTests : Math.max(1, numFailedTests) }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const counts: Count[] = []
counts.push(await check('types', 'tsc', ['--noEmit']))
counts.push(await check('style', 'biome', ['check', '.']))
counts.push(await builds())
counts.push(await vitest(process.argv.slice(2)))

const total = (kind: keyof Count) => counts.reduce((sum, count) => sum + count[kind], 0)
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
process.exit(total('failed') === 0 ? 0 : 1)
