import { randomInt } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { parseArgs } from 'node:util'
import { build } from 'vite'

/**
 * `npm run prove`: the large version of what `npm test` does in small. Each suite prints its seed and one line; with
 * `--keep` its figures are kept in docs/quality.md. `--only=messages`, `--count=20000` and `--seed=1` for a part, less,
 * or the same once more.
 */
// Built, as some of them start Naast's own database, with its migrations, and processes that are killed.
const folder = 'dist/prove'
await build({ logLevel: 'warn', build: { ssr: 'prove/suites.ts', outDir: folder, emptyOutDir: true } })
const built: string = new URL(`../${folder}/suites.js`, import.meta.url).href
const { suites } = (await import(built)) as typeof import('../prove/suites.ts')
const page = 'docs/quality.md'
const [begin, end] = ['<!-- figures -->', '<!-- end -->']

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})
const chosen = suites.filter(({ name }) => !values.only || values.only.split(',').includes(name))
if (chosen.length === 0) {
  console.error(`There is no such suite. There are: ${suites.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
/** By its title the row of each suite that ran now. */
const ran = new Map<string, string>()

const machine = `${os.cpus()[0]?.model.trim() ?? 'unknown'}, ${os.availableParallelism()} cores, Node ${process.versions.node}`
const today = Temporal.Now.plainDateISO()
const day = `${today.day} ${today.toLocaleString('en-GB', { month: 'long' })} ${today.year}`
let failed = 0
for (const suite of chosen) {
  const seed = values.seed ? Number(values.seed) : randomInt(2 ** 32)
  const count = values.count ? Number(values.count) : suite.count
  const began = performance.now()
  const { cases, failures, summary, examples } = await suite.run(count, seed)
  const seconds = (performance.now() - began) / 1000
  const verdict = failures === 0 ? 'holds' : `${failures} failures`
  console.log(
    `${suite.name}: seed ${seed}, ${cases.toLocaleString('en-GB')} cases, ${verdict}: ${summary} (${seconds.toFixed(1)} s)`,
  )
  for (const example of examples) console.log(`  ${example}`)
  failed += failures
  ran.set(
    suite.title,
    `| ${[suite.title, cases.toLocaleString('en-GB'), seed, verdict, summary, seconds.toFixed(0), `${machine}, ${day}`].join(' | ')} |`,
  )
}
if (values.keep) {
  // Read only now: another suite may have run beside this one and kept what it found.
  const text = readFileSync(page, 'utf8')
  const figures = text.slice(text.indexOf(begin) + begin.length, text.indexOf(end))
  /** What was measured before stays, until the same suite is run again. */
  const rows = new Map(
    figures
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line) => [cells(line)[0] ?? '', line]),
  )
  for (const [title, row] of ran) rows.set(title, row)
  const table = [
    '| What | Cases | Seed | Result | Found | Seconds | Where and when |',
    '|---|---|---|---|---|---|---|',
    ...rows.values(),
  ].join('\n')
  writeFileSync(
    page,
    text.replace(`${begin}${figures}${end}`, () => `${begin}\n${table}\n${end}`),
  )
}
process.exit(failed === 0 ? 0 : 1)
