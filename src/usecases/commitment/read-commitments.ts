import { z } from 'zod'
import { findNetworkOrganisations } from '#db/network-organisation.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { commitmentState, daysOf } from '#domain/commitment/commitment.ts'
import { commitmentPolicy } from '#domain/commitment/commitment-policy.ts'
import { compareDays } from '#domain/day.ts'
import { fullName } from '#domain/person/person.ts'
import { worksWith } from '#domain/programme/works-with.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { knownCommitments } from '#usecases/commitment/known-commitments.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** By party everything that it took upon itself for her, with the days from need to help. */
export const readCommitments = question({
  name: 'read-commitments',
  may: commitmentPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor, today } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    const definition = trajectory && definitionOf(work, trajectory)
    const works = definition && worksWith(definition, trajectory.state)
    if (!trajectory || !definition || !works?.parties) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const person = (await readPeople(work, [trajectory.person_id])).get(trajectory.person_id)
    const listed = new Map((await findNetworkOrganisations(tx, orgId)).map(({ id, name }) => [id, name]))
    const byParty = new Map<string, ReturnType<typeof shown>[]>()
    for (const one of await knownCommitments(work, trajectory, definition)) {
      const party = listed.get(one.organisationId ?? '') ?? one.person ?? ''
      byParty.set(party, [...(byParty.get(party) ?? []), shown(one)])
    }
    const seesAll = trajectoryPolicy.listCaseload(actor)
    return {
      trajectoryId,
      name: person ? (seesAll ? fullName(person.name) : person.name.given) : '—',
      works,
      parties: [...byParty]
        .map(([name, commitments]) => ({
          /** Empty: it can no longer be read. */
          name,
          commitments: commitments.sort((a, b) => compareDays(a.since, b.since)),
        }))
        .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    }

    function shown(one: Awaited<ReturnType<typeof knownCommitments>>[number]) {
      const { kind, label, words, since, by, helpOn } = one
      return {
        kind,
        label,
        words,
        since,
        by,
        helpOn,
        state: commitmentState(one, today),
        days: daysOf(one, today),
      }
    }
  },
})
export type Commitments = Awaited<ReturnType<typeof readCommitments>>
