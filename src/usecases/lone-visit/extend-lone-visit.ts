import { z } from 'zod'
import { extend, longerMinutes } from '#domain/lone-visit/lone-visit.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { hearWord } from '#usecases/lone-visit/hear-word.ts'
import { holdOwnVisit, saveSaid } from '#usecases/lone-visit/held-visit.ts'
import { visitOf } from '#usecases/lone-visit/lone-visit-fields.ts'
import { command } from '#usecases/use-case.ts'

/**
 * She stays a little longer. Pressed twice, or on two phones, it lengthens once: a word that was said counts all the
 * same. She sees of neither more than that it is as it is now.
 */
export const extendLoneVisit = command({
  name: 'extend-lone-visit',
  action: 'update',
  may: loneVisitPolicy.go,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    minutes: z.literal(longerMinutes),
    word: z.string().max(200).nullish(),
  }),
  async run(work, { id, version, minutes, word }): Promise<{ said: 'longer' | 'over' | 'not-that-word' }> {
    const row = await holdOwnVisit(work, id)
    const heard = await hearWord(work, row.worker_id, word ?? null)
    const visit = visitOf(row)
    const after = extend(visit, heard, minutes, work.now)
    const changed = isRefusal(after) ? visit : after
    await saveSaid(
      work,
      row,
      row.version === version || heard === 'neither' ? changed : { ...visit, duressAt: changed.duressAt },
    )
    if (heard === 'neither') return { said: 'not-that-word' }
    return { said: row.ended_at === null ? 'longer' : 'over' }
  },
})
