import { dropReasons } from '#domain/handover/handover.ts'
import { followUpAnswers } from '#domain/referral/follow-up.ts'
import { chosen, neededDay } from '#pages/course/course-form.tsx'
import { filledForm, formOf } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { ButtonLink, Card, Empty, Heading, Link, Summary, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { NotFound } from '#usecases/failure.ts'
import { arrangeHandover } from '#usecases/handover/arrange-handover.ts'
import { checkHandover } from '#usecases/handover/check-handover.ts'
import { dropHandover } from '#usecases/handover/drop-handover.ts'
import { holdHandoverTalk } from '#usecases/handover/hold-handover.ts'
import { listHandovers } from '#usecases/handover/list-handovers.ts'

type List = Awaited<ReturnType<typeof listHandovers>>
type Handover = List['handovers'][number]

const tones: Record<Handover['state'], Tone> = {
  arranged: 'info',
  held: 'attention',
  checked: 'done',
  dropped: 'neutral',
}
const idOf = ({ params }: StaffRequest) => params.id ?? ''
const read = ({ context, actor, params }: StaffRequest) =>
  listHandovers(context, actor, { trajectoryId: params.id ?? '' })

/** What was agreed and held so far; below it, agreeing on one more. */
async function showList(request: StaffRequest, problem: Problem = noProblem) {
  const { t } = request
  const list = await read(request)
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  return page(
    t('handover.title'),
    <>
      <Heading level={1}>{t('handover.title')}</Heading>
      <Text lead>{list.name}</Text>
      <TrajectoryTabs
        t={t}
        id={list.trajectoryId}
        actor={request.actor}
        works={list.works}
        current={paths.handover.list(list.trajectoryId)}
      />
      <Text>{t('handover.lead')}</Text>
      {list.handovers.length === 0 && <Empty title={t('handover.none')} />}
      {list.handovers.map((handover) => (
        <HandoverCard key={handover.id} t={t} id={list.trajectoryId} handover={handover} />
      ))}
      {list.mayArrange && (
        <>
          <Heading>{t('handover.arrange-title')}</Heading>
          <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
            <TextField
              state={state}
              name="party"
              label={t('handover.party')}
              hint={t('handover.party-hint')}
            />
            {list.parties.length > 0 && (
              <Select
                state={state}
                name="organisation"
                label={t('handover.organisation')}
                empty={t('handover.party-none')}
                options={list.parties.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            <DayField state={state} name="talkOn" label={t('handover.talk-day')} />
            <Buttons>
              <SubmitButton>{t('handover.arrange')}</SubmitButton>
            </Buttons>
          </PostForm>
        </>
      )}
    </>,
  )
}

const HandoverCard = ({ t, id, handover }: { t: T; id: string; handover: Handover }) => {
  const { state, mayHold, mayCheck, droppedCode } = handover
  const dropped = `handover.drop.${droppedCode}`
  return (
    <Card
      title={handover.party ?? t('handover.erased')}
      tag={<Tag tone={tones[state]}>{t(`handover.state.${state}`)}</Tag>}
      action={
        (mayHold || mayCheck) && (
          <ButtonLink href={paths.handover.one(id, handover.id)} kind="secondary">
            {t(mayHold ? 'handover.open' : 'handover.check')}
          </ButtonLink>
        )
      }
    >
      <Summary
        rows={[
          handover.organisation ? [t('handover.organisation'), handover.organisation] : null,
          [t('handover.talk-on'), t.longDay(handover.talkOn)],
          handover.heldOn && [t('handover.held-on'), t.longDay(handover.heldOn)],
          handover.checkOn && [t('handover.check-on'), t.longDay(handover.checkOn)],
          handover.answer && [t('handover.answer'), t(`handover.answer.${handover.answer}`)],
          droppedCode && t.has(dropped) ? [t('handover.dropped'), t(dropped)] : null,
        ]}
      />
    </Card>
  )
}

/** How the talk went; or, later, whether help started. */
async function showOne(request: StaffRequest, problem: Problem = noProblem) {
  const { t } = request
  const list = await read(request)
  const handover = list.handovers.find(({ id }) => id === request.params.handover)
  if (!handover) throw new NotFound()
  const first = problem === noProblem
  const open = handover.mayHold || handover.mayCheck
  const state: FormState = {
    t,
    form: first
      ? filledForm({ heldOn: t.longDay(handover.talkOn), checkOn: t.longDay(list.checkOn) })
      : request.form,
    problem: first && !open ? notNow : problem,
  }
  const title =
    handover.mayCheck || handover.state === 'checked' ? 'handover.check-title' : 'handover.one-title'
  return page(
    t(title),
    <>
      <Heading level={1}>{t(title)}</Heading>
      <Text lead>{list.name}</Text>
      <Text>{handover.party ?? t('handover.erased')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <input type="hidden" name="version" value={handover.version} />
        {handover.mayCheck ? <Check state={state} /> : <Talk state={state} />}
        <Buttons>
          <SubmitButton>{t('handover.save')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.handover.list(list.trajectoryId)}>{t('handover.back')}</Link>
    </>,
    first && !open ? { status: 409 } : {},
  )
}
const notNow: Problem = { fields: {}, refused: { code: 'handover-not-from-this-state', detail: {} } }

const Talk = ({ state }: { state: FormState }) => {
  const { t } = state
  return (
    <>
      <Radios
        state={state}
        name="what"
        label={t('handover.what')}
        options={[
          { value: 'held', label: t('handover.what.held') },
          ...dropReasons.map((reason) => ({ value: reason, label: t(`handover.drop.${reason}`) })),
        ]}
      />
      <DayField state={state} name="heldOn" label={t('handover.held-day')} />
      <DayField state={state} name="checkOn" label={t('handover.check-day')} />
    </>
  )
}
const Check = ({ state }: { state: FormState }) => {
  const { t } = state
  return (
    <>
      <Radios
        state={state}
        name="answer"
        label={t('handover.answer')}
        options={followUpAnswers.map((one) => ({ value: one, label: t(`handover.answer.${one}`) }))}
      />
      <Checkboxes
        state={state}
        name="askAgain"
        label={t('handover.again')}
        optional
        options={[{ value: 'yes', label: t('handover.again-yes') }]}
      />
    </>
  )
}

const whats = ['held', ...dropReasons] as const

async function saveOne(request: StaffRequest) {
  const { context, actor, form, params, today } = request
  const place = {
    trajectoryId: idOf(request),
    id: params.handover ?? '',
    version: Number(form.text('version')) || 0,
  }
  const submission = form.key ? { key: form.key } : undefined
  if (form.text('what') === '') {
    const answer = chosen(form, 'answer', followUpAnswers)
    await checkHandover(context, actor, { ...place, answer, askAgain: form.checked('askAgain') }, submission)
  } else {
    const what = chosen(form, 'what', whats)
    if (what === 'held')
      await holdHandoverTalk(
        context,
        actor,
        { ...place, heldOn: neededDay(form, 'heldOn', today), checkOn: neededDay(form, 'checkOn', today) },
        submission,
      )
    else await dropHandover(context, actor, { ...place, reason: what }, submission)
  }
  return seeOther(paths.handover.list(place.trajectoryId), 'handover.said.saved')
}

export const handoverRoutes: readonly Route[] = [
  staffRoute({
    path: paths.handover.list(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => showList(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, today } = request
          await arrangeHandover(
            context,
            actor,
            {
              trajectoryId: idOf(request),
              party: form.text('party'),
              networkOrganisationId: form.optional('organisation'),
              talkOn: neededDay(form, 'talkOn', today),
            },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.handover.list(idOf(request)), 'handover.said.saved')
        },
        (problem) => showList(request, problem),
      ),
  }),
  staffRoute({
    path: paths.handover.one(':id', ':handover'),
    who: ['coordinator', 'worker'],
    get: (request) => showOne(request),
    post: (request) =>
      attempt(
        () => saveOne(request),
        (problem) => showOne(request, problem),
      ),
  }),
]
