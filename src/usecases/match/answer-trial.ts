import { z } from 'zod'
import { findMatch, saveMatch } from '#db/match.ts'
import { answers, sides } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { afterTrial } from '#domain/match/trial.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { answeredNow, askLater, matchTasks } from '#usecases/match/match-tasks.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { takeMatchStep } from '#usecases/match/take-match-step.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Whether one side wants to go on after the trial: the coordinator writes it down for both, a worker says it herself.
 * A no needs no reason and is nobody's fault; the other side hears it from the coordinator and not from Naast, so it
 * puts that on her list and ends nothing.
 */
export const answerTrial = command({
  name: 'answer-trial',
  action: 'update',
  may: matchPolicy.answer,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    side: z.enum(sides),
    answer: z.enum(answers),
  }),
  async run(work, { id, version, side, answer }) {
    const { tx, actor, today } = work
    const { match, trajectory } = await holdMatch(work, await findMatch(tx, actor, id), version)
    const decides = matchPolicy.decide(actor)
    if (!decides && side !== 'worker') throw new Forbidden()
    work.about({ detail: { side }, ...(decides ? {} : { basis: 'match' as const }) })
    const given = {
      mother: answers.find((one) => one === match.trial_mother_answer) ?? null,
      worker: answers.find((one) => one === match.trial_worker_answer) ?? null,
      [side]: answer,
    }
    const bothMustAgree = definitionOf(work, trajectory).matching?.bothMustAgree.value ?? true
    const state = afterTrial(matchStateOf(match), given, bothMustAgree)
    if (isRefusal(state)) throw new Refused(state.refused)
    const said =
      side === 'mother'
        ? { trial_mother_answer: answer, trial_mother_answered_on: today }
        : { trial_worker_answer: answer, trial_worker_answered_on: today }
    if (state === 'trial') await saveMatch(tx, match, said)
    else {
      await takeMatchStep(work, match, 'confirm', {}, { ...said, confirmed_on: today })
      await answeredNow(work, trajectory.id, [matchTasks.trialEnds, matchTasks.trialStops])
    }
    if (answer === 'no') await askLater(work, trajectory.id, matchTasks.trialStops, today)
    return { matchId: id, state }
  },
})
