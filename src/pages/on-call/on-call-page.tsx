import type { Day } from '#domain/day.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { mostDeputies } from '#domain/on-call/on-call.ts'
import { readPhone } from '#domain/person/phone.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { filledForm, formOf } from '#pages/form-data.ts'
import {
  Buttons,
  DayField,
  type FormState,
  Pair,
  PostForm,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Card, Empty, Heading, Link, Notice, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { listOnCall, type OnCallPage } from '#usecases/on-call/list-on-call.ts'
import { putOnCall } from '#usecases/on-call/put-on-call.ts'
import { setOnCallNumber } from '#usecases/on-call/set-on-call-number.ts'
import { takeOffCall } from '#usecases/on-call/take-off-call.ts'

/** Who is asked when there is danger: today first, then the days that nobody has, then the list. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, form } = request
  const onCall = await listOnCall(context, actor, {})
  const own = request.path !== paths.onCall.number() && problem !== noProblem
  const state: FormState = own ? { t, form, problem } : { t, form: formOf(null), problem: noProblem }
  const key = form.key ?? request.newKey()
  return page(
    t('on-call.title'),
    <>
      <Heading level={1}>{t('on-call.title')}</Heading>
      <Text lead>{t('on-call.lead')}</Text>
      {onCall.today.length > 0 ? (
        <Notice tone="done" title={t('on-call.today')}>
          <ol class="naast-list">
            {onCall.today.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        </Notice>
      ) : (
        <Notice tone="danger" title={t('on-call.nobody-today')}>
          <Text>{t('on-call.nobody-today-text')}</Text>
        </Notice>
      )}
      {onCall.uncovered.length > 0 && (
        <Notice tone="attention" title={t('on-call.uncovered', { count: onCall.uncovered.length })}>
          <Text>{spansOf(t, onCall.uncovered).join(', ')}</Text>
        </Notice>
      )}
      <Duties t={t} today={today} onCall={onCall} newKey={request.newKey} />
      {onCall.mayChange && <PutForm t={t} state={state} submissionKey={key} onCall={onCall} />}
      {onCall.mayChange && (
        <NumberForm
          state={
            request.path === paths.onCall.number() && problem !== noProblem
              ? { t, form, problem }
              : { t, form: filledForm({ phone: onCall.phone ?? '' }), problem: noProblem }
          }
          submissionKey={request.newKey()}
        />
      )}
      {isMemberWith(actor, 'coordinator', 'safeguarding_lead') && (
        <Link href={paths.loneVisit.list()}>{t('lone.to-list')}</Link>
      )}
    </>,
    { place: paths.today() },
  )
}

/** Days that follow each other, as one: "di 3 november t/m do 5 november". */
function spansOf(t: T, days: readonly Day[]): string[] {
  const spans: { from: Day; until: Day }[] = []
  for (const day of days) {
    const last = spans.at(-1)
    if (last?.until.add({ days: 1 }).equals(day)) last.until = day
    else spans.push({ from: day, until: day })
  }
  return spans.map(({ from, until }) =>
    from.equals(until) ? t.day(from) : t('on-call.span', { from: t.day(from), until: t.day(until) }),
  )
}

const rankWords = (t: T, rank: number): string =>
  rank === 1 ? t('on-call.first') : t('on-call.deputy', { number: rank - 1 })

interface DutiesProps {
  readonly t: T
  readonly today: Day
  readonly onCall: OnCallPage
  readonly newKey: () => string
}

const Duties = ({ t, today, onCall, newKey }: DutiesProps) =>
  onCall.duties.length === 0 ? (
    <Empty title={t('on-call.none')} />
  ) : (
    <section>
      <Heading>{t('on-call.list')}</Heading>
      {onCall.duties.map(({ id, name, rank, from, until, able }) => (
        <Card
          key={id}
          level={3}
          title={name}
          tag={
            able ? (
              <Tag tone={rank === 1 ? 'info' : 'neutral'}>{rankWords(t, rank)}</Tag>
            ) : (
              <Tag tone="attention">{t('on-call.not-able')}</Tag>
            )
          }
          action={
            onCall.mayChange && (
              <form method="post" action={paths.onCall.end(id)}>
                <input type="hidden" name="key" value={newKey()} />
                <SubmitButton kind="secondary">{t('on-call.take-off', { name })}</SubmitButton>
              </form>
            )
          }
        >
          <Text>{t('on-call.span', { from: t.day(from, today), until: t.day(until, today) })}</Text>
        </Card>
      ))}
    </section>
  )

interface PutProps {
  readonly t: T
  readonly state: FormState
  readonly submissionKey: string
  readonly onCall: OnCallPage
}

const PutForm = ({ t, state, submissionKey, onCall }: PutProps) => (
  <section>
    <Heading>{t('on-call.put')}</Heading>
    <PostForm state={state} submissionKey={submissionKey} action={paths.onCall.list()}>
      <Select
        state={state}
        name="memberId"
        label={t('on-call.who')}
        empty=""
        options={onCall.people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        state={state}
        name="rank"
        label={t('on-call.rank')}
        hint={t('on-call.rank-hint')}
        options={Array.from({ length: mostDeputies }, (_, at) => ({
          value: String(at + 1),
          label: rankWords(t, at + 1),
        }))}
      />
      <Pair>
        <DayField state={state} name="from" label={t('on-call.from')} />
        <DayField state={state} name="until" label={t('on-call.until')} />
      </Pair>
      <Buttons>
        <SubmitButton>{t('on-call.do-put')}</SubmitButton>
      </Buttons>
    </PostForm>
  </section>
)

const NumberForm = ({ state, submissionKey }: { state: FormState; submissionKey: string }) => {
  const { t } = state
  return (
    <section>
      <Heading>{t('lone.number')}</Heading>
      <PostForm state={state} submissionKey={submissionKey} action={paths.onCall.number()}>
        <TextField
          state={state}
          name="phone"
          label={t('lone.number')}
          hint={t('lone.number-hint')}
          type="tel"
          width={20}
          optional
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('lone.do-number')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

async function put(request: StaffRequest) {
  const { context, actor, form, today } = request
  const day = (name: string) => readTypedDay(form.text(name), { today }) ?? form.text(name)
  if (form.text('memberId') === '') throw new Invalid({ memberId: 'choose-one' })
  await putOnCall(
    context,
    actor,
    {
      memberId: form.text('memberId'),
      rank: Number(form.text('rank')) || 1,
      from: day('from'),
      until: day('until'),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.onCall.list(), 'on-call.said.put')
}

const mayRead = ['coordinator', 'safeguarding_lead', 'programme_manager'] as const
const mayChange = ['coordinator', 'programme_manager'] as const

export const onCallRoutes: readonly Route[] = [
  staffRoute({
    path: paths.onCall.list(),
    who: mayRead,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => put(request),
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.onCall.number(),
    who: mayChange,
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const typed = form.optional('phone')
          await setOnCallNumber(
            context,
            actor,
            { phone: typed === null ? null : (readPhone(typed) ?? typed) },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.onCall.list(), 'lone.said.number')
        },
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.onCall.end(':id'),
    who: mayChange,
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, params } = request
          await takeOffCall(context, actor, { id: params.id ?? '' }, form.key ? { key: form.key } : undefined)
          return seeOther(paths.onCall.list(), 'on-call.said.off')
        },
        (problem) => show(request, problem),
      ),
  }),
]
