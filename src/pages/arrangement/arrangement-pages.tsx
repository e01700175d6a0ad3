import { arrangementDrops } from '#domain/arrangement/arrangement.ts'
import { ArrangementCard, partyWords } from '#pages/arrangement/arrangement-card.tsx'
import { chosen, neededDay, typedDay } from '#pages/course/course-form.tsx'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  DayField,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Empty, Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import { askArrangement } from '#usecases/arrangement/ask-arrangement.ts'
import {
  type Arrangements,
  listArrangements,
  type ShownArrangement,
} from '#usecases/arrangement/list-arrangements.ts'
import { stepArrangementOn } from '#usecases/arrangement/step-arrangement.ts'
import { NotFound } from '#usecases/failure.ts'

const read = ({ context, actor, params }: StaffRequest) =>
  listArrangements(context, actor, { trajectoryId: params.id ?? '' })
const submissionOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

/** What was asked so far, and how long it takes; below it, asking for more. */
async function showList(request: StaffRequest, problem: Problem = noProblem) {
  const { t, actor, today } = request
  const list = await read(request)
  const first = problem === noProblem
  const form = first ? filledForm({ askedOn: t.longDay(today) }) : request.form
  const here = paths.arrangement.list(list.trajectoryId)
  return page(
    t('arrangement.title'),
    <>
      <Heading level={1}>{t('arrangement.title')}</Heading>
      <Text lead>{list.name}</Text>
      <TrajectoryTabs t={t} id={list.trajectoryId} actor={actor} works={list.works} current={here} />
      <Text>{t('arrangement.lead')}</Text>
      {list.arrangements.length === 0 && <Empty title={t('arrangement.none')} />}
      {list.arrangements.map((one) => (
        <ArrangementCard key={one.id} t={t} id={list.trajectoryId} one={one} />
      ))}
      {list.mayWrite && (
        <>
          <Heading>{t('arrangement.ask-title')}</Heading>
          <PostForm state={{ t, form, problem }} submissionKey={request.form.key ?? request.newKey()}>
            <AskFields state={{ t, form, problem }} list={list} />
            <Buttons>
              <SubmitButton>{t('arrangement.save')}</SubmitButton>
            </Buttons>
          </PostForm>
        </>
      )}
    </>,
    { place: paths.trajectory.caseload() },
  )
}

const AskFields = ({ state, list }: { state: FormState; list: Arrangements }) => {
  const { t } = state
  return (
    <>
      <Radios
        state={state}
        name="kind"
        label={t('arrangement.kind')}
        options={list.kinds.map(({ id, label }) => ({ value: id, label: label[t.language] }))}
      />
      <TextField
        state={state}
        name="purpose"
        label={t('arrangement.purpose-ask')}
        hint={t('arrangement.purpose-hint')}
        spoken
      />
      {list.parties.length > 0 && (
        <Select
          state={state}
          name="organisation"
          label={t('arrangement.organisation')}
          empty={t('arrangement.organisation-none')}
          options={list.parties.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        state={state}
        name="party"
        label={t('arrangement.party-ask')}
        hint={t('arrangement.party-hint')}
        optional={list.parties.length > 0}
      />
      <DayField state={state} name="askedOn" label={t('arrangement.asked-ask')} />
      <DayField
        state={state}
        name="neededOn"
        label={t('arrangement.needed-ask')}
        hint={t('arrangement.needed-hint')}
        optional
      />
    </>
  )
}

async function ask(request: StaffRequest) {
  const { context, actor, form, today, params } = request
  const trajectoryId = params.id ?? ''
  await askArrangement(
    context,
    actor,
    {
      trajectoryId,
      kind: form.text('kind'),
      purpose: form.text('purpose'),
      networkOrganisationId: form.optional('organisation'),
      party: form.text('party'),
      askedOn: neededDay(form, 'askedOn', today),
      neededOn: typedDay(form, 'neededOn', today),
    },
    submissionOf(request),
  )
  return seeOther(paths.arrangement.list(trajectoryId), 'arrangement.said.saved')
}

/** How one stands: what happened, and on which day. */
async function showOne(request: StaffRequest, problem: Problem = noProblem) {
  const { t, today } = request
  const list = await read(request)
  const one = list.arrangements.find(({ id }) => id === request.params.arrangement)
  if (!one) throw new NotFound()
  const first = problem === noProblem
  const form = first ? filledForm({ onDay: t.longDay(today) }) : request.form
  const state: FormState = { t, form, problem }
  return page(
    t('arrangement.one-title'),
    <>
      <Heading level={1}>{t('arrangement.one-title')}</Heading>
      <Text lead>{list.name}</Text>
      <Text>
        {one.label[t.language]}: {partyWords(t, one)}
      </Text>
      {one.steps.length === 0 && <Text>{t('arrangement.nothing')}</Text>}
      {(one.steps.length > 0 || !first) && (
        <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
          <input type="hidden" name="version" value={one.version} />
          <Radios state={state} name="what" label={t('arrangement.what')} options={whatOptions(state, one)} />
          <DayField state={state} name="onDay" label={t('arrangement.on-day')} />
          <DayField
            state={state}
            name="againOn"
            label={t('arrangement.again-on')}
            hint={t('arrangement.again-hint')}
            optional
          />
          <Buttons>
            <SubmitButton>{t('arrangement.save')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
      <Link href={paths.arrangement.list(list.trajectoryId)}>{t('arrangement.back')}</Link>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

const plainSteps = ['apply', 'grant', 'refuse', 'start', 'end', 'wait'] as const
const whats = [...plainSteps, ...arrangementDrops] as const

const whatOptions = ({ t }: FormState, { steps }: ShownArrangement) => [
  ...plainSteps
    .filter((step) => steps.includes(step))
    .map((step) => ({ value: step, label: t(`arrangement.what.${step}`) })),
  ...(steps.includes('drop') ? arrangementDrops : []).map((reason) => ({
    value: reason,
    label: t(`arrangement.drop.${reason}`),
  })),
]

async function step(request: StaffRequest) {
  const { context, actor, form, params, today } = request
  const trajectoryId = params.id ?? ''
  const what = chosen(form, 'what', whats)
  const plain = plainSteps.find((one) => one === what)
  const reason = arrangementDrops.find((one) => one === what) ?? null
  await stepArrangementOn(
    context,
    actor,
    {
      trajectoryId,
      id: params.arrangement ?? '',
      version: Number(form.text('version')) || 0,
      step: plain ?? 'drop',
      reason,
      onDay: neededDay(form, 'onDay', today),
      againOn: typedDay(form, 'againOn', today),
    },
    submissionOf(request),
  )
  return seeOther(paths.arrangement.list(trajectoryId), 'arrangement.said.saved')
}

export const arrangementRoutes: readonly Route[] = [
  staffRoute({
    path: paths.arrangement.list(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => showList(request),
    post: (request) =>
      attempt(
        () => ask(request),
        (problem) => showList(request, problem),
      ),
  }),
  staffRoute({
    path: paths.arrangement.one(':id', ':arrangement'),
    who: ['coordinator', 'worker'],
    get: (request) => showOne(request),
    post: (request) =>
      attempt(
        () => step(request),
        (problem) => showOne(request, problem),
      ),
  }),
]
