import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { median } from './load.ts'
import type { Measured } from './report.ts'

/** How long `npm start` takes, from the moment the process is started until the sign-in page is there. */
export async function timeStarts(times: number, port: number): Promise<Measured[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'naast-start-'))
  try {
    const first = await startOnce(folder, port)
    const later: number[] = []
    while (later.length < times) {
      const one = await startOnce(folder, port)
      // Sources that changed under the benchmark's feet were built anew: that is no second start.
      if (!one.built) later.push(one.seconds)
    }
    return [
      {
        what: 'Second `npm start` until the page answers (s)',
        value: median(later),
        most: 1.5,
        note: `the first, which makes the database and the demo: ${first.seconds.toFixed(1)} s`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startOnce(folder: string, port: number): Promise<{ seconds: number; built: boolean }> {
  const env = { ...process.env, NAAST_DATA: folder, PORT: String(port), NAAST_MODE: 'demo' }
  const began = performance.now()
  const child = spawn('npm', ['start'], { env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  while (!(await answers(`http://localhost:${port}/sign-in`))) {
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${said}`)
    await wait(5)
  }
  const seconds = (performance.now() - began) / 1000
  // Ctrl-C in a terminal goes to the whole group.
  if (child.pid) process.kill(-child.pid, 'SIGINT')
  await gone
  return { seconds, built: said.includes('Built Naast') }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status === 200
  } catch {
    return false
  }
}
