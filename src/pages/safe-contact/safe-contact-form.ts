import type { z } from 'zod'
import {
  type SafeContactPolicy,
  safeChannels,
  type safeContactTerms,
} from '#domain/contact-policy/safe-contact-policy.ts'
import { readTypedTime } from '#domain/typed-time.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import type { Problem } from '#pages/problem.ts'

/** How the agreement may have been made, as the form offers it. */
export const agreedHow = ['spoken', 'by_phone', 'interpreter', 'on_paper'] as const

/** What the form says. A choice that wasn't made is the strictest one; what can't be right the command refuses. */
export function readSafeContactForm(form: Form): {
  basedOn: string | null
  how: (typeof agreedHow)[number]
  terms: z.input<typeof safeContactTerms>
} {
  const rows = [1, 2].map((row) => ({
    days: form.all(`days${row}`).map(Number),
    from: readTypedTime(form.text(`from${row}`)) ?? form.text(`from${row}`),
    until: readTypedTime(form.text(`until${row}`)) ?? form.text(`until${row}`),
  }))
  const filled = rows.filter(
    (row, at) => at === 0 || row.days.length > 0 || row.from !== '' || row.until !== '',
  )
  return {
    basedOn: form.optional('basedOn'),
    how: agreedHow.find((way) => way === form.text('how')) ?? 'spoken',
    terms: {
      channels: safeChannels.filter((channel) => form.all('channels').includes(channel)),
      through: form.optional('through'),
      // Nobody said that it is hers alone: then nothing is left on it.
      phoneOf: form.text('phoneOf') === 'herself' ? 'herself' : 'shared',
      hours: form.text('time') === 'any' ? null : filled,
      pickedUpBy: form.text('pickedUpBy') === 'others_too' ? 'others_too' : 'only_herself',
      others: form.text('pickedUpBy') === 'others_too' ? form.optional('others') : null,
      coverName: form.optional('coverName'),
      codeWord: form.optional('codeWord'),
      language: form.optional('language'),
      interpreterPreferred: form.optional('interpreterPreferred'),
      interpreterExcluded: form.optional('interpreterExcluded'),
      voicemail: form.text('voicemail') === 'neutral' ? 'neutral' : 'never',
      neverAtHome: form.checked('neverAtHome'),
      aloneAllTheSame: form.checked('aloneAllTheSame'),
      remark: form.optional('remark'),
    },
  }
}

/** The form filled with the terms that count now; empty, but for the strictest choices, if there are none. */
export function filledSafeContactForm(policy: SafeContactPolicy | null): Form {
  if (!policy) return filledForm({ pickedUpBy: 'only_herself', voicemail: 'never', how: 'spoken' })
  const hours = policy.hours ?? []
  const row = (at: number) => ({
    [`days${at + 1}`]: hours[at]?.days.map(String),
    [`from${at + 1}`]: hours[at]?.from,
    [`until${at + 1}`]: hours[at]?.until,
  })
  return filledForm({
    channels: policy.channels,
    through: policy.through,
    phoneOf: policy.phoneOf,
    time: policy.hours === null ? 'any' : 'hours',
    ...row(0),
    ...row(1),
    pickedUpBy: policy.pickedUpBy,
    others: policy.others,
    coverName: policy.coverName,
    codeWord: policy.codeWord,
    language: policy.language,
    interpreterPreferred: policy.interpreterPreferred,
    interpreterExcluded: policy.interpreterExcluded,
    voicemail: policy.voicemail,
    neverAtHome: policy.neverAtHome ? 'yes' : null,
    remark: policy.remark,
    how: 'spoken',
  })
}

/** The command's field names, as the form calls them: `terms.hours.0.from` is `from1`. */
export function onSafeContactForm(problem: Problem): Problem {
  const named = Object.entries(problem.fields).map(([path, code]) => {
    const inner = path.replace(/^terms\./, '')
    const row = /^hours(?:\.(\d+))?(?:\.(days|from|until))?/.exec(inner)
    return [row ? `${row[2] ?? 'days'}${Number(row[1] ?? 0) + 1}` : inner, code] as const
  })
  return { ...problem, fields: Object.fromEntries(named) }
}
