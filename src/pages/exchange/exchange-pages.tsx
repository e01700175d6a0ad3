import { isMemberWith } from '#domain/member/actor.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Card, Empty, Heading, Link, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { confirmExchange } from '#usecases/exchange/confirm-exchange.ts'
import { endExchange } from '#usecases/exchange/end-exchange.ts'
import { listExchanges } from '#usecases/exchange/list-exchanges.ts'
import { type ExchangePage, readExchange } from '#usecases/exchange/read-exchange.ts'
import { Invalid } from '#usecases/failure.ts'

const who = ['safeguarding_lead', 'programme_manager', 'privacy_officer'] as const
type Line = Awaited<ReturnType<typeof listExchanges>>[number]

const StateTag = ({ t, line }: { t: T; line: Pick<Line, 'state' | 'way' | 'other'> }) => {
  const waits = line.state === 'running' && line.way === 'here' && line.other !== 'running'
  return (
    <Tag
      tone={line.state === 'running' && !waits ? 'done' : line.state === 'ended' ? 'neutral' : 'attention'}
    >
      {t(waits ? 'exchange.state.waits' : `exchange.state.${line.state}`)}
    </Tag>
  )
}

async function showList({ context, actor, t }: StaffRequest) {
  const lines = await listExchanges(context, actor, {})
  return page(
    t('exchange.title'),
    <>
      <Heading level={1}>{t('exchange.title')}</Heading>
      <Text lead>{t('exchange.lead')}</Text>
      {isMemberWith(actor, 'safeguarding_lead') && (
        <p class="naast-actions">
          <ButtonLink href={paths.exchange.offer()}>{t('exchange.do-offer')}</ButtonLink>
          <ButtonLink href={paths.exchange.answer()} kind="secondary">
            {t('exchange.do-answer')}
          </ButtonLink>
        </p>
      )}
      {lines.length === 0 && <Empty title={t('exchange.none')} />}
      {lines.map((line) => (
        <Card
          key={line.id}
          level={3}
          title={line.organisation}
          href={paths.exchange.one(line.id)}
          tag={<StateTag t={t} line={line} />}
        >
          <Text>{t('exchange.until-day', { day: t.longDay(line.until) })}</Text>
        </Card>
      ))}
    </>,
    { place: paths.exchange.list() },
  )
}

/** What is compared and why, who agreed, and the steps that whoever reads it may take. */
async function showOne(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form, params } = request
  const found = await readExchange(context, actor, { id: params.id ?? '' })
  const state = { t, form: formOf(null), problem }
  const step = (name: 'confirm' | 'end', kind?: 'danger') => (
    <PostForm
      // One summary of what went wrong on the page, above the form that was sent.
      state={form.text('step') === name ? state : { ...state, problem: noProblem }}
      submissionKey={(form.text('step') === name && !problem.refused ? form.key : null) ?? request.newKey()}
      action={paths.exchange.one(found.id)}
    >
      <input type="hidden" name="step" value={name} />
      <input type="hidden" name="version" value={found.version} />
      <Text>{t(`exchange.${name}-text`)}</Text>
      <Buttons>
        <SubmitButton {...(kind ? { kind } : {})}>{t(`exchange.do-${name}`)}</SubmitButton>
      </Buttons>
    </PostForm>
  )
  return page(
    t('exchange.title'),
    <>
      <Heading level={1}>{t('exchange.with', { name: found.organisation })}</Heading>
      <StateTag t={t} line={found} />
      <Other t={t} found={found} />
      <Terms t={t} found={found} />
      {found.may.carry && (
        <section>
          <Heading>{t('exchange.files')}</Heading>
          <Text>{t(found.received?.stale === false ? 'exchange.files-fresh' : 'exchange.files-stale')}</Text>
          <ButtonLink href={paths.exchange.file(found.id)}>{t('exchange.to-files')}</ButtonLink>
        </section>
      )}
      {found.may.confirm && (
        <section>
          <Heading>{t('exchange.confirm')}</Heading>
          {step('confirm')}
        </section>
      )}
      {found.may.end && (
        <section>
          <Heading>{t('exchange.end')}</Heading>
          {step('end', 'danger')}
        </section>
      )}
      <Link href={paths.exchange.list()}>{t('exchange.to-list')}</Link>
    </>,
    { place: paths.exchange.list() },
  )
}

/** How far the other organisation is, and that it is the one that was meant. */
const Other = ({ t, found }: { t: T; found: ExchangePage }) =>
  found.state === 'ended' ? null : (
    <Notice
      tone={found.other === 'two' ? 'danger' : 'info'}
      title={t(`exchange.other.${found.other}`, { name: found.answeredBy ?? '' })}
    >
      <Text>{t(`exchange.other-text.${found.other}`)}</Text>
    </Notice>
  )

const Terms = ({ t, found }: { t: T; found: ExchangePage }) => {
  const by = ({ by: name, on }: { by: string | null; on: Temporal.PlainDate | null }) =>
    t('exchange.by', { name: name ?? t('exchange.by-clock'), day: on ? t.longDay(on) : '—' })
  return (
    <Summary
      rows={[
        [t('exchange.kinds'), found.kinds.map((kind) => t(`exchange.kind.${kind}`)).join(', ')],
        [t('exchange.ground'), found.ground],
        [t('exchange.until'), t.longDay(found.until)],
        [t('exchange.begun'), by(found.begun)],
        [t('exchange.confirmed'), found.confirmed ? by(found.confirmed) : t('exchange.nobody-yet')],
        found.ended ? [t('exchange.ended'), by(found.ended)] : null,
        found.state === 'running'
          ? [t('exchange.laid'), t('exchange.cards', { count: found.laid.cards })]
          : null,
        found.received ? [t('exchange.received'), t.longDay(found.received.on)] : null,
      ]}
    />
  )
}

export const exchangeRoutes: readonly Route[] = [
  staffRoute({ path: paths.exchange.list(), who, get: (request) => showList(request) }),
  staffRoute({
    path: paths.exchange.one(':id'),
    who,
    get: (request) => showOne(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, params } = request
          const input = { id: params.id ?? '', version: Number(form.text('version')) }
          const submission = form.key ? { key: form.key } : undefined
          const step = form.text('step')
          if (step !== 'confirm' && step !== 'end') throw new Invalid({ step: 'choose-one' })
          await (step === 'confirm' ? confirmExchange : endExchange)(context, actor, input, submission)
          return seeOther(paths.exchange.one(input.id), `exchange.said-${step}`)
        },
        (problem) => showOne(request, problem),
      ),
  }),
]
