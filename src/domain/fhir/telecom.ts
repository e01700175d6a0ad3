import { all, extensions, type FhirNode, hasCode, valueAt } from '#domain/fhir/node.ts'
import type { Findings } from '#domain/fhir/note.ts'
import { extensionUrls, systems } from '#domain/fhir/systems.ts'
import { emailInput } from '#domain/person/person.ts'
import { readPhone } from '#domain/person/phone.ts'

/**
 * The phone number and e-mail address in somebody's `telecom`: her mobile first, then home, then work. One of each:
 * more ways to reach her than she asked for are more ways for someone else to pick up. What can't be read of hers or
 * of the one who refers is kept as a line in words, never thrown away.
 */
export function reachOf(
  person: FhirNode,
  findings: Findings,
  whose: keyof typeof lineKinds | 'helper',
): { phone: string | null; email: string | null } {
  const telecoms = all(person, 'telecom').filter(
    (telecom) => valueAt(telecom, 'use') !== 'old' && valueAt(telecom, 'value') !== null,
  )
  const pick = (
    kind: 'phone' | 'email',
    ours: readonly FhirNode[],
    read: (text: string) => string | null,
  ): string | null => {
    const place = `${person.name === 'contact' ? 'Patient.contact' : person.name}.telecom`
    const readable: string[] = []
    for (const telecom of ours) {
      const text = valueAt(telecom, 'value') ?? ''
      const value = text.includes('[…]') ? null : read(text)
      if (value !== null) readable.push(value)
      else {
        findings.note(`${kind}-unreadable`, place)
        if (whose !== 'helper') findings.line(lineKinds[whose][kind], text)
      }
    }
    if (new Set(readable).size > 1) findings.note('one-of-several', place)
    return readable[0] ?? null
  }
  const system = (...wanted: string[]) =>
    telecoms.filter((telecom) => wanted.includes(valueAt(telecom, 'system') ?? ''))
  return {
    phone: pick(
      'phone',
      system('phone', 'sms').toSorted((a, b) => nearness(a) - nearness(b)),
      readPhone,
    ),
    email: pick(
      'email',
      system('email').toSorted((a, b) => nearness(a) - nearness(b)),
      readEmail,
    ),
  }
}

const lineKinds = {
  mother: { phone: 'phone', email: 'email' },
  referrer: { phone: 'referrer-phone', email: 'referrer-email' },
} as const

const readEmail = (text: string): string | null =>
  emailInput.safeParse(text.replace(/^mailto:/i, '')).data ?? null

const uses = ['mobile', 'home', 'temp', 'work']
const nearness = (telecom: FhirNode): number => {
  // nl-core says 'mobile' in an extension of the system (v3 address use MC).
  const mobile = all(telecom, 'system').some((system) =>
    extensions(system, extensionUrls.codeSpecification).some((kind) =>
      hasCode(kind, ['valueCodeableConcept'], systems.addressUse, 'MC'),
    ),
  )
  const use = uses.indexOf(valueAt(telecom, 'use') ?? '')
  return mobile ? 0 : use === -1 ? 1.5 : use
}
