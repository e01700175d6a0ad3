import { requesterKinds } from '#domain/child-request/child-request.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { chosen, neededDay } from '#pages/course/course-form.tsx'
import { formOf } from '#pages/form-data.ts'
import {
  Buttons,
  DayField,
  type FormState,
  Pair,
  PostForm,
  Radios,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { ButtonLink, Card, Empty, Heading, Link, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { listRequestsForChildren } from '#usecases/child-request/list-child-requests.ts'
import { registerChildRequest } from '#usecases/child-request/register-child-request.ts'
import { Invalid } from '#usecases/failure.ts'

async function showList({ context, actor, t, today }: StaffRequest) {
  const { requests } = await listRequestsForChildren(context, actor, {})
  return page(
    t('child-request.title'),
    <>
      <Heading level={1}>{t('child-request.title')}</Heading>
      <Text lead>{t('child-request.lead')}</Text>
      <p class="naast-actions">
        <ButtonLink href={paths.childRequest.register()}>{t('child-request.register')}</ButtonLink>
      </p>
      {requests.length === 0 && <Empty title={t('child-request.none')} />}
      {requests.map(({ id, name, state, open, requester, receivedOn, answerBy }) => {
        const who = `child-request.requester.${requester}`
        return (
          <Card
            key={id}
            title={name ?? t('child-request.erased')}
            href={paths.childRequest.one(id)}
            tag={
              <Tag tone={open ? 'attention' : state === 'delivered' ? 'done' : 'neutral'}>
                {t(`child-request.state.${state}`)}
              </Tag>
            }
          >
            <Summary
              rows={[
                t.has(who) ? [t('child-request.requester'), t(who)] : null,
                [t('child-request.received-on'), t.day(receivedOn, today)],
                open ? [t('child-request.answer-by'), t.longDay(answerBy)] : null,
              ]}
            />
          </Card>
        )
      })}
    </>,
  )
}

async function showRegister(request: StaffRequest, problem: Problem = noProblem) {
  const { t } = request
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  return page(
    t('child-request.register'),
    <>
      <Heading level={1}>{t('child-request.register')}</Heading>
      <Text lead>{t('child-request.register-lead')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <Radios
          state={state}
          name="requester"
          label={t('child-request.requester')}
          options={requesterKinds.map((kind) => ({
            value: kind,
            label: t(`child-request.requester.${kind}`),
          }))}
        />
        <TextField state={state} name="asked.name" label={t('child-request.name')} />
        <TextArea
          state={state}
          name="asked.reach"
          label={t('child-request.reach')}
          hint={t('child-request.reach-hint')}
          rows={3}
        />
        <Pair>
          <TextField state={state} name="asked.child.given" label={t('child-request.given')} />
          <TextField state={state} name="asked.child.family" label={t('child-request.family')} optional />
        </Pair>
        <DayField state={state} name="asked.childBornOn" label={t('child-request.born-on')} />
        <DayField state={state} name="receivedOn" label={t('child-request.received-on')} />
        <TextArea state={state} name="asked.remark" label={t('child-request.remark')} rows={3} optional />
        <Buttons>
          <SubmitButton>{t('child-request.save')}</SubmitButton>
          <Link href={paths.childRequest.list()}>{t('child-request.title')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.childRequest.list() },
  )
}

async function register({ context, actor, form, today }: StaffRequest) {
  const bornOn = readTypedDay(form.text('asked.childBornOn'), { today })
  if (!bornOn)
    throw new Invalid({ 'asked.childBornOn': form.text('asked.childBornOn') ? 'not-a-day' : 'required' })
  const { id } = await registerChildRequest(
    context,
    actor,
    {
      requester: chosen(form, 'requester', requesterKinds),
      receivedOn: neededDay(form, 'receivedOn', today),
      asked: {
        name: form.text('asked.name'),
        reach: form.text('asked.reach'),
        child: { given: form.text('asked.child.given'), family: form.optional('asked.child.family') },
        childBornOn: bornOn,
        remark: form.optional('asked.remark'),
      },
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.childRequest.one(id), 'child-request.said.saved')
}

const who = ['privacy_officer', 'safeguarding_lead'] as const
export const childRequestListRoutes: readonly Route[] = [
  staffRoute({ path: paths.childRequest.list(), who, get: showList }),
  staffRoute({
    path: paths.childRequest.register(),
    who,
    get: (request) => showRegister(request),
    post: (request) =>
      attempt(
        () => register(request),
        (problem) => showRegister(request, problem),
      ),
  }),
]
