import { isAnyOpen, listCollisions } from '#db/collision.ts'
import { holds } from '#domain/collision/collision.ts'
import { collisionPolicy } from '#domain/collision/collision-policy.ts'
import { heardBy } from '#usecases/collision/heard.ts'
import type { Work } from '#usecases/context.ts'
import type { Found, Unnamed } from '#usecases/worklist/found-lines.ts'

/** So many are looked at; the open ones come first. */
const atOnce = 300
const most = 20

/**
 * Who may be somebody around a woman, for whoever hears of it: each that holds something back, and in one line how many
 * others are merely possible. Of nobody a name stands on the list.
 */
export async function collisionLines(work: Work): Promise<Found> {
  const { tx, orgId } = work
  if (!collisionPolicy.hear(work.actor) || !(await isAnyOpen(tx, orgId))) return { lines: [], more: null }
  const rows = await heardBy(
    work,
    (await listCollisions(tx, orgId, atOnce)).filter(({ state }) => state === 'open'),
  )
  const waiting = rows.filter((row) => holds(row.class))
  const possible = rows.length - waiting.length
  const line = { personId: null, by: null } as const
  const lines: Unnamed[] = waiting.slice(0, most).map(({ id, other_exchange_id }) => ({
    ...line,
    id,
    pressure: 'urgent',
    source: { from: 'collision', possible: 0, ...(other_exchange_id ? { elsewhere: true } : {}) },
  }))
  if (possible > 0)
    lines.push({ ...line, id: orgId, pressure: 'waiting', source: { from: 'collision', possible } })
  return { lines, more: waiting.length > most ? 'collision' : null }
}
