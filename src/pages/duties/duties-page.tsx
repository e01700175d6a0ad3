import { isMemberWith } from '#domain/member/actor.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { handoverReasons } from '#domain/worker/duties.ts'
import { LoadsTable } from '#pages/duties/loads-table.tsx'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, DayField, type FormState, Pair, PostForm, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Notice, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { endDeputy } from '#usecases/duties/end-deputy.ts'
import { handOverDuties } from '#usecases/duties/hand-over-duties.ts'
import { type Duties, listDuties } from '#usecases/duties/list-duties.ts'
import { listLoads } from '#usecases/duties/list-loads.ts'
import { nameDeputy } from '#usecases/duties/name-deputy.ts'
import { Invalid } from '#usecases/failure.ts'

type Which = 'handover' | 'deputy'
interface Trouble {
  readonly which: Which
  readonly problem: Problem
}
interface Props {
  request: StaffRequest
  duties: Duties
  problem: Problem | null
}
const nobody = 'nobody'
const manages = ({ actor }: StaffRequest) => isMemberWith(actor, 'programme_manager')

/** Who watches over how much, who stands in for whom, and handing it all over in one step. */
async function show(request: StaffRequest, trouble: Trouble | null = null) {
  const { context, actor, t } = request
  const duties = await listDuties(context, actor, {})
  const loads = await listLoads(context, actor, {})
  const problemOf = (which: Which) => (trouble?.which === which ? trouble.problem : null)
  const columns = [
    { heading: t('duties.workers'), cell: ({ workers }: { workers: number }) => workers, numeric: true },
    {
      heading: t('duties.trajectories'),
      cell: ({ trajectories }: { trajectories: number }) => trajectories,
      numeric: true,
    },
    { heading: t('duties.tasks'), cell: ({ tasks }: { tasks: number }) => tasks, numeric: true },
  ]
  return page(
    t('duties.title'),
    <>
      <Heading level={1}>{t('duties.title')}</Heading>
      {duties.orphans.length > 0 && (
        <Notice tone="attention" title={t('duties.orphans')}>
          <Text>{t('duties.orphans-hint')}</Text>
        </Notice>
      )}
      {duties.orphans.length > 0 && (
        <Table
          caption={t('duties.orphans')}
          rows={duties.orphans}
          empty=""
          columns={[{ heading: t('duties.who'), cell: ({ name }) => name ?? t('duties.nobody') }, ...columns]}
        />
      )}
      <Table
        caption={t('duties.now')}
        rows={duties.coordinators}
        empty={t('duties.none')}
        columns={[{ heading: t('duties.who'), cell: ({ name }) => name ?? '—' }, ...columns]}
      />
      <LoadsTable t={t} loads={loads} />
      {manages(request) && <HandOver request={request} duties={duties} problem={problemOf('handover')} />}
      <Deputies request={request} duties={duties} problem={problemOf('deputy')} />
      <Heading>{t('duties.before')}</Heading>
      <Table
        caption={t('duties.before')}
        alone
        rows={duties.handovers}
        empty={t('duties.before-none')}
        columns={[
          { heading: t('duties.on'), cell: ({ on }) => t.longDay(on) },
          {
            heading: t('duties.from-to'),
            cell: ({ from, to }) =>
              t('duties.from-to-names', { from: from ?? t('duties.nobody'), to: to ?? '—' }),
          },
          {
            heading: t('duties.reason'),
            cell: ({ reason }) => {
              const known = handoverReasons.find((one) => one === reason)
              return known ? t(`duties.reason.${known}`) : reason
            },
          },
          ...columns,
        ]}
      />
    </>,
    { place: paths.duties.list() },
  )
}

const stateFor = ({ request, problem }: Props, scope: Which): FormState => ({
  t: request.t,
  form: problem ? request.form : filledForm({}),
  problem: problem ?? noProblem,
  scope,
})

