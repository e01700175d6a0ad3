import { findFacilitators, listGroupRows } from '#db/group.ts'
import { findSessions } from '#db/group-session.ts'
import { pressesOn } from '#domain/group/leaders-away.ts'
import type { Work } from '#usecases/context.ts'
import { rulesOf } from '#usecases/group/held-group.ts'
import { leadersAwayAt } from '#usecases/group/leaders-away-at.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Groups looked at; an organisation has a few at a time. */
const looked = 200

/** Sessions soon at which too few remain who lead: somebody is to be asked to stand in. */
export async function leaderAwayLines(work: Work): Promise<Found> {
  const { tx, orgId, actor, today } = work
  const groups = (await listGroupRows(tx, actor, looked)).filter(
    ({ state }) => state !== 'completed' && state !== 'stopped',
  )
  if (groups.length === 0) return { lines: [], more: null }
  const ids = groups.map(({ id }) => id)
  const leading = Map.groupBy(await findFacilitators(tx, orgId, ids), (row) => row.group_id)
  const sessions = Map.groupBy(await findSessions(tx, orgId, ids), (row) => row.group_id)
  const short = []
  for (const group of groups) {
    const { rules } = rulesOf(work, group)
    const found = await leadersAwayAt(
      work,
      leading.get(group.id) ?? [],
      sessions.get(group.id) ?? [],
      rules.facilitators.value,
    )
    for (const one of found) {
      const pressure = pressesOn(one.on, today)
      if (one.missing > 0 && pressure) short.push({ ...one, pressure })
    }
  }
  short.sort((a, b) => Temporal.PlainDate.compare(a.on, b.on))
  return fitting('leader-away', short.slice(0, most + 1), ({ sessionId, on, missing, pressure }) => ({
    id: sessionId,
    personId: null,
    pressure,
    by: on,
    source: { from: 'leader-away', on, missing },
  }))
}
