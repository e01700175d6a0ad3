import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const sources = [
  'src',
  'programmes',
  'seeds',
  'simulation',
  'vite.config.ts',
  'package-lock.json',
  'tsconfig.json',
]
const stamp = 'dist/.built'
/** The server, the thread and the process that it starts beside itself, what looks at its log while it is stopped, and its backups. */
const entries = [
  'src/server/main.ts',
  'src/server/match-solver/solver-thread.ts',
  'src/server/group-solver/group-thread.ts',
  'src/server/disclosure-solver/disclosure-thread.ts',
  'src/server/documents/examine-process.ts',
  'src/server/verify-log.ts',
  'src/server/backup/commands.ts',
]

/** Names, sizes and times of all sources: enough to know whether the last build still holds. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const add = (file: string) => {
    const stat = statSync(file)
    if (stat.isDirectory()) for (const name of readdirSync(file).sort()) add(path.join(file, name))
    else hash.update(`${file}|${stat.size}|${stat.mtimeMs}\n`)
  }
  for (const source of sources) if (existsSync(source)) add(source)
  return hash.digest('hex')
}

/** Builds the stylesheets, islands and server unless the last build still holds. True if it built. */
export async function buildIfNeeded(): Promise<boolean> {
  const now = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false
  const { build } = await import('vite')
  await build({ logLevel: 'warn' })
  await build({ logLevel: 'warn', build: { ssr: true, rolldownOptions: { input: entries } } })
  mkdirSync('dist', { recursive: true })
  writeFileSync(stamp, now)
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log((await buildIfNeeded()) ? 'Built.' : 'Nothing to build.')
