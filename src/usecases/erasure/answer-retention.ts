import { z } from 'zod'
import { lockSetting, lockStanding, type RetentionSettingRow, saveSetting } from '#db/retention-setting.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { type SettingStep, stepSetting } from '#domain/erasure/putting-away.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Somebody else agrees or doesn't, who asked takes it back, or anyone of them stops what stands. */
export const answerRetention = command({
  name: 'answer-retention',
  action: 'update',
  may: erasurePolicy.setRetention,
  fresh: true,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    step: z.enum(['agree', 'refuse', 'withdraw', 'stop']),
  }),
  async run(work, { id, version, step }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await lockSetting(tx, actor, id)
    if (!row) throw new NotFound()
    if (row.version !== version) throw new Refused('changed-meanwhile')
    const state = taken(row, step, actor.memberId)
    const ended = { ended_by: actor.memberId, ended_at: now }
    const standing = step === 'agree' ? await lockStanding(tx, orgId) : undefined
    if (standing)
      await saveSetting(tx, standing, { state: taken(standing, 'replace', actor.memberId), ...ended })
    await saveSetting(
      tx,
      row,
      step === 'stop' ? { state, ...ended } : { state, answered_by: actor.memberId, answered_at: now },
    )
    work.about({ detail: { step, acts: row.acts_code, regimes: row.regimes.length } })
    return { id }
  },
})

function taken(row: RetentionSettingRow, step: SettingStep, by: string) {
  const state = stepSetting({ state: row.state, askedBy: row.asked_by }, step, by)
  if (isRefusal(state)) throw new Refused(state.refused)
  return state
}
