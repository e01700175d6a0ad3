import { z } from 'zod'
import { listLetterPrints } from '#db/letter-print.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { minutesToPrint } from '#domain/message/letter.ts'
import { isRefusal } from '#domain/refusal.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { findLetter, weighLetter } from '#usecases/message/held-letter.ts'
import { question } from '#usecases/use-case.ts'

/**
 * The words of a letter and nothing beside them, for who said a moment ago that she prints it. To anybody else, and to
 * her a while later, there is no such page: who prints it once more says so first.
 */
export const readPrintedLetter = question({
  name: 'read-printed-letter',
  may: (actor) => isMemberWith(actor, 'coordinator'),
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, now } = work
    const row = await findLetter(work, id)
    const last = (await listLetterPrints(tx, orgId, id)).at(-1)
    if (row.state !== 'handing_over' || actor.kind !== 'member' || last?.printed_by !== actor.memberId)
      throw new NotFound()
    const until = last.printed_at.add({ minutes: minutesToPrint })
    if (Temporal.Instant.compare(until, now) < 0) throw new NotFound()
    const weighed = await weighLetter(work, row)
    if (!weighed) throw new NotFound()
    if (isRefusal(weighed.answer)) throw new Refused(weighed.answer.refused)
    return { lines: weighed.letter.body.split('\n') }
  },
})
