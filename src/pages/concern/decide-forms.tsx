import type { Day } from '#domain/day.ts'
import {
  Buttons,
  DayField,
  type FormState,
  PostForm,
  Radios,
  SubmitButton,
  TextArea,
} from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { ConcernPage } from '#usecases/concern/read-concern.ts'

interface Props {
  readonly t: T
  readonly today: Day
  readonly concern: ConcernPage
  readonly submissionKey: string
  readonly state: FormState
}

const Hidden = ({ what, concern }: { what: string; concern: ConcernPage }) => (
  <>
    <input type="hidden" name="what" value={what} />
    <input type="hidden" name="version" value={concern.version} />
  </>
)

/** One tap: I have read it and I am on it. */
export const TakeUpForm = ({ t, concern, submissionKey, state }: Props) =>
  concern.abilities.takeUp ? (
    <PostForm state={state} submissionKey={submissionKey} action={paths.concern.one(concern.id)}>
      <Hidden what="take-up" concern={concern} />
      <Buttons>
        <SubmitButton>{t('concern.take-up')}</SubmitButton>
      </Buttons>
    </PostForm>
  ) : null

/** What was done about it. Who raised it reads this too. */
export const AnswerForm = ({ t, concern, submissionKey, state }: Props) =>
  concern.abilities.answer.length > 0 ? (
    <section>
      <Heading>{t('concern.answer')}</Heading>
      <Text quiet>{t('concern.answer-hint')}</Text>
      <PostForm state={state} submissionKey={submissionKey} action={paths.concern.one(concern.id)}>
        <Hidden what="answer" concern={concern} />
        <Radios
          state={state}
          name="deed"
          label={t('concern.deed')}
          options={concern.abilities.answer.map((deed) => ({
            value: deed,
            label: t(`concern.deed.${deed}`),
          }))}
        />
        <TextArea state={state} name="words" label={t('concern.answer-words')} rows={3} optional />
        <Buttons>
          {/* Whoever reads it first takes it up first: one choice stands out at a time. */}
          <SubmitButton kind={concern.abilities.takeUp ? 'secondary' : 'primary'}>
            {t('concern.save-answer')}
          </SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  ) : null

/** What follows: nothing more, watching until a day, or the meldcode. */
export const CloseForm = ({ t, concern, submissionKey, state }: Props) =>
  concern.abilities.close.length > 0 ? (
    <section>
      <Heading>{t('concern.close')}</Heading>
      <PostForm state={state} submissionKey={submissionKey} action={paths.concern.one(concern.id)}>
        <Hidden what="close" concern={concern} />
        <Radios
          state={state}
          name="outcome"
          label={t('concern.close-as')}
          options={concern.abilities.close.map((outcome) => ({
            value: outcome,
            label: t(`concern.outcome.${outcome}`),
          }))}
        />
        <DayField
          state={state}
          name="watchUntil"
          label={t('concern.watch-until')}
          hint={t('concern.watch-hint')}
          optional
        />
        <TextArea state={state} name="words" label={t('concern.close-words')} rows={3} optional />
        <Buttons>
          <SubmitButton kind="secondary">{t('concern.do-close')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  ) : null
