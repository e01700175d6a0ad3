import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { formOf } from '#pages/form-data.ts'
import {
  allAsked,
  asked,
  move,
  type OwnAnswer,
  ownFormSteps,
  placeIn,
} from '#pages/referral/own-form-steps.ts'
import { OwnFormPage } from '#pages/referral/own-form-view.tsx'
import { wordsIn } from '#pages/words/words.ts'
import { fieldsOn } from '#testing/html.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const t = wordsIn('nl')

/** The page as the server sends it after a press of a button with these fields. */
function press(fields: URLSearchParams, go: string) {
  const form = formOf(new URLSearchParams([...fields, ['go', go]]))
  const next = move(placeIn(form), go, form, today)
  const html = renderToString(
    <OwnFormPage
      state={{ t, form, problem: { fields: next.problems, refused: null } }}
      place={next}
      today={today}
      organisation="Stichting Waterrijk"
      submissionKey="00000000-0000-7000-8000-000000000001"
      saysPressed={false}
    />,
  )
  return { ...next, html, fields: fieldsOn(html) }
}
const start = () => press(new URLSearchParams(), 'stay')

const well: Partial<Record<OwnAnswer, string>> = {
  given: 'Amira',
  phone: '06-12345678',
  channel: 'phone',
  voicemail: 'no',
  dueOn: '3 februari 2027',
  language: 'ar',
  interpreter: 'yes',
  agreed: 'yes',
}
/** Fills the fields that are on the page, as a woman would, and presses. */
function fill(page: ReturnType<typeof start>, go: string, answers = well) {
  const fields = new URLSearchParams(page.fields)
  for (const name of asked[page.step]) {
    fields.delete(name)
    const answer = answers[name]
    if (answer !== undefined) fields.append(name, answer)
  }
  return press(fields, go)
}

describe('a woman’s own form', () => {
  test('leads from the first question to the check page and then sends', () => {
    let page = start()
    const seen = [page.step]
    while (page.step !== 'check') {
      page = fill(page, 'next')
      seen.push(page.step)
      expect(page.problems).toEqual({})
    }
    expect(seen).toEqual([...ownFormSteps])
    expect(page.html).toContain('06-12345678')
    expect(page.html).toContain('Arabisch')
    expect(page.html).toContain('3 februari 2027')
    expect(fill(page, 'send').send).toBe(true)
  })

  test('comes back to the check page after changing one answer', () => {
    let page = start()
    while (page.step !== 'check') page = fill(page, 'next')
    page = press(page.fields, 'change-reach')
    expect(page.step).toBe('reach')
    page = fill(page, 'next', { ...well, phone: '+31 6 12345679' })
    expect(page.step).toBe('check')
    expect(page.html).toContain('+31 6 12345679')
  })

  test('never sends what has not been filled in, whatever the form says of itself', () => {
    const page = press(new URLSearchParams({ step: 'check', agreed: 'yes' }), 'send')
    expect(page).toMatchObject({ send: false, step: 'name', problems: { given: 'required' } })
  })

  test('holds a way that can’t be gone', () => {
    const page = press(new URLSearchParams({ step: 'safe', phone: '0612345678', channel: 'email' }), 'next')
    expect(page.problems).toEqual({ channel: 'no-email-given' })
  })

  test('wants an agreement before anything is sent', () => {
    let page = start()
    while (page.step !== 'check') page = fill(page, 'next')
    expect(press(page.fields, 'send').problems).toEqual({ agreed: 'agreement-needed' })
  })

  test('carries nothing in an address, asks for no script and leaves browsers nothing to remember', () => {
    const { html } = start()
    expect(html).not.toMatch(/<script|method="get"|localStorage|document\./i)
    expect(html).toMatch(/<form[^>]*autocomplete="off"/)
  })

  test('loses no answer, over any sequence of buttons, mistakes and changes', () => {
    const text = fc.oneof(
      fc.constantFrom(
        '',
        'Amira',
        '06 12345678',
        'geen nummer',
        '31-2-2026',
        '3-11-2026',
        'a@example.nl',
        '"<b>&amp;',
      ),
      fc.string({ maxLength: 30 }),
      fc.constant('x'.repeat(5000)),
    )
    const choices: Partial<Record<OwnAnswer, readonly string[]>> = {
      channel: ['phone', 'text', 'email'],
      voicemail: ['yes', 'no'],
      firstChild: ['yes', 'no', 'unknown'],
      language: ['nl', 'ar', 'ti'],
      interpreter: ['yes'],
      agreed: ['yes'],
    }
    const go = fc.constantFrom(
      'next',
      'next',
      'next',
      'back',
      'stay',
      'send',
      'nonsense',
      ...ownFormSteps.map((step) => `change-${step}`),
    )
    fc.assert(
      fc.property(fc.array(fc.record({ go, typed: text, pick: fc.nat() }), { maxLength: 25 }), (presses) => {
        let page = start()
        const known = new Map<string, string>()
        for (const { go, typed, pick } of presses) {
          const fields = new URLSearchParams(page.fields)
          for (const [at, name] of asked[page.step].entries()) {
            const options = choices[name]
            const answer = options ? (options[(pick + at) % (options.length + 1)] ?? '') : typed
            fields.delete(name)
            if (answer !== '') fields.append(name, answer)
            known.set(name, formOf(new URLSearchParams({ [name]: answer })).text(name))
          }
          page = press(fields, go)
          if (page.send) return
          for (const name of allAsked)
            expect(formOf(page.fields).text(name), `${name} after ${go}`).toBe(known.get(name) ?? '')
        }
      }),
      { numRuns: 150 },
    )
  })
})
