import type { PlaceRow } from '#db/group-place.ts'
import type { SessionRow } from '#db/group-session.ts'
import { findMeasures } from '#db/measure.ts'
import { momentsAtSession } from '#domain/group/moments-at-session.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'

/** What is measured at this session, by moment; who was asked and who answered is the coordinator's to know. */
export async function sessionMeasures(
  { tx, orgId }: Pick<Work, 'tx' | 'orgId'>,
  definition: ProgrammeDefinition,
  { session, sessions }: { readonly session: SessionRow; readonly sessions: readonly SessionRow[] },
  women: readonly PlaceRow[],
) {
  const held = sessions.filter((row) => row.state !== 'cancelled')
  const nth = held.findIndex((row) => row.id === session.id) + 1
  const moments = momentsAtSession(definition, nth, held.length)
  const asked = []
  for (const { moment, label, instruments } of moments) {
    // What comes from the shelf only is about herself: asked in a talk of her own, and not named in the room.
    if (instruments.length === 0) continue
    const of = []
    for (const place of women) {
      const rows = (await findMeasures(tx, orgId, place.trajectory_id)).filter((row) => row.moment === moment)
      if (rows.length === 0) continue
      const due = rows.some((row) => row.state === 'due')
      of.push({ placeId: place.id, trajectoryId: place.trajectory_id, due })
    }
    asked.push({
      moment,
      label,
      instruments: definition.instruments
        .filter(({ id, items }) => instruments.includes(id) && items.length > 0)
        .map((instrument) => instrument.label),
      women: of,
    })
  }
  return asked
}
