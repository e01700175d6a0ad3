import type { Day } from '#domain/day.ts'
import { recordSession } from '#usecases/group/hold-session.ts'
import { planGroup } from '#usecases/group/plan-group.ts'
import { readGroup } from '#usecases/group/read-group.ts'
import { readSession } from '#usecases/group/read-session.ts'
import { stepGroupOn } from '#usecases/group/step-group.ts'
import type { Volunteer } from '../stage.ts'
import type { Scene } from './scene.ts'

interface Group {
  readonly title: string
  readonly location: string
  readonly at: string
  readonly planned: Day
  readonly firstOn: Day
  readonly leading: readonly Volunteer[]
}

/** Planned and open for women. */
export async function openGroup(scene: Scene, story: Group): Promise<string> {
  const { groupId } = await planGroup(scene.on(story.planned), scene.coordinator, {
    programmeId: scene.programme.id,
    title: story.title,
    location: story.location,
    facilitatorIds: story.leading.map(({ workerId }) => workerId),
    firstOn: story.firstOn,
    at: story.at,
  })
  await stepGroupOn(scene.on(story.planned), scene.coordinator, { id: groupId, version: 1, step: 'open' })
  return groupId
}

export async function confirmGroup(scene: Scene, day: Day, groupId: string): Promise<void> {
  const { version } = await readGroup(scene.on(day), scene.coordinator, { id: groupId })
  await stepGroupOn(scene.on(day), scene.coordinator, { id: groupId, version, step: 'confirm' })
}

interface Meeting {
  readonly minutes: number
  /** Those who led it that day. */
  readonly leading: readonly Volunteer[]
  /** By place: who was not there. */
  readonly absent?: Readonly<Record<string, 'absent_notified' | 'absent_unnotified'>>
}

/** The next meeting of the plan is held and written down on its own day. Gives that day. */
export async function holdMeeting(scene: Scene, groupId: string, story: Meeting): Promise<Day> {
  const [first] = story.leading
  if (!first) throw new Error('a meeting without anybody')
  const { sessions } = await readGroup(scene.on(scene.today), first.actor, { id: groupId })
  const next = sessions.find(({ state }) => state === 'planned')
  if (!next) throw new Error('no meeting left')
  const context = scene.on(next.on)
  const { women, version } = await readSession(context, first.actor, { id: next.id })
  await recordSession(context, first.actor, {
    id: next.id,
    version,
    minutes: story.minutes,
    theme: 'held',
    facilitatorIds: story.leading.map(({ workerId }) => workerId),
    attendance: Object.fromEntries(
      women.map(({ placeId }) => [placeId, story.absent?.[placeId] ?? ('present' as const)]),
    ),
  })
  return next.on
}