const HandOver = (props: Props) => {
  const { request, duties } = props
  const { t } = request
  const state = stateFor(props, 'handover')
  const people = duties.coordinators.map(({ memberId, name }) => ({
    value: memberId ?? '',
    label: name ?? '—',
  }))
  const orphans = duties.orphans.map(({ memberId, name }) => ({
    value: memberId ?? nobody,
    label: name ?? t('duties.nobody'),
  }))
  return (
    <section>
      <Heading>{t('duties.hand-over')}</Heading>
      <PostForm
        state={state}
        submissionKey={(props.problem && request.form.key) || request.newKey()}
        action={paths.duties.handOver()}
      >
        <Pair>
          <Select
            state={state}
            name="from"
            label={t('duties.from')}
            empty=""
            options={[...orphans, ...people]}
          />
          <Select state={state} name="to" label={t('duties.to')} empty="" options={people} />
        </Pair>
        <Select
          state={state}
          name="reason"
          label={t('duties.reason')}
          empty=""
          options={handoverReasons.map((value) => ({ value, label: t(`duties.reason.${value}`) }))}
        />
        <Text quiet>{t('duties.hand-over-hint')}</Text>
        <Buttons>
          <SubmitButton>{t('duties.hand-over-all')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

const Deputies = (props: Props) => {
  const { request, duties } = props
  const { t, actor } = request
  const state = stateFor(props, 'deputy')
  const people = duties.coordinators.map(({ memberId, name }) => ({
    value: memberId ?? '',
    label: name ?? '—',
  }))
  return (
    <section>
      <Heading>{t('duties.deputies')}</Heading>
      {duties.deputies.length === 0 && <Text quiet>{t('duties.deputies-none')}</Text>}
      {duties.deputies.map(({ deputyId, name, deputy, from, until }) => (
        <form key={deputyId} method="post" action={paths.duties.endDeputy(deputyId)}>
          <input type="hidden" name="key" value={request.newKey()} />
          <Text>
            {t('duties.stands-in', {
              deputy: deputy ?? '—',
              name: name ?? '—',
              from: t.day(from),
              until: t.day(until),
            })}
          </Text>
          <Buttons>
            <SubmitButton kind="secondary">{t('duties.deputy-end')}</SubmitButton>
          </Buttons>
        </form>
      ))}
      <details class="naast-more" open={props.problem !== null}>
        <summary>{t('duties.deputy-name')}</summary>
        <PostForm state={state} submissionKey={request.newKey()} action={paths.duties.deputy()}>
          {manages(request) ? (
            <Select state={state} name="memberId" label={t('duties.deputy-for')} empty="" options={people} />
          ) : (
            <input type="hidden" name="memberId" value={actor.memberId} />
          )}
          <Select
            state={state}
            name="deputyId"
            label={t('duties.deputy-who')}
            empty=""
            options={people.filter(({ value }) => manages(request) || value !== actor.memberId)}
          />
          <Pair>
            <DayField state={state} name="from" label={t('my-file.from')} />
            <DayField state={state} name="until" label={t('my-file.until')} />
          </Pair>
          <Buttons>
            <SubmitButton>{t('duties.deputy-save')}</SubmitButton>
          </Buttons>
        </PostForm>
      </details>
    </section>
  )
}

const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)
const chosen = ({ form }: StaffRequest, name: string): string => {
  const value = form.text(name)
  if (value === '') throw new Invalid({ [name]: 'choose-one' })
  return value
}

async function handOver(request: StaffRequest): Promise<string> {
  const { context, actor, form } = request
  const from = chosen(request, 'from')
  const reason = handoverReasons.find((one) => one === form.text('reason'))
  const to = chosen(request, 'to')
  if (!reason) throw new Invalid({ reason: 'choose-one' })
  await handOverDuties(context, actor, { from: from === nobody ? null : from, to, reason }, keyOf(request))
  return 'duties.said.handed-over'
}

async function deputy(request: StaffRequest): Promise<string> {
  const { context, actor, form, today } = request
  const day = (name: string) => readTypedDay(form.text(name), { today }) ?? form.text(name)
  await nameDeputy(
    context,
    actor,
    {
      memberId: chosen(request, 'memberId'),
      deputyId: chosen(request, 'deputyId'),
      from: day('from'),
      until: day('until'),
    },
    keyOf(request),
  )
  return 'duties.said.deputy'
}

async function back(request: StaffRequest): Promise<string> {
  const { context, actor, params } = request
  await endDeputy(context, actor, { id: params.id ?? '' }, keyOf(request))
  return 'duties.said.back'
}

const deed = (
  path: string,
  who: StaffRequest['actor']['roles'],
  which: Which,
  doIt: (request: StaffRequest) => Promise<string>,
): Route =>
  staffRoute({
    path,
    who,
    post: (request) =>
      attempt(
        async () => seeOther(paths.duties.list(), await doIt(request)),
        (problem) => show(request, { which, problem }),
      ),
  })

export const dutiesRoutes: readonly Route[] = [
  staffRoute({
    path: paths.duties.list(),
    who: ['programme_manager', 'coordinator'],
    get: (request) => show(request),
  }),
  deed(paths.duties.handOver(), ['programme_manager'], 'handover', handOver),
  deed(paths.duties.deputy(), ['programme_manager', 'coordinator'], 'deputy', deputy),
  deed(paths.duties.endDeputy(':id'), ['programme_manager', 'coordinator'], 'deputy', back),
]
