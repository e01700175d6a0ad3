import { personRights, requestSubjects } from '#domain/person-request/person-request.ts'
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
import { Invalid } from '#usecases/failure.ts'
import { listPersonRequests } from '#usecases/person-request/list-person-requests.ts'
import { registerPersonRequest } from '#usecases/person-request/register-person-request.ts'

async function showList({ context, actor, t, today }: StaffRequest) {
  const { requests } = await listPersonRequests(context, actor, {})
  return page(
    t('person-request.title'),
    <>
      <Heading level={1}>{t('person-request.title')}</Heading>
      <Text lead>{t('person-request.lead')}</Text>
      <p class="naast-actions">
        <ButtonLink href={paths.personRequest.register()}>{t('person-request.register')}</ButtonLink>
      </p>
      {requests.length === 0 && <Empty title={t('person-request.none')} />}
      {requests.map((one) => (
        <Card
          key={one.id}
          title={one.name ?? t('person-request.erased')}
          href={paths.personRequest.one(one.id)}
          tag={<Tag tone={one.open ? 'attention' : 'neutral'}>{t(`person-request.state.${one.state}`)}</Tag>}
        >
          <Summary
            rows={[
              [t('person-request.right'), t(`person-request.right.${one.right}`)],
              [t('person-request.subject'), t(`person-request.subject.${one.subject}`)],
              [t('person-request.received-on'), t.day(one.receivedOn, today)],
              one.open ? [t('person-request.answer-by'), t.longDay(one.answerBy)] : null,
            ]}
          />
        </Card>
      ))}
    </>,
  )
}

async function showRegister(request: StaffRequest, problem: Problem = noProblem) {
  const { t } = request
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  return page(
    t('person-request.register'),
    <>
      <Heading level={1}>{t('person-request.register')}</Heading>
      <Text lead>{t('person-request.register-lead')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <Radios
          state={state}
          name="subject"
          label={t('person-request.subject')}
          options={requestSubjects.map((value) => ({ value, label: t(`person-request.subject.${value}`) }))}
        />
        <Radios
          state={state}
          name="right"
          label={t('person-request.right')}
          options={personRights.map((value) => ({ value, label: t(`person-request.right.${value}`) }))}
        />
        <Pair>
          <TextField state={state} name="asked.name.given" label={t('person-request.given')} />
          <TextField state={state} name="asked.name.family" label={t('person-request.family')} optional />
        </Pair>
        <DayField state={state} name="asked.bornOn" label={t('person-request.born-on')} optional />
        <TextField state={state} name="asked.email" label={t('person-request.email')} optional />
        <TextArea
          state={state}
          name="asked.reach"
          label={t('person-request.reach')}
          hint={t('person-request.reach-hint')}
          rows={3}
        />
        <DayField state={state} name="receivedOn" label={t('person-request.received-on')} />
        <TextArea state={state} name="asked.remark" label={t('person-request.remark')} rows={3} optional />
        <Buttons>
          <SubmitButton>{t('person-request.save')}</SubmitButton>
          <Link href={paths.personRequest.list()}>{t('person-request.title')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.personRequest.list() },
  )
}

async function register({ context, actor, form, today }: StaffRequest) {
  const typed = form.text('asked.bornOn')
  const bornOn = typed ? readTypedDay(typed, { today }) : null
  if (typed && !bornOn) throw new Invalid({ 'asked.bornOn': 'not-a-day' })
  const { id } = await registerPersonRequest(
    context,
    actor,
    {
      subject: chosen(form, 'subject', requestSubjects),
      right: chosen(form, 'right', personRights),
      receivedOn: neededDay(form, 'receivedOn', today),
      asked: {
        name: { given: form.text('asked.name.given'), family: form.optional('asked.name.family') },
        reach: form.text('asked.reach'),
        bornOn,
        email: form.optional('asked.email'),
        remark: form.optional('asked.remark'),
      },
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.personRequest.one(id), 'person-request.said.saved')
}

const who = ['privacy_officer', 'safeguarding_lead'] as const
export const personRequestListRoutes: readonly Route[] = [
  staffRoute({ path: paths.personRequest.list(), who, get: showList }),
  staffRoute({
    path: paths.personRequest.register(),
    who,
    get: (request) => showRegister(request),
    post: (request) =>
      attempt(
        () => register(request),
        (problem) => showRegister(request, problem),
      ),
  }),
]
