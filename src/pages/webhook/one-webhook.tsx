import type { DeliveryState } from '#domain/webhook/webhook.ts'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import {
  ButtonLink,
  Empty,
  Heading,
  Link,
  Notice,
  Summary,
  Table,
  Tag,
  Text,
  type Tone,
} from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { endWebhook } from '#usecases/webhook/end-webhook.ts'
import { pauseWebhook } from '#usecases/webhook/pause-webhook.ts'
import { readWebhook } from '#usecases/webhook/read-webhook.ts'
import { resumeWebhook } from '#usecases/webhook/resume-webhook.ts'
import { testWebhook } from '#usecases/webhook/test-webhook.ts'
import { secretRoute } from './secret-page.tsx'
import { WebhookState } from './webhook-state.tsx'

type Webhook = Awaited<ReturnType<typeof readWebhook>>
type Delivery = Webhook['deliveries'][number]
const who = ['administrator'] as const

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, params, today } = request
  const webhook = await readWebhook(context, actor, { id: params.id ?? '' })
  const { id, state, service, kinds } = webhook
  return page(
    webhook.address,
    <>
      <Heading level={1}>
        <span class="naast-breaks">{webhook.address}</span>
      </Heading>
      <Summary
        rows={[
          [t('webhook.state'), <WebhookState key="state" t={t} webhook={webhook} />],
          [t('webhook.whose-column'), service?.name ?? t('webhook.all')],
          [t('webhook.kinds'), kinds.map((kind) => t(`webhook.kind.${kind}`)).join(', ')],
          [t('webhook.since'), webhook.createdOn && t.longDay(webhook.createdOn)],
          [t('webhook.secret'), secretOf(t, webhook)],
        ]}
      />
      {state === 'paused' && (
        <Notice tone="attention">
          <Text>{t('webhook.paused-text')}</Text>
        </Notice>
      )}
      {state !== 'ended' && (
        <PostForm
          state={{ t, form: request.form, problem }}
          submissionKey={request.form.key ?? request.newKey()}
        >
          <Buttons>
            {state === 'live' && (
              <SubmitButton name="step" value="test">
                {t('webhook.test')}
              </SubmitButton>
            )}
            <SubmitButton name="step" value={state === 'live' ? 'pause' : 'resume'} kind="secondary">
              {t(state === 'live' ? 'webhook.pause' : 'webhook.resume')}
            </SubmitButton>
            <ButtonLink href={paths.webhook.secret(id)} kind="secondary">
              {t('webhook.rotate')}
            </ButtonLink>
            <ButtonLink href={paths.webhook.end(id)} kind="secondary">
              {t('webhook.end')}
            </ButtonLink>
          </Buttons>
        </PostForm>
      )}
      <Deliveries t={t} today={today} deliveries={webhook.deliveries} />
      <Link href={paths.webhook.list()}>{t('webhook.back')}</Link>
    </>,
    { place: paths.service.list() },
  )
}

function secretOf(t: T, { rotatedOn, oldSecretUntil }: Webhook) {
  const since = rotatedOn && t('webhook.secret-since', { day: t.longDay(rotatedOn) })
  const old = oldSecretUntil && t('webhook.secret-old', { day: t.longDay(oldSecretUntil) })
  return [since, old].filter(Boolean).join('. ')
}

const tones: Record<DeliveryState, Tone> = {
  pending: 'info',
  handing_over: 'info',
  sent: 'done',
  failed: 'attention',
  refused: 'neutral',
}
interface ListProps {
  readonly t: T
  readonly today: Temporal.PlainDate
}

const Deliveries = ({ t, today, deliveries }: ListProps & { deliveries: readonly Delivery[] }) => {
  const moment = (at: Temporal.ZonedDateTime) =>
    `${t.day(at.toPlainDate(), today)} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`
  return (
    <Table
      caption={t('webhook.deliveries')}
      rows={deliveries}
      empty={<Empty title={t('webhook.deliveries-none')} />}
      columns={[
        { heading: t('webhook.what'), cell: ({ kind }) => t(`webhook.kind.${kind}`) },
        { heading: t('webhook.when'), cell: ({ createdAt }) => moment(createdAt) },
        {
          heading: t('webhook.delivery'),
          cell: ({ state, nextAt }) => (
            <>
              <Tag tone={tones[state]}>{t(`webhook.delivery.${state}`)}</Tag>
              {nextAt && <br />}
              {nextAt && t('webhook.next', { moment: moment(nextAt) })}
            </>
          ),
        },
        {
          heading: t('webhook.tries'),
          cell: ({ attempts, mostAttempts, lastTriedAt }) => (
            <>
              {t('webhook.tries-of', { count: attempts, most: mostAttempts })}
              {lastTriedAt && <br />}
              {lastTriedAt && t('webhook.tried-last', { moment: moment(lastTriedAt) })}
            </>
          ),
        },
        {
          heading: t('webhook.answer'),
          cell: ({ status, failure }) => status ?? (failure ? t(`webhook.failure.${failure}`) : '—'),
        },
        { heading: t('webhook.id'), cell: ({ id }) => <code class="naast-breaks">{id}</code> },
      ]}
    />
  )
}

const steps = {
  test: { call: testWebhook, said: 'webhook.said-test' },
  pause: { call: pauseWebhook, said: 'webhook.said-paused' },
  resume: { call: resumeWebhook, said: 'webhook.said-resumed' },
} as const

async function step({ context, actor, form, params }: StaffRequest) {
  const wanted = form.text('step')
  if (!Object.hasOwn(steps, wanted)) throw new Invalid({ step: 'choose-one' })
  const { call, said } = steps[wanted as keyof typeof steps]
  const id = params.id ?? ''
  await call(context, actor, { id }, form.key ? { key: form.key } : undefined)
  return seeOther(paths.webhook.one(id), said)
}

async function showEnd(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form, params } = request
  const { id, address } = await readWebhook(context, actor, { id: params.id ?? '' })
  return page(
    t('webhook.end-title'),
    <>
      <Heading level={1}>{t('webhook.end-title')}</Heading>
      <p class="utrecht-paragraph naast-breaks">{address}</p>
      <Text lead>{t('webhook.end-text')}</Text>
      <PostForm state={{ t, form, problem }} submissionKey={form.key ?? request.newKey()}>
        <Buttons>
          <SubmitButton kind="danger">{t('webhook.end-confirm')}</SubmitButton>
          <Link href={paths.webhook.one(id)}>{t('webhook.to-one')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.service.list() },
  )
}

/** One webhook: what it sent last, a test, rest, a new secret, and its end. */
export const oneWebhookRoutes: readonly Route[] = [
  staffRoute({
    path: paths.webhook.one(':id'),
    who,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => step(request),
        (problem) => show(request, problem),
      ),
  }),
  secretRoute,
  staffRoute({
    path: paths.webhook.end(':id'),
    who,
    get: (request) => showEnd(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, params } = request
          await endWebhook(context, actor, { id: params.id ?? '' }, form.key ? { key: form.key } : undefined)
          return seeOther(paths.webhook.list(), 'webhook.said-ended')
        },
        (problem) => showEnd(request, problem),
      ),
  }),
]
