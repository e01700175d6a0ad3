import { readdirSync, readFileSync } from 'node:fs'

/**
 * Licences of everything that is handed on with Naast: `node tools/licences.ts`. Naast is EUPL-1.2; what is in it
 * must let itself be handed on beside that. A development tool may have any licence, as it stays at home.
 */
export interface Shipped {
  readonly name: string
  readonly version: string
  readonly licence: string
}

/** Permissive, or copyleft by the file; and EUPL itself. https://joinup.ec.europa.eu/collection/eupl */
const fine = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  // Permissive, and in plainer words than most: https://blueoakcouncil.org/license/1.0.0
  'BlueOak-1.0.0',
  // Boost: parts of @stdlib come from there. As permissive as MIT; https://www.boost.org/users/license.html
  'BSL-1.0',
  'CC0-1.0',
  'EUPL-1.2',
  'ISC',
  // Of libvips and what it stands on, which sharp loads as a library that anyone may put another in the place of (LGPL
  // 4(d)(1)); the EUPL names the LGPL among the licences that it goes together with. Decision 26.
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  // argparse, translated from Python's own.
  'PSF-2.0',
  'Unlicense',
])
/** For data only, whose makers must be named: the README does. */
const fineForData: Readonly<Record<string, string>> = { 'date-holidays': 'CC-BY-3.0' }

interface Lock {
  readonly packages: Readonly<Record<string, { version?: string; license?: string; dev?: boolean }>>
}

/** Everything that runs, and the development packages whose stylesheets are built into ours. */
export function shipped(lock: Lock, builtIn: ReadonlySet<string>): Shipped[] {
  return Object.entries(lock.packages).flatMap(([folder, { version = '', license = 'unknown', dev }]) => {
    const name = folder.split('node_modules/').at(-1) ?? ''
    return name && (!dev || builtIn.has(name)) ? [{ name, version, licence: license }] : []
  })
}

/** The packages that our stylesheets import. */
export function importedByStyles(folder = 'src/pages'): Set<string> {
  const names = new Set<string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.css'))
      for (const [, name] of readFileSync(`${folder}/${file}`, 'utf8').matchAll(
        /@import ['"](@[^/'"]+\/[^/'"]+)/g,
      ))
        names.add(name ?? '')
  return names
}

/** Of `A AND B` both must be fine, of `A OR B` one: which is the one we take it under. */
export function isFine({ name, licence }: Pick<Shipped, 'name' | 'licence'>): boolean {
  const bare = licence.replace(/[()]/g, '')
  // Nobody mixes the two in one package; a mix would be read wrongly, so it is not read at all.
  if (/ AND /.test(bare) && / OR /.test(bare)) return false
  const each = bare.split(/ (?:AND|OR) /).map((one) => fine.has(one) || fineForData[name] === one)
  return / OR /.test(bare) ? each.some(Boolean) : each.every(Boolean)
}

/** What this checkout hands on. */
export const shippedHere = (): Shipped[] =>
  shipped(JSON.parse(readFileSync('package-lock.json', 'utf8')), importedByStyles())

if (import.meta.main) {
  const byLicence = Map.groupBy(shippedHere(), ({ licence }) => licence)
  for (const [licence, packages] of [...byLicence].sort(([, a], [, b]) => b.length - a.length))
    console.log(`${licence}\n  ${packages.map(({ name, version }) => `${name} ${version}`).join(', ')}\n`)
  const wrong = shippedHere().filter((one) => !isFine(one))
  console.log(wrong.length === 0 ? 'All may be handed on with Naast.' : 'Not to be handed on with Naast:')
  for (const { name, licence } of wrong) console.log(`  ${name}: ${licence}`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}
