import { z } from 'zod'
import { insertRuling, lockCollision, saveCollision } from '#db/collision.ts'
import { withoutBsn } from '#domain/bsn.ts'
import { collisionPolicy } from '#domain/collision/collision-policy.ts'
import { collisionVerdicts, mayRule } from '#domain/collision/ruling.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { heardBy, rulingFields } from '#usecases/collision/heard.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Says whether these two are one, and what then. It stands and isn't asked again until something of either side changes;
 * a later ruling takes its place and the earlier one stays to be read. The reason is sealed under her key.
 */
export const ruleCollision = command({
  name: 'rule-collision',
  action: 'update',
  may: collisionPolicy.hear,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    verdict: z.enum(collisionVerdicts, { error: 'choose-one' }),
    reason: z.string().trim().min(1).max(1000),
  }),
  async run(work, { id, version, verdict, reason }) {
    const { tx, orgId, actor, now, vault } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await lockCollision(tx, orgId, id)
    const [heard] = row ? await heardBy(work, [row]) : []
    if (!heard) throw new NotFound()
    work.about({ person: heard.person_id })
    if (heard.version !== version) throw new Refused('changed-meanwhile')
    const may = mayRule(heard.other_kind, heard.state, verdict)
    if (isRefusal(may)) throw new Refused(may.refused)
    await vault.load([heard.person_id])
    await saveCollision(tx, heard, { state: 'ruled', verdict })
    const rulingId = work.newId()
    await insertRuling(tx, {
      org_id: orgId,
      id: rulingId,
      collision_id: id,
      verdict,
      reason_sealed: rulingFields.seal(
        vault,
        heard.person_id,
        rulingId,
        'reason_sealed',
        withoutBsn(reason).text,
      ),
      ruled_by: actor.memberId,
      ruled_at: now,
    })
    return { id, verdict }
  },
})
