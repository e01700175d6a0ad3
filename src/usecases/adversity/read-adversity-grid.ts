import { z } from 'zod'
import { listGrids } from '#db/adversity-grid.ts'
import { findIntake } from '#db/intake.ts'
import { findTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { byDay, type Grid, type GridDomain, gridDomains } from '#domain/adversity/adversity-grid.ts'
import { fullName } from '#domain/person/person.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'
import { worksWith } from '#domain/programme/works-with.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { openGrid } from '#usecases/adversity/grid-fields.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { openAnswers } from '#usecases/intake/intake-fields.ts'
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
    const kept = (await listGrids(tx, actor, trajectoryId)).flatMap(
      (row) => openGrid(work, personId, row) ?? [],
    )
    const grids = byDay([...(await atIntake(work, trajectory, domains)), ...kept])
    const last = grids.at(-1)
    const every = definition.reviews.find(({ id }) => id === definition.adversityGrid?.review)?.everyDays
      .value
    return {
      trajectoryId,
      name: person ? (trajectoryPolicy.listCaseload(actor) ? fullName(person.name) : person.name.given) : '—',
      works: worksWith(definition, trajectory.state),
      domains,
      grids,
      words: kept.at(-1)?.words ?? null,
      againOn: last && every !== undefined ? last.on.add({ days: every }) : null,
      mayFill: trajectory.state !== 'closed' && planPolicy.write(actor),
    }
  },
})

/** The domains were asked at intake already; whoever held it is not asked to do it again. */
async function atIntake(
  work: Work,
  { id, person_id: personId }: TrajectoryRow,
  domains: readonly GridDomain[],
): Promise<Grid[]> {
  const intake = await findIntake(work.tx, work.orgId, id)
  const answers = intake?.done_at ? openAnswers(work, personId, intake) : null
  if (!intake?.done_at || !answers) return []
  const counts = Object.fromEntries(
    domains.map(({ fact }) => {
      const answer = answers.facts[fact]
      return [fact, typeof answer === 'number' ? answer : null]
    }),
  )
  const known = Object.values(counts).some((count) => count !== null)
  return known ? [{ on: intake.done_at.toZonedDateTimeISO(work.zone).toPlainDate(), counts }] : []
}
