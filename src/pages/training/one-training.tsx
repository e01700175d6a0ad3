import { attendances } from '#domain/training/training.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Notice, Summary, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem, refusalWords } from '#pages/problem.ts'
import { Enrol, Seats, WaitingList } from '#pages/training/training-seats.tsx'
import { daysWords } from '#pages/training/training-words.ts'
import { cancelTraining } from '#usecases/training/cancel-training.ts'
import { certifyTraining } from '#usecases/training/certify-training.ts'
import { changeTrainingSeats } from '#usecases/training/change-training-seats.ts'
import { readTraining, type TrainingView } from '#usecases/training/read-training.ts'
import { recordTrainingAttendance } from '#usecases/training/record-training-attendance.ts'

interface Props {
  request: StaffRequest
  training: TrainingView
}
const idOf = (request: StaffRequest) => request.params.id ?? ''

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const training = await readTraining(context, actor, { id: idOf(request) })
  const { title, place, gateKind, seats, places, sessions, state } = training
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      {state !== 'planned' && (
        <p class="utrecht-paragraph">
          <Tag tone={state === 'given' ? 'done' : 'attention'}>{t(`training.state.${state}`)}</Tag>
        </p>
      )}
      {problem.refused && <Notice tone="attention" title={refusalWords(t, problem.refused)} />}
      <Summary
        rows={[
          [t('training.days'), daysWords(t, sessions, today)],
          [t('training.place'), place],
          [
            t('training.opens'),
            t(
              `training.opens.${gateKind === 'training' || gateKind === 'meldcode_course' ? gateKind : 'none'}`,
            ),
          ],
          [
            t('training.seats'),
            seats
              ? t('training.seats-of', { taken: places.length, seats })
              : t('training.seats-taken', { count: places.length }),
          ],
        ]}
      />
      <Certificates request={request} training={training} />
      <WaitingList request={request} training={training} />
      <Attendance request={request} training={training} />
      {training.open && <Seats request={request} training={training} problem={problem} />}
      {state !== 'cancelled' && <Enrol request={request} training={training} />}
      {state === 'planned' && (
        <form method="post" action={paths.training.cancel(training.trainingId)}>
          <input type="hidden" name="key" value={request.newKey()} />
          <input type="hidden" name="version" value={training.version} />
          <Buttons>
            <SubmitButton kind="danger">{t('training.cancel')}</SubmitButton>
          </Buttons>
        </form>
      )}
    </>,
    { place: paths.training.list() },
  )
}

/** Who has a seat, how often she was there, and her certificate. */
const Certificates = ({ request, training }: Props) => {
  const { t, today } = request
  const { places, sessions, trainingId } = training
  return (
    <Table
      caption={t('training.who')}
      rows={places}
      empty={t('training.nobody')}
      columns={[
        {
          heading: t('worker.column.name'),
          cell: ({ name, movedUpOn }) => (
            <>
              {name}
              {movedUpOn && (
                <Text quiet>{t('training.moved-up-since', { day: t.day(movedUpOn, today) })}</Text>
              )}
            </>
          ),
        },
        {
          heading: t('training.was-there'),
          cell: ({ attendance }) =>
            t('training.times-of', {
              times: attendance.filter((one) => one === 'there').length,
              all: sessions.length,
            }),
        },
        {
          heading: t('training.certificate'),
          cell: ({ workerId, certifiedOn, certificateUntil }) =>
            certifiedOn ? (
              <Tag tone="done">
                {certificateUntil
                  ? t('training.certified-until', { day: t.day(certificateUntil) })
                  : t('training.certified', { day: t.day(certifiedOn) })}
              </Tag>
            ) : (
              <form method="post" action={paths.training.certify(trainingId)}>
                <input type="hidden" name="key" value={request.newKey()} />
                <input type="hidden" name="workerId" value={workerId} />
                <button type="submit" class="utrecht-button utrecht-button--secondary-action">
                  {t('training.certify')}
                </button>
              </form>
            ),
        },
      ]}
    />
  )
}

