import { Buttons, SubmitButton } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { Invalid } from '#usecases/failure.ts'
import { listAvoidances } from '#usecases/worker/list-avoidances.ts'
import { ruleAvoidance } from '#usecases/worker/rule-avoidance.ts'

type Pair = Awaited<ReturnType<typeof listAvoidances>>['pairs'][number]
const verdicts = ['apart', 'together'] as const

/** One pair, with the answer that was given or the two that can be. */
const PairCard = ({ request: { t, newKey }, pair }: { request: StaffRequest; pair: Pair }) => (
  <Card
    title={t('avoidance.pair', { worker: pair.worker, woman: pair.woman })}
    tag={
      pair.verdict ? (
        <Tag tone={pair.verdict === 'apart' ? 'attention' : 'done'}>
          {t(`avoidance.said.${pair.verdict}`)}
        </Tag>
      ) : (
        <Tag tone="attention">{t('avoidance.to-say')}</Tag>
      )
    }
    action={
      <form method="post" action={paths.worker.ruleAvoidance()} class="naast-inline-form">
        <input type="hidden" name="key" value={newKey()} />
        <input type="hidden" name="trajectoryId" value={pair.trajectoryId} />
        <input type="hidden" name="workerId" value={pair.workerId} />
        <Buttons>
          {verdicts
            .filter((verdict) => verdict !== pair.verdict)
            .map((verdict) => (
              <SubmitButton key={verdict} name="verdict" value={verdict} kind="secondary">
                {t(`avoidance.say.${verdict}`)}
              </SubmitButton>
            ))}
        </Buttons>
      </form>
    }
  />
)

/** Whom workers must not meet, for the one who says whether a pair can be and tells no reason. */
export const avoidancesRoutes: readonly Route[] = [
  staffRoute({
    path: paths.worker.avoidances(),
    who: ['safeguarding_lead'],
    async get(request) {
      const { context, actor, t, host } = request
      const { told, pairs } = await listAvoidances(context, actor, {})
      return page(
        t('avoidance.title'),
        <>
          <Heading level={1}>{t('avoidance.title')}</Heading>
          <Text lead>{t('avoidance.lead')}</Text>
          {pairs.length > 0 && <Heading>{t('avoidance.pairs')}</Heading>}
          {pairs.map((pair) => (
            <PairCard key={pair.matchId} request={request} pair={pair} />
          ))}
          <Table
            caption={t('avoidance.told')}
            rows={told}
            empty={<Empty title={t('avoidance.none')} />}
            columns={[
              { heading: t('worker.column.name'), cell: ({ name }) => name },
              { heading: t('avoidance.words'), cell: ({ words }) => words ?? '—' },
              {
                heading: t('avoidance.since'),
                cell: ({ saidAt }) => t.longDay(saidAt.toZonedDateTimeISO(host.zone).toPlainDate()),
              },
            ]}
          />
        </>,
        { place: paths.worker.avoidances() },
      )
    },
  }),
  staffRoute({
    path: paths.worker.ruleAvoidance(),
    who: ['safeguarding_lead'],
    async post({ context, actor, form }) {
      const verdict = verdicts.find((one) => one === form.text('verdict'))
      if (!verdict) throw new Invalid({ verdict: 'choose-one' })
      await ruleAvoidance(
        context,
        actor,
        { trajectoryId: form.text('trajectoryId'), workerId: form.text('workerId'), verdict },
        form.key ? { key: form.key } : undefined,
      )
      return seeOther(paths.worker.avoidances(), 'avoidance.said')
    },
  }),
]
