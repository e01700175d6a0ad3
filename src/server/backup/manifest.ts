import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { RootKey } from '#server/keys/organisation-keys.ts'
import { signetOf } from '#server/keys/signet.ts'

const mark = z.strictObject({ bytes: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const shape = z.strictObject({
  form: z.literal('naast-backup-1'),
  at: z.string(),
  /** Until where the database had come. */
  migration: z.string().regex(/^[\w-]{1,80}$/),
  /** Under which root key all in it is sealed; not the key itself. */
  rootKey: z.string(),
  files: z.strictObject({ data: mark, keys: mark }),
  tables: z.record(z.string(), z.strictObject({ rows: z.number().int(), print: z.string() })),
  /** How far the list of what was erased had come. */
  erasures: z.strictObject({ number: z.number().int().min(0), hash: z.string() }),
})
export type Manifest = z.output<typeof shape>

const fileName = 'manifest.json'

/** What is in a backup, signed: anybody who knows the recipient could make a file for it, and nobody this beside it. */
export function writeManifest(folder: string, manifest: Manifest, rootKey: RootKey): void {
  const text = JSON.stringify(manifest)
  const signature = signetOf(rootKey).sign(text).toString('base64')
  writeFileSync(path.join(folder, fileName), `${JSON.stringify({ manifest: text, signature })}\n`, {
    mode: 0o600,
    flush: true,
  })
}

/** Throws unless this Naast made it, with this root key. */
export function readManifest(folder: string, rootKey: RootKey): Manifest {
  const { manifest, signature } = z
    .strictObject({ manifest: z.string(), signature: z.string() })
    .parse(JSON.parse(readFileSync(path.join(folder, fileName), 'utf8')))
  const said = shape.parse(JSON.parse(manifest))
  if (said.rootKey !== rootKey.id)
    throw new Error(
      `This backup was sealed under root key ${said.rootKey}; this server holds ${rootKey.id}. Put the right key back first.`,
    )
  if (!signetOf(rootKey).holds(manifest, Buffer.from(signature, 'base64')))
    throw new Error('This backup was not made by this Naast, or its list was changed.')
  return said
}
