import { z } from 'zod'
import { findNetworkOrganisations } from '#db/network-organisation.ts'
import { findPlan } from '#db/plan.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { gridDomains } from '#domain/adversity/adversity-grid.ts'
import { fullName } from '#domain/person/person.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'
import { worksWith } from '#domain/programme/works-with.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { planView } from '#usecases/plan/plan-view.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** Her plan: goals with where they stand, what is done for them, when it was looked at, who approved. */
export const readPlan = question({
  name: 'read-plan',
  may: planPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const trajectory = await findTrajectory(work.tx, work.actor, trajectoryId)
    const definition = trajectory && definitionOf(work, trajectory)
    if (!trajectory || !definition?.plan) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const person = (await readPeople(work, [trajectory.person_id])).get(trajectory.person_id)
    const quiet = trajectory.quiet_since !== null
    const row = await findPlan(work.tx, work.orgId, trajectoryId)
    const open = trajectory.state !== 'closed' && planPolicy.write(work.actor)
    const parties = (await findNetworkOrganisations(work.tx, work.orgId)).map(({ id, name }) => ({
      id,
      name,
    }))
    const seesAll = trajectoryPolicy.listCaseload(work.actor)
    return {
      trajectoryId,
      name: person ? (seesAll ? fullName(person.name) : person.name.given) : '—',
      closed: trajectory.state === 'closed',
      works: worksWith(definition, trajectory.state),
      /** A first goal may be written: there is no plan, or the last one was closed. */
      mayBegin: open && (!row || row.state === 'closed'),
      domains: gridDomains(definition, quiet),
      parties: open ? parties : [],
      plan: row ? await planView(work, { trajectory, definition, row, open, parties }) : null,
    }
  },
})
export type PlanPage = Awaited<ReturnType<typeof readPlan>>
