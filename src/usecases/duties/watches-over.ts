import { findCoordinators, listDeputies } from '#db/duties.ts'
import { isBefore } from '#domain/day.ts'
import type { Work } from '#usecases/context.ts'

/**
 * Whose duties are hers today: her own, and of whom she stands in for. With all who coordinate now: what belongs to
 * nobody else of these is everybody's.
 */
export async function watchesOver({ tx, orgId, actor, today }: Work) {
  const own = actor.kind === 'member' ? [actor.memberId] : []
  const covers = (await listDeputies(tx, orgId, today)).filter(
    ({ deputy_id, from_day }) => own.includes(deputy_id) && !isBefore(today, from_day),
  )
  return {
    watchers: [...own, ...covers.map(({ member_id }) => member_id)],
    coordinators: await findCoordinators(tx, orgId, today),
  }
}
