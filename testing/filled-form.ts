import type { FormOnPage } from './html.ts'

/** An answer that a text field of this name may well get. */
export function plausible(name: string): string {
  const answers: readonly (readonly [RegExp, string])[] = [
    [/email/i, 'iemand@example.nl'],
    [/phone/i, '06 12345678'],
    [/postcode/i, '3011 AB'],
    [/birthDay/i, '3-2-1998'],
    [/bornOn/i, '3-9-2026'],
    [/dueOn/i, '3-2-2027'],
    [/from\d|nextAt|^at$/i, '10:00'],
    [/until\d/i, '12:00'],
    [/minutes|capacity/i, '60'],
    [/(^on|On|On?Typed|until|from)$/, '3-11-2026'],
  ]
  return answers.find(([pattern]) => pattern.test(name))?.[1] ?? `Antwoord op ${name}`
}

/** What a browser would send of this form, with choices made and texts written. */
export function filled({ fields }: FormOnPage, answer = plausible): URLSearchParams {
  const sent = new URLSearchParams()
  const buttons = fields.filter(({ kind }) => kind === 'submit')
  for (const field of fields) {
    const { name, kind, value } = field
    if (kind === 'submit' || kind === 'file') continue
    if (kind === 'radio') {
      if (!sent.has(name)) sent.set(name, value)
    } else if (kind === 'checkbox') sent.append(name, value)
    else if (kind === 'select') sent.set(name, value || (field.options.find(Boolean) ?? ''))
    else sent.set(name, value || answer(name))
  }
  const [button] = buttons
  if (button) sent.set(button.name, button.value)
  return sent
}
