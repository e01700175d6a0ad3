import { z } from 'zod'
import { saveExchange, saveFace } from '#db/exchange.ts'
import { mayConfirm } from '#domain/exchange/exchange.ts'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { holdExchange, otherFaces } from '#usecases/exchange/held-exchange.ts'
import { Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** The second of two on this side. From now on this side compares, as soon as the other does. */
export const confirmExchange = command({
  name: 'confirm-exchange',
  action: 'update',
  may: exchangePolicy.confirm,
  fresh: true,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, input) {
    const { tx, now } = work
    const { row, member } = await holdExchange(work, input)
    const may = mayConfirm({ state: row.state, begunBy: row.begun_by }, member.memberId)
    if (isRefusal(may)) throw new Refused(may.refused)
    const others = await otherFaces(work, row)
    if (others.length > 1) throw new Refused('exchange-two-answers')
    const [other] = others
    if (row.way === 'here' && (!other || other.state === 'ended')) throw new Refused('exchange-not-answered')
    await saveExchange(tx, row, {
      state: 'running',
      other_org_id: other?.org_id ?? null,
      confirmed_by: member.memberId,
      confirmed_at: now,
      version: row.version + 1,
    })
    await saveFace(tx, row, { state: 'running', for_org_id: other?.org_id ?? null })
    return { exchangeId: row.id }
  },
})