/** For each day that came, one form for all who have a seat. */
const Attendance = ({ request, training }: Props) => {
  const { t, today } = request
  const { sessions, places, trainingId } = training
  if (places.length === 0) return null
  return (
    <section>
      <Heading>{t('training.attendance')}</Heading>
      {sessions.map((session, at) => {
        if (session.toCome) return null
        const state: FormState = {
          scope: String(at),
          t,
          form: filledForm(
            Object.fromEntries(
              places.map(({ workerId, attendance }) => [`was.${workerId}`, attendance[at] ?? 'there']),
            ),
          ),
          problem: noProblem,
        }
        const known = places.every(({ attendance }) => attendance[at] !== null)
        return (
          <details class="naast-more" key={session.sessionId} open={!known}>
            <summary>
              {t.day(session.on, today)} {session.at}{' '}
              {known ? t('training.attendance-known') : t('training.attendance-asked')}
            </summary>
            <PostForm
              state={state}
              submissionKey={request.newKey()}
              action={paths.training.attendance(trainingId)}
            >
              <input type="hidden" name="sessionId" value={session.sessionId} />
              {places.map(({ workerId, name }) => (
                <Select
                  key={workerId}
                  state={state}
                  name={`was.${workerId}`}
                  label={name}
                  options={attendances.map((value) => ({ value, label: t(`training.attendance.${value}`) }))}
                />
              ))}
              <Buttons>
                <SubmitButton>{t('training.attendance-save')}</SubmitButton>
              </Buttons>
            </PostForm>
          </details>
        )
      })}
      {sessions.every(({ toCome }) => toCome) && <Text quiet>{t('training.attendance-later')}</Text>}
    </section>
  )
}

const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

async function attend(request: StaffRequest): Promise<string> {
  const { context, actor, form } = request
  const attendance = form.entries().flatMap(([name, value]) => {
    const was = attendances.find((one) => one === value)
    return name.startsWith('was.') && was ? [{ workerId: name.slice('was.'.length), was }] : []
  })
  await recordTrainingAttendance(
    context,
    actor,
    { trainingId: idOf(request), sessionId: form.text('sessionId'), attendance },
    keyOf(request),
  )
  return 'training.said.attended'
}

async function certify(request: StaffRequest): Promise<string> {
  const { context, actor, form } = request
  await certifyTraining(
    context,
    actor,
    { trainingId: idOf(request), workerId: form.text('workerId') },
    keyOf(request),
  )
  return 'training.said.certified'
}

async function cancel(request: StaffRequest): Promise<string> {
  const { context, actor, form } = request
  await cancelTraining(
    context,
    actor,
    { id: idOf(request), version: Number(form.text('version')) },
    keyOf(request),
  )
  return 'training.said.cancelled'
}

async function changeSeats(request: StaffRequest): Promise<string> {
  const { context, actor, form } = request
  const typed = form.text('seats')
  await changeTrainingSeats(
    context,
    actor,
    {
      id: idOf(request),
      version: Number(form.text('version')),
      seats: typed === '' ? null : /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN,
    },
    keyOf(request),
  )
  return 'training.said.seats'
}

const deed = (path: (id: string) => string, doIt: (request: StaffRequest) => Promise<string>): Route =>
  staffRoute({
    path: path(':id'),
    who: ['coordinator', 'programme_manager'],
    get: async (request) => seeOther(paths.training.one(idOf(request))),
    post: (request) =>
      attempt(
        async () => seeOther(paths.training.one(idOf(request)), await doIt(request)),
        (problem) => show(request, problem),
      ),
  })

export const oneTrainingRoutes: readonly Route[] = [
  staffRoute({
    path: paths.training.one(':id'),
    who: ['coordinator', 'programme_manager'],
    get: (request) => show(request),
  }),
  deed(paths.training.seats, changeSeats),
  deed(paths.training.attendance, attend),
  deed(paths.training.certify, certify),
  deed(paths.training.cancel, cancel),
]
