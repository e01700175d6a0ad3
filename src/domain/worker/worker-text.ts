import { z } from 'zod'
import { type Day, isBefore } from '#domain/day.ts'

/** What an organisation lets its workers sign: texts of its own, in versions. Each opens the gate of the same name. */
export const textKinds = ['agreement', 'confidentiality'] as const
export type TextKind = (typeof textKinds)[number]

export const textInput = z.string().trim().min(40, 'text-too-short').max(20_000)

/** By when who signed an earlier version must sign this one: a day that is still to come. */
export const signByProblem = (signBy: Day | null, today: Day): string | null =>
  signBy && !isBefore(today, signBy) ? 'not-after-today' : null
