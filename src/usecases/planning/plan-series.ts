import { z } from 'zod'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { holdTrajectory } from '#usecases/contact/held-contact.ts'
import { settleContacts } from '#usecases/contact/settle-contacts.ts'
import { Refused } from '#usecases/failure.ts'
import { agreeDay } from '#usecases/planning/agree-day.ts'
import { laidSeries, seriesInput } from '#usecases/planning/laid-series.ts'
import { stopIfBlocked } from '#usecases/signal/stop-if-blocked.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'
import { refuseVisitIfClosed } from '#usecases/worker/refuse-if-gates-closed.ts'

/**
 * Agrees days in a rhythm (every second Tuesday at ten, until then) for the visits that the plan still asks for. Each
 * stays inside its own window; what falls on a day that can't be is left for somebody to agree apart.
 */
export const planSeries = command({
  name: 'plan-series',
  action: 'update',
  may: contactPolicy.plan,
  input: z.strictObject({ trajectoryId: z.uuid(), ...seriesInput }),
  async run(work, { trajectoryId, ...series }) {
    const trajectory = await holdTrajectory(work, trajectoryId)
    await stopIfBlocked(work, trajectory, 'visit')
    const { laid, rows } = await laidSeries(work, trajectory, series)
    const [first] = laid.agreed
    if (!first) throw new Refused('series-without-a-day')
    const definition = definitionOf(work, trajectory)
    for (const { id, on } of laid.agreed) {
      // What she needs to visit is asked of every day: a certificate may run out halfway.
      await refuseVisitIfClosed(work, definition, trajectory.worker_id, on)
      const row = rows.find((one) => one.id === id)
      if (row)
        await agreeDay(work, row, { on, at: series.at, reason: null, mode: series.mode, askedBy: null })
    }
    await settleContacts(work, trajectory)
    return { trajectoryId, agreed: laid.agreed.length, left: laid.left.length }
  },
})
