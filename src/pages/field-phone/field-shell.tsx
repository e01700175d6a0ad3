import { feelings } from '#domain/contact/contact.ts'
import { presentPeople } from '#domain/contact/present.ts'
import { contactModes } from '#domain/programme/definition.ts'
import { WhatHappened } from '#pages/contact/log-form.tsx'
import { formOf } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  type FormState,
  Radios,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { anyoneRoute, page, type Route } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'

/**
 * The page that a phone keeps: the same for everybody, with nobody in it. Its script puts in what this phone carries, and
 * only while the key is there. It is open without signing in, as it has to open where there is no signal.
 */
export const fieldShellRoutes: readonly Route[] = [
  anyoneRoute({
    path: paths.field.shell(),
    async get({ t }) {
      const state: FormState = { t, form: formOf(null), problem: noProblem }
      return page(
        t('field-phone.title'),
        <div data-field {...words(t)}>
          <Heading level={1}>{t('field-phone.title')}</Heading>
          <p class="naast-draft" role="status" data-safe hidden />
          <p class="naast-notice naast-notice--attention" role="alert" data-said hidden />
          <div class="naast-notice naast-notice--attention" role="alert" data-unkept hidden>
            <p class="utrecht-paragraph">
              <strong data-of="unkept" />
            </p>
            <Text>{t('field-phone.unkept-text')}</Text>
            <p class="naast-actions">
              <button type="button" class="utrecht-button utrecht-button--secondary-action" data-read>
                {t('field-phone.unkept-read')}
              </button>
            </p>
          </div>
          <noscript>
            <Notice tone="attention" title={t('field-phone.needs-script')}>
              <Link href={paths.contact.mine()}>{t('contact.mine')}</Link>
            </Notice>
          </noscript>
          <section data-show="begin" hidden>
            <Text>{t('field-phone.begin-text')}</Text>
            <ul class="naast-list">
              {(['what', 'key', 'wipe'] as const).map((one) => (
                <li key={one}>{t(`field-phone.begin-${one}`)}</li>
              ))}
            </ul>
            <p class="naast-actions">
              <button type="button" class="utrecht-button utrecht-button--primary-action" data-begin>
                {t('field-phone.begin')}
              </button>
            </p>
          </section>
          <section data-show="shut" hidden>
            <Text>{t('field-phone.shut')}</Text>
            <p class="naast-actions">
              <ButtonLink href={paths.contact.mine()}>{t('field-phone.sign-in')}</ButtonLink>
            </p>
          </section>
          <section data-show="visits" hidden>
            <Text quiet>{t('field-phone.lead')}</Text>
            <ol class="naast-plain-list" data-visits />
            <p data-none hidden>
              {t('field-phone.none')}
            </p>
            <p class="naast-actions">
              <Link href={paths.contact.mine()}>{t('contact.mine')}</Link>
            </p>
          </section>
          <template data-visit>
            <li class="naast-card">
              <Heading>
                <span data-of="name" />
              </Heading>
              <Text>
                <strong data-of="when" />
                <br />
                <span data-of="where" />
              </Text>
              <p class="utrecht-paragraph" data-of="agreed" />
              <p class="naast-actions">
                <button type="button" class="utrecht-button utrecht-button--primary-action" data-log>
                  {t('contact.log-it')}
                </button>{' '}
                <button type="button" class="utrecht-button utrecht-button--secondary-action" data-extra>
                  {t('field-phone.extra')}
                </button>
              </p>
            </li>
          </template>
          <section data-show="log" hidden class="naast-log">
            <PhoneForm state={state} />
          </section>
        </div>,
        { frame: 'public', app: true, islands: ['field'] },
      )
    },
  }),
]

/** The same questions as on the page for a visit, by the same names; a day is said from today. */
const PhoneForm = ({ state }: { state: FormState }) => {
  const { t } = state
  return (
    <form noValidate class="naast-form" data-form>
      <Heading>
        <span data-of="title" />
      </Heading>
      <p class="utrecht-paragraph naast-quiet" data-of="day" />
      <WhatHappened state={state} />
      <div class="naast-log__day">
        <Radios
          state={state}
          name="on"
          row
          label={t('contact.log-on')}
          options={(['today', 'yesterday'] as const).map((day) => ({
            value: day,
            label: t(`contact.log-on.${day}`),
          }))}
        />
      </div>
      <div class="naast-log__done">
        <Radios
          state={state}
          name="minutes"
          row
          label={t('contact.how-long')}
          options={[
            ...[30, 45, 60, 75, 90, 120].map((count) => ({
              value: String(count),
              label: t('contact.some-minutes', { count }),
            })),
            { value: 'other', label: t('contact.other-minutes') },
          ]}
        />
        <div class="naast-log__other" data-of="minutes">
          <TextField
            state={state}
            name="minutesTyped"
            label={t('contact.which-minutes')}
            inputMode="numeric"
            width={4}
          />
        </div>
        <Select
          state={state}
          name="mode"
          label={t('contact.mode')}
          options={contactModes.map((mode) => ({ value: mode, label: t(`contact.mode.${mode}`) }))}
        />
        <Select
          state={state}
          name="talkSheet"
          label={t('contact.subject')}
          empty={t('contact.no-subject')}
          options={[]}
          optional
        />
        <Radios
          state={state}
          name="feeling"
          row
          optional
          label={t('contact.feeling')}
          options={feelings.map((feeling) => ({ value: feeling, label: t(`contact.feeling.${feeling}`) }))}
        />
        <Checkboxes
          state={state}
          name="present"
          row
          optional
          label={t('contact.present')}
          options={presentPeople.map((one) => ({ value: one, label: t(`contact.present.${one}`) }))}
        />
      </div>
      <TextField
        state={state}
        name="next"
        label={t('contact.next-line')}
        hint={t('contact.next-line-hint')}
        spoken
        optional
      />
      <TextArea state={state} name="went" label={t('contact.went')} rows={3} spoken optional />
      <p class="naast-draft" role="status" data-draft />
      <Buttons>
        <SubmitButton>{t('field-phone.keep')}</SubmitButton>
        <button type="button" class="utrecht-button utrecht-button--secondary-action" data-back>
          {t('field-phone.back')}
        </button>
      </Buttons>
    </form>
  )
}

/** What the script says, in the language of the page. */
const words = (t: T): Record<string, string> => ({
  'data-all-safe': t('field-phone.all-safe'),
  'data-not-safe': t('field-phone.not-safe', { count: '#' }),
  'data-unkept-words': t('field-phone.unkept', { count: '#' }),
  'data-not-hers': t('field-phone.not-hers'),
  'data-kept': t('field-phone.kept'),
  'data-kept-safe': t('field-phone.kept-safe'),
  'data-draft-kept': t('field-phone.draft-kept'),
  'data-full': t('field-phone.full'),
  'data-no-photo': t('field-phone.no-photo'),
  'data-extra-word': t('field-phone.extra'),
  'data-off': t('field-phone.off'),
  'data-no-line': t('field-phone.no-line'),
  'data-what-missing': t('field-phone.what-missing'),
  'data-minutes-missing': t('field-phone.minutes-missing'),
  'data-on-missing': t('field-phone.on-missing'),
  'data-at': t('contact.at-time', { day: '#d', time: '#t' }),
  'data-agreed': t('contact.last-agreed'),
  'data-today': t('contact.log-on.today'),
})
