import { globSync, readFileSync } from 'node:fs'

/** The names of all use cases, as they stand in the sources. */
export const useCaseNames = (): string[] =>
  globSync('src/usecases/**/*.ts')
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/= (?:command|question)(?:<[^>]*>)?\(\{\s*name: '([a-z-]+)'/g),
    ])
    .map(([, name]) => name ?? '')
