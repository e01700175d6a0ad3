import { z } from 'zod'
import { findPersonRequest } from '#db/person-request.ts'
import type { CopyData } from '#domain/person-request/copy.ts'
import { personRequestPolicy, stepsFor } from '#domain/person-request/person-request-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { leaveOnPaper } from '#usecases/paper/leave-on-paper.ts'
import { aboutPersonAsked, askingOf } from '#usecases/person-request/held-person-request.ts'
import { mustTellOfNobodyElse } from '#usecases/person-request/person-copy.ts'
import { personRequestFields } from '#usecases/person-request/person-request-fields.ts'
import { question } from '#usecases/use-case.ts'

/**
 * The copy: for who must approve it, and, once two people did, for who hands it over. Looked through once more for anybody
 * else. Nobody has it before it is written or after it was given.
 */
export const readPersonCopy = question({
  name: 'read-person-copy',
  may: personRequestPolicy.read,
  traced: true,
  input: z.strictObject({
    id: z.uuid(),
    /** Only once it may be given. */
    final: z.boolean().default(false),
    /** To be printed. */
    paper: z.boolean().default(false),
  }),
  async run(work, { id, final, paper }) {
    const row = await findPersonRequest(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    const may = stepsFor(work.actor, askingOf(row), { state: row.state, approvedBy: row.approved_by })
    if (!may.some((step) => step === 'deliver' || (step === 'approve' && !final))) throw new NotFound()
    aboutPersonAsked(work, row)
    await work.vault.load([id])
    const open = (column: 'copy_sealed' | 'words_sealed') =>
      personRequestFields.open(work.vault, id, id, column, row[column])
    const [copy, words] = [open('copy_sealed'), open('words_sealed')]
    if (copy === null) throw new NotFound()
    if (paper) await leaveOnPaper(work, 'person-copy', row.person_id ?? id)
    if (words !== null) await mustTellOfNobodyElse(work, row, words)
    return {
      // Our own writing, validated on the way in.
      data: JSON.parse(copy) as CopyData,
      lines: words?.split('\n') ?? [],
      /** Approved by two: what is printed now may be given. */
      final: may.includes('deliver'),
    }
  },
})
