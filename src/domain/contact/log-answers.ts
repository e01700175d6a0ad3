import { cancellers, feelings } from '#domain/contact/contact.ts'
import { outsideReasons } from '#domain/contact/outside-window.ts'
import { presentPeople } from '#domain/contact/present.ts'
import type { Day } from '#domain/day.ts'
import { claimFieldNames, readClaim } from '#domain/expense/claim-answers.ts'
import { contactModes } from '#domain/programme/definition.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { readTypedTime } from '#domain/typed-time.ts'

/** What somebody tapped and typed about a visit, by the names of the form, on a page or on a phone without signal. */
export interface LogAnswers {
  text(name: string): string
  all(name: string): readonly string[]
}

/** The names of the form; those of which more than one may be ticked stand apart. */
export const tickedNames = ['present', 'children', 'goals'] as const
export const logFieldNames = [
  'what',
  'on',
  'onTyped',
  'mode',
  'minutes',
  'minutesTyped',
  'talkSheet',
  'sheet',
  'feeling',
  'partnerTookPart',
  'went',
  'next',
  'nextOn',
  'nextOnTyped',
  'nextAt',
  'nextReason',
  ...claimFieldNames,
  ...tickedNames,
] as const

/** What stands behind 'a different one'. */
export const other = 'other'

const isTicked = (name: string): boolean => tickedNames.some((one) => one === name)
const ofMany = ','

/** As a draft keeps them: one text a name. */
export const keptAnswers = (answers: LogAnswers): Record<string, string> =>
  Object.fromEntries(
    logFieldNames.flatMap((name) => {
      const text = isTicked(name) ? answers.all(name).join(ofMany) : answers.text(name)
      return text ? [[name, text]] : []
    }),
  )
/** And back, for a form. */
export const formAnswers = (kept: Readonly<Record<string, string>>): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(kept).map(([name, text]) => [name, isTicked(name) ? text.split(ofMany) : text]),
  )
/** The same, to be read as a form is. */
export const answersOf = (kept: Readonly<Record<string, string>>): LogAnswers => ({
  text: (name) => (kept[name] ?? '').trim(),
  all: (name) => (kept[name] ? kept[name].split(ofMany) : []),
})

const known = <const Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === text) ?? null

/** Days that are said from the day on which it was written; a phone's own calendar may be wrong. */
const daysAgo: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', 1],
])

/** A day chosen from a few, or typed. What can't be read goes on as it is, to be refused by name. */
function dayOf(answers: LogAnswers, name: 'on' | 'nextOn', today: Day): string | null {
  const chosen = answers.text(name)
  const ago = daysAgo.get(chosen)
  if (ago !== undefined) return today.subtract({ days: ago }).toString()
  if (chosen !== other) return chosen || null
  const text = answers.text(`${name}Typed`)
  return text ? (readTypedDay(text, { today })?.toString() ?? text) : 'not-filled-in'
}

/** The answers as the use cases take them; `kind` may be unknown, which they refuse. */
export function readLog(answers: LogAnswers, today: Day) {
  const [kind, by] = answers.text('what').split('-')
  const minutes = answers.text('minutes') === other ? answers.text('minutesTyped') : answers.text('minutes')
  return {
    kind: known(['done', 'cancelled', 'no_show'], kind ?? ''),
    by: known(cancellers, by ?? ''),
    on: dayOf(answers, 'on', today),
    minutes: /^\d{1,4}$/.test(minutes) ? Number(minutes) : null,
    mode: known(contactModes, answers.text('mode')),
    talkSheet: answers.text('talkSheet') || null,
    sheet: answers.text('sheet') || null,
    feeling: known(feelings, answers.text('feeling')),
    present: presentPeople.filter((one) => answers.all('present').includes(one)),
    partnerTookPart: answers.text('partnerTookPart') === 'yes',
    children: [...answers.all('children')],
    goals: [...answers.all('goals')],
    went: answers.text('went') || null,
    next: answers.text('next') || null,
    claim: readClaim(answers),
  }
}

export function readAgreement(answers: LogAnswers, today: Day) {
  const at = answers.text('nextAt')
  const nextOn = dayOf(answers, 'nextOn', today)
  return {
    nextOn,
    nextAt: at && nextOn ? (readTypedTime(at) ?? at) : null,
    nextReason: known(outsideReasons, answers.text('nextReason')),
  }
}
