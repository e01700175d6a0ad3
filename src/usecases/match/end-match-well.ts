import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { saveTrajectory } from '#db/trajectory.ts'
import { askAfterOn } from '#domain/match/after.ts'
import { goodEndings } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepTo } from '#domain/trajectory/trajectory.ts'
import { versionInput } from '#domain/version.ts'
import { skipPlannedContacts } from '#usecases/contact/settle-contacts.ts'
import { Refused } from '#usecases/failure.ts'
import { endMatchRow } from '#usecases/match/end-open-match.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { stateAfter } from '#usecases/match/take-match-step.ts'
import { waitAgain, waitingPlaceInput } from '#usecases/match/wait-again.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * A match that wound down to its last visit ends as it was meant to, while her trajectory goes on: she waits for
 * somebody else at once, or rests until somebody asks how she is, some months later. Whatever she answers then, she may
 * wait again, with her history.
 */
export const endMatchWell = command({
  name: 'end-match-well',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    goesOn: z.enum(['waits', 'rests']),
    waits: waitingPlaceInput,
  }),
  async run(work, { id, version, goesOn, waits }) {
    const { tx, actor, today } = work
    const { match, trajectory } = await holdMatch(work, await findMatch(tx, actor, id), version)
    stateAfter(match, 'end')
    const reason = goodEndings.find((one) => one === match.end_reason)
    if (!match.last_visit_held_on || !reason) throw new Refused('match-last-visit-first')
    const quiet = trajectory.quiet_since !== null
    const asked = askAfterOn(definitionOf(work, trajectory), { endedOn: today, reason, quiet })
    if (goesOn === 'rests' && !asked) throw new Refused('match-nobody-asks')
    await skipPlannedContacts(work, trajectory)
    await endMatchRow(work, trajectory, match, reason)
    if (goesOn === 'waits') await waitAgain(work, trajectory, waits)
    else {
      const state = trajectoryStateOf(trajectory)
      const rests = state === 'paused' ? state : stepTo(state, 'pause')
      if (isRefusal(rests)) throw new Refused(rests.refused)
      await saveTrajectory(tx, trajectory, { state: rests, worker_id: null, next_contact_on: null })
    }
    return { trajectoryId: trajectory.id, askedOn: asked }
  },
})
