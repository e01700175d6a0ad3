import { enableCompileCache } from 'node:module'
import { buildIfNeeded } from './build.ts'

const began = Number(process.env.NAAST_BEGAN ?? Date.now())
// In an image the build was made with it, and nobody may write there.
if (!process.argv.includes('--built') && (await buildIfNeeded())) console.log('Built Naast.')
// What Node compiled the last time need not be compiled again; where it can't be kept, it is.
enableCompileCache('dist/compiled')
// The built server, not the sources: pages are TSX, which Node does not run by itself.
const built: string = new URL('../dist/server/main.js', import.meta.url).href
const { start } = (await import(built)) as typeof import('../src/server/main.ts')
await start({ began })
