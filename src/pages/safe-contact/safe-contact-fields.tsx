import { phoneOwners, safeChannels } from '#domain/contact-policy/safe-contact-policy.ts'
import {
  Buttons,
  Checkboxes,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { Notice, Text } from '#pages/look/parts.tsx'
import { spokenLanguages } from '#pages/referral/public-answers.ts'
import { agreedHow } from '#pages/safe-contact/safe-contact-form.ts'
import { dayName } from '#pages/safe-contact/safe-contact-rule.tsx'

interface Props {
  readonly state: FormState
  readonly submissionKey: string
  readonly action: string
  /** The terms on the screen; empty if there were none. */
  readonly basedOn: string | null
  /** Her number stands with somebody around her too. */
  readonly numberShared?: boolean
}

/** The questions of the safe-contact agreement, for the page of its own and for the intake, which begins with it. */
export const SafeContactForm = ({ state, submissionKey, action, basedOn, numberShared = false }: Props) => {
  const { t } = state
  const another =
    numberShared ||
    state.problem.fields.phoneOf === 'number-stands-with-another' ||
    state.form.checked('aloneAllTheSame')
  return (
    <PostForm state={state} submissionKey={submissionKey} action={action}>
      <input type="hidden" name="basedOn" value={basedOn ?? ''} />
      <Text>{t('safe-contact.lead')}</Text>
      <Checkboxes
        state={state}
        name="channels"
        label={t('safe-contact.ways')}
        options={safeChannels.map((value) => ({ value, label: t(`safe-contact.channel.${value}`) }))}
      />
      <Radios
        state={state}
        name="phoneOf"
        label={t('safe-contact.phone-of')}
        options={phoneOwners.map((value) => ({ value, label: t(`safe-contact.phone-of.${value}`) }))}
      />
      {another && (
        <>
          <Notice tone="attention" title={t('safe-contact.alone-title')}>
            <Text>{t('safe-contact.alone-text')}</Text>
          </Notice>
          <Checkboxes
            state={state}
            name="aloneAllTheSame"
            label={t('safe-contact.alone')}
            options={[{ value: 'yes', label: t('safe-contact.alone-yes') }]}
          />
        </>
      )}
      <TextField
        state={state}
        name="through"
        label={t('safe-contact.through')}
        hint={t('safe-contact.through-hint')}
        optional
      />
      <Radios
        state={state}
        name="time"
        label={t('safe-contact.when')}
        options={[
          { value: 'hours', label: t('safe-contact.some-hours') },
          { value: 'any', label: t('safe-contact.any-time') },
        ]}
      />
      {hoursFields(state, 1, t('safe-contact.first-hours'))}
      <details class="naast-more" open={state.form.all('days2').length > 0}>
        <summary>{t('safe-contact.more-hours')}</summary>
        {hoursFields(state, 2, t('safe-contact.other-days'))}
      </details>
      <Radios
        state={state}
        name="pickedUpBy"
        label={t('safe-contact.picked-up-by')}
        options={(['only_herself', 'others_too'] as const).map((value) => ({
          value,
          label: t(`safe-contact.picked-up-by.${value}`),
        }))}
      />
      <TextField state={state} name="others" label={t('safe-contact.others')} optional />
      <TextField
        state={state}
        name="coverName"
        label={t('safe-contact.cover-name')}
        hint={t('safe-contact.cover-name-hint')}
        optional
      />
      <TextField
        state={state}
        name="codeWord"
        label={t('safe-contact.code-word')}
        hint={t('safe-contact.code-word-hint')}
        optional
      />
      <Select
        state={state}
        name="language"
        label={t('safe-contact.language')}
        empty={t('safe-contact.language-open')}
        options={spokenLanguages.map((value) => ({ value, label: t.languageName(value) }))}
        optional
      />
      <TextField
        state={state}
        name="interpreterPreferred"
        label={t('safe-contact.interpreter-preferred')}
        hint={t('safe-contact.interpreter-preferred-hint')}
        optional
      />
      <TextField
        state={state}
        name="interpreterExcluded"
        label={t('safe-contact.interpreter-excluded')}
        hint={t('safe-contact.interpreter-excluded-hint')}
        optional
      />
      <Radios
        state={state}
        name="voicemail"
        label={t('safe-contact.voicemail')}
        options={(['never', 'neutral'] as const).map((value) => ({
          value,
          label: t(`safe-contact.voicemail.${value}`),
        }))}
      />
      <Checkboxes
        state={state}
        name="neverAtHome"
        label={t('safe-contact.at-home')}
        options={[{ value: 'yes', label: t('safe-contact.never-at-home') }]}
      />
      <TextArea state={state} name="remark" label={t('safe-contact.remark')} rows={2} optional />
      <Radios
        state={state}
        name="how"
        label={t('safe-contact.how')}
        options={agreedHow.map((value) => ({ value, label: t(`safe-contact.how.${value}`) }))}
      />
      <Buttons>
        <SubmitButton>{t('safe-contact.save')}</SubmitButton>
      </Buttons>
    </PostForm>
  )
}

/** Called, not rendered: the form finds the names of its fields among its own children. */
const hoursFields = (state: FormState, row: 1 | 2, label: string) => {
  const { t } = state
  return (
    <>
      <Checkboxes
        state={state}
        name={`days${row}`}
        label={label}
        row
        options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: dayName(t, day) }))}
      />
      <TextField
        state={state}
        name={`from${row}`}
        label={t('safe-contact.from')}
        hint={t('safe-contact.time-hint')}
        width={4}
      />
      <TextField state={state} name={`until${row}`} label={t('safe-contact.until')} width={4} />
    </>
  )
}
