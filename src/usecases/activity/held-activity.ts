import { type ActivityRow, findActivity, findMeeting, lockActivity, type MeetingRow } from '#db/activity.ts'
import { type MeetingState, meetingStates } from '#domain/activity/activity.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** What an activity is called and where it is, under its own key. */
export const activityFields = sealedFields('activity', ['title_sealed', 'place_sealed'])

/** The activity's key must be loaded. */
export const activityTitle = ({ vault }: Work, row: ActivityRow): string =>
  activityFields.open(vault, row.id, row.id, 'title_sealed', row.title_sealed) ?? '—'
export const activityPlace = ({ vault }: Work, row: ActivityRow): string | null =>
  activityFields.open(vault, row.id, row.id, 'place_sealed', row.place_sealed)

export function meetingStateOf({ state: text }: Pick<MeetingRow, 'state'>): MeetingState {
  const state = meetingStates.find((known) => known === text)
  if (!state) throw new Error(`a meeting in state ${text}`)
  return state
}

export interface HeldMeeting {
  readonly activity: ActivityRow
  readonly meeting: MeetingRow
  readonly definition: ProgrammeDefinition
}

/** A meeting with its activity held until the transaction ends; refused if somebody changed it since `version`. */
export async function holdMeeting(work: Work, id: string, version?: number): Promise<HeldMeeting> {
  const seen = await findMeeting(work.tx, work.orgId, id)
  const activity = seen && (await lockActivity(work.tx, work.actor, seen.activity_id))
  const meeting = activity && (await findMeeting(work.tx, work.orgId, id))
  if (!activity || !meeting) throw new NotFound()
  if (version !== undefined && meeting.version !== version) throw new Refused('changed-meanwhile')
  await work.vault.load([activity.id])
  return { activity, meeting, definition: definitionOf(work, activity) }
}

export async function readMeeting(work: Work, id: string): Promise<HeldMeeting> {
  const meeting = await findMeeting(work.tx, work.orgId, id)
  const activity = meeting && (await findActivity(work.tx, work.actor, meeting.activity_id))
  if (!meeting || !activity) throw new NotFound()
  await work.vault.load([activity.id])
  return { activity, meeting, definition: definitionOf(work, activity) }
}

/** Who reads names and counts: a coordinator, and the worker who leads it. */
export const runsActivity = ({ actor }: Pick<Work, 'actor'>, { leader_id }: ActivityRow): boolean =>
  actor.kind === 'member' &&
  (actor.roles.includes('coordinator') || (leader_id !== null && leader_id === actor.workerId))
