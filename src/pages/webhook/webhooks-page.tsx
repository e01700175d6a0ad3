import { webhookKinds } from '#domain/webhook/webhook.ts'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  type FormState,
  PostForm,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Once, secretForm } from '#pages/service/new-key.tsx'
import type { T } from '#pages/words/words.ts'
import { listServices } from '#usecases/service/list-services.ts'
import { makeWebhook } from '#usecases/webhook/give-secret.ts'
import { listWebhooks } from '#usecases/webhook/list-webhooks.ts'
import { oneWebhookRoutes } from './one-webhook.tsx'
import { newSecretPage } from './secret-page.tsx'
import { WebhookState } from './webhook-state.tsx'

type Webhook = Awaited<ReturnType<typeof listWebhooks>>[number]
type Service = Awaited<ReturnType<typeof listServices>>[number]

async function showAll(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const webhooks = await listWebhooks(context, actor, {})
  const services = await listServices(context, actor, {})
  const first = filledForm({ kinds: webhookKinds })
  const state: FormState = { t, form: problem === noProblem ? first : request.form, problem }
  return page(
    t('webhook.title'),
    <>
      <Heading level={1}>{t('webhook.title')}</Heading>
      <Text lead>{t('webhook.lead')}</Text>
      <Webhooks t={t} webhooks={webhooks} />
      <Heading>{t('webhook.new')}</Heading>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <Once request={request} />
        <TextField
          state={state}
          name="address"
          label={t('webhook.address')}
          hint={t('webhook.address-hint')}
          inputMode="text"
        />
        <Select
          state={state}
          name="service"
          label={t('webhook.whose')}
          hint={t('webhook.whose-hint')}
          empty={t('webhook.all')}
          options={mayBeTold(services).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Checkboxes
          state={state}
          name="kinds"
          label={t('webhook.kinds')}
          options={webhookKinds.map((kind) => ({ value: kind, label: t(`webhook.kind.${kind}`) }))}
        />
        <Buttons>
          <SubmitButton>{t('webhook.make')}</SubmitButton>
          <Link href={paths.service.list()}>{t('webhook.to-services')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.service.list() },
  )
}

const mayBeTold = (services: readonly Service[]) =>
  services.filter(({ isLive, scopes }) => isLive && scopes.includes('referral.read'))

const Webhooks = ({ t, webhooks }: { t: T; webhooks: readonly Webhook[] }) => (
  <Table
    caption={t('webhook.list')}
    rows={webhooks}
    empty={<Text>{t('webhook.empty')}</Text>}
    columns={[
      {
        heading: t('webhook.address-column'),
        cell: ({ id, address }) => (
          <Link href={paths.webhook.one(id)}>
            <span class="naast-breaks">{address}</span>
          </Link>
        ),
      },
      { heading: t('webhook.whose-column'), cell: ({ service }) => service?.name ?? t('webhook.all') },
      { heading: t('webhook.last'), cell: ({ lastTry }) => <LastTry t={t} lastTry={lastTry} /> },
      { heading: t('webhook.state'), cell: (webhook) => <WebhookState t={t} webhook={webhook} /> },
    ]}
  />
)

const LastTry = ({ t, lastTry }: { t: T; lastTry: Webhook['lastTry'] }) => {
  if (!lastTry?.on) return <>{t('webhook.last-none')}</>
  const day = t.longDay(lastTry.on)
  return lastTry.arrived ? (
    t('webhook.last-arrived', { day })
  ) : (
    <Tag tone="attention">{t('webhook.last-not', { day })}</Tag>
  )
}

/** Where an administrator says which other systems are told by themselves that something changed. */
export const webhookRoutes: readonly Route[] = [
  staffRoute({
    path: paths.webhook.list(),
    who: ['administrator'],
    get: (request) => showAll(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, t } = request
          const input = {
            address: form.text('address'),
            serviceId: form.optional('service'),
            kinds: webhookKinds.filter((kind) => form.checked('kinds', kind)),
          }
          const { webhookId, secret } = await makeWebhook(context, actor, input, secretForm(form))
          return newSecretPage(t, { id: webhookId, secret })
        },
        (problem) => showAll(request, problem),
      ),
  }),
  ...oneWebhookRoutes,
]
