import { build } from 'vite'
import { buildIfNeeded } from './build.ts'

const args = process.argv.slice(2)
const port = Number(args.find((arg) => arg.startsWith('--port='))?.slice('--port='.length) ?? 3210)

// Built, not transformed on the fly: what is measured must be what runs. Each port has a build of its own, so that
// two measurements at once don't take each other's.
await buildIfNeeded()
const folder = `dist/bench/${port}`
await build({ logLevel: 'warn', build: { ssr: 'bench/bench.ts', outDir: folder, emptyOutDir: true } })
await build({ logLevel: 'warn', build: { ssr: 'bench/server.ts', outDir: `${folder}/server` } })
const built: string = new URL(`../${folder}/bench.js`, import.meta.url).href
const { bench } = (await import(built)) as typeof import('../bench/bench.ts')
await bench(args, port)
