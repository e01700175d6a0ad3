import type { FactDefinition } from '#domain/programme/definition.ts'
import { factField } from '#pages/intake/intake-form.ts'
import {
  Buttons,
  DayField,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Heading } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { IntakeView } from '#usecases/intake/read-intake.ts'

interface Props {
  readonly state: FormState
  readonly intake: IntakeView
  readonly version: number
  readonly submissionKey: string
}

/** What intake asks about her child, and what this programme's rules need to know. */
export const IntakeQuestions = ({ state, intake, version, submissionKey }: Props) => {
  const { t } = state
  return (
    <PostForm state={state} submissionKey={submissionKey} action={paths.intake.one(intake.trajectoryId)}>
      <input type="hidden" name="version" value={version} />
      <Heading>{t('intake.child')}</Heading>
      <TextField state={state} name="given" label={t('intake.given')} width={20} optional />
      <DayField state={state} name="bornOn" label={t('intake.born-on')} hint={t('intake.day-hint')} />
      <DayField state={state} name="dueOn" label={t('intake.due-on')} optional />
      <Heading>{t('intake.situation')}</Heading>
      {intake.definition.facts.map((fact) => factQuestion(state, fact))}
      <Buttons>
        <SubmitButton name="next" value="consents">
          {t('intake.save-and-go-on')}
        </SubmitButton>
        <SubmitButton name="next" value="stay" kind="secondary">
          {t('intake.save')}
        </SubmitButton>
      </Buttons>
    </PostForm>
  )
}

/** Called, not rendered: the form finds the names of its fields among its own children. */
const factQuestion = (state: FormState, fact: FactDefinition) => {
  const { t } = state
  const about = {
    state,
    key: fact.name,
    name: factField(fact.name),
    label: fact.question[t.language],
    hint: fact.hint?.[t.language],
  }
  if (fact.type.kind === 'number') return <TextField {...about} width={4} inputMode="numeric" optional />
  if (fact.type.kind === 'choice')
    return (
      <Select
        {...about}
        empty={t('intake.answer.unknown')}
        options={fact.type.options.map(({ id, label }) => ({ value: id, label: label[t.language] }))}
      />
    )
  return (
    <Radios
      {...about}
      row
      options={(['yes', 'no', 'unknown'] as const).map((value) => ({
        value,
        label: t(`intake.answer.${value}`),
      }))}
    />
  )
}
