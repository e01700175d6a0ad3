import { consultationDrops } from '#domain/consultation/consultation.ts'
import { partyOptions } from '#pages/consent/party-options.ts'
import { DayField, type FormState, Radios, Select, TextArea, TextField } from '#pages/look/form.tsx'
import type { Consultations } from '#usecases/consultation/list-consultations.ts'

/** What is asked of an expert, and of whom. */
export const AskFields = ({ state, list }: { state: FormState; list: Consultations }) => {
  const { t } = state
  return (
    <>
      <Radios
        state={state}
        name="kind"
        label={t('consultation.kind')}
        options={list.kinds.map(({ id, label }) => ({ value: id, label: label[t.language] }))}
      />
      {list.parties.length > 0 && (
        <Select
          state={state}
          name="organisation"
          label={t('consultation.organisation')}
          empty={t('consultation.organisation-none')}
          options={list.parties.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        state={state}
        name="party"
        label={t('consultation.party-ask')}
        hint={t('consultation.party-hint')}
        optional={list.parties.length > 0}
      />
      {list.mayName && <Naming state={state} />}
      <TextArea
        state={state}
        name="question"
        label={t('consultation.question-ask')}
        hint={t('consultation.question-hint')}
        spoken
      />
      <DayField state={state} name="askedOn" label={t('consultation.asked-ask')} />
    </>
  )
}

/** Only for who may share something of her; whoever else asks does so without her name. */
const Naming = ({ state }: { state: FormState }) => {
  const { t } = state
  return (
    <>
      <Radios
        state={state}
        name="telling"
        label={t('consultation.telling-ask')}
        options={[
          { value: 'anonymous', label: t('consultation.telling-ask.anonymous') },
          {
            value: 'named',
            label: t('consultation.telling-ask.named'),
            hint: t('consultation.telling-ask.named-hint'),
          },
        ]}
      />
      <Select
        state={state}
        name="recipient"
        label={t('consultation.recipient')}
        empty={t('consultation.recipient-none')}
        options={partyOptions(t)}
      />
    </>
  )
}

/** What came of it. */
export const StepFields = ({ state }: { state: FormState }) => {
  const { t } = state
  return (
    <>
      <Radios
        state={state}
        name="what"
        label={t('consultation.what')}
        options={[
          { value: 'answer', label: t('consultation.what.answer') },
          { value: 'wait', label: t('consultation.what.wait') },
          ...consultationDrops.map((reason) => ({
            value: reason,
            label: t(`consultation.drop.${reason}`),
          })),
        ]}
      />
      <DayField state={state} name="onDay" label={t('consultation.on-day')} />
      <TextArea
        state={state}
        name="advice"
        label={t('consultation.advice-ask')}
        hint={t('consultation.advice-hint')}
        optional
        spoken
      />
      <DayField
        state={state}
        name="againOn"
        label={t('consultation.again-on')}
        hint={t('consultation.again-hint')}
        optional
      />
    </>
  )
}
