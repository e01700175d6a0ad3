import { z } from 'zod'
import { findMatch, saveMatch } from '#db/match.ts'
import { afterAnswers, tryAgain } from '#domain/match/after.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { optionalText } from '#domain/person/person.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { matchFields } from '#usecases/match/match-fields.ts'
import { answeredNow, askLater, matchTasks } from '#usecases/match/match-tasks.ts'
import { restsAlone, waitAgain } from '#usecases/match/wait-again.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Writes down how she is, some months after a good ending, as her coordinator heard it in the way she may be reached.
 * Naast sends nothing for it. Who could not be reached may be tried once more in two weeks; that is no answer yet. Who
 * rests since then and wants support again is back on the waiting list by that answer.
 */
export const answerAfterMatch = command({
  name: 'answer-after-match',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    answer: z.enum(afterAnswers),
    tryAgain: z.boolean().default(false),
    note: optionalText(2000),
  }),
  async run(work, { id, version, answer, note, ...more }) {
    const { tx, actor, today, vault } = work
    const { match, trajectory } = await holdMatch(work, await findMatch(tx, actor, id), version)
    if (!match.after_on || match.after_answer) throw new Refused('match-not-from-this-state')
    await vault.load([trajectory.person_id])
    const sealed = matchFields.sealIf(vault, trajectory.person_id, id, 'after_note_sealed', note)
    if (answer === 'not_reached' && more.tryAgain) {
      const on = today.add(tryAgain)
      const taskId = await askLater(work, trajectory.id, matchTasks.after, on)
      await saveMatch(tx, match, { after_on: on, after_task_id: taskId, after_note_sealed: sealed })
      return { matchId: id, answered: false }
    }
    await saveMatch(tx, match, {
      after_answer: answer,
      after_answered_on: today,
      after_answered_by: actorId(actor),
      after_note_sealed: sealed,
    })
    await answeredNow(work, trajectory.id, [matchTasks.after])
    if (restsAlone(trajectory)) {
      if (answer === 'wants_again') await waitAgain(work, trajectory, 'since_first_day')
      // She rests, and nobody asks any more: somebody decides with her how it goes on.
      else await askLater(work, trajectory.id, matchTasks.restEnds, today)
    }
    return { matchId: id, answered: true }
  },
})
