import { z } from 'zod'
import { findTrajectory } from '#db/trajectory.ts'
import { gridDomains } from '#domain/adversity/adversity-grid.ts'
import { fullName } from '#domain/person/person.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'
import { worksWith } from '#domain/programme/works-with.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { knownGrids } from '#usecases/adversity/known-grids.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** Every grid she and her coach filled in, what was told at intake as the first; and when it is filled in again. */
export const readAdversityGrid = question({
  name: 'read-adversity-grid',
  may: planPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, actor } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    const definition = trajectory && definitionOf(work, trajectory)
    if (!trajectory || !definition?.adversityGrid) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const { person_id: personId } = trajectory
    const person = (await readPeople(work, [personId])).get(personId)
    const domains = gridDomains(definition, trajectory.quiet_since !== null)
    const { grids, words } = await knownGrids(work, trajectory, domains)
    const last = grids.at(-1)
    const every = definition.reviews.find(({ id }) => id === definition.adversityGrid?.review)?.everyDays
      .value
    return {
      trajectoryId,
      name: person ? (trajectoryPolicy.listCaseload(actor) ? fullName(person.name) : person.name.given) : '—',
      works: worksWith(definition, trajectory.state),
      domains,
      grids,
      words,
      againOn: last && every !== undefined ? last.on.add({ days: every }) : null,
      mayFill: trajectory.state !== 'closed' && planPolicy.write(actor),
    }
  },
})
