import { serviceScopes } from '#domain/service/service-scope.ts'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { NotFound } from '#usecases/failure.ts'
import { listNetworkOrganisations } from '#usecases/network/list-network-organisations.ts'
import { endService } from '#usecases/service/end-service.ts'
import { makeService } from '#usecases/service/give-key.ts'
import { listServices } from '#usecases/service/list-services.ts'
import { dayTyped, newKeyPage, Once, secretForm } from './new-key.tsx'
import { rotateRoute } from './rotate-page.tsx'

type Service = Awaited<ReturnType<typeof listServices>>[number]
const who = ['administrator'] as const

async function showAll(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const services = await listServices(context, actor, {})
  const organisations = await listNetworkOrganisations(context, actor, {})
  const first = filledForm({ scopes: ['referral.create'] })
  const state: FormState = { t, form: problem === noProblem ? first : request.form, problem }
  return page(
    t('service.title'),
    <>
      <Heading level={1}>{t('service.title')}</Heading>
      <Text lead>{t('service.lead')}</Text>
      <Services t={t} services={services} />
      <p class="naast-actions">
        <ButtonLink href={paths.webhook.list()} kind="secondary">
          {t('service.webhooks')}
        </ButtonLink>
        <ButtonLink href={paths.service.guide()} kind="secondary">
          {t('service.guide')}
        </ButtonLink>
      </p>
      <Heading>{t('service.new')}</Heading>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <Once request={request} />
        <TextField
          state={state}
          name="name"
          label={t('service.name')}
          hint={t('service.name-hint')}
          width={20}
        />
        <Checkboxes
          state={state}
          name="scopes"
          label={t('service.scopes')}
          options={serviceScopes.map((scope) => ({
            value: scope,
            label: t(`service.scope.${scope}`),
            hint: scope === 'referral.read' ? t('service.scope.referral.read-hint') : undefined,
          }))}
        />
        {organisations.length > 0 && (
          <Select
            state={state}
            name="organisation"
            label={t('service.whose')}
            hint={t('service.whose-hint')}
            empty={t('service.whose-none')}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        )}
        <DayField
          state={state}
          name="until"
          label={t('service.until')}
          hint={t('service.until-hint')}
          optional
        />
        <Buttons>
          <SubmitButton>{t('service.make')}</SubmitButton>
        </Buttons>
      </PostForm>
    </>,
  )
}

const Services = ({ t, services }: { t: T; services: readonly Service[] }) => (
  <Table
    caption={t('service.list')}
    rows={services}
    empty={<Text>{t('service.empty')}</Text>}
    columns={[
      { heading: t('service.name-column'), cell: ({ name }) => name },
      {
        heading: t('service.may'),
        cell: ({ scopes }) => scopes.map((scope) => t(`service.scope.${scope}`)).join(', '),
      },
      {
        heading: t('service.until-column'),
        cell: ({ untilDay }) => (untilDay ? t.longDay(untilDay) : t('service.no-end')),
      },
      {
        heading: t('service.last-used'),
        cell: ({ lastUsedOn, oldKey }) => (
          <>
            {lastUsedOn ? t.longDay(lastUsedOn) : t('service.never-used')}
            {oldKey && <br />}
            {oldKey &&
              t(oldKey.lastUsedOn ? 'service.old-key' : 'service.old-key-unused', {
                until: t.longDay(oldKey.untilDay),
                used: oldKey.lastUsedOn ? t.longDay(oldKey.lastUsedOn) : '',
              })}
          </>
        ),
      },
      { heading: t('service.state'), cell: (service) => <State t={t} service={service} /> },
    ]}
  />
)

const State = ({ t, service }: { t: T; service: Service }) =>
  service.isLive ? (
    <>
      <Tag tone="done">{t('service.live')}</Tag>{' '}
      <Link href={paths.service.rotate(service.id)}>
        {t('service.rotate')}
        <span class="naast-visually-hidden"> {service.name}</span>
      </Link>{' '}
      <Link href={paths.service.end(service.id)}>
        {t('service.end')}
        <span class="naast-visually-hidden"> {service.name}</span>
      </Link>
    </>
  ) : (
    <Tag>{service.endedOn ? t('service.ended', { day: t.longDay(service.endedOn) }) : t('service.past')}</Tag>
  )

async function make({ context, actor, form, t, today }: StaffRequest) {
  const name = form.text('name')
  const input = {
    name,
    scopes: serviceScopes.filter((scope) => form.checked('scopes', scope)),
    until: dayTyped(form, 'until', today),
    networkOrganisationId: form.optional('organisation'),
  }
  const { key } = await makeService(context, actor, input, secretForm(form))
  return newKeyPage(t, { name, key })
}

async function showEnd(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form, params } = request
  const service = (await listServices(context, actor, {})).find(({ id }) => id === params.id)
  if (!service) throw new NotFound()
  return page(
    t('service.end-title', { name: service.name }),
    <>
      <Heading level={1}>{t('service.end-title', { name: service.name })}</Heading>
      <Text lead>{t('service.end-text')}</Text>
      <PostForm state={{ t, form, problem }} submissionKey={form.key ?? request.newKey()}>
        <Buttons>
          <SubmitButton kind="danger">{t('service.end-confirm')}</SubmitButton>
          <Link href={paths.service.list()}>{t('service.back')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.service.list() },
  )
}

/** Where an administrator gives other systems a key of the organisation, and takes it away. */
export const serviceRoutes: readonly Route[] = [
  staffRoute({
    path: paths.service.list(),
    who,
    get: (request) => showAll(request),
    post: (request) =>
      attempt(
        () => make(request),
        (problem) => showAll(request, problem),
      ),
  }),
  rotateRoute,
  staffRoute({
    path: paths.service.end(':id'),
    who,
    get: (request) => showEnd(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, params } = request
          await endService(context, actor, { id: params.id ?? '' }, form.key ? { key: form.key } : undefined)
          return seeOther(paths.service.list(), 'service.said-ended')
        },
        (problem) => showEnd(request, problem),
      ),
  }),
]
