import { z } from 'zod'
import { id, param, sourced, words } from '#domain/programme/provenance.ts'

const count = z.number().int().min(0).max(1000)
const days = z.number().int().min(1).max(3660)

/** What must be in order before a woman has a place in the group. */
export const groupGateKinds = [
  'intake_talk',
  'individual_help',
  'safe_contact',
  'safe_attendance',
  'group_rules',
] as const
export type GroupGateKind = (typeof groupGateKinds)[number]

/** The subject of one meeting, in the order of the plan. An open group picks from them. */
export const plannedSession = z.strictObject({
  id,
  label: words,
  /** What it is meant to bring. */
  goal: words.optional(),
  ...sourced,
})

/** By what a group is mixed, and what each woman beyond the half costs a composition. */
export const varietyKinds = ['age', 'background', 'phase'] as const
const variety = z.strictObject({
  by: z.enum(varietyKinds),
  /** Nobody is left out for it: a seat is worth hundreds. */
  points: param(z.number().int().min(0).max(20)),
  ...sourced,
})

/** One part of every meeting, with what it takes of its time; in order. */
const sessionPart = z.strictObject({ id, label: words, minutes: param(count) })
/** What is laid on the table or given along at a meeting. */
const handout = z.strictObject({
  id,
  label: words,
  /** May it go home with her? Where a partner looks on, paper stays. */
  takeHome: z.boolean(),
  ...sourced,
})

/** A group: closed with a plan of sessions, or open with a rhythm and subjects to pick from. */
export const groupOffer = z.strictObject({
  open: param(z.boolean()),
  sizeMin: param(count),
  sizeMax: param(count),
  /** `null`: goes on for as long as there is one. */
  sessions: param(count.nullable()),
  sessionMinutes: param(count),
  /** Shorter or longer than this is looked at. */
  sessionMinutesBetween: param(z.strictObject({ min: count, max: count })).optional(),
  cadenceDays: param(days),
  /** Other rhythms the group may choose. */
  cadenceChoices: param(z.array(days).min(1)).optional(),
  facilitators: param(count),
  closedAfterSession: param(count).optional(),
  /** Smaller than this while it runs: somebody decides whether it goes on. */
  reviewBelow: param(count).optional(),
  minAttendance: param(count).optional(),
  /** A talk in which she catches up with a meeting she missed: until when, and whether that counts as having been there. */
  makeUp: param(z.strictObject({ withinDays: days, counts: z.boolean() })).optional(),
  /** So many days before a meeting she may be told where it is, and no earlier. */
  placeToldDays: param(z.number().int().min(0).max(60)).optional(),
  sessionParts: z.array(sessionPart).default([]),
  handouts: z.array(handout).default([]),
  gates: z.array(z.strictObject({ kind: z.enum(groupGateKinds), label: words, ...sourced })).default([]),
  /** What everybody in the group agrees to before the first meeting. */
  rules: z.array(z.strictObject({ id, label: words, ...sourced })).default([]),
  sessionPlan: z.array(plannedSession),
  /** What the method wants to be mixed in one group; nothing unless it says so. */
  variety: z.array(variety).max(varietyKinds.length).default([]),
  /** So long apart are two offers in one building, for who goes and who comes. */
  adjacentMinutesApart: param(count).optional(),
  /** Groups for others in the family that are best held side by side with this one. */
  adjacentOffers: z
    .array(z.strictObject({ id, for: z.enum(['men', 'children']), label: words, ...sourced }))
    .default([]),
})

/** A meeting for the workers themselves; being there counts as time for learning. */
export const workerSession = z.strictObject({
  id,
  label: words,
  everyDays: param(days).optional(),
  ...sourced,
})
