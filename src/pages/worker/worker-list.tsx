import { Buttons } from '#pages/look/form.tsx'
import { ButtonLink, Empty, Heading, Link, Table, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { gateReason } from '#pages/worker/gate-words.ts'
import { LoadView } from '#pages/worker/load-view.tsx'
import { workersTitle } from '#pages/worker/workers-title.ts'
import { listWorkers, type WorkerLine } from '#usecases/worker/list-workers.ts'

const stateTone: Record<WorkerLine['state'], Tone> = {
  applicant: 'info',
  interview: 'info',
  in_training: 'info',
  vog_requested: 'info',
  ready: 'done',
  active: 'done',
  on_leave: 'attention',
  leaving: 'attention',
  left: 'neutral',
}

/** Her state in a word; who was ready and lacks something now isn't, whatever her state says. */
export const StateTag = ({ t, state, closed }: { t: T; state: WorkerLine['state']; closed: number }) =>
  state === 'ready' && closed > 0 ? (
    <Tag tone="attention">{t('worker.not-ready')}</Tag>
  ) : (
    <Tag tone={stateTone[state]}>{t(`worker.state.${state}`)}</Tag>
  )

async function show({ context, actor, t, host }: StaffRequest) {
  const title = workersTitle(t, host.workers)
  const workers = await listWorkers(context, actor, {})
  const room = workers.reduce((sum, worker) => sum + worker.room, 0)
  return page(
    title,
    <>
      <Heading level={1}>{t('worker.heading', { count: workers.length, who: title })}</Heading>
      {workers.length > 0 && <Text lead>{t('worker.lead', { room })}</Text>}
      <Buttons>
        {actor.roles.includes('coordinator') && (
          <ButtonLink href={paths.worker.register()}>{t('worker.add')}</ButtonLink>
        )}
        {actor.roles.includes('coordinator') && (
          <ButtonLink kind="secondary" href={paths.planning.team()}>
            {t('planning.team-week')}
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" href={paths.training.list()}>
          {t('training.title')}
        </ButtonLink>
        {actor.roles.includes('coordinator') && (
          <ButtonLink kind="secondary" href={paths.supervision.list()}>
            {t('supervision.title')}
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" href={paths.duties.list()}>
          {t('duties.title')}
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.worker.texts()}>
          {t('worker-text.title')}
        </ButtonLink>
        {actor.roles.includes('coordinator') && (
          <ButtonLink kind="secondary" href={paths.expense.list()}>
            {t('expense.title')}
          </ButtonLink>
        )}
      </Buttons>
      <Table
        caption={title}
        alone
        rows={workers}
        empty={
          <Empty title={t('worker.empty')}>
            <Text>{t('worker.empty-hint')}</Text>
          </Empty>
        }
        columns={[
          {
            heading: t('worker.column.name'),
            cell: (worker) => <Link href={paths.worker.one(worker.workerId)}>{worker.name}</Link>,
          },
          {
            heading: t('worker.column.state'),
            cell: (worker) => <StateTag t={t} state={worker.state} closed={worker.closed.length} />,
          },
          {
            heading: t('worker.column.languages'),
            cell: (worker) => worker.languages.map((code) => t.languageName(code)).join(', '),
          },
          {
            heading: t('worker.column.room'),
            cell: (worker) =>
              worker.room > 0 ? t('worker.room-some', { count: worker.room }) : t('worker.room-none'),
          },
          { heading: t('worker.column.load'), cell: ({ load }) => <LoadView t={t} load={load} /> },
          {
            heading: t('worker.column.not-yet'),
            cell: ({ closed }) =>
              closed.length === 0 ? (
                t('worker.all-in-order')
              ) : (
                <ul class="naast-plain-list">
                  {closed.map((gate) => (
                    <li key={gate.kind}>{gateReason(t, gate)}</li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </>,
  )
}

export const workerListRoutes: readonly Route[] = [
  staffRoute({ path: paths.worker.list(), who: ['coordinator', 'programme_manager'], get: show }),
]
