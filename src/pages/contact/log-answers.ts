import { cancellers, feelings } from '#domain/contact/contact.ts'
import { outsideReasons } from '#domain/contact/outside-window.ts'
import type { Day } from '#domain/day.ts'
import { contactModes } from '#domain/programme/definition.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { readTypedTime } from '#domain/typed-time.ts'
import type { Form } from '#pages/form-data.ts'
import type { Problem } from '#pages/problem.ts'

/** The form's own shape: what somebody taps and types about a visit. Translated here, on submit. */
export const logFieldNames = [
  'what',
  'on',
  'onTyped',
  'mode',
  'minutes',
  'minutesTyped',
  'talkSheet',
  'feeling',
  'went',
  'next',
  'nextOn',
  'nextOnTyped',
  'nextAt',
  'nextReason',
] as const

/** What stands behind 'a different one'. */
export const other = 'other'

const known = <const Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === text) ?? null

/** A day chosen from a few, or typed. What can't be read goes on as it is, to be refused by name. */
function dayOf(form: Form, name: 'on' | 'nextOn', today: Day): string | null {
  const chosen = form.text(name)
  if (chosen !== other) return chosen || null
  const text = form.text(`${name}Typed`)
  return text ? (readTypedDay(text, { today })?.toString() ?? text) : 'not-filled-in'
}

/** The answers as the use cases take them; `kind` may be unknown, which they refuse. */
export function readLog(form: Form, today: Day) {
  const [kind, by] = form.text('what').split('-')
  const minutes = form.text('minutes') === other ? form.text('minutesTyped') : form.text('minutes')
  return {
    kind: known(['done', 'cancelled', 'no_show'], kind ?? ''),
    by: known(cancellers, by ?? ''),
    on: dayOf(form, 'on', today),
    minutes: /^\d{1,4}$/.test(minutes) ? Number(minutes) : null,
    mode: known(contactModes, form.text('mode')),
    talkSheet: form.optional('talkSheet'),
    feeling: known(feelings, form.text('feeling')),
    went: form.optional('went'),
    next: form.optional('next'),
  }
}

export function readAgreement(form: Form, today: Day) {
  const at = form.text('nextAt')
  const nextOn = dayOf(form, 'nextOn', today)
  return {
    nextOn,
    nextAt: at && nextOn ? (readTypedTime(at) ?? at) : null,
    nextReason: known(outsideReasons, form.text('nextReason')),
  }
}

/** Problems of the answers, by the fields of this form. */
export const onLogForm = (problem: Problem): Problem => ({
  ...problem,
  fields: Object.fromEntries(
    Object.entries(problem.fields).map(([name, code]) =>
      name === 'kind' || name === 'by' ? ['what', 'choose-one'] : [name, code],
    ),
  ),
})

/** What was typed, for keeping as a draft. */
export const draftOf = (form: Form): Record<string, string> =>
  Object.fromEntries(logFieldNames.flatMap((name) => (form.text(name) ? [[name, form.text(name)]] : [])))
