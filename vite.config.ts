import { existsSync, readdirSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** Islands and stylesheets of the pages: each becomes a file of its own with a hash in its name. */
const clientFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.island.ts') || file.endsWith('.css'))
    .map((file) => `${folder}/${file}`)
    .filter((file) => existsSync(file))

const database = { globalSetup: ['testing/cluster.setup.ts'], hookTimeout: 60_000 }

export default defineConfig(({ isSsrBuild }) => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: isSsrBuild
    ? { ssr: 'src/server/main.ts', outDir: 'dist/server', target: 'node26', minify: false }
    : {
        outDir: 'dist/public',
        manifest: true,
        modulePreload: false,
        rolldownOptions: { input: clientFiles('src/pages') },
      },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src/domain,src/db,src/pages,programmes,simulation,tools}/**/*.test.{ts,tsx}'],
        },
      },
      { extends: true, test: { name: 'house', include: ['house/**/*.test.ts'], ...database } },
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
          fileParallelism: false,
          testTimeout: 120_000,
          ...database,
        },
      },
    ],
  },
}))
