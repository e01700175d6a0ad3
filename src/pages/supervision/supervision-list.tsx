import type { Day } from '#domain/day.ts'
import { supervisionKinds } from '#domain/supervision/supervision.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { readTypedTime } from '#domain/typed-time.ts'
import { filledForm } from '#pages/form-data.ts'
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
  TextField,
} from '#pages/look/form.tsx'
import { Card, Empty, Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { listSupervision, type SupervisionList } from '#usecases/supervision/list-supervision.ts'
import { planSupervision } from '#usecases/supervision/plan-supervision.ts'

/** What is planned, who must be in one soon or should have been, and a form to plan the next. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, form, newKey } = request
  const all = await listSupervision(context, actor, {})
  const planned = all.sessions.filter(({ state }) => state === 'planned')
  const before = all.sessions.filter(({ state }) => state !== 'planned').reverse()
  const state: FormState = {
    t,
    form: problem === noProblem ? filledForm({ kind: 'peer_consultation' }) : form,
    problem,
  }
  return page(
    t('supervision.title'),
    <>
      <Heading level={1}>{t('supervision.title')}</Heading>
      <Text lead>{t('supervision.lead')}</Text>
      <Heading>{t('supervision.planned')}</Heading>
      {planned.length === 0 && <Empty title={t('supervision.none')} />}
      {planned.map((session) => (
        <One key={session.id} t={t} today={today} session={session} />
      ))}
      <Standings t={t} today={today} all={all} />
      <PlanForm state={state} submissionKey={form.key ?? newKey()} all={all} />
      {before.length > 0 && (
        <details class="naast-more">
          <summary>{t('supervision.before')}</summary>
          {before.map((session) => (
            <One key={session.id} t={t} today={today} session={session} />
          ))}
        </details>
      )}
      <Link href={paths.training.list()}>{t('training.title')}</Link>
    </>,
    { place: paths.worker.list() },
  )
}

/** `di 10 november, 19:30`. */
export const whenWords = (t: T, { on, at }: { on: Day; at: string | null }, today: Day): string =>
  at ? t('supervision.at', { day: t.day(on, today), time: at }) : t.day(on, today)

interface OneProps {
  readonly t: T
  readonly today: Day
  readonly session: SupervisionList['sessions'][number]
}
const One = ({ t, today, session }: OneProps) => (
  <Card
    level={3}
    title={t(`supervision.kind.${session.kind}`)}
    href={paths.supervision.one(session.id)}
    tag={
      <Tag tone={session.state === 'planned' ? 'info' : session.state === 'held' ? 'done' : 'neutral'}>
        {t(`supervision.state.${session.state}`)}
      </Tag>
    }
  >
    <Text>{[whenWords(t, session, today), session.place].filter(Boolean).join(', ')}</Text>
    <Text quiet>
      {session.state === 'held'
        ? t('supervision.there', { there: session.there, count: session.expected })
        : t('supervision.expected', { count: session.expected })}
    </Text>
  </Card>
)

const Standings = ({ t, today, all }: { t: T; today: Day; all: SupervisionList }) => (
  <section>
    <Heading>{t('supervision.obligations')}</Heading>
    <Text quiet>{t('supervision.obligations-hint')}</Text>
    <Table
      caption={t('supervision.obligations')}
      alone
      rows={all.standings}
      empty={<Empty title={t('supervision.obligations-none')} />}
      columns={[
        {
          heading: t('supervision.who'),
          cell: ({ workerId, name }) => <Link href={paths.worker.one(workerId)}>{name}</Link>,
        },
        { heading: t('supervision.by'), cell: ({ by }) => t.day(by, today) },
        {
          heading: t('supervision.how'),
          cell: ({ late, missed, pressing }) => (
            <Tag tone={pressing ? 'attention' : 'done'}>
              {late > 0
                ? t('supervision.late')
                : pressing
                  ? t('supervision.missed', { count: missed })
                  : t('supervision.in-time')}
            </Tag>
          ),
        },
      ]}
    />
  </section>
)

interface PlanProps {
  readonly state: FormState
  readonly submissionKey: string
  readonly all: SupervisionList
}
const PlanForm = ({ state, submissionKey, all }: PlanProps) => {
  const { t } = state
  return (
    <section>
      <Heading>{t('supervision.plan')}</Heading>
      <PostForm state={state} submissionKey={submissionKey}>
        <Radios
          state={state}
          name="kind"
          label={t('supervision.kind')}
          row
          options={supervisionKinds.map((value) => ({ value, label: t(`supervision.kind.${value}`) }))}
        />
        <Pair>
          <DayField state={state} name="on" label={t('supervision.on')} />
          <TextField
            state={state}
            name="at"
            label={t('supervision.time')}
            hint={t('supervision.time-hint')}
            width={10}
            optional
          />
        </Pair>
        <TextField state={state} name="place" label={t('supervision.place')} optional />
        <Select
          state={state}
          name="ledBy"
          label={t('supervision.led-by')}
          empty=""
          options={[
            { value: 'nobody', label: t('supervision.led-by-nobody') },
            ...all.leaders.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Checkboxes
          state={state}
          name="workerIds"
          label={t('supervision.people')}
          options={all.workers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Buttons>
          <SubmitButton>{t('supervision.do-plan')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

async function plan({ context, actor, form, today }: StaffRequest) {
  const kind = supervisionKinds.find((one) => one === form.text('kind'))
  if (!kind) throw new Invalid({ kind: 'choose-one' })
  const typedTime = form.optional('at')
  const ledBy = form.optional('ledBy')
  const { id } = await planSupervision(
    context,
    actor,
    {
      kind,
      on: readTypedDay(form.text('on'), { today }) ?? form.text('on'),
      at: typedTime === null ? null : (readTypedTime(typedTime) ?? typedTime),
      place: form.optional('place'),
      ledBy: ledBy === 'nobody' ? null : ledBy,
      workerIds: [...form.all('workerIds')],
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.supervision.one(id), 'supervision.said.planned')
}

export const supervisionListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.supervision.list(),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => plan(request),
        (problem) => show(request, problem),
      ),
  }),
]
