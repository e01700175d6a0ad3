import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { findWorker } from '#db/worker.ts'
import { isBefore } from '#domain/day.ts'
import { speaksOfChild } from '#domain/match/criterion.ts'
import { mayMatchStep } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { mayMatch } from '#domain/match/may-match.ts'
import { fullName } from '#domain/person/person.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { NotFound } from '#usecases/failure.ts'
import { readExplanation } from '#usecases/match/explanation.ts'
import { gatherSides } from '#usecases/match/gather-sides.ts'
import { matchLifeOf } from '#usecases/match/match-life-view.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** One proposal as the coordinator sees it: the pair, both answers, what stands in the way now, what may be done. */
export const readMatch = question({
  name: 'read-match',
  may: matchPolicy.decide,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor, today } = work
    const match = await findMatch(tx, actor, id)
    const trajectory = match && (await findTrajectory(tx, actor, match.trajectory_id))
    const worker = match && (await findWorker(tx, actor, match.worker_id))
    if (!match || !trajectory || !worker) throw new NotFound()
    work.about({ trajectory: trajectory.id })
    const people = await readPeople(work, [trajectory.person_id, worker.person_id])
    const nameOf = (personId: string): string => {
      const person = people.get(personId)
      return person ? fullName(person.name) : '—'
    }
    const definition = definitionOf(work, trajectory)
    const { woman, candidates } = await gatherSides(work, definition, trajectory, [worker], match)
    const state = matchStateOf(match)
    const beforeStart = mayMatchStep(state, 'withdraw')
    const blocks =
      beforeStart && candidates[0]
        ? mayMatch(definition, woman, { ...candidates[0], declinedBefore: false }).blocks
        : []
    const met = match.introduction_on !== null && !isBefore(today, match.introduction_on)
    const life = await matchLifeOf(work, match, trajectory, definition)
    return {
      ...life,
      matchId: id,
      personId: trajectory.person_id,
      quiet: trajectory.quiet_since !== null,
      version: match.version,
      state,
      trajectoryId: trajectory.id,
      workerId: worker.id,
      woman: nameOf(trajectory.person_id),
      worker: nameOf(worker.person_id),
      programme: definition.label,
      people: peopleOf(definition),
      score: match.score,
      // After a loss nothing is said of a child, nor of what would suit one.
      criteria: readExplanation(match.explanation).filter(
        ({ criterion }) => !trajectory.quiet_since || !speaksOfChild(criterion),
      ),
      proposedOn: match.proposed_on,
      mother: { answer: match.mother_answer, on: match.mother_answered_on },
      workerSide: { answer: match.worker_answer, on: match.worker_answered_on },
      introductionOn: match.introduction_on,
      startedOn: match.started_on,
      endedOn: match.ended_on,
      endReason: match.end_reason,
      /** What would keep it from starting today. */
      blocks,
      abilities: {
        answer: mayMatchStep(state, 'agree'),
        decline: mayMatchStep(state, 'decline'),
        planIntroduction: mayMatchStep(state, 'plan-introduction'),
        start: mayMatchStep(state, 'start') && met && blocks.length === 0,
        withdraw: mayMatchStep(state, 'withdraw'),
        end: mayMatchStep(state, 'end'),
      },
    }
  },
})
export type MatchView = Awaited<ReturnType<typeof readMatch>>
