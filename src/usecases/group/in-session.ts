import type { GroupRow } from '#db/group.ts'
import type { PlaceRow } from '#db/group-place.ts'
import type { SessionRow } from '#db/group-session.ts'
import { isBefore } from '#domain/day.ts'
import { hasSeat } from '#usecases/group/group-states.ts'

/** Of whom it is written down whether she was there: who had a seat on that day, also if she left since. */
export const inSession = (places: readonly PlaceRow[], session: Pick<SessionRow, 'on_day'>): PlaceRow[] =>
  places.filter(
    ({ state, enrolled_on, ended_on }) =>
      (state === 'active' || state === 'completed' || state === 'left') &&
      enrolled_on !== null &&
      !isBefore(session.on_day, enrolled_on) &&
      (ended_on === null || !isBefore(ended_on, session.on_day)),
  )

/** Before the group runs those who have a seat are expected; afterwards those who had one on that day. */
export const expectedAt = (
  group: Pick<GroupRow, 'state'>,
  places: readonly PlaceRow[],
  session: Pick<SessionRow, 'on_day'>,
): PlaceRow[] => (group.state === 'confirmed' ? places.filter(hasSeat) : inSession(places, session))
