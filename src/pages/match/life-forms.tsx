import { earlierShown } from '#domain/match/earlier-words.ts'
import { answers, type Side, sides } from '#domain/match/match.ts'
import { pauseReasons } from '#domain/match/pause.ts'
import { typed } from '#pages/contact/typed.ts'
import { Buttons, DayField, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Card, Heading, Tag, Text } from '#pages/look/parts.tsx'
import { Folded, faulty, formState, LifeForm, type Shown } from '#pages/match/life-form.tsx'
import type { T } from '#pages/words/words.ts'

/** They met: on trial until a day, or at once for good. */
export const Begin = (shown: Shown) => {
  const { t } = shown.request
  const { usual } = shown.match.trial
  const state = formState(shown, {
    doing: 'start',
    known: { trialUntil: usual && typed(usual) },
  })
  return (
    <section>
      <Heading>{t('match.start-title')}</Heading>
      <Text>{t('match.start-hint')}</Text>
      <LifeForm shown={shown} state={state} doing="start">
        <DayField
          state={state}
          name="trialUntil"
          label={t('match.trial-until')}
          hint={t('match.trial-hint')}
          optional
        />
        <Buttons>
          <SubmitButton>{t('match.start')}</SubmitButton>
        </Buttons>
      </LifeForm>
    </section>
  )
}

/** Does each of the two want to go on? A no ends nothing by itself. */
export const Trial = (shown: Shown) => {
  const { t, today } = shown.request
  const { trial } = shown.match
  const state = formState(shown, { doing: 'lengthen', names: { until: 'longerUntil' } })
  return (
    <section>
      <Heading>{t('match.trial-title')}</Heading>
      {trial.until && <Text lead>{t('match.trial-is', { day: t.day(trial.until, today) })}</Text>}
      <Text quiet>{t('match.trial-ask')}</Text>
      {sides.map((side) => (
        <TrialAnswer key={side} shown={shown} side={side} />
      ))}
      <Folded title={t('match.trial-lengthen')} open={faulty(state)}>
        <LifeForm shown={shown} state={state} doing="lengthen">
          <DayField state={state} name="longerUntil" label={t('match.trial-until')} />
          <Buttons>
            <SubmitButton kind="secondary">{t('match.trial-lengthen')}</SubmitButton>
          </Buttons>
        </LifeForm>
      </Folded>
    </section>
  )
}

const TrialAnswer = ({ shown: { request, match }, side }: { shown: Shown; side: Side }) => {
  const { t } = request
  const name = side === 'mother' ? match.woman : match.worker
  const said = answers.find((one) => one === match.trial[side])
  return (
    <Card
      title={name}
      tag={
        <Tag tone={said === 'yes' ? 'done' : said === 'no' ? 'attention' : 'neutral'}>
          {said ? t(`match.trial-said.${said}`) : t('match.answer.none')}
        </Tag>
      }
      action={
        <form method="post" class="naast-inline-form">
          <input type="hidden" name="key" value={request.newKey()} />
          <input type="hidden" name="version" value={match.version} />
          <input type="hidden" name="do" value="trial" />
          <input type="hidden" name="side" value={side} />
          {said !== 'yes' && (
            <SubmitButton name="answer" value="yes">
              {t('match.trial-yes', { name })}
            </SubmitButton>
          )}
          {said !== 'no' && (
            <SubmitButton name="answer" value="no" kind="secondary">
              {t('match.trial-no', { name })}
            </SubmitButton>
          )}
        </form>
      }
    />
  )
}

/** Visits rest until a day; or longer than was thought. */
export const Rest = (shown: Shown) => {
  const { t } = shown.request
  const again = shown.match.lifeAbilities.stayPaused
  const state = formState(shown, {
    doing: 'pause',
    names: { until: 'pauseUntil', reason: 'pauseReason' },
    known: { pauseReason: shown.match.pause ? shown.match.pause.reason : null },
  })
  return (
    <Folded title={t(again ? 'match.pause-longer' : 'match.pause-title')} open={faulty(state)}>
      <Text>{t('match.pause-hint')}</Text>
      <LifeForm shown={shown} state={state} doing="pause">
        <Radios
          state={state}
          name="pauseReason"
          label={t('match.pause-reason')}
          options={pauseReasons.map((value) => ({ value, label: t(`match.pause-reason.${value}`) }))}
        />
        <DayField
          state={state}
          name="pauseUntil"
          label={t('match.pause-until')}
          hint={t('match.pause-until-hint')}
        />
        <Buttons>
          <SubmitButton kind="secondary">
            {t(again ? 'match.pause-longer' : 'match.pause-title')}
          </SubmitButton>
        </Buttons>
      </LifeForm>
    </Folded>
  )
}

export const GoOn = (shown: Shown) => {
  const { t, newKey } = shown.request
  return (
    <form method="post">
      <input type="hidden" name="key" value={newKey()} />
      <input type="hidden" name="version" value={shown.match.version} />
      <input type="hidden" name="do" value="resume" />
      <SubmitButton>{t('match.resume')}</SubmitButton>
    </form>
  )
}

export const earlierOptions = (t: T) =>
  earlierShown.toReversed().map((value) => ({ value, label: t(`match.earlier.${value}`) }))
