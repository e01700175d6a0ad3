import { type DayNumber, monthsReached } from '#domain/day.ts'
import type { Material } from '#domain/programme/course.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

/** What waiting for a diary goes by; days are numbers. */
interface DiaryFacts {
  /** None after a loss: then no diary is spoken of. */
  readonly child: { readonly bornOn: DayNumber | null; readonly dueOn: DayNumber | null }
  readonly startedOn: DayNumber | null
  /** The phases that go on. */
  readonly phases: readonly { readonly id: string; readonly since: DayNumber }[]
  /** Materials that were begun. */
  readonly begunMaterials: readonly string[]
}

/**
 * The day from which a diary that belongs to this day waits to be begun, the longest waiting one; `null` if none does.
 * A diary follows the due date until the birth, and the child's age from then on (domain.md 1.4); it is waited for from
 * the phase its programme names (domain.md 6.5, MV-F4).
 */
export function diaryWaitsSince(
  { materials }: Pick<ProgrammeDefinition, 'materials'>,
  { child, startedOn, phases, begunMaterials }: DiaryFacts,
  today: DayNumber,
): DayNumber | null {
  let since: DayNumber | null = null
  if (startedOn === null) return null
  for (const { id, kind, select, fromPhase } of materials) {
    if (kind !== 'diary' || begunMaterials.includes(id)) continue
    const phase = fromPhase === undefined ? startedOn : phases.find((one) => one.id === fromPhase)?.since
    const turn = turnOf(select, child)
    if (phase === undefined || !turn || today < turn.from || today >= turn.until) continue
    since = Math.min(since ?? today, Math.max(turn.from, phase, startedOn))
  }
  return since
}

/** Days on which a diary's turn begins or ends: on those, time alone can change which one is waited for. */
export const diaryTurns = (
  { materials }: Pick<ProgrammeDefinition, 'materials'>,
  child: DiaryFacts['child'],
): readonly DayNumber[] =>
  materials.flatMap(({ kind, select }) => {
    const turn = kind === 'diary' ? turnOf(select, child) : null
    return turn ? [turn.from, turn.until] : []
  })

/** From which day until which day; `null` as long as the day it counts from isn't known. */
function turnOf(select: Material['select'], { bornOn, dueOn }: DiaryFacts['child']) {
  if (select.by === 'child_months' && bornOn !== null)
    return {
      from: monthsReached(bornOn, select.from),
      until: select.until === null ? Number.POSITIVE_INFINITY : monthsReached(bornOn, select.until),
    }
  if (select.by !== 'pregnancy_weeks' || bornOn !== null || dueOn === null) return null
  const conceived = dueOn - termDays
  return { from: conceived + 7 * select.from, until: conceived + 7 * select.until }
}
/** A pregnancy is counted as 40 weeks to the due date. */
const termDays = 280
