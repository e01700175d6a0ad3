import type { z } from 'zod'
import { type ConsentWay, sharingParties } from '#domain/consent/consent.ts'
import type { Day } from '#domain/day.ts'
import type { IntakeAnswers, intakeAnswers } from '#domain/intake/intake.ts'
import type { ConsentCode, FactDefinition, ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { FactValue } from '#domain/programme/expression.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import type { Problem } from '#pages/problem.ts'
import { agreedHow } from '#pages/safe-contact/safe-contact-form.ts'
import type { IntakeView } from '#usecases/intake/read-intake.ts'

export const factField = (name: string): string => `fact-${name}`
export const consentField = (code: string): string => `consent-${code}`

/** The answers as typed. A day or a number that can't be read goes on as it is, and is refused by name. */
export function readAnswers(
  form: Form,
  definition: ProgrammeDefinition,
  today: Day,
): z.input<typeof intakeAnswers> {
  const day = (name: string) => {
    const text = form.optional(name)
    return text === null ? null : (readTypedDay(text, { today }) ?? text)
  }
  return {
    child: { given: form.optional('given'), bornOn: day('bornOn'), dueOn: day('dueOn') },
    facts: Object.fromEntries(
      definition.facts.map((fact) => [fact.name, readFact(fact, form.text(factField(fact.name)))]),
    ),
  }
}

function readFact({ type }: FactDefinition, text: string): FactValue {
  if (text === '' || text === 'unknown') return null
  if (type.kind === 'yes_no') return text === 'yes' ? true : text === 'no' ? false : text
  if (type.kind !== 'number') return text
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : text
}

/** Her answers to the consents, as typed. What wasn't answered wasn't asked. */
export function readConsents(form: Form, codes: readonly ConsentCode[]) {
  const answers: Partial<Record<ConsentCode, 'yes' | 'no'>> = {}
  for (const code of codes) {
    const text = form.text(consentField(code))
    if (text === 'yes' || text === 'no') answers[code] = text
  }
  const how: ConsentWay = agreedHow.find((way) => way === form.text('how')) ?? 'spoken'
  return { answers, shareWith: sharingParties.filter((party) => form.all('shareWith').includes(party)), how }
}

/** The form filled with what is kept. */
export function filledIntakeForm({ answers, definition, consents }: IntakeView): Form {
  const facts = definition.facts.map(({ name }) => [factField(name), factText(answers, name)] as const)
  const register = consents.live
    .filter(({ code }) => code !== 'C-6')
    .map(({ code, state }) => [consentField(code), state === 'given' ? 'yes' : 'no'] as const)
  return filledForm({
    given: answers.child.given,
    bornOn: answers.child.bornOn && typedDay(answers.child.bornOn),
    dueOn: answers.child.dueOn && typedDay(answers.child.dueOn),
    ...Object.fromEntries(facts),
    ...Object.fromEntries(register),
    shareWith: consents.live.flatMap(({ code, state, party }) =>
      code === 'C-6' && state === 'given' && party ? [party] : [],
    ),
    how: 'spoken',
  })
}

export function factText({ facts }: IntakeAnswers, name: string): string {
  const value = facts[name] ?? null
  return value === null ? 'unknown' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/** A day as people here type it. */
export const typedDay = (day: Day): string => `${day.day}-${day.month}-${day.year}`

/** The command's field names, as the form calls them. */
export function onIntakeForm(problem: Problem): Problem {
  const named = Object.entries(problem.fields).map(([path, code]) => [
    path.replace(/^answers\.child\./, '').replace(/^answers\.facts\./, 'fact-'),
    code,
  ])
  return { ...problem, fields: Object.fromEntries(named) }
}
