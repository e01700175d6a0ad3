import { z } from 'zod'
import { cancellers, feelings } from '#domain/contact/contact.ts'
import type { Outcome } from '#domain/contact/log-contact.ts'
import { outsideReasons } from '#domain/contact/outside-window.ts'
import { type Present, presentPeople } from '#domain/contact/present.ts'
import { dayInput } from '#domain/day.ts'
import { claimInput } from '#domain/expense/claim.ts'
import { optionalText } from '#domain/person/person.ts'
import { contactModes, type ProgrammeDefinition } from '#domain/programme/definition.ts'
import { timeInput } from '#domain/typed-time.ts'
import type { ContactNotes } from '#usecases/contact/contact-fields.ts'
import { Invalid } from '#usecases/failure.ts'

const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null)

/** The day agreed for the next contact; outside its window only with a reason. */
export const agreement = {
  nextOn: orNull(dayInput),
  nextAt: orNull(timeInput),
  nextReason: orNull(z.enum(outsideReasons)),
}

/** What a worker says about a visit. Which answers are needed depends on the first. */
export const contactLog = {
  kind: z.enum(['done', 'cancelled', 'no_show']),
  by: orNull(z.enum(cancellers)),
  on: orNull(dayInput),
  minutes: orNull(z.int('not-valid')),
  mode: orNull(z.enum(contactModes)),
  talkSheet: orNull(z.string().max(60)),
  /** Which conversation sheet was on the table. */
  sheet: orNull(z.string().max(60)),
  feeling: orNull(z.enum(feelings)),
  present: z.array(z.enum(presentPeople)).max(presentPeople.length).default([]),
  /** Her partner took part in the talk, where that is meant and safe; that he was there stands under `present`. */
  partnerTookPart: z.boolean().default(false),
  /** Of several children, whom it was about; of her plan, which goals came up. */
  children: z.array(z.uuid()).max(12).default([]),
  goals: z.array(z.uuid()).max(20).default([]),
  went: optionalText(4000),
  next: optionalText(500),
  /** What she claims with it; nothing given leaves what was claimed as it is. */
  claim: orNull(claimInput),
}
export type Agreement = z.output<z.ZodObject<typeof agreement>>
export type ContactLog = z.output<z.ZodObject<typeof contactLog>>

/** What became of the visit; says which answer is missing if one is. */
export function outcomeOf(log: ContactLog): Outcome {
  if (log.kind === 'cancelled') {
    if (!log.by) throw new Invalid({ by: 'required' })
    return { kind: 'cancelled', by: log.by }
  }
  if (log.kind === 'no_show') {
    if (!log.on) throw new Invalid({ on: 'required' })
    return { kind: 'no_show', on: log.on }
  }
  if (log.on && log.minutes !== null) return { kind: 'done', on: log.on, minutes: log.minutes }
  throw new Invalid({
    ...(log.on ? {} : { on: 'required' }),
    ...(log.minutes === null ? { minutes: 'required' } : {}),
  })
}

/** Only what this programme knows: its ways of meeting and its own talk sheets. */
export function checkAgainst(definition: ProgrammeDefinition, log: ContactLog): void {
  if (log.mode && !definition.contacts?.modes.value.includes(log.mode))
    throw new Invalid({ mode: 'not-valid' })
  if (log.talkSheet && !definition.talkSheets.some(({ id }) => id === log.talkSheet))
    throw new Invalid({ talkSheet: 'not-valid' })
}

export const notesOf = (log: ContactLog): ContactNotes => ({
  went: {
    feeling: log.feeling,
    text: log.went,
    present: log.kind === 'done' ? presentAt(log) : [],
    partnerTookPart: log.kind === 'done' && log.partnerTookPart,
    children: log.kind === 'done' ? log.children : [],
    goals: log.kind === 'done' ? log.goals : [],
  },
  next: log.next,
})

/** Who takes part is there. */
const presentAt = ({ present, partnerTookPart }: ContactLog): Present[] =>
  partnerTookPart && !present.includes('partner') ? ['partner', ...present] : present
