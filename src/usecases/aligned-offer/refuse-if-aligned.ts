import { findMeetingsOf, findOffersBeside, findStaffOf, type OfferRow } from '#db/aligned-offer.ts'
import { findFacilitators, type GroupRow } from '#db/group.ts'
import { findSessions } from '#db/group-session.ts'
import type { Day } from '#domain/day.ts'
import { type AlignedMeeting, alignmentOf, onBothSides } from '#domain/group/aligned.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { rulesOf } from '#usecases/group/held-group.ts'

/** What is about to be different: of the group itself, or of what is offered beside it. */
interface Change {
  /** Those who lead the group. */
  readonly staff?: readonly string[]
  readonly moved?: { readonly sessionId: string; readonly on: Day; readonly at: string }
  /** An offer as it will be; one that isn't there yet as well. */
  readonly offer?: {
    readonly row: Pick<OfferRow, 'id' | 'door_print' | 'minutes'>
    readonly meetings: readonly { readonly on: Day; readonly at: string }[]
    readonly staff: readonly string[]
  }
}
/** Where the programme sets no number. A proposal of ours. */
const usualMinutesApart = 60

/**
 * Refuses what would bring the women's group and what is offered beside it into one building at one time, or give both to
 * one person. The group is held by whoever asks, also for a change to an offer: two changes at once come after each other.
 * Who only leads a group doesn't know what stands beside it, and hears no more than that it can't be then.
 */
export async function refuseIfAligned(work: Work, group: GroupRow, change: Change): Promise<void> {
  const { tx, orgId } = work
  const standing = (await findOffersBeside(tx, orgId, group.id)).filter(
    ({ id }) => id !== change.offer?.row.id,
  )
  if (standing.length === 0 && !change.offer) return
  const { rules } = rulesOf(work, group)
  const sessions = (await findSessions(tx, orgId, [group.id])).filter((row) => row.state === 'planned')
  const hers = {
    door: group.door_print?.toString('hex') ?? null,
    meetings: sessions.map((row): AlignedMeeting => {
      const moved = change.moved?.sessionId === row.id ? change.moved : null
      const minutes = rules.sessionMinutes.value
      return { on: moved?.on ?? row.on_day, at: moved?.at ?? row.at_time, minutes }
    }),
  }
  const ids = standing.map(({ id }) => id)
  const staff = await findStaffOf(tx, orgId, ids)
  const leading = change.staff ?? (await findFacilitators(tx, orgId, [group.id])).map((row) => row.worker_id)
  const meetings = change.offer ? [] : await findMeetingsOf(tx, orgId, ids)
  // Where one offer changes, nothing else can have become wrong: of those that stand only the staff counts.
  const others = change.offer
    ? [change.offer]
    : standing.map((row) => ({
        row,
        meetings: meetings.flatMap((one) =>
          one.offer_id === row.id ? [{ on: one.on_day, at: one.at_time }] : [],
        ),
        staff: staff.flatMap((one) => (one.offer_id === row.id ? [one.worker_id] : [])),
      }))
  for (const { row, meetings: theirs, staff: own } of others) {
    const said = alignmentOf(
      hers,
      {
        door: row.door_print?.toString('hex') ?? null,
        meetings: theirs.map((one) => ({ ...one, minutes: row.minutes })),
      },
      rules.adjacentMinutesApart?.value ?? usualMinutesApart,
    )
    if (said !== 'apart')
      throw new Refused(groupPolicy.plan(work.actor) ? `aligned-${said}` : 'session-not-then')
    const elsewhere = change.offer ? staff.map(({ worker_id }) => worker_id) : []
    if (onBothSides(own, [...leading, ...elsewhere]).length > 0) throw new Refused('aligned-staff-both')
  }
}
