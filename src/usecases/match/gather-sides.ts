import { countMatches, findDeclinedWorkers, findPhasesTaken } from '#db/match.ts'
import { findPeople, type PersonRow } from '#db/person.ts'
import { findSpots } from '#db/postcode-area.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { WorkerRow } from '#db/worker.ts'
import type { Candidate, Home, Spot, WaitingWoman } from '#domain/match/sides.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { gatesOf } from '#domain/worker/gates.ts'
import { knownProfile } from '#domain/worker/profile.ts'
import type { Work } from '#usecases/context.ts'
import { readWishes } from '#usecases/match/wishes.ts'
import { workerState } from '#usecases/worker/step-worker.ts'
import { readGates, seenGate } from '#usecases/worker/worker-gates.ts'

/** A place with this many postcode areas or fewer is a village: everyone there knows whose bicycle that is. */
const villageAreas = 2

/**
 * What matching knows of one woman and these workers. Opens nobody's name or address: languages and district stand
 * open, a street is a keyed hash. Not even this counts as known of an erased person.
 */
export async function gatherSides(
  work: Work,
  definition: ProgrammeDefinition,
  trajectory: Pick<TrajectoryRow, 'id' | 'person_id'>,
  workers: readonly WorkerRow[],
  /** This match doesn't count as a place taken: it is the one that is being decided. */
  except: { worker_id: string } | null = null,
): Promise<{ woman: WaitingWoman; candidates: Candidate[] }> {
  const { tx, orgId, today } = work
  const ids = workers.map((worker) => worker.id)
  const rows = await findPeople(tx, orgId, [
    trajectory.person_id,
    ...workers.map((worker) => worker.person_id),
  ])
  const people = new Map(rows.map((row) => [row.id, row]))
  const spots = await spotsOf(work, rows)
  const homeOf = (row: PersonRow | undefined): Home => ({
    area: row?.area ?? null,
    street: row?.street_print?.toString('hex') ?? null,
    spot: spots.get(row?.area ?? '') ?? null,
  })
  const hers = people.get(trajectory.person_id)
  const { wishes } = await readWishes(work, trajectory)
  const counts = await countMatches(tx, orgId, ids)
  const weighed = definition.worker.caseloadPoints ? await findPhasesTaken(tx, orgId, ids) : []
  const gates = await readGates(work, ids)
  const declined = await findDeclinedWorkers(tx, orgId, trajectory.person_id)
  return {
    woman: { trajectoryId: trajectory.id, languages: hers?.languages ?? [], home: homeOf(hers), wishes },
    candidates: workers.map((worker): Candidate => {
      const person = people.get(worker.person_id)
      const own = except?.worker_id === worker.id ? 1 : 0
      return {
        workerId: worker.id,
        state: workerState(worker),
        programmes: worker.programmes,
        languages: person?.languages ?? [],
        home: homeOf(person),
        profile: knownProfile({
          backgrounds: worker.backgrounds,
          interests: worker.interests,
          childSituations: worker.child_situations,
          availability: worker.availability,
        }),
        capacity: worker.capacity,
        taken: (counts.get(worker.id)?.taken ?? 0) - own,
        phasesTaken: weighed
          .filter((one) => one.worker_id === worker.id && !(own && one.trajectory_id === trajectory.id))
          .map(({ phase }) => phase),
        experience: counts.get(worker.id)?.begun ?? 0,
        gates: gatesOf(definition, (gates.get(worker.id) ?? []).map(seenGate), today),
        declinedBefore: declined.has(worker.id),
      }
    }),
  }
}

async function spotsOf(work: Work, rows: readonly PersonRow[]): Promise<Map<string, Spot>> {
  const areas = rows.flatMap((row) => row.area ?? [])
  const found = await findSpots(work.tx, work.orgId, areas)
  return new Map(
    [...found].map(([postcode, { place, latitude, longitude, areasInPlace }]) => [
      postcode,
      { place, latitude, longitude, small: areasInPlace <= villageAreas },
    ]),
  )
}
