import { build } from 'vite'
import { buildIfNeeded } from './build.ts'

// Built, not transformed on the fly: what is measured must be what runs.
await buildIfNeeded()
await build({ logLevel: 'warn', build: { ssr: 'bench/bench.ts', outDir: 'dist/bench', emptyOutDir: true } })
await build({
  logLevel: 'warn',
  build: { ssr: 'bench/server.ts', outDir: 'dist/bench-server', emptyOutDir: true },
})
const built: string = new URL('../dist/bench/bench.js', import.meta.url).href
const { bench } = (await import(built)) as typeof import('../bench/bench.ts')
await bench(process.argv.slice(2))
