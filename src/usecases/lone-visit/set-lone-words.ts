import { findLastOf, putLoneWords } from '#db/lone-visit.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { loneWordsInput } from '#domain/lone-visit/lone-words.ts'
import { Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { holdOwn } from '#usecases/worker/own-worker.ts'

/**
 * Her two words: the one that says all is well, and the other. Only their hashes are kept, and nobody changes them while
 * she is inside: it may not be she who does.
 */
export const setLoneWords = command({
  name: 'set-lone-words',
  action: 'update',
  may: loneVisitPolicy.go,
  input: loneWordsInput,
  async run(work, { safe, duress }) {
    const { tx, orgId, actor, now, secretWords } = work
    const worker = await holdOwn(work)
    const running = await findLastOf(tx, actor, worker.id)
    if (running && !running.ended_at) throw new Refused('lone-visit-running')
    await putLoneWords(tx, {
      org_id: orgId,
      id: work.newId(),
      worker_id: worker.id,
      safe_hash: await secretWords.hash(safe),
      duress_hash: await secretWords.hash(duress),
      set_at: now,
    })
    return {}
  },
})
