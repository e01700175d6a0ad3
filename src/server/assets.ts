import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Assets } from '#pages/look/frame.tsx'

interface ManifestEntry {
  file: string
  imports?: readonly string[]
}

/** Finds built stylesheets and islands by the manifest that the build leaves behind. */
export function builtAssets(
  folder: string,
): Assets & { folder: string; islandFiles?: (name: string) => readonly string[] } {
  const file = path.join(folder, '.vite', 'manifest.json')
  if (!existsSync(file)) throw new Error('Naast is not built yet: run `npm run build`.')
  const manifest: Record<string, ManifestEntry> = JSON.parse(readFileSync(file, 'utf8'))
  const url = (entry: ManifestEntry | undefined) => (entry ? `/${entry.file}` : null)
  const named = (ending: string) => Object.entries(manifest).find(([source]) => source.endsWith(ending))?.[1]
  /** A file with all that it asks for when it is loaded. */
  const withImports = (entry: ManifestEntry | undefined): string[] =>
    entry
      ? [...new Set([entry.file, ...(entry.imports ?? []).flatMap((name) => withImports(manifest[name]))])]
      : []
  return {
    folder,
    stylesheet: url(named('look/staff.css')) ?? '',
    publicStylesheet: url(named('look/public.css')) ?? '',
    theme: (name) => url(named(`look/theme/${name}.css`)),
    island: (name) => url(named(`/${name}.island.ts`)),
    islandFiles: (name) => withImports(named(`/${name}.island.ts`)).map((file) => `/${file}`),
  }
}
