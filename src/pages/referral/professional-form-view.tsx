import type { Day } from '#domain/day.ts'
import { yesNoUnknown } from '#domain/referral/referral-submission.ts'
import type { Form } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  Pair,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import type { Host } from '#pages/page.ts'
import { professionalKinds } from '#pages/referral/professional-answers.ts'
import { type FieldName, reachChannels, spokenLanguages } from '#pages/referral/public-answers.ts'
import type { T } from '#pages/words/words.ts'

interface Props {
  state: FormState
  organisation: string
  submissionKey: string
}

/** What helps and may wait: folded away, so that two minutes are enough. Open once something stands in it. */
const foldedFields = [
  'referrerOrganisation',
  'family',
  'birthDay',
  'postcode',
  'language',
  'interpreter',
  'firstChild',
] as const satisfies readonly FieldName[]

export const ProfessionalFormView = ({ state, organisation, submissionKey }: Props) => {
  const { t } = state
  const of = (name: FieldName) => ({ state, name, label: t(`professional-form.${name}`) })
  const answers = yesNoUnknown.map((value) => ({ value, label: t(`professional-form.answer.${value}`) }))
  return (
    <>
      <a
        class="utrecht-link utrecht-link--html-a naast-other-language"
        href={`?lang=${t.language === 'nl' ? 'en' : 'nl'}`}
        lang={t.language === 'nl' ? 'en' : 'nl'}
      >
        {t('professional-form.other-language')}
      </a>
      <Heading level={1}>{t('professional-form.title')}</Heading>
      <Text lead>{t('professional-form.lead')}</Text>
      <Text quiet>{t('professional-form.time')}</Text>
      <PostForm state={state} submissionKey={submissionKey}>
        <div class="naast-asks-danger">
          <Radios {...of('acuteDanger')} options={answers} optional row />
        </div>
        <div class="naast-only-if-yes">
          <Danger t={t} after={t('professional-form.danger-after')} />
        </div>

        <Heading>{t('professional-form.you')}</Heading>
        <Pair>
          <TextField {...of('referrerName')} autoComplete="name" />
          <Select
            {...of('referrerKind')}
            empty={t('professional-form.choose')}
            options={professionalKinds.map((kind) => ({ value: kind, label: t(`referral.kind.${kind}`) }))}
          />
        </Pair>
        <Pair>
          <TextField {...of('referrerPhone')} type="tel" inputMode="tel" autoComplete="tel" />
          <TextField {...of('referrerEmail')} type="email" inputMode="email" autoComplete="email" optional />
        </Pair>
        <Radios
          {...of('partnerIsPatient')}
          hint={t('professional-form.partner-hint')}
          options={answers}
          optional
          row
        />

        <Heading>{t('professional-form.her')}</Heading>
        <TextField {...of('given')} />

        <Heading>{t('professional-form.reach')}</Heading>
        <Text>{t('professional-form.reach-text')}</Text>
        <Radios
          {...of('channel')}
          options={reachChannels.map((value) => ({ value, label: t(`professional-form.channel.${value}`) }))}
          row
        />
        <Pair>
          <TextField {...of('phone')} type="tel" inputMode="tel" optional />
          <TextField {...of('email')} type="email" inputMode="email" optional />
        </Pair>
        <TextField {...of('when')} hint={t('professional-form.when-hint')} optional />
        <Radios {...of('voicemail')} options={answers} optional row />

        <Heading>{t('professional-form.child')}</Heading>
        <Pair>
          <DayField {...of('dueOn')} hint={t('professional-form.due-hint')} optional />
          <DayField {...of('bornOn')} hint={t('professional-form.born-hint')} optional />
        </Pair>

        <Heading>{t('professional-form.why')}</Heading>
        <TextArea {...of('words')} hint={t('professional-form.words-hint')} rows={6} optional />

        <details open={foldedFields.some((name) => state.form.text(name) || state.problem.fields[name])}>
          <summary>{t('professional-form.more')}</summary>
          <Text quiet>{t('professional-form.more-lead')}</Text>
          <TextField {...of('referrerOrganisation')} autoComplete="organization" optional />
          <TextField {...of('family')} optional />
          <Pair>
            <DayField {...of('birthDay')} hint={t('professional-form.day-hint')} optional />
            <TextField {...of('postcode')} hint={t('professional-form.postcode-hint')} optional width={10} />
          </Pair>
          <Pair>
            <Select
              {...of('language')}
              optional
              empty={t('professional-form.choose')}
              options={spokenLanguages.map((code) => ({ value: code, label: t.languageName(code) }))}
            />
            <Checkboxes
              {...of('interpreter')}
              optional
              options={[{ value: 'yes', label: t('professional-form.interpreter-yes') }]}
            />
          </Pair>
          <Radios {...of('firstChild')} options={answers} optional row />
        </details>

        <Heading>{t('professional-form.agreement')}</Heading>
        <Checkboxes
          {...of('agreed')}
          options={[{ value: 'yes', label: t('professional-form.agreed-yes', { organisation }) }]}
        />
        <Buttons>
          <SubmitButton>{t('professional-form.send')}</SubmitButton>
        </Buttons>
      </PostForm>
    </>
  )
}

/** Whom to call before anything is sent. Shown when the answer is yes, and wherever a browser can't tell. */
const Danger = ({ t, after }: { t: T; after?: string }) => (
  <Notice tone="danger" title={t('professional-form.danger-title')}>
    <Text>
      {t('professional-form.danger-call')}{' '}
      <a class="utrecht-link utrecht-link--html-a" href="tel:112">
        <strong>112</strong>
      </a>
      .
    </Text>
    <Text>
      {t('professional-form.danger-advice')}{' '}
      <a class="utrecht-link utrecht-link--html-a" href="tel:08002000">
        <strong>0800-2000</strong>
      </a>
      .
    </Text>
    {after && <Text>{after}</Text>}
  </Notice>
)

interface DoneProps {
  t: T
  today: Day
  host: Host
  reference: string
  /** The day by which somebody speaks to her. */
  by: Day
  form: Form
  /** Fields in which a BSN stood; it was left out. */
  dropped: readonly string[]
  /** Where the next woman is referred. */
  again: string
}

/** What happens next, when, and what the referrer will and won't hear. */
export const ProfessionalFormDone = ({ t, today, host, reference, by, dropped, form, again }: DoneProps) => {
  const organisation = host.name
  const viaYou = form.text('channel') === 'via_referrer'
  return (
    <>
      <Heading level={1}>{t('professional-form.done.title')}</Heading>
      <Text lead>
        {t('professional-form.done.reference')}: <strong class="naast-reference">{reference}</strong>
      </Text>
      {form.text('acuteDanger') === 'yes' && <Danger t={t} />}
      {dropped.length > 0 && <Notice>{t('professional-form.done.bsn')}</Notice>}
      <Heading>{t('professional-form.done.next')}</Heading>
      <ol class="naast-list">
        <li>{t('professional-form.done.read', { organisation })}</li>
        <li>
          {t(viaYou ? 'professional-form.done.via-you' : 'professional-form.done.by', {
            day: t.day(by, today),
          })}
        </li>
        <li>{t('professional-form.done.hear')}</li>
      </ol>
      <Link href={again}>{t('professional-form.done.another')}</Link>
    </>
  )
}
