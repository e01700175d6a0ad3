import { z } from 'zod'
import { stayReasons } from '#domain/redaction/gate.ts'

/** What a human said of each trace that was found, and that she read the whole. */
export const lookedInput = z.strictObject({
  ticks: z.record(z.string().max(60), z.enum(['remove', ...stayReasons])),
  readWhole: z.boolean(),
})
export const longestText = 4000
