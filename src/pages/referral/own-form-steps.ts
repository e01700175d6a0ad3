import type { Day } from '#domain/day.ts'
import type { Form } from '#pages/form-data.ts'
import { type FieldName, type Fields, problemsIn } from '#pages/referral/public-answers.ts'

/** The steps of a woman's own form: one group of questions each, then a page to check everything. */
export const ownFormSteps = ['name', 'reach', 'safe', 'child', 'about', 'words', 'check'] as const
export type OwnFormStep = (typeof ownFormSteps)[number]

/** What each step asks. Together these are all the answers that travel in the form. */
export const asked = {
  name: ['given', 'family'],
  reach: ['phone', 'email'],
  safe: ['channel', 'when', 'voicemail'],
  child: ['dueOn', 'bornOn', 'firstChild'],
  about: ['language', 'interpreter', 'postcode', 'birthDay'],
  words: ['words'],
  check: ['agreed'],
} as const satisfies Record<OwnFormStep, readonly FieldName[]>
/** An answer of this form. */
export type OwnAnswer = (typeof asked)[OwnFormStep][number]
export const allAsked: readonly OwnAnswer[] = ownFormSteps.flatMap((step) => asked[step])

const required: readonly FieldName[] = ['given', 'channel', 'agreed']

/** What stands in the way of leaving a step forwards. */
export function problemsOfStep(step: OwnFormStep, form: Form, today: Day): Fields {
  const fields = problemsIn(form, today, { ask: asked[step], required })
  if (step === 'reach' && !form.text('phone') && !form.text('email')) fields.phone ??= 'phone-or-email'
  // A way that can't be gone: she chose mail without an address, or a call without a number.
  if (step === 'safe' && !fields.channel) {
    if (form.text('channel') === 'email' && !form.text('email')) fields.channel = 'no-email-given'
    if (/^(phone|text)$/.test(form.text('channel')) && !form.text('phone')) fields.channel = 'no-phone-given'
    if (form.text('channel') === 'via_referrer') fields.channel = 'choose-one'
  }
  return fields
}

/** Where somebody is in the form. `returning`: she came from the check page to change one answer. */
export interface Place {
  readonly step: OwnFormStep
  readonly returning: boolean
}
export interface Move extends Place {
  readonly problems: Fields
  /** Everything is well and she said 'send'. */
  readonly send: boolean
}

const isStep = (text: string): text is OwnFormStep => ownFormSteps.some((step) => step === text)

/** Where the form says it is; what it says is only where to show, never whether to believe. */
export function placeIn(form: Form): Place {
  const step = form.text('step')
  return { step: isStep(step) ? step : 'name', returning: form.checked('returning') }
}

/**
 * Where a press of a button leads. `next` only leaves a step that is well; `back` and `change-…` always leave it,
 * so that nobody is held; `send` goes to the first step that isn't well. Anything else stays. The answers are never
 * touched here: they travel in the form.
 */
export function move(place: Place, go: string, form: Form, today: Day): Move {
  const at = ownFormSteps.indexOf(place.step)
  const stay = (problems: Fields = {}): Move => ({ ...place, problems, send: false })
  const to = (step: OwnFormStep | undefined, returning = false): Move =>
    step ? { step, returning, problems: {}, send: false } : stay()
  if (go === 'back') return place.returning ? to('check') : to(ownFormSteps[Math.max(0, at - 1)])
  if (go.startsWith('change-')) {
    const step = go.slice('change-'.length)
    return isStep(step) && step !== 'check' ? to(step, true) : stay()
  }
  if (go === 'next' && place.step !== 'check') {
    const problems = problemsOfStep(place.step, form, today)
    if (Object.keys(problems).length > 0) return stay(problems)
    return place.returning ? to('check') : to(ownFormSteps[at + 1])
  }
  if (place.step === 'check' && (go === 'send' || go === 'next')) {
    for (const step of ownFormSteps) {
      const problems = problemsOfStep(step, form, today)
      if (Object.keys(problems).length > 0)
        return { step, returning: step !== 'check', problems, send: false }
    }
    return { ...place, problems: {}, send: true }
  }
  return stay()
}
