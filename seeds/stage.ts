import type { Day } from '#domain/day.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Context } from '#usecases/context.ts'

/** Where the stories play: one organisation, its people, and a clock that can be set to any day of the past. */
export interface Stage {
  readonly orgId: string
  readonly slug: string
  /** The day on which somebody opens the demo. Stories are told backwards from it. */
  readonly today: Day
  readonly zone: string
  /** The use cases' context as it was on a day, some minutes later at each call. */
  on(day: Day): Context
  readonly coordinator: MemberActor
  readonly referrer: MemberActor
  readonly volunteers: Readonly<Record<string, Volunteer>>
}

export interface Volunteer {
  readonly workerId: string
  readonly actor: MemberActor
}

/** Turns the clock: the same context, on another day. Each step comes eleven minutes after the one before. */
export function clockOf(context: Context, zone: string): (day: Day) => Context {
  const steps = new Map<string, number>()
  return (day) => {
    const step = steps.get(day.toString()) ?? 0
    steps.set(day.toString(), step + 1)
    const moment = day
      .toZonedDateTime({ timeZone: zone, plainTime: '09:00' })
      .add({ minutes: (step * 11) % 540 })
      .toInstant()
    return { ...context, now: () => moment }
  }
}
