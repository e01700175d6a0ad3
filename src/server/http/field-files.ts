import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Hono } from 'hono'
import type { Assets } from '#pages/look/frame.tsx'
import { paths } from '#pages/paths.ts'

/** What a phone's first screen shows: a name and a picture that tell nothing of whose it is or what it is for. */
const manifest = JSON.stringify({
  name: 'Agenda',
  short_name: 'Agenda',
  start_url: paths.field.shell(),
  scope: paths.field.shell(),
  id: paths.field.shell(),
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#3b5b6d',
  icons: [{ src: paths.field.icon(), sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
})
/** A page of a calendar, drawn for this. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="96" fill="#3b5b6d"/><rect x="112" y="128" width="288" height="272" rx="28" fill="#fff"/><path d="M112 196h288" stroke="#3b5b6d" stroke-width="20"/><path d="M184 100v56M328 100v56" stroke="#fff" stroke-width="28" stroke-linecap="round"/><g fill="#3b5b6d"><rect x="160" y="232" width="48" height="48" rx="8"/><rect x="232" y="232" width="48" height="48" rx="8"/><rect x="304" y="232" width="48" height="48" rx="8"/><rect x="160" y="312" width="48" height="48" rx="8"/><rect x="232" y="312" width="48" height="48" rx="8"/></g></svg>`

type Built = Assets & { readonly folder: string; readonly islandFiles?: (name: string) => readonly string[] }

/** The files under `/field/` that are no pages: the worker, the manifest, the picture. The same for everybody. */
export function fieldFiles(app: Hono, assets: Built): void {
  const files = [paths.field.shell(), assets.stylesheet, ...(assets.islandFiles?.('field') ?? [])]
  const keeperFile = assets.island('keeper')
  // While it is being built there is no file of it, and no phone keeps anything.
  const file = keeperFile && path.join(assets.folder, keeperFile)
  const code = file && existsSync(file) ? readFileSync(file, 'utf8') : null
  const name = `agenda-${createHash('sha256').update(`${files.join()}${code}`).digest('hex').slice(0, 12)}`
  const kept = `self.kept=${JSON.stringify({ name, files })};\n`
  const give = (at: string, type: string, body: string | null) =>
    app.get(
      at,
      () => new Response(body, { status: body === null ? 404 : 200, headers: { 'content-type': type } }),
    )
  give(paths.field.keeper(), 'text/javascript; charset=utf-8', code && kept + code)
  give(paths.field.manifest(), 'application/manifest+json', manifest)
  give(paths.field.icon(), 'image/svg+xml', icon)
}
