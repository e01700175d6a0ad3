import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { formOf } from '#pages/form-data.ts'
import { heldFormPage } from '#pages/look/failure-pages.tsx'
import { wordsIn } from '#pages/words/words.ts'

test('what was typed when the session ended stands on the page that says so, but for a password', () => {
  const typed = new URLSearchParams({
    went: 'Samen gewandeld <b>ver</b>',
    minutes: '75',
    current: 'geheim woord',
  })
  typed.append('goal', 'een')
  typed.append('goal', 'twee')
  const { body, status } = heldFormPage(wordsIn('nl'), '/contacts/1/log', formOf(typed))
  const html = renderToString(body as never)
  expect(status).toBe(401)
  expect(html).toContain('action="/contacts/1/log"')
  for (const kept of ['Samen gewandeld &lt;b', '>75<', '>een<', '>twee<']) expect(html).toContain(kept)
  expect(html).not.toContain('geheim woord')
})
