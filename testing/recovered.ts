import type { MemberActor } from '#domain/member/actor.ts'
import { askRecovery } from '#usecases/recovery/ask-recovery.ts'
import { checkRecovery } from '#usecases/recovery/check-recovery.ts'
import type { World } from './world.ts'

/** Two colleagues saw her, and the day is over: a new way in may be made. Turns the clock to a day later. */
export async function recovered(
  world: World,
  memberId: string,
  { by, on = '2026-11-04' }: { by: MemberActor; on?: string },
): Promise<void> {
  const second = await world.member(['coordinator'], by.orgId)
  const { recoveryId } = await askRecovery(world.context, by, { memberId, reason: 'both' })
  for (const who of [by, second]) {
    const fresh = { ...who, provedAt: world.context.now() }
    await checkRecovery(world.context, fresh, { recoveryId, how: 'in_person' })
  }
  world.turnTo(on)
}
