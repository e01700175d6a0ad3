import { isMemberWith } from '#domain/member/actor.ts'
import { ButtonLink, Card, Empty, Heading, Link, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, type Problem, refusalWords } from '#pages/problem.ts'
import { daysWords } from '#pages/training/training-words.ts'
import { Invalid } from '#usecases/failure.ts'
import { enrolInTraining } from '#usecases/training/enrol-in-training.ts'
import { leaveTraining } from '#usecases/training/leave-training.ts'
import { listTrainings, type TrainingLine } from '#usecases/training/list-trainings.ts'
import { readTraining } from '#usecases/training/read-training.ts'

const plans = ({ actor }: StaffRequest) => isMemberWith(actor, 'coordinator', 'programme_manager')

/** What is planned and what was given; a worker takes her own seat here. */
async function show(request: StaffRequest, problem: Problem | null = null) {
  const { context, actor, t } = request
  const trainings = await listTrainings(context, actor, {})
  const later = trainings.filter(({ over, state }) => !over && state === 'planned')
  const before = trainings.filter((one) => !later.includes(one))
  return page(
    t('training.title'),
    <>
      <Heading level={1}>{t('training.title')}</Heading>
      {problem?.refused && <Text>{refusalWords(t, problem.refused)}</Text>}
      <p class="naast-actions">
        {plans(request) && <ButtonLink href={paths.training.plan()}>{t('training.plan')}</ButtonLink>}
        {actor.workerId && (
          <ButtonLink kind="secondary" href={paths.worker.learning(actor.workerId)}>
            {t('training.record')}
          </ButtonLink>
        )}
      </p>
      {later.length === 0 && (
        <Empty title={t('training.none')}>
          <Text>{t('training.none-hint')}</Text>
        </Empty>
      )}
      {later.map((training) => (
        <Line key={training.trainingId} request={request} training={training} />
      ))}
      {before.length > 0 && (
        <details class="naast-more">
          <summary>{t('training.before', { count: before.length })}</summary>
          {before.map((training) => (
            <Line key={training.trainingId} request={request} training={training} />
          ))}
        </details>
      )}
    </>,
    { place: paths.training.list() },
  )
}

const Line = ({ request, training }: { request: StaffRequest; training: TrainingLine }) => {
  const { t, today } = request
  const { trainingId, title, place, gateKind, state, taken, seats, mine, waiting, waitsAs } = training
  return (
    <Card
      title={plans(request) ? <Link href={paths.training.one(trainingId)}>{title}</Link> : title}
      tag={
        state === 'cancelled' ? (
          <Tag tone="attention">{t('training.state.cancelled')}</Tag>
        ) : mine ? (
          <Tag tone="done">{t('training.mine')}</Tag>
        ) : waitsAs !== null ? (
          <Tag>{t('training.waits')}</Tag>
        ) : undefined
      }
      action={<Seat request={request} training={training} />}
    >
      <Text>{daysWords(t, training.days, today)}</Text>
      <Text quiet>
        {[
          place,
          gateKind && t(`training.opens.${gateKind === 'training' ? 'training' : 'meldcode_course'}`),
          seats ? t('training.seats-of', { taken, seats }) : t('training.seats-taken', { count: taken }),
          waiting > 0 && t('training.waiting-count', { count: waiting }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <OwnPlace request={request} training={training} />
    </Card>
  )
}

/** Where she stands, as long as it matters: number so much of who waits, or moved up since. */
const OwnPlace = ({ request: { t, today }, training }: { request: StaffRequest; training: TrainingLine }) => {
  const { waitsAs, movedUpOn, over, state } = training
  if (over || state !== 'planned') return null
  if (waitsAs !== null) return <Text>{t('training.waits-as', { number: waitsAs })}</Text>
  return movedUpOn && <Text>{t('training.moved-up', { day: t.day(movedUpOn, today) })}</Text>
}

const Seat = ({ request, training }: { request: StaffRequest; training: TrainingLine }) => {
  const { t, actor } = request
  const { trainingId, mine, waitsAs, full, open } = training
  const has = mine || waitsAs !== null
  if (!actor.workerId || !open) return null
  return (
    <form method="post" action={has ? paths.training.leave(trainingId) : paths.training.enrol(trainingId)}>
      <input type="hidden" name="key" value={request.newKey()} />
      <button type="submit" class="utrecht-button utrecht-button--secondary-action">
        {t(
          mine
            ? 'training.give-back'
            : waitsAs !== null
              ? 'training.leave-list'
              : full
                ? 'training.join-list'
                : 'training.join',
        )}
      </button>
    </form>
  )
}

/** Whoever plans trainings says for whom; a worker is only ever there for herself. */
async function workerIn(request: StaffRequest, trainingId: string): Promise<string> {
  const { context, actor, form } = request
  const named = plans(request) ? form.text('workerId') : ''
  const workerId = named || actor.workerId
  if (workerId) return workerId
  // Nobody was chosen, in a training that must be there all the same.
  await readTraining(context, actor, { id: trainingId })
  throw new Invalid({ workerId: 'choose-one' })
}

const seatRoute = (
  path: (id: string) => string,
  doIt: typeof enrolInTraining | typeof leaveTraining,
  said: Record<'seat' | 'waiting', string>,
): Route =>
  staffRoute({
    path: path(':id'),
    who: ['coordinator', 'programme_manager', 'worker'],
    get: async ({ params }) => seeOther(paths.training.one(params.id ?? '')),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, params } = request
          const trainingId = params.id ?? ''
          const { state } = await doIt(
            context,
            actor,
            { trainingId, workerId: await workerIn(request, trainingId) },
            form.key ? { key: form.key } : undefined,
          )
          const back = plans(request) && form.text('workerId')
          return seeOther(back ? paths.training.one(trainingId) : paths.training.list(), said[state])
        },
        (problem) => show(request, problem),
      ),
  })

export const trainingListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.training.list(),
    who: ['coordinator', 'programme_manager', 'worker'],
    get: (request) => show(request),
  }),
  seatRoute(paths.training.enrol, enrolInTraining, {
    seat: 'training.said.joined',
    waiting: 'training.said.waiting',
  }),
  seatRoute(paths.training.leave, leaveTraining, {
    seat: 'training.said.left',
    waiting: 'training.said.left-list',
  }),
]
