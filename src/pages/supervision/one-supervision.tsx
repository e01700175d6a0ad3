import { attendances } from '#domain/training/training.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Radios, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { Heading, Link, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { whenWords } from '#pages/supervision/supervision-list.tsx'
import { Invalid } from '#usecases/failure.ts'
import { cancelSupervision } from '#usecases/supervision/cancel-supervision.ts'
import { readSupervision, type SupervisionPage } from '#usecases/supervision/read-supervision.ts'
import { recordSupervision } from '#usecases/supervision/record-supervision.ts'

const fieldOf = (workerId: string): string => `was-${workerId}`

/** One meeting: who was there, one answer each, and what was agreed. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, form, params, newKey } = request
  const session = await readSupervision(context, actor, { id: params.id ?? '' })
  const key = form.key ?? newKey()
  const recording = form.text('what') === 'record' && problem !== noProblem
  const kept: FormState = {
    t,
    form: filledForm({
      agreed: session.agreed ?? '',
      ...Object.fromEntries(session.people.map(({ workerId, was }) => [fieldOf(workerId), was ?? ''])),
    }),
    problem: noProblem,
  }
  return page(
    t('supervision.title'),
    <>
      <Heading level={1}>{t(`supervision.kind.${session.kind}`)}</Heading>
      <Summary
        rows={[
          [t('supervision.when'), whenWords(t, session, today)],
          [t('supervision.where'), session.place],
          [t('supervision.leads'), session.ledBy ?? t('supervision.led-by-nobody')],
          [t('supervision.how'), t(`supervision.state.${session.state}`)],
        ]}
      />
      {session.mayRecord ? (
        <RecordForm state={recording ? { t, form, problem } : kept} submissionKey={key} session={session} />
      ) : (
        <>
          <Heading>{t('supervision.people')}</Heading>
          <ul class="naast-list">
            {session.people.map(({ workerId, name }) => (
              <li key={workerId}>{name}</li>
            ))}
          </ul>
          {session.state === 'planned' && <Text quiet>{t('supervision.to-come')}</Text>}
        </>
      )}
      {session.mayCancel && (
        <PostForm state={{ t, form, problem: recording ? noProblem : problem }} submissionKey={newKey()}>
          <input type="hidden" name="what" value="cancel" />
          <input type="hidden" name="version" value={session.version} />
          <Buttons>
            <SubmitButton kind="secondary">{t('supervision.do-cancel')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
      <Link href={paths.supervision.list()}>{t('supervision.to-list')}</Link>
    </>,
    { place: paths.worker.list() },
  )
}

interface RecordProps {
  readonly state: FormState
  readonly submissionKey: string
  readonly session: SupervisionPage
}
const RecordForm = ({ state, submissionKey, session }: RecordProps) => {
  const { t } = state
  return (
    <section>
      <Heading>{t('supervision.attendance')}</Heading>
      <PostForm state={state} submissionKey={submissionKey}>
        <input type="hidden" name="what" value="record" />
        <input type="hidden" name="version" value={session.version} />
        {session.people.map(({ workerId, name }) => (
          <Radios
            key={workerId}
            state={state}
            name={fieldOf(workerId)}
            label={name}
            row
            options={attendances.map((value) => ({ value, label: t(`supervision.was.${value}`) }))}
          />
        ))}
        <TextArea
          state={state}
          name="agreed"
          label={t('supervision.agreed')}
          hint={t('supervision.agreed-hint')}
        />
        <Buttons>
          <SubmitButton>{t('supervision.do-record')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

async function act({ context, actor, form, params }: StaffRequest) {
  const id = params.id ?? ''
  const version = Number(form.text('version')) || 0
  const submission = form.key ? { key: form.key } : undefined
  if (form.text('what') === 'cancel') {
    await cancelSupervision(context, actor, { id, version }, submission)
    return seeOther(paths.supervision.one(id), 'supervision.said.cancelled')
  }
  const { people } = await readSupervision(context, actor, { id })
  const attendance = people.map(({ workerId }) => {
    const was = attendances.find((one) => one === form.text(fieldOf(workerId)))
    if (!was) throw new Invalid({ [fieldOf(workerId)]: 'choose-one' })
    return { workerId, was }
  })
  await recordSupervision(
    context,
    actor,
    { id, version, attendance, agreed: form.optional('agreed') },
    submission,
  )
  return seeOther(paths.supervision.one(id), 'supervision.said.recorded')
}

export const oneSupervisionRoutes: readonly Route[] = [
  staffRoute({
    path: paths.supervision.one(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
