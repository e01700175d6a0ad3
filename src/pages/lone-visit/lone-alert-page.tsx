import { alertOutcomes, openingReasons } from '#domain/lone-visit/lone-alert.ts'
import { clockTime } from '#pages/concern/clock-time.ts'
import { Emergency } from '#pages/concern/emergency.tsx'
import { formOf } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { SafeContactRule } from '#pages/safe-contact/safe-contact-rule.tsx'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { closeLoneAlert } from '#usecases/lone-visit/close-lone-alert.ts'
import { openLoneAddress } from '#usecases/lone-visit/open-lone-address.ts'
import { type LoneAlertPage, readLoneAlert } from '#usecases/lone-visit/read-lone-alert.ts'
import { takeUpLoneAlert } from '#usecases/lone-visit/take-up-lone-alert.ts'

type Part = 'take-up' | 'open' | 'close'

/** A colleague who is alone somewhere: the numbers first, then what to do about her, then who knows of it. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, host, t, form, params, newKey } = request
  const alert = await readLoneAlert(context, actor, { id: params.id ?? '' })
  const stateOf = (part: Part): FormState =>
    problem !== noProblem && form.text('what') === part
      ? { t, form, problem }
      : { t, form: formOf(null), problem: noProblem }
  const key = form.key ?? newKey()
  return page(
    t('lone.alert'),
    <>
      {alert.open && <Emergency t={t} />}
      <Heading level={1}>
        {t(alert.open ? 'lone.alert-about' : 'lone.alert-was-about', { name: alert.name })}
      </Heading>
      <Text lead>{t(`lone.because.${alert.because}`)}</Text>
      {alert.open && alert.because === 'duress' && (
        <Notice tone="danger" title={t('lone.duress')}>
          <Text>{t('lone.duress-text')}</Text>
        </Notice>
      )}
      <Facts t={t} alert={alert} />
      {alert.open && !context.mailReady && <Notice tone="attention">{t('concern.no-mail')}</Notice>}
      {alert.open && !alert.mine && (
        <PostForm state={stateOf('take-up')} submissionKey={key}>
          <input type="hidden" name="what" value="take-up" />
          <Buttons>
            <SubmitButton>
              {t(alert.state === 'raised' ? 'lone.do-take-up' : 'lone.do-take-over')}
            </SubmitButton>
          </Buttons>
        </PostForm>
      )}
      {alert.mine &&
        (alert.opened ? (
          <Where
            t={t}
            opened={alert.opened}
            home={alert.place === 'home'}
            at={context.now().toZonedDateTimeISO(host.zone)}
          />
        ) : (
          <OpenForm state={stateOf('open')} submissionKey={key} />
        ))}
      {alert.mine && <CloseForm state={stateOf('close')} submissionKey={key} version={alert.version} />}
      <Steps t={t} alert={alert} />
      <Link href={paths.loneVisit.list()}>{t('lone.to-list')}</Link>
    </>,
    { place: paths.today() },
  )
}

const Facts = ({ t, alert }: { t: T; alert: LoneAlertPage }) => (
  <>
    <Summary
      rows={[
        [t('lone.how'), t(`lone.state.${alert.state}`)],
        alert.takenBy && alert.open
          ? [t('lone.state.taken_up'), t('lone.taken-by', { name: alert.takenBy })]
          : null,
        [t('lone.until'), clockTime(alert.expectedAt)],
        [t('lone.alert-place'), t(`lone.alert-place.${alert.place}`)],
        [t('lone.alert-beside'), t(alert.beside ? `lone.beside.${alert.beside}` : 'lone.alert-alone')],
        alert.outcome ? [t('lone.outcome'), t(`lone.outcome.${alert.outcome}`)] : null,
      ]}
    />
    {alert.state === 'stood_down' && <Text>{t('lone.stood-down-text')}</Text>}
    {alert.open && (
      <p class="naast-actions">
        {alert.phone ? (
          <ButtonLink href={`tel:${alert.phone}`} kind={alert.because === 'duress' ? 'secondary' : 'primary'}>
            {t('lone.call-her', { phone: alert.phone })}
          </ButtonLink>
        ) : (
          t('lone.no-phone')
        )}
      </p>
    )}
  </>
)

const OpenForm = ({ state, submissionKey }: { state: FormState; submissionKey: string }) => {
  const { t } = state
  return (
    <section>
      <Heading>{t('lone.open')}</Heading>
      <Text>{t('lone.open-text')}</Text>
      <PostForm state={state} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="open" />
        <Radios
          state={state}
          name="because"
          label={t('lone.open-because')}
          options={openingReasons.map((value) => ({ value, label: t(`lone.open-because.${value}`) }))}
        />
        <Buttons>
          <SubmitButton>{t('lone.do-open')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

interface WhereProps {
  readonly t: T
  readonly opened: NonNullable<LoneAlertPage['opened']>
  readonly home: boolean
  readonly at: Temporal.ZonedDateTime
}
/** Her rule first: it holds for a bell as it does for a phone. */
const Where = ({ t, opened: { name, address, where, safeContact }, home, at }: WhereProps) => (
  <section>
    <Heading>{t('lone.opened')}</Heading>
    <SafeContactRule t={t} policy={safeContact} phone={null} at={at} />
    <Summary
      rows={[
        [t('lone.opened-with'), name],
        [
          t('lone.address'),
          address
            ? [
                [address.street, address.houseNumber].filter(Boolean).join(' '),
                [address.postcode, address.place].filter(Boolean).join(' '),
              ]
                .filter(Boolean)
                .join(', ')
            : t(home ? 'lone.address-unknown' : 'lone.address-none'),
        ],
        [t('lone.where'), where],
      ]}
    />
  </section>
)

