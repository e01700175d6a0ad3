import { type HoldReason, holdReasons } from '#domain/erasure/legal-hold.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { chosen } from '#pages/course/course-form.tsx'
import { Buttons, DayField, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import type { StaffRequest } from '#pages/page.ts'

interface Props {
  readonly state: FormState
  readonly submissionKey: string
  readonly title: string
  readonly text: string
}

/** A file is kept longer than its term, for a reason and until a day. */
export const HoldForm = ({ state, submissionKey, title, text }: Props) => {
  const { t } = state
  return (
    <section>
      <Heading>{title}</Heading>
      <Text>{text}</Text>
      <PostForm state={state} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="hold" />
        <Radios
          state={state}
          name="holdReason"
          label={t('erasure.hold-reason')}
          options={holdReasons.map((value) => ({ value, label: t(`erasure.hold-reason.${value}`) }))}
        />
        <DayField
          state={state}
          name="until"
          label={t('erasure.hold-until')}
          hint={t('erasure.hold-until-hint')}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('erasure.do-hold')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

/** What stands in it; a day that can't be read goes on as it was typed, to be refused with words. */
export function readHold({ form, today }: Pick<StaffRequest, 'form' | 'today'>): {
  reason: HoldReason
  until: Temporal.PlainDate | string
} {
  const until = form.text('until')
  return { reason: chosen(form, 'holdReason', holdReasons), until: readTypedDay(until, { today }) ?? until }
}
