import { sharingParties } from '#domain/consent/consent.ts'
import type { FactDefinition } from '#domain/programme/definition.ts'
import { consentField, factField } from '#pages/intake/intake-form.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import { agreedHow } from '#pages/safe-contact/safe-contact-form.ts'
import type { IntakeView } from '#usecases/intake/read-intake.ts'

interface Props {
  readonly state: FormState
  readonly intake: IntakeView
  readonly version: number
  readonly submissionKey: string
}

/** What intake asks: about the child, what this programme's rules need, and what she agrees to. */
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
      {intake.definition.facts.map((fact) => (
        <FactField key={fact.name} state={state} fact={fact} />
      ))}
      <Heading>{t('intake.consents')}</Heading>
      <Text>{t('intake.consents-lead')}</Text>
      {intake.consents.asked
        .filter((code) => code !== 'C-6')
        .map((code) => (
          <Radios
            key={code}
            state={state}
            name={consentField(code)}
            label={consentWords(state, code)}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`intake.answer.${value}`) }))}
          />
        ))}
      {intake.consents.asked.includes('C-6') && (
        <Checkboxes
          state={state}
          name="shareWith"
          label={t('intake.consent.C-6')}
          hint={t('intake.consent.C-6-hint')}
          options={sharingParties.map((value) => ({ value, label: t(`intake.party.${value}`) }))}
        />
      )}
      <Radios
        state={state}
        name="how"
        label={t('safe-contact.how')}
        options={agreedHow.map((value) => ({ value, label: t(`safe-contact.how.${value}`) }))}
      />
      <Buttons>
        <SubmitButton name="next" value="decide">
          {t('intake.save-and-decide')}
        </SubmitButton>
        <SubmitButton name="next" value="stay" kind="secondary">
          {t('intake.save')}
        </SubmitButton>
      </Buttons>
    </PostForm>
  )
}

/** What a consent says, in words that can be read aloud. */
export const consentWords = ({ t }: Pick<FormState, 't'>, code: string): string => {
  const key = `intake.consent.${code}`
  return t.has(key) ? t(key) : code
}

const FactField = ({ state, fact }: { state: FormState; fact: FactDefinition }) => {
  const { t } = state
  const about = {
    state,
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
      options={(['yes', 'no', 'unknown'] as const).map((value) => ({
        value,
        label: t(`intake.answer.${value}`),
      }))}
    />
  )
}
