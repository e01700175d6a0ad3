import type { ComponentChildren } from 'preact'
import type { Day } from '#domain/day.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import type { Form } from '#pages/form-data.ts'
import { Checkboxes, type FormState } from '#pages/look/form.tsx'
import { asked, type OwnAnswer, type OwnFormStep, ownFormSteps } from '#pages/referral/own-form-steps.ts'
import type { T } from '#pages/words/words.ts'

/** All she said, a line for each answer, with a button to change it; and the one question that sending needs. */
export const OwnFormCheck = ({
  state,
  today,
  organisation,
}: {
  state: FormState
  today: Day
  organisation: string
}) => {
  const { t, form } = state
  return (
    <>
      {ownFormSteps
        .filter((step): step is Exclude<OwnFormStep, 'check'> => step !== 'check')
        .map((step) => (
          <section key={step} class="naast-check">
            <div class="naast-check__head">
              <h2 class="utrecht-heading-3">{t(`own-form.${step}.title`)}</h2>
              <button type="submit" name="go" value={`change-${step}`} class="naast-text-button">
                {t('own-form.change')}
                <span class="naast-visually-hidden"> {t(`own-form.${step}.title`)}</span>
              </button>
            </div>
            <dl class="naast-summary">
              {asked[step].map((name) => (
                <div class="naast-summary__row" key={name}>
                  <dt>{t(`own-form.${name}`)}</dt>
                  <dd>{said(t, form, name, today)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      <Checkboxes
        state={state}
        name="agreed"
        label={t('own-form.agreed')}
        options={[{ value: 'yes', label: t('own-form.agreed-yes', { organisation }) }]}
      />
    </>
  )
}

/** An answer in her own words, or in those of the choice she made; a day as we understood it. */
function said(t: T, form: Form, name: OwnAnswer, today: Day): ComponentChildren {
  const text = form.text(name)
  if (text === '') return <span class="naast-quiet">{t('own-form.nothing')}</span>
  if (name === 'language') return t.languageName(text)
  if (name === 'dueOn' || name === 'bornOn' || name === 'birthDay') {
    const day = readTypedDay(text, { today })
    return day ? t.longDay(day) : text
  }
  const key = name === 'channel' ? `own-form.channel.${text}` : `own-form.answer.${text}`
  const chosen = name === 'channel' || name === 'voicemail' || name === 'firstChild' || name === 'interpreter'
  return chosen && t.has(key) ? t(key) : text
}
