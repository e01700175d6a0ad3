import type { PlaceRow } from '#db/group-place.ts'
import { lockWaitingOfKind } from '#db/message.ts'
import type { Work } from '#usecases/context.ts'
import { moveMessage } from '#usecases/message/move-message.ts'

/** The day or the place is another one, or she is no longer in the group: what waits to tell her is sent no more. */
export async function dropPlaceMessages(
  work: Work,
  places: readonly Pick<PlaceRow, 'trajectory_id'>[],
): Promise<void> {
  for (const { trajectory_id: trajectoryId } of places)
    for (const row of await lockWaitingOfKind(work.tx, work.orgId, trajectoryId, 'group-place'))
      await moveMessage(work, row, 'withdraw', { reasonCode: 'message-visit-changed' })
}
