import type { Updateable } from 'kysely'
import { type MatchRow, saveMatch } from '#db/match.ts'
import { insertMatchStep } from '#db/match-life.ts'
import type { MatchTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { type MatchState, type MatchStep, stepMatch } from '#domain/match/match.ts'
import { actorId } from '#domain/member/actor.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { matchStateOf } from '#usecases/match/states.ts'

interface Said {
  /** Today unless said. */
  readonly on?: Day
  readonly reason?: string | null
  readonly until?: Day | null
}

/** The state to which a step leads from where this match is; refuses where the table has no such step. */
export function stateAfter(match: Pick<MatchRow, 'state'>, step: MatchStep): MatchState {
  const to = stepMatch(matchStateOf(match), step)
  if (isRefusal(to)) throw new Refused(to.refused)
  return to
}

/** Takes a held match a step on, with all that changes by it, and keeps the step beside those before: who, when, why. */
export async function takeMatchStep(
  work: Work,
  match: MatchRow,
  step: MatchStep,
  said: Said = {},
  changed: Updateable<MatchTable> = {},
): Promise<MatchState> {
  const to = stateAfter(match, step)
  await saveMatch(work.tx, match, { ...changed, state: to })
  await keepMatchStep(work, match.id, { step, from: match.state, to, ...said })
  return to
}

/** One line of its history, also the first. */
export const keepMatchStep = (
  { tx, orgId, actor, today, now, newId }: Work,
  matchId: string,
  line: Said & { readonly step: string; readonly from: string | null; readonly to: string },
): Promise<void> =>
  insertMatchStep(tx, {
    org_id: orgId,
    id: newId(),
    match_id: matchId,
    step: line.step,
    from_state: line.from,
    to_state: line.to,
    reason_code: line.reason ?? null,
    on_day: line.on ?? today,
    until_day: line.until ?? null,
    taken_by: actor.kind === 'member' ? actorId(actor) : null,
    taken_at: now,
  })
