import { z } from 'zod'
import { importFields } from '#domain/import/import-field.ts'

/** How a list is read: what each column holds, and what the coordinator stated for all of it. */
export const importMapping = z.strictObject({
  columns: z.array(z.enum(importFields).nullable()),
  /** How sure the guess was, 0 to 1, by column; 1 once a person looked. */
  certainties: z.array(z.number()),
  /** Every woman in the list knows that she is in it and agreed to be contacted (consent C-1). */
  agreed: z.boolean(),
  /** Rows that may be doubles are imported too; each is weighed again at the desk. */
  takeDoubles: z.boolean(),
})
export type ImportMapping = z.output<typeof importMapping>
