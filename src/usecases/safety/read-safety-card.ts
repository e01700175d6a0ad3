import { z } from 'zod'
import { findSafetyPlan, listSafetyPlans } from '#db/safety-plan.ts'
import { telltaleOn } from '#domain/safety/safety-plan.ts'
import { safetyPolicy } from '#domain/safety/safety-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { leaveOnPaper } from '#usecases/paper/leave-on-paper.ts'
import { ownNames } from '#usecases/safety/own-names.ts'
import { safetyPlanFields } from '#usecases/safety/safety-fields.ts'
import { question } from '#usecases/use-case.ts'

/** The card alone, to be printed: its words and nothing beside them. Asked once more whether they tell who we are. */
export const readSafetyCard = question({
  name: 'read-safety-card',
  may: safetyPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await findSafetyPlan(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    work.about({ person: row.person_id, trajectory: row.trajectory_id })
    const [latest] = await listSafetyPlans(work.tx, work.actor, row.trajectory_id)
    // What was agreed before may be dangerous now.
    if (latest?.id !== id) throw new NotFound()
    await leaveOnPaper(work, 'safety-card', row.person_id)
    await work.vault.load([row.person_id])
    const card = safetyPlanFields.open(work.vault, row.person_id, id, 'card_sealed', row.card_sealed)
    if (!card) throw new NotFound()
    const telltale = telltaleOn(card, await ownNames(work))
    if (telltale) throw new Refused('card-tells', { word: telltale })
    return { lines: card.split('\n').map((line) => line.trim()) }
  },
})
