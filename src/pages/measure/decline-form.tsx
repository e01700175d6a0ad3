import { declineReasons } from '#domain/measure/answers.ts'
import { Buttons, type FormState, PostForm, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'

/** That a moment passes without answers, and why. */
export const DeclineForm = ({ state, submissionKey }: { state: FormState; submissionKey: string }) => {
  const { t } = state
  return (
    <>
      <Heading>{t('measure.decline-title')}</Heading>
      <Text>{t('measure.decline-lead')}</Text>
      <PostForm state={state} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="decline" />
        <Select
          state={state}
          name="reason"
          label={t('measure.decline-reason')}
          empty=""
          options={declineReasons.map((reason) => ({
            value: reason,
            label: t(`measure.declined.${reason}`),
          }))}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('measure.decline')}</SubmitButton>
        </Buttons>
      </PostForm>
    </>
  )
}
