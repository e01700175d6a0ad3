import type { Told } from '#domain/circle/supporter.ts'
import { compareDays, type Day, isBefore } from '#domain/day.ts'

/** What was said of somebody on one day. Ids grow with the time at which they were made; `told` is `null` from the day on which they are no longer among them. */
export interface SupporterVersion {
  readonly id: string
  readonly number: number
  readonly on: Day
  readonly told: Told | null
}
export interface Supporter {
  readonly id: string
  /** By which a change says what it was made on. */
  readonly version: number
  readonly since: Day
  readonly told: Told
}

/** Who was in her circle at the end of a day, in the order in which she named them first. */
export function circleOn(versions: readonly SupporterVersion[], day: Day): readonly Supporter[] {
  const ids = [...new Set(inOrder(versions).map(({ id }) => id))]
  return ids.flatMap((id) => {
    const known = inOrder(versions).filter((one) => one.id === id && !isBefore(day, one.on))
    const [first, last] = [known[0], known.at(-1)]
    return first && last?.told ? [{ id, version: last.number, since: first.on, told: last.told }] : []
  })
}

const inOrder = (versions: readonly SupporterVersion[]): readonly SupporterVersion[] =>
  versions.toSorted((a, b) => compareDays(a.on, b.on) || a.number - b.number || (a.id < b.id ? -1 : 1))

/** The days on which the picture became another one, the oldest first. */
export const daysOf = (versions: readonly Pick<SupporterVersion, 'on'>[]): readonly Day[] =>
  versions
    .map(({ on }) => on)
    .toSorted(compareDays)
    .filter((day, at, all) => at === 0 || !all[at - 1]?.equals(day))

export type Move = 'same' | 'new' | 'gone' | 'nearer' | 'further'
export interface Moved {
  readonly id: string
  readonly was: Told | null
  readonly now: Told | null
  readonly move: Move
}

/** Then and now, person by person: who is there now first, then who is there no more. Says where, never how good. */
export function movesBetween(then: readonly Supporter[], now: readonly Supporter[]): readonly Moved[] {
  const before = new Map(then.map(({ id, told }) => [id, told]))
  const still = new Set(now.map(({ id }) => id))
  return [
    ...now.map(({ id, told }): Moved => {
      const was = before.get(id) ?? null
      return { id, was, now: told, move: moveFrom(was, told) }
    }),
    ...then
      .filter(({ id }) => !still.has(id))
      .map(({ id, told }): Moved => ({ id, was: told, now: null, move: 'gone' })),
  ]
}

const moveFrom = (was: Told | null, now: Told): Move =>
  was === null ? 'new' : was.ring === now.ring ? 'same' : now.ring < was.ring ? 'nearer' : 'further'
