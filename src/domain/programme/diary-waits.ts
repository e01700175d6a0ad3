import { type Day, isBefore, laterOf } from '#domain/day.ts'
import type { ChildDates } from '#domain/pregnancy/child-dates.ts'
import type { Material } from '#domain/programme/course.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

/** What waiting for a diary goes by. */
interface DiaryFacts {
  readonly child: ChildDates
  readonly startedOn: Day | null
  readonly phases: readonly { readonly id: string; readonly since: Day }[]
  /** Materials that were begun. */
  readonly begun: readonly string[]
}

/**
 * The day from which a diary that belongs to this day waits to be begun, the longest waiting one; `null` if none does.
 * A diary follows the due date until the birth, and the child's age from then on (domain.md 1.4); it is waited for from
 * the phase its programme names (domain.md 6.5, MV-F4).
 */
export function diaryWaitsSince(
  { materials }: Pick<ProgrammeDefinition, 'materials'>,
  { child, startedOn, phases, begun }: DiaryFacts,
  today: Day,
): Day | null {
  let since: Day | null = null
  for (const { id, kind, select, fromPhase } of materials) {
    if (kind !== 'diary' || begun.includes(id) || !startedOn) continue
    const phase = fromPhase === undefined ? startedOn : phases.find((one) => one.id === fromPhase)?.since
    const turn = turnOf(select, child)
    if (!phase || !turn || isBefore(today, turn.from) || (turn.until && !isBefore(today, turn.until)))
      continue
    const waits = laterOf(laterOf(turn.from, phase), startedOn)
    if (!since || isBefore(waits, since)) since = waits
  }
  return since
}

/** Days on which a diary's turn begins or ends: on those, time alone can change which one is waited for. */
export const diaryTurns = (
  { materials }: Pick<ProgrammeDefinition, 'materials'>,
  child: ChildDates,
): readonly Day[] =>
  materials.flatMap(({ kind, select }) => {
    const turn = kind === 'diary' ? turnOf(select, child) : null
    return turn ? [turn.from, ...(turn.until ? [turn.until] : [])] : []
  })

/** From which day until which day; `null` as long as the day it counts from isn't known. */
function turnOf(select: Material['select'], { bornOn, dueOn }: ChildDates) {
  if (select.by === 'child_months')
    return (
      bornOn && {
        from: bornOn.add({ months: select.from }),
        until: select.until === null ? null : bornOn.add({ months: select.until }),
      }
    )
  if (select.by !== 'pregnancy_weeks' || bornOn || !dueOn) return null
  const conceived = dueOn.subtract({ days: termDays })
  return { from: conceived.add({ weeks: select.from }), until: conceived.add({ weeks: select.until }) }
}
/** A pregnancy is counted as 40 weeks to the due date. */
const termDays = 280
