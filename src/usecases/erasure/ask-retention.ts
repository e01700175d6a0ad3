import { z } from 'zod'
import { countAsked, insertSetting } from '#db/retention-setting.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { legalRegimes } from '#domain/erasure/retention-terms.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Asks that terms end by themselves from now on, or by hand again, and says which laws bind. Another agrees, or not. */
export const askRetention = command({
  name: 'ask-retention',
  action: 'create',
  may: erasurePolicy.setRetention,
  fresh: true,
  input: z.strictObject({
    acts: z.enum(['by_itself', 'by_hand']),
    regimes: z.array(z.enum(legalRegimes)).max(legalRegimes.length),
  }),
  async run({ tx, orgId, actor, now, newId }, { acts, regimes }) {
    if (actor.kind !== 'member') throw new Forbidden()
    if ((await countAsked(tx, orgId)) > 0) throw new Refused('retention-asked-already')
    const id = newId()
    await insertSetting(tx, {
      org_id: orgId,
      id,
      state: 'asked',
      acts_code: acts,
      regimes: [...new Set(regimes)],
      asked_by: actor.memberId,
      asked_at: now,
    })
    return { id }
  },
})
