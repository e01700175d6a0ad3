import { findEarlierWords } from '#db/earlier-words.ts'
import type { MatchRow } from '#db/match.ts'
import { listMatchSteps } from '#db/match-life.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import { askAfterOn } from '#domain/match/after.ts'
import { unasked } from '#domain/match/earlier-words.ts'
import { isRunning, mayMatchStep } from '#domain/match/match.ts'
import { usualLastVisit } from '#domain/match/taper.ts'
import { trialEnd } from '#domain/match/trial.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { matchFields } from '#usecases/match/match-fields.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { whoDid } from '#usecases/signal/who-did.ts'

/** One line of what became of a match. */
export interface MatchStepLine {
  readonly step: string
  readonly on: Day
  readonly until: Day | null
  readonly reason: string | null
  /** A colleague; `null` if Naast did it or nobody is left to name. */
  readonly by: string | null
}

/** How a match lives, as its coordinator sees it. Call it with the woman's key loaded. */
export async function matchLifeOf(
  work: Work,
  match: MatchRow,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
) {
  const { tx, orgId, today, vault } = work
  const rows = await listMatchSteps(tx, orgId, match.id)
  const names = await whoDid(
    work,
    rows.flatMap((row) => row.taken_by ?? []),
  )
  const earlier = await findEarlierWords(tx, orgId, trajectory.id)
  const quiet = trajectory.quiet_since !== null
  const ending = { endedOn: today, reason: match.end_reason, quiet }
  return {
    trial: {
      until: match.trial_until,
      mother: match.trial_mother_answer,
      worker: match.trial_worker_answer,
      confirmedOn: match.confirmed_on,
      /** What the programme means, if they began today. */
      usual: trialEnd(definition, today),
    },
    pause: match.paused_from && {
      from: match.paused_from,
      until: match.paused_until,
      reason: match.pause_code,
    },
    taper: {
      from: match.tapering_from,
      lastVisitOn: match.last_visit_on,
      heldOn: match.last_visit_held_on,
      usual: usualLastVisit(definition, today),
      /** If it ends well today: when somebody asks how she is; `null` where nobody does. */
      askedOn: askAfterOn(definition, ending),
    },
    after: match.after_on && {
      on: match.after_on,
      answer: match.after_answer,
      answeredOn: match.after_answered_on,
      note: matchFields.open(
        vault,
        trajectory.person_id,
        match.id,
        'after_note_sealed',
        match.after_note_sealed,
      ),
    },
    followsId: match.follows_id,
    jointOn: match.joint_on,
    /** What she wants whoever comes next to read; `decidedOn` is empty until she was asked. */
    earlier: { shown: earlier?.shown ?? unasked, decidedOn: earlier?.decided_on ?? null },
    steps: rows.map(
      (row): MatchStepLine => ({
        step: row.step,
        on: row.on_day,
        until: row.until_day,
        reason: row.reason_code,
        by: names.get(row.taken_by ?? '') ?? null,
      }),
    ),
    lifeAbilities: lifeAbilitiesOf(match, trajectory),
  }
}

/** What may be done now, by the same table that refuses it. */
function lifeAbilitiesOf(match: MatchRow, trajectory: Pick<TrajectoryRow, 'quiet_since' | 'state'>) {
  const state = matchStateOf(match)
  const may = (step: Parameters<typeof mayMatchStep>[1]) => mayMatchStep(state, step)
  return {
    answerTrial: may('confirm'),
    pause: may('pause'),
    stayPaused: may('stay-paused'),
    resume: may('resume') && !trajectory.quiet_since,
    taper: may('taper'),
    moveLastVisit: may('move-last-visit'),
    /** The last visit was held: it ends well, and her trajectory may go on. */
    endWell: match.last_visit_held_on !== null && may('end'),
    handOver: may('hand-over'),
    /** While two stand beside each other, or she waits: what the next may read. */
    chooseEarlier: isRunning(state) || trajectory.state === 'waiting',
    answerAfter: match.after_on !== null && match.after_answer === null,
  }
}
