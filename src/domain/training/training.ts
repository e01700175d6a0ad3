import { z } from 'zod'
import { type Day, dayInput, isBefore } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { timeInput } from '#domain/typed-time.ts'

/** A training of workers: planned, then given on all its days, or called off. */
export const trainingStates = ['planned', 'given', 'cancelled'] as const
export type TrainingState = (typeof trainingStates)[number]

/** What a certificate of it opens; a theme evening opens nothing and stands in her record all the same. */
export const certifiedKinds = ['training', 'meldcode_course'] as const

export const attendances = ['there', 'excused', 'absent'] as const
export type Attendance = (typeof attendances)[number]

/** `19:30`, or nothing where it isn't known yet. */
export const timeOfDay = timeInput.nullish().transform((time) => time ?? null)

const session = z.strictObject({
  on: dayInput,
  at: timeOfDay,
  halfDays: z.int().min(1).max(4),
})

/** `null`: there is room for everybody. */
export const seatsInput = z
  .int()
  .min(1)
  .max(200)
  .nullish()
  .transform((seats) => seats ?? null)

export const trainingInput = z.strictObject({
  title: z.string().trim().min(2).max(120),
  place: optionalText(200),
  gateKind: z.enum(certifiedKinds).nullable(),
  /** How long its certificate counts by what it says itself; without it as its programme says. */
  validMonths: z
    .int()
    .min(1)
    .max(120)
    .nullish()
    .transform((months) => months ?? null),
  seats: seatsInput,
  sessions: z.array(session).min(1, 'a-day-at-least').max(20),
})
export type TrainingInput = z.output<typeof trainingInput>

/** Two sessions on one day at one time are one too many. */
export const sameMoment = (sessions: TrainingInput['sessions']): boolean =>
  new Set(sessions.map(({ on, at }) => `${on} ${at ?? ''}`)).size < sessions.length

/** May somebody still take a seat, or a place on its waiting list? */
export const mayEnrol = (
  { state, lastDay }: { state: TrainingState; lastDay: Day },
  today: Day,
): Refusal<'training-over'> | null =>
  state !== 'planned' || isBefore(lastDay, today) ? refuse('training-over') : null

interface Attended {
  readonly halfDays: number
  /** `null`: nobody wrote down whether she was there. */
  readonly attendance: Attendance | null
}
const halfDaysOf = (sessions: readonly Attended[]): number =>
  sessions.reduce((sum, { halfDays, attendance }) => sum + (attendance === 'there' ? halfDays : 0), 0)

/**
 * Has she done enough for a certificate? All of this training, or as many half-days as her programme asks with what
 * she did in others of its kind: what she missed here she may catch up there.
 */
export const doneEnough = (
  here: readonly Attended[],
  elsewhere: readonly Attended[],
  asked: number | null,
): boolean =>
  (here.length > 0 && here.every(({ attendance }) => attendance === 'there')) ||
  (asked !== null && halfDaysOf(here) > 0 && halfDaysOf(here) + halfDaysOf(elsewhere) >= asked)
