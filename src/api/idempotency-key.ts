import type { Context } from '#usecases/context.ts'
import { BadRequest } from './problem.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The submission key in an Idempotency-Key header: 1 to 255 visible characters, with or without the quotes that the
 * draft standard puts around them. Submission keys are UUIDs, so any other text becomes one by its hash (UUIDv8).
 */
export function submissionKey(header: string | null, context: Context): { key: string } | undefined {
  if (header === null) return undefined
  const text = header.trim().replace(/^"(.*)"$/, '$1')
  if (!/^[\x21-\x7e]{1,255}$/.test(text))
    throw new BadRequest({ status: 400, code: 'idempotency-key-invalid' })
  if (uuid.test(text)) return { key: text.toLowerCase() }
  const hex = context.digest(`idempotency-key|${text}`).toString('hex')
  const key = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  return { key }
}
