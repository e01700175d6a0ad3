import { z } from 'zod'
import { findOtherFaces, lockExchange, saveExchange, saveFace } from '#db/exchange.ts'
import { exchangeTerms } from '#domain/exchange/exchange.ts'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import { beginSide, readCode } from '#usecases/exchange/begin-side.ts'
import { Invalid } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Answers with the code that the other organisation's lead gave: from the other side, with terms of its own. */
export const answerExchange = command({
  name: 'answer-exchange',
  action: 'create',
  may: exchangePolicy.begin,
  fresh: true,
  input: z.strictObject({ ...exchangeTerms.shape, code: z.string().max(100) }),
  async run(work, { code: typed, ...terms }) {
    const { tx, orgId, actor } = work
    const code = readCode(work, typed)
    const id = await beginSide(work, 'answered', code, terms)
    if (code.way === 'file') return { exchangeId: id }
    // Its offer can be seen only now, by who has written the same agreement.
    const [offer] = (await findOtherFaces(tx, orgId, [id])).filter(({ side }) => side === 'offered')
    if (offer?.state !== 'offered') throw new Invalid({ code: 'exchange-code-unknown' })
    const row = await lockExchange(tx, actor, id)
    if (row) await saveExchange(tx, row, { other_org_id: offer.org_id })
    await saveFace(tx, { org_id: orgId, id }, { for_org_id: offer.org_id })
    return { exchangeId: id }
  },
})
