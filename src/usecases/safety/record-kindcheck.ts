import { z } from 'zod'
import { insertKindcheck, listKindchecks } from '#db/kindcheck.ts'
import { optionalText } from '#domain/person/person.ts'
import { kindcheckOutcomes, nextKindcheck } from '#domain/safety/kindcheck.ts'
import { safetyPolicy } from '#domain/safety/safety-policy.ts'
import { Refused } from '#usecases/failure.ts'
import { holdSafety } from '#usecases/safety/held-safety.ts'
import { kindcheckFields } from '#usecases/safety/safety-fields.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { command } from '#usecases/use-case.ts'

/** The children were asked after. A concern goes on the list today: the steps of the meldcode begin. */
export const recordKindcheck = command({
  name: 'record-kindcheck',
  action: 'create',
  may: safetyPolicy.decide,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    outcome: z.enum(kindcheckOutcomes),
    words: optionalText(1000),
  }),
  async run(work, { trajectoryId, outcome, words }) {
    const { tx, orgId, today, now, vault } = work
    const { trajectory, definition, memberId } = await holdSafety(work, trajectoryId)
    if (!definition.safety.kindcheck.value) throw new Refused('kindcheck-not-asked')
    const before = await listKindchecks(tx, orgId, trajectoryId)
    if (before.some(({ checked_on }) => checked_on.equals(today))) throw new Refused('kindcheck-done-today')
    const id = work.newId()
    const { person_id } = trajectory
    const moment = nextKindcheck(before.map((one) => one.moment))
    await insertKindcheck(tx, {
      org_id: orgId,
      id,
      trajectory_id: trajectoryId,
      person_id,
      moment,
      visits_done: trajectory.contacts_done,
      outcome,
      words_sealed: kindcheckFields.sealIf(vault, person_id, id, 'words_sealed', words),
      checked_on: today,
      checked_by: memberId,
      checked_at: now,
    })
    if (outcome === 'concern')
      await createTask(work, {
        kind: 'safety',
        reasonCode: 'kindcheck-concern',
        personId: person_id,
        trajectoryId,
      })
    return { kindcheckId: id, moment }
  },
})
