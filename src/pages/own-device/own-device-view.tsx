import type { ComponentChildren } from 'preact'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { skipped } from '#domain/instrument/shelf-questions.ts'
import type { Instrument } from '#domain/programme/measuring.ts'
import { clockTime } from '#pages/concern/clock-time.ts'
import { Buttons, ErrorSummary, type FormState, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Notice, Text } from '#pages/look/parts.tsx'
import { QuestionField } from '#pages/measure/question-field.tsx'
import { languages } from '#pages/words/language.ts'
import type { T } from '#pages/words/words.ts'

interface FormProps {
  readonly state: FormState
  /** This browser tells when somebody pressed a button; the next page is asked to tell it too. */
  readonly saysPressed: boolean
}
interface OpenProps extends FormProps {
  /** What opens these questions; it stands in the form and nowhere else. */
  readonly token: string
  readonly until: Temporal.ZonedDateTime
  readonly questionnaires: readonly { readonly instrument: Instrument; readonly shelf: ShelfInstrument }[]
}

/** One form of hers. Nothing in it is remembered by the browser, and nothing of it stands in an address. */
const HerForm = ({
  state: { t },
  saysPressed,
  token,
  children,
}: FormProps & { token?: string; children: ComponentChildren }) => (
  <form method="post" action={`?lang=${t.language}`} noValidate class="naast-form" autocomplete="off">
    {token !== undefined && <input type="hidden" name="token" value={token} />}
    {saysPressed && <input type="hidden" name="pressed" value="yes" />}
    {children}
  </form>
)

const Urgent = ({ t }: { t: T }) => (
  <Notice>
    <Text>{t('own-form.urgent')}</Text>
  </Notice>
)

/** What anybody sees who opens the address: a field, and nothing of what it is for. */
export const CodeForm = ({ state, saysPressed }: FormProps) => {
  const { t } = state
  return (
    <HerForm state={state} saysPressed={saysPressed}>
      <div class="naast-languages">
        <span />
        <p class="utrecht-paragraph">
          {languages
            .filter((language) => language !== t.language)
            .map((language) => (
              <a
                key={language}
                class="utrecht-link utrecht-link--html-a"
                href={`?lang=${language}`}
                lang={language}
              >
                {t(`own-form.language.${language}`)}
              </a>
            ))}
        </p>
      </div>
      <Heading level={1}>{t('own-device.code-page')}</Heading>
      <ErrorSummary state={state} labels={new Map([['code', t('own-device.code')]])} />
      <TextField
        state={state}
        name="code"
        label={t('own-device.code')}
        hint={t('own-device.code-hint')}
        autoComplete="off"
        width={20}
      />
      <Buttons>
        <SubmitButton name="go" value="code">
          {t('own-form.next')}
        </SubmitButton>
      </Buttons>
    </HerForm>
  )
}

/** Before the first question: how long, what becomes of it, that she may stop, and that somebody may call her. */
export const Begin = ({ state, saysPressed, token, until, questionnaires }: OpenProps) => {
  const { t } = state
  const count = questionnaires.reduce((sum, { instrument }) => sum + instrument.items.length, 0)
  return (
    <HerForm state={state} saysPressed={saysPressed} token={token}>
      <Heading level={1}>{t('own-device.begin-title')}</Heading>
      <Text lead>{t('own-device.begin-count', { count, time: clockTime(until) })}</Text>
      <ul class="naast-list">
        {(['skip', 'read', 'call', 'kept', 'alone'] as const).map((what) => (
          <li key={what}>{t(`own-device.begin.${what}`)}</li>
        ))}
      </ul>
      <Urgent t={t} />
      <Buttons>
        <SubmitButton name="go" value="begin">
          {t('own-device.begin')}
        </SubmitButton>
      </Buttons>
    </HerForm>
  )
}

/** All questions on one page, so that nothing goes from her device before she sends. */
export const Questions = ({ state, saysPressed, token, questionnaires }: OpenProps) => {
  const { t } = state
  const labels = new Map(
    questionnaires.flatMap(({ instrument }) =>
      instrument.items.map(({ id, question }) => [`${instrument.id}.${id}`, question[t.language]] as const),
    ),
  )
  return (
    <HerForm state={state} saysPressed={saysPressed} token={token}>
      <Heading level={1}>{t('own-device.begin-title')}</Heading>
      <ErrorSummary state={state} labels={labels} />
      {questionnaires.map(({ instrument, shelf }, at) => (
        <section key={instrument.id} class="naast-her-questions">
          {questionnaires.length > 1 && (
            <p class="utrecht-paragraph naast-quiet">
              {t('own-form.step', { at: at + 1, of: questionnaires.length })}
            </p>
          )}
          <input type="hidden" name={`version.${shelf.id}`} value={shelf.version} />
          <div lang={shelf.language ?? t.language}>
            {shelf.stem && <Text lead>{shelf.stem}</Text>}
            {instrument.items.map((item) => (
              <QuestionField
                key={item.id}
                state={state}
                instrument={instrument}
                item={item}
                clear={skipped}
              />
            ))}
          </div>
          {shelf.licence.class !== 'own' && (
            <details class="naast-source">
              <summary>{t('measure.source')}</summary>
              <p lang="en">{shelf.licence.text}</p>
            </details>
          )}
        </section>
      ))}
      <Buttons>
        <SubmitButton name="go" value="send">
          {t('own-form.send')}
        </SubmitButton>
      </Buttons>
      <Text>{t('own-device.rather-call')}</Text>
      <Buttons>
        <SubmitButton name="go" value="call" kind="secondary">
          {t('own-device.call')}
        </SubmitButton>
      </Buttons>
      <Urgent t={t} />
    </HerForm>
  )
}

/** That it came, and nothing of what: no number, no name of what was asked. */
export const Done = ({ t, call = false }: { t: T; call?: boolean }) => (
  <>
    <Heading level={1}>{t('own-device.done-title')}</Heading>
    <Text lead>{t(call ? 'own-device.done-call' : 'own-device.done')}</Text>
    <Text>{t('own-device.done-close')}</Text>
    {call && <Urgent t={t} />}
  </>
)

export const Over = ({ t }: { t: T }) => (
  <>
    <Heading level={1}>{t('own-device.over-title')}</Heading>
    <Text lead>{t('own-device.over')}</Text>
    <Text>{t('own-device.over-ask')}</Text>
    <Urgent t={t} />
  </>
)
