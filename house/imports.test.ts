import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

/** Who may import whom (design, section 2). A floor that is not named here may be imported by nobody. */
const mayImport: Record<string, { floors: readonly string[]; packages: RegExp }> = {
  domain: {
    floors: ['domain'],
    packages: /^(zod|libphonenumber-js.*|date-holidays|fast-check|@stdlib\/.*)$/,
  },
  db: { floors: ['domain', 'db'], packages: /^kysely(\/.*)?$/ },
  usecases: {
    floors: ['domain', 'db', 'usecases', 'programmes'],
    packages: /^(zod|kysely|csv-parse\/sync|(read|write)-excel-file\/.*)$/,
  },
  api: { floors: ['domain', 'usecases', 'api', 'programmes'], packages: /^(zod|hono.*|fast-xml-parser)$/ },
  pages: {
    floors: ['domain', 'usecases', 'pages', 'programmes'],
    packages: /^(hono.*|preact.*|i18next|zod)$/,
  },
  programmes: { floors: ['domain', 'programmes'], packages: /^zod$/ },
  server: {
    floors: ['domain', 'db', 'usecases', 'api', 'pages', 'server', 'programmes', 'seeds', 'simulation'],
    packages: /./,
  },
  seeds: { floors: ['domain', 'usecases', 'api', 'programmes', 'seeds'], packages: /^(zod|node:.*)$/ },
  simulation: {
    // It writes whole batches below the use cases (decision 6).
    floors: ['domain', 'db', 'usecases', 'api', 'programmes', 'seeds', 'simulation'],
    packages: /^(zod|node:.*)$/,
  },
}

const folders: Record<string, string> = {
  programmes: 'programmes',
  seeds: 'seeds',
  simulation: 'simulation',
  ...Object.fromEntries(
    ['domain', 'db', 'usecases', 'api', 'pages', 'server'].map((floor) => [floor, `src/${floor}`]),
  ),
}

interface Import {
  file: string
  from: string
}

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => path.join(folder, file))

const importsOf = (file: string): Import[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(/^\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gms),
  ].map((found) => ({
    file,
    from: found[1] ?? '',
  }))

/** `#domain/day.ts` and `../domain/day.ts` are the same floor. */
function floorOf({ file, from }: Import): string | null {
  if (from.startsWith('#')) return from.slice(1).split('/')[0] ?? null
  if (!from.startsWith('.')) return null
  const target = path.join(path.dirname(file), from)
  return Object.entries(folders).find(([, folder]) => target.startsWith(`${folder}/`))?.[0] ?? target
}

describe('the floors', () => {
  for (const [floor, folder] of Object.entries(folders))
    test(`${floor} imports only what it may`, () => {
      const rule = mayImport[floor]
      const wrong = sourceFiles(folder)
        .flatMap(importsOf)
        .filter((found) => {
          const target = floorOf(found)
          return target === null ? !rule?.packages.test(found.from) : !rule?.floors.includes(target)
        })
        .map(({ file, from }) => `${file} → ${from}`)
      expect(wrong).toEqual([])
    })
})

describe('the sources', () => {
  const all = Object.values(folders).flatMap(sourceFiles)
  test('have no room for leftovers', () => {
    expect(all.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(file))).toEqual([])
  })
  test('export by name, and nothing is passed on', () => {
    const wrong = all
      .filter((file) => !file.includes('/migrations/'))
      .filter((file) => /^export (default|\*)/m.test(readFileSync(file, 'utf8')))
    expect(wrong).toEqual([])
  })
  test('leave no work without an issue', () => {
    expect(all.filter((file) => /\b(TODO|FIXME|XXX)\b/.test(readFileSync(file, 'utf8')))).toEqual([])
  })
  test('read no clock and draw no chance outside the composition floor', () => {
    const wrong = all
      .filter((file) => !/^src\/server\/|\.island\.ts$/.test(file))
      .filter((file) =>
        /Temporal\.Now|Date\.now|new Date\(\)|Math\.random|randomUUID/.test(readFileSync(file, 'utf8')),
      )
    expect(wrong).toEqual([])
  })
  test('know no programme by name', () => {
    // 'mvr.' is also how people write 'mevrouw' before a name.
    const text = (file: string) => readFileSync(file, 'utf8').replaceAll('mw|mvr|mrs', '')
    const wrong = all
      .filter((file) => file.startsWith('src/'))
      .filter((file) => /\bmim\b|\bmemosa\b|\bmvr\b/i.test(text(file)))
    expect(wrong).toEqual([])
  })
  test('write no HTML around the escaping and no SQL around the parameters', () => {
    const wrong = all.filter((file) =>
      /dangerouslySetInnerHTML|\bsql\.raw\(/.test(readFileSync(file, 'utf8')),
    )
    expect(wrong).toEqual([])
  })
})
