import { listPerhapsDue } from '#db/check-in.ts'
import { gatherCheckIns } from '#usecases/check-in/gather-check-ins.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Looked at more closely, who waits longest first; of more the rest comes up as these are done. */
const looked = 500

/** Matches of which a side is to be asked how it goes: one line a match, by the side that waits longest. */
export async function checkInLines(work: Work): Promise<Found> {
  const asking = work.programmes.known.flatMap((programme) => {
    const rhythm = programme.matching?.checkIns
    return rhythm ? [{ ...programme, rhythm }] : []
  })
  if (asking.length === 0) return { lines: [], more: null }
  const grace = Math.min(...asking.map(({ rhythm }) => rhythm.graceDays.value))
  const matches = await listPerhapsDue(work.tx, work.actor, {
    programmes: asking,
    today: work.today,
    firstDays: Math.min(...asking.map(({ rhythm }) => (rhythm.weeks.value[0] ?? 1) * 7)) - grace,
    gapDays: grace,
    limit: looked,
  })
  const due = (await gatherCheckIns(work, matches)).flatMap(({ match, rhythm, moments }) => {
    // At the end of a trial a task asks for the decision, and leads to what is asked with it.
    const counted = moments.filter(({ week }) => week !== null)
    const asked = counted.flatMap(({ week, on, sides }) =>
      sides
        .filter(({ now }) => now === 'due' || now === 'late')
        .map(({ side, now }) => ({ week, on, side, now })),
    )
    const [first] = asked
    return first && rhythm
      ? [{ match, by: first.on.add({ days: rhythm.graceDays.value }), asked, first }]
      : []
  })
  due.sort((a, b) => Temporal.PlainDate.compare(a.by, b.by))
  work.about({ trajectory: due.slice(0, most).map(({ match }) => match.trajectory_id) })
  return fitting('check-in', due, ({ match, by, asked, first }) => ({
    id: match.trajectory_id,
    personId: match.person_id,
    pressure: asked.some(({ now }) => now === 'late') ? 'urgent' : 'due',
    by,
    source: { from: 'check-in', sides: asked.map(({ side }) => side), week: first.week },
  }))
}
