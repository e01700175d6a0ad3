import { z } from 'zod'
import { findGlass } from '#db/break-glass.ts'
import { breakGlassPolicy } from '#domain/break-glass/break-glass-policy.ts'
import { breakGlassFields } from '#usecases/break-glass/break-glass-fields.ts'
import { glassLines } from '#usecases/break-glass/glass-view.ts'
import { NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'

/** One of them, with why; whose file it was stays a number, as in the access log. */
export const readBreakGlass = question({
  name: 'read-break-glass',
  may: breakGlassPolicy.review,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await findGlass(work.tx, work.orgId, id)
    const [line] = row ? await glassLines(work, [row]) : []
    if (!row || !line) throw new NotFound()
    work.about({ person: row.person_id })
    await work.vault.load([row.person_id])
    const open = (column: 'words_sealed' | 'note_sealed') =>
      breakGlassFields.open(work.vault, row.person_id, id, column, row[column])
    return { ...line, words: open('words_sealed'), note: open('note_sealed') }
  },
})
