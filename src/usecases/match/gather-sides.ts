import { countMatches, findDeclinedPairs, findWomenTaken, pairKey } from '#db/match.ts'
import { findPeople } from '#db/person.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { WorkerRow } from '#db/worker.ts'
import { isWeighed } from '#domain/match/load.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'
import { travelModes } from '#domain/match/travel.ts'
import { emptyWishes } from '#domain/match/wishes.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { gatesOf } from '#domain/worker/gates.ts'
import { avoided, awayOn, childAges } from '#domain/worker/own-file.ts'
import { knownProfile } from '#domain/worker/profile.ts'
import { holdsBetween, type Looking } from '#usecases/collision/holds.ts'
import type { Work } from '#usecases/context.ts'
import { homesOf, travelBetween } from '#usecases/match/homes-of.ts'
import { readChildAges } from '#usecases/match/read-child-ages.ts'
import { whoIsApart } from '#usecases/match/who-is-apart.ts'
import { readManyWishes } from '#usecases/match/wishes.ts'
import { takenOf } from '#usecases/worker/read-loads.ts'
import { readAway } from '#usecases/worker/refuse-if-away.ts'
import { workerState } from '#usecases/worker/step-worker.ts'
import { readGates, seenGate } from '#usecases/worker/worker-gates.ts'

/** A woman who waits, with the definition that she waits under. */
export interface Waiting {
  readonly trajectory: Pick<TrajectoryRow, 'id' | 'person_id'> &
    /** Without these nothing of a child is held against anything. */
    Partial<Pick<TrajectoryRow, 'child_id' | 'quiet_since'>>
  readonly definition: ProgrammeDefinition
}

/** What matching knows of several women and workers, pair by pair: rules and gates differ by programme. */
export interface Sides {
  readonly woman: (one: Waiting) => WaitingWoman
  /** The same worker, as this woman's programme looks at her. */
  readonly candidate: (one: Waiting, worker: WorkerRow) => Candidate
}

/** What matching knows of one woman and these workers. */
export async function gatherSides(
  work: Work,
  definition: ProgrammeDefinition,
  trajectory: Waiting['trajectory'],
  workers: readonly WorkerRow[],
  /** This match doesn't count as a place taken: it is the one that is being decided. */
  except: { worker_id: string } | null = null,
  looking: Looking = 'found',
): Promise<{ woman: WaitingWoman; candidates: Candidate[] }> {
  const one = { trajectory, definition }
  const sides = await gatherManySides(work, [one], workers, except, looking)
  return { woman: sides.woman(one), candidates: workers.map((worker) => sides.candidate(one, worker)) }
}

/**
 * What matching knows of these women and these workers, in as many questions as for one. Opens nobody's name or
 * address: languages and district stand open, a street is a keyed hash. Not even this counts as known of an erased
 * person.
 */
export async function gatherManySides(
  work: Work,
  waiting: readonly Waiting[],
  workers: readonly WorkerRow[],
  except: { worker_id: string } | null = null,
  looking: Looking = 'found',
): Promise<Sides> {
  const { tx, orgId, today } = work
  const ids = workers.map((worker) => worker.id)
  const mothers = waiting.map(({ trajectory }) => trajectory.person_id)
  const rows = await findPeople(tx, orgId, [...mothers, ...workers.map((worker) => worker.person_id)])
  const people = new Map(rows.map((row) => [row.id, row]))
  const homeOf = await homesOf(work, rows)
  const herHome = ({ trajectory }: Waiting) => homeOf(people.get(trajectory.person_id))
  const travel = await travelBetween(
    work,
    workers.map((worker) => homeOf(people.get(worker.person_id))),
    waiting.map(herHome),
  )
  const apart = await whoIsApart(
    work,
    mothers.flatMap((id) => people.get(id) ?? []),
    workers.map(({ id, person_id }) => ({ id, person: people.get(person_id) })),
  )
  const holds = await holdsBetween(
    work,
    looking,
    mothers,
    workers.map((worker) => worker.person_id),
  )
  const me = work.actor.kind === 'member' ? work.actor.workerId : null
  const away = await readAway(work, ids)
  const ages = await readChildAges(work, waiting)
  const wishes = await readManyWishes(
    work,
    waiting.map(({ trajectory }) => trajectory),
  )
  const counts = await countMatches(tx, orgId, ids)
  const weighs = waiting.some(({ definition }) => isWeighed(definition))
  const taken = Map.groupBy(weighs ? await findWomenTaken(tx, orgId, ids) : [], (one) => one.worker_id)
  const gates = await readGates(work, ids)
  const declined = await findDeclinedPairs(tx, orgId, mothers)

  const asCandidate = ({ trajectory, definition }: Waiting, worker: WorkerRow): Candidate => {
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
      womenTaken: (taken.get(worker.id) ?? [])
        .filter((one) => !(own && one.trajectory_id === trajectory.id))
        .map((one) => takenOf(work, one)),
      reads: worker.reads,
      childAges: childAges.filter((one) => worker.child_ages.includes(one)),
      avoids: avoided.filter((one) => worker.avoids.includes(one)),
      travels: travelModes.filter((one) => worker.travels.includes(one)),
      away: awayOn(away.get(worker.id) ?? [], today, false),
      experience: counts.get(worker.id)?.begun ?? 0,
      gates: gatesOf(definition, (gates.get(worker.id) ?? []).map(seenGate), today),
      declinedBefore: false,
    }
  }
  const known = new Map<ProgrammeDefinition, Map<string, Candidate>>()
  return {
    woman: ({ trajectory }) => {
      const person = people.get(trajectory.person_id)
      return {
        trajectoryId: trajectory.id,
        languages: person?.languages ?? [],
        home: homeOf(person),
        interpreter: person?.interpreter ?? null,
        childAge: ages.get(trajectory.id) ?? null,
        wishes: wishes.get(trajectory.id)?.wishes ?? emptyWishes,
      }
    },
    candidate: (one, worker) => {
      const { trajectory, definition } = one
      const ofProgramme = known.get(definition) ?? new Map<string, Candidate>()
      known.set(definition, ofProgramme)
      const candidate = ofProgramme.get(worker.id) ?? asCandidate(one, worker)
      ofProgramme.set(worker.id, candidate)
      const pair = pairKey(trajectory.person_id, worker.id)
      const hold = holds(trajectory.person_id, worker.person_id)
      return {
        ...candidate,
        travel: travel(candidate.home, herHome(one)),
        // To the one it may be about himself it is one of many reasons why two can't be matched.
        apart: apart.has(pair) || hold === 'apart' || (hold === 'wait' && worker.id === me),
        waits: hold === 'wait' && worker.id !== me,
        declinedBefore: declined.has(pair),
      }
    },
  }
}
