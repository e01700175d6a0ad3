import { z } from 'zod'
import { findErasureScope, findRunning, saveErasure } from '#db/erasure.ts'
import { erasureRefusals, erasureStepTo, mayErase } from '#domain/erasure/erasure.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { erasePeople } from '#usecases/erasure/erase-people.ts'
import { holdErasure, standingHolds } from '#usecases/erasure/held-erasure.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** The second person decides: the file goes now and for good, or it stays, for a reason. */
export const decideErasure = command({
  name: 'decide-erasure',
  action: 'delete',
  may: erasurePolicy.decide,
  fresh: true,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    answer: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('erase') }),
      z.strictObject({ kind: z.literal('refuse'), code: z.enum(erasureRefusals) }),
    ]),
  }),
  async run(work, { id, version, answer }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await holdErasure(work, { id, version })
    const answered = { answered_by: actor.memberId, answered_at: now }
    if (answer.kind === 'refuse') {
      const state = erasureStepTo(row.state, 'refuse')
      if (isRefusal(state)) throw new Refused(state.refused)
      await saveErasure(tx, row, { ...answered, state, answer_code: answer.code })
      return { id, files: 0 }
    }
    const scope = await findErasureScope(tx, orgId, row.person_id)
    const holds = await standingHolds(work, scope.people)
    const may = mayErase({ state: row.state, askedBy: row.asked_by }, actor.memberId, {
      holds: holds.length,
      ...(await findRunning(tx, orgId, scope)),
    })
    if (isRefusal(may)) throw new Refused(may.refused)
    await erasePeople(work, scope)
    await saveErasure(tx, row, { ...answered, state: 'erased', files: scope.people.length })
    work.about({ detail: { files: scope.people.length, ground: row.ground_code } })
    return { id, files: scope.people.length }
  },
})
