import { findLoneWords } from '#db/lone-visit.ts'
import type { Heard } from '#domain/lone-visit/lone-visit.ts'
import { plainWord } from '#domain/lone-visit/lone-words.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid } from '#usecases/failure.ts'

/**
 * Which of her words this is. Both are always held against it, one after the other, so that it takes as long whichever
 * it was. Who chose no words needn't say one.
 */
export async function hearWord(work: Work, workerId: string, typed: string | null): Promise<Heard> {
  const kept = await findLoneWords(work.tx, work.orgId, workerId)
  if (!kept) return 'safe'
  const word = plainWord(typed ?? '')
  if (word === '') throw new Invalid({ word: 'required' })
  const safe = await work.secretWords.verify({ hash: kept.safe_hash, word })
  const duress = await work.secretWords.verify({ hash: kept.duress_hash, word })
  return duress ? 'duress' : safe ? 'safe' : 'neither'
}
