import type { ComponentChildren } from 'preact'
import type { Day } from '#domain/day.ts'
import { yesNoUnknown } from '#domain/referral/referral-submission.ts'
import type { Form } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  ErrorSummary,
  type FormState,
  Radios,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Notice, Text } from '#pages/look/parts.tsx'
import { OwnFormCheck } from '#pages/referral/own-form-check.tsx'
import {
  allAsked,
  asked,
  type OwnAnswer,
  type OwnFormStep,
  ownFormSteps,
  type Place,
} from '#pages/referral/own-form-steps.ts'
import { spokenLanguages } from '#pages/referral/public-answers.ts'
import { languages } from '#pages/words/language.ts'
import type { T } from '#pages/words/words.ts'

interface Props {
  state: FormState
  place: Place
  today: Day
  organisation: string
  submissionKey: string
  /** This browser tells when somebody pressed a button; the next step is asked to tell it too. */
  saysPressed: boolean
}

/** One step: its own questions as fields, all other answers carried along unseen. */
export const OwnFormPage = ({ state, place, today, organisation, submissionKey, saysPressed }: Props) => {
  const { t, form } = state
  const { step } = place
  const at = ownFormSteps.indexOf(step)
  const shown: readonly string[] = asked[step]
  const forward = step === 'check' ? 'send' : 'next'
  return (
    <form method="post" action={`?lang=${t.language}`} noValidate class="naast-form" autocomplete="off">
      <input type="hidden" name="key" value={submissionKey} />
      <input type="hidden" name="step" value={step} />
      {saysPressed && <input type="hidden" name="pressed" value="yes" />}
      {place.returning && <input type="hidden" name="returning" value="yes" />}
      {allAsked
        .filter((name) => !shown.includes(name))
        .flatMap((name) =>
          form.all(name).map((value) => <input key={name} type="hidden" name={name} value={value} />),
        )}
      {/* The first button is what the Enter key presses: going on, never the language or back. */}
      <button
        type="submit"
        name="go"
        value={forward}
        class="naast-visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
      />
      <div class="naast-languages">
        <p class="utrecht-paragraph naast-quiet">
          {t('own-form.step', { at: at + 1, of: ownFormSteps.length })}
        </p>
        <Languages t={t} />
      </div>
      <Heading level={1}>{t(`own-form.${step}.title`)}</Heading>
      <ErrorSummary state={state} labels={labels(t)} />
      {step === 'name' && <Start t={t} organisation={organisation} />}
      {step === 'check' ? (
        <OwnFormCheck state={state} today={today} organisation={organisation} />
      ) : (
        <Questions state={state} step={step} />
      )}
      <Buttons>
        <SubmitButton name="go" value={forward}>
          {t(step === 'check' ? 'own-form.send' : 'own-form.next')}
        </SubmitButton>
        {at > 0 && (
          <SubmitButton name="go" value="back" kind="secondary">
            {t('own-form.back')}
          </SubmitButton>
        )}
      </Buttons>
    </form>
  )
}

/** Another language, with everything typed so far: a button of the form, not a link. */
const Languages = ({ t }: { t: T }) => (
  <div>
    {languages
      .filter((language) => language !== t.language)
      .map((language) => (
        <button
          key={language}
          type="submit"
          name="go"
          value="stay"
          formAction={`?lang=${language}`}
          lang={language}
          class="naast-text-button"
        >
          {t(`own-form.language.${language}`)}
        </button>
      ))}
  </div>
)

const Start = ({ t, organisation }: { t: T; organisation: string }) => (
  <>
    <Text lead>{t('own-form.lead')}</Text>
    <Text>{t('own-form.to-whom', { organisation })}</Text>
    <Notice tone="attention">
      <p class="utrecht-paragraph">{t('own-form.urgent')}</p>
    </Notice>
  </>
)

const labels = (t: T): ReadonlyMap<string, string> =>
  new Map(allAsked.map((name) => [name, t(`own-form.${name}`)]))

