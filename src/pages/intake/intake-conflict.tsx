import type { Form } from '#pages/form-data.ts'
import { factField, filledIntakeForm } from '#pages/intake/intake-form.ts'
import { Notice, Summary, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { IntakeView } from '#usecases/intake/read-intake.ts'

/** What is kept now where it differs from what was typed: both versions on one page, and a person chooses. */
export const IntakeConflict = ({ t, intake, form }: { t: T; intake: IntakeView; form: Form }) => {
  const kept = filledIntakeForm(intake)
  const fields: readonly (readonly [name: string, label: string])[] = [
    ['given', t('intake.given')],
    ['bornOn', t('intake.born-on')],
    ['dueOn', t('intake.due-on')],
    ...intake.definition.facts.map((fact) => [factField(fact.name), fact.question[t.language]] as const),
  ]
  const rows = fields
    .filter(([name]) => kept.text(name) !== form.text(name))
    .map(([name, label]) => [label, inWords(t, kept.text(name))] as const)
  return (
    <Notice tone="attention" title={t('intake.conflict')}>
      {rows.length > 0 ? <Summary rows={rows} /> : <Text>{t('intake.conflict-same')}</Text>}
      <Text>{t('intake.conflict-text')}</Text>
    </Notice>
  )
}

function inWords(t: T, value: string): string {
  const key = `intake.answer.${value || 'unknown'}`
  return t.has(key) ? t(key) : value
}
