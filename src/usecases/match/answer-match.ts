import { z } from 'zod'
import { findMatch, saveMatch } from '#db/match.ts'
import { answered, answers, sides } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { keepMatchStep } from '#usecases/match/take-match-step.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps what one side said: the coordinator writes it down for both, a worker answers for herself. Nobody needs a
 * reason for no, and none is asked; the pair is remembered and not proposed again.
 */
export const answerMatch = command({
  name: 'answer-match',
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
      mother: answers.find((one) => one === match.mother_answer) ?? null,
      worker: answers.find((one) => one === match.worker_answer) ?? null,
      [side]: answer,
    }
    const bothMustAgree = definitionOf(work, trajectory).matching?.bothMustAgree.value ?? true
    const state = answered(matchStateOf(match), given, bothMustAgree)
    if (isRefusal(state)) throw new Refused(state.refused)
    await saveMatch(tx, match, {
      state,
      ...(side === 'mother'
        ? { mother_answer: answer, mother_answered_on: today }
        : { worker_answer: answer, worker_answered_on: today }),
    })
    if (state !== match.state)
      await keepMatchStep(work, id, {
        step: state === 'declined' ? 'decline' : 'agree',
        from: match.state,
        to: state,
      })
    return { matchId: id, state }
  },
})
