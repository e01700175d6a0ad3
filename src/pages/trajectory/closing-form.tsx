import { evaluationReasons, goalLevels } from '#domain/closure/closure.ts'
import { afterwardsAnswers } from '#domain/measure/after-end.ts'
import {
  Buttons,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextArea,
} from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { readClosing } from '#usecases/trajectory/read-closing.ts'

export type Closing = Awaited<ReturnType<typeof readClosing>>
export const goalField = (outcomeId: string): string => `goal.${outcomeId}`
export const toldField = (fact: string): string => `told.${fact}`
export const toldAnswers = ['yes', 'no', 'unknown'] as const

/** Says before the button what closing does: to her plan, to her volunteer, and who hears what. */
export const WhatHappens = ({ t, closing }: { t: T; closing: Closing }) => (
  <Notice title={t('closure.what-happens')}>
    <ul class="naast-list">
      {closing.plannedLeft > 0 && <li>{t('closure.contacts-left', { count: closing.plannedLeft })}</li>}
      {closing.begun && closing.usual && <li>{t('closure.match-ends')}</li>}
      {closing.measuresLeft > 0 && <li>{t('closure.measures-left', { count: closing.measuresLeft })}</li>}
      <li>
        {closing.tellsReferrer
          ? t(closing.begun ? 'closure.tells' : 'closure.tells-not-started')
          : t('closure.tells-nobody')}
      </li>
    </ul>
    {closing.begun && (
      <>
        <Text>
          {t('closure.counts-as')}: <strong>{t(`closure.result.${closing.result}`).toLowerCase()}</strong>.{' '}
          {closing.usual?.min && closing.usual.max
            ? t('closure.result-why', {
                done: closing.visitsDone,
                min: closing.usual.min,
                max: closing.usual.max,
              })
            : closing.usual || closing.sessionsAttended === null
              ? t('closure.result-why-open', { count: closing.visitsDone })
              : t('closure.result-why-group', { count: closing.sessionsAttended })}
        </Text>
        <Text quiet>{t('closure.result-rule')}</Text>
      </>
    )}
  </Notice>
)

/** Why it ends, what came of the final evaluation, and what was reached. */
export const ClosingForm = ({
  state,
  submissionKey,
  closing,
}: {
  state: FormState
  submissionKey: string
  closing: Closing
}) => {
  const { t } = state
  return (
    <PostForm state={state} submissionKey={submissionKey}>
      <input type="hidden" name="version" value={state.form.text('version') || closing.version} />
      <Radios
        state={state}
        name="reason"
        label={t('closure.reason')}
        options={closing.reasons.map(({ id, label }) => ({ value: id, label: label[t.language] }))}
      />
      {closing.begun && closing.final && <Evaluation state={state} closing={closing} final={closing.final} />}
      {closing.begun && <Goals state={state} closing={closing} />}
      {closing.begun &&
        closing.asked.map(({ name, question }) => (
          <Radios
            key={name}
            state={state}
            name={toldField(name)}
            label={question[t.language]}
            row
            options={toldAnswers.map((answer) => ({ value: answer, label: t(`closure.told.${answer}`) }))}
          />
        ))}
      {closing.asksAgainAfter !== null && (
        <Radios
          state={state}
          name="afterwards"
          label={t('closure.afterwards', { count: closing.asksAgainAfter })}
          hint={t('closure.afterwards-hint')}
          options={afterwardsAnswers.map((answer) => ({
            value: answer,
            label: t(`closure.afterwards.${answer}`),
          }))}
        />
      )}
      {closing.begun && <TextArea state={state} name="words" label={t('closure.words')} optional rows={4} />}
      <TextArea state={state} name="note" label={t('closure.note')} optional rows={3} />
      <Buttons>
        <SubmitButton>{t('closure.close')}</SubmitButton>
        <Link href={paths.trajectory.one(closing.trajectoryId)}>{t('closure.back')}</Link>
      </Buttons>
    </PostForm>
  )
}

const Evaluation = ({
  state,
  closing,
  final,
}: {
  state: FormState
  closing: Closing
  final: NonNullable<Closing['final']>
}) => {
  const { t } = state
  const kinds = [...(final.taken ? (['taken'] as const) : []), 'declined', 'not_possible'] as const
  const whys = [...evaluationReasons.declined, ...evaluationReasons.not_possible]
  return (
    <section>
      <Heading>{t('closure.evaluation', { moment: final.label[t.language].toLowerCase() })}</Heading>
      {!final.taken && final.due && (
        <p>
          <ButtonLink href={paths.measure.take(closing.trajectoryId, final.moment)} kind="secondary">
            {t('closure.evaluation-now')}
          </ButtonLink>
        </p>
      )}
      <Radios
        state={state}
        name="evaluation"
        label={t('closure.evaluation-hint')}
        options={kinds.map((kind) => ({ value: kind, label: t(`closure.evaluation.${kind}`) }))}
      />
      <Select
        state={state}
        name="evaluationWhy"
        label={t('closure.evaluation-why')}
        optional
        empty=""
        options={whys.map((why) => ({ value: why, label: t(`closure.why.${why}`) }))}
      />
    </section>
  )
}

const Goals = ({ state, closing }: { state: FormState; closing: Closing }) => {
  const { t } = state
  return (
    <section>
      <Heading>{t('closure.goals')}</Heading>
      <Text quiet>{t('closure.goals-hint')}</Text>
      {closing.outcomes.map(({ id, label }) => (
        <Radios
          key={id}
          state={state}
          name={goalField(id)}
          label={label[t.language]}
          row
          options={goalLevels.map((level) => ({ value: level, label: t(`closure.goal.${level}`) }))}
        />
      ))}
    </section>
  )
}