const Questions = ({ state, step }: { state: FormState; step: Exclude<OwnFormStep, 'check'> }) => {
  const { t } = state
  const of = (name: OwnAnswer) => ({ state, name, label: t(`own-form.${name}`) })
  const yesNo = yesNoUnknown.map((value) => ({ value, label: t(`own-form.answer.${value}`) }))
  const questions: Record<typeof step, () => ComponentChildren> = {
    name: () => (
      <>
        <TextField {...of('given')} hint={t('own-form.given-hint')} width={20} />
        <TextField {...of('family')} optional width={20} />
      </>
    ),
    reach: () => (
      <>
        <Text>{t('own-form.reach-text')}</Text>
        <TextField {...of('phone')} type="tel" inputMode="tel" width={20} />
        <TextField {...of('email')} type="email" inputMode="email" />
      </>
    ),
    safe: () => (
      <>
        <Text>{t('own-form.safe-text')}</Text>
        <Radios
          {...of('channel')}
          options={(['phone', 'text', 'email'] as const).map((value) => ({
            value,
            label: t(`own-form.channel.${value}`),
          }))}
        />
        <TextField {...of('when')} hint={t('own-form.when-hint')} optional />
        <Radios
          {...of('voicemail')}
          hint={t('own-form.voicemail-hint')}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`own-form.answer.${value}`) }))}
          row
        />
      </>
    ),
    child: () => (
      <>
        <Text>{t('own-form.child-text')}</Text>
        <DayField {...of('dueOn')} hint={t('own-form.day-hint')} optional />
        <DayField {...of('bornOn')} hint={t('own-form.day-hint')} optional />
        <Radios {...of('firstChild')} optional options={yesNo} row />
      </>
    ),
    about: () => (
      <>
        <Select
          {...of('language')}
          optional
          empty={t('own-form.choose')}
          options={spokenLanguages.map((code) => ({ value: code, label: t.languageName(code) }))}
        />
        <Checkboxes
          {...of('interpreter')}
          optional
          options={[{ value: 'yes', label: t('own-form.interpreter-yes') }]}
        />
        <TextField {...of('postcode')} hint={t('own-form.postcode-hint')} optional width={10} />
        <DayField {...of('birthDay')} hint={t('own-form.birth-day-hint')} optional />
      </>
    ),
    words: () => <TextArea {...of('words')} hint={t('own-form.words-hint')} optional rows={6} />,
  }
  return <>{questions[step]()}</>
}

interface DoneProps {
  t: T
  today: Day
  organisation: string
  reference: string
  /** The day by which somebody speaks to her. */
  by: Day
  form: Form
  /** Fields in which a BSN stood; it was left out. */
  dropped: readonly string[]
}

/** What happens next, and when; nothing else to do here. */
export const OwnFormDone = ({ t, today, organisation, reference, by, dropped, form }: DoneProps) => {
  const channel = (['phone', 'text', 'email'] as const).find((one) => one === form.text('channel'))
  return (
    <>
      <Heading level={1}>{t('own-form.done.title')}</Heading>
      {dropped.length > 0 && <Notice>{t('own-form.done.bsn')}</Notice>}
      <Text lead>{t('own-form.done.by', { organisation, day: t.day(by, today) })}</Text>
      {channel && <Text>{t(`own-form.done.${channel}`)}</Text>}
      <Text>
        {t(form.text('voicemail') === 'yes' ? 'own-form.done.message' : 'own-form.done.no-message')}
      </Text>
      <Text>{t('own-form.done.stop')}</Text>
      <Text>
        {t('own-form.done.reference')} <strong class="naast-reference">{reference}</strong>
      </Text>
      <Text quiet>{t('own-form.done.close')}</Text>
      <Notice tone="attention">
        <p class="utrecht-paragraph">{t('own-form.urgent')}</p>
      </Notice>
    </>
  )
}
