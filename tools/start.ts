import { buildIfNeeded } from './build.ts'

const began = Number(process.env.NAAST_BEGAN ?? Date.now())
if (await buildIfNeeded()) console.log('Built Naast.')
// The built server, not the sources: pages are TSX, which Node does not run by itself.
const built: string = new URL('../dist/server/main.js', import.meta.url).href
const { start } = (await import(built)) as typeof import('../src/server/main.ts')
await start({ began })