interface CloseProps {
  readonly state: FormState
  readonly submissionKey: string
  readonly version: number
}
const CloseForm = ({ state, submissionKey, version }: CloseProps) => {
  const { t } = state
  return (
    <section>
      <Heading>{t('lone.close')}</Heading>
      <Text>{t('lone.close-text')}</Text>
      <PostForm state={state} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="close" />
        <input type="hidden" name="version" value={version} />
        <Radios
          state={state}
          name="outcome"
          label={t('lone.outcome')}
          options={alertOutcomes.map((value) => ({ value, label: t(`lone.outcome.${value}`) }))}
        />
        <Text quiet>{t('lone.aftercare')}</Text>
        <Buttons>
          <SubmitButton kind="secondary">{t('lone.do-close')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

const Steps = ({ t, alert }: { t: T; alert: LoneAlertPage }) => (
  <section>
    <Heading>{t('lone.way')}</Heading>
    <ul class="naast-list">
      {alert.steps.map((step) => (
        <li key={step.id}>{`${clockTime(step.at)}: ${stepWords(t, step)}`}</li>
      ))}
    </ul>
  </section>
)

function stepWords(t: T, { kind, code, by, asked, message }: LoneAlertPage['steps'][number]): string {
  const word = (key: string): string => (t.has(key) ? t(key) : '')
  const what = {
    raised: `lone.because.${code}`,
    address_opened: `lone.open-because.${code}`,
    closed: `lone.outcome.${code}`,
  }
  return t(`lone.step.${kind}`, {
    name: asked ?? by ?? '—',
    what: kind in what ? word(what[kind as keyof typeof what]) : '',
    why: code && kind === 'asked' ? ` (${word(`concern.asked.${code}`)})` : '',
    how: word(message ? `message.state.${message}` : 'concern.no-address'),
  })
}

async function act(request: StaffRequest) {
  const { context, actor, form, params } = request
  const id = params.id ?? ''
  const submission = form.key ? { key: form.key } : undefined
  const back = (said: string) => seeOther(paths.loneVisit.alert(id), said)
  switch (form.text('what')) {
    case 'take-up':
      await takeUpLoneAlert(context, actor, { id }, submission)
      return back('lone.said.taken-up')
    case 'open': {
      const because = openingReasons.find((one) => one === form.text('because'))
      if (!because) throw new Invalid({ because: 'choose-one' })
      await openLoneAddress(context, actor, { id, because }, submission)
      return back('lone.said.opened')
    }
    case 'close': {
      const outcome = alertOutcomes.find((one) => one === form.text('outcome'))
      if (!outcome) throw new Invalid({ outcome: 'choose-one' })
      const version = Number(form.text('version')) || 0
      await closeLoneAlert(context, actor, { id, version, outcome }, submission)
      return back('lone.said.closed')
    }
    default:
      throw new Invalid({ what: 'choose-one' })
  }
}

export const loneAlertRoutes: readonly Route[] = [
  staffRoute({
    path: paths.loneVisit.alert(':id'),
    who: ['coordinator', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
