import { readTypedDay } from '#domain/typed-day.ts'
import { handSteps } from '#domain/worker/worker.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, DayField, type FormState, PostForm, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Notice, Table, Text } from '#pages/look/parts.tsx'
import { type StaffRequest, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import type { WorkerView } from '#usecases/worker/read-worker.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'

type Step = WorkerView['steps'][number]

/** What she can do next: the usual step at once, what asks a reason behind its name. */
export const StepForms = ({
  request,
  worker,
  problem,
}: {
  request: StaffRequest
  worker: WorkerView
  /** Of the step that was tried, if one was. */
  problem: Problem | null
}) => {
  const { t } = request
  const plain = worker.steps.filter(({ reasons, until }) => reasons.length === 0 && !until)
  const told = worker.steps.filter((step) => !plain.includes(step))
  const tried = problem ? request.form.text('step') : null
  const stateOf = (step: string | null): FormState => ({
    scope: step ?? 'step',
    ...(problem && (step === null ? plain.some((one) => one.step === tried) : step === tried)
      ? { t, form: request.form, problem }
      : { t, form: filledForm({}), problem: noProblem }),
  })
  const shared = (key: string | null) => ({
    state: stateOf(key),
    submissionKey: request.newKey(),
    action: paths.worker.step(worker.workerId),
  })
  return (
    <section>
      <Heading>{t('worker.step-title')}</Heading>
      {plain.length > 0 && (
        <PostForm {...shared(null)}>
          <input type="hidden" name="version" value={worker.version} />
          <DayField
            state={stateOf(null)}
            name="on"
            label={t('worker.step-on')}
            hint={t('worker.step-on-hint')}
            optional
          />
          <Buttons>
            {plain.map(({ step }, at) => (
              <SubmitButton key={step} name="step" value={step} kind={at === 0 ? 'primary' : 'secondary'}>
                {t(`worker.step.${step}`)}
              </SubmitButton>
            ))}
          </Buttons>
        </PostForm>
      )}
      {told.map((step) => (
        <details class="naast-more" key={step.step} open={tried === step.step}>
          <summary>{t(`worker.step.${step.step}`)}</summary>
          <PostForm {...shared(step.step)}>
            <input type="hidden" name="version" value={worker.version} />
            <input type="hidden" name="step" value={step.step} />
            <Asked step={step} state={stateOf(step.step)} />
            <Buttons>
              <SubmitButton kind="secondary">{t('worker.step-save')}</SubmitButton>
            </Buttons>
          </PostForm>
        </details>
      ))}
    </section>
  )
}

const Asked = ({ step, state }: { step: Step; state: FormState }) => {
  const { t } = state
  return (
    <>
      <Select
        state={state}
        name="reason"
        label={t('worker.step-reason')}
        hint={t('worker.step-reason-hint')}
        empty=""
        options={step.reasons.map((value) => ({ value, label: t(`worker.reason.${value}`) }))}
      />
      {step.until && (
        <DayField
          state={state}
          name="until"
          label={t(step.step === 'announce-leaving' ? 'worker.last-day' : 'worker.back-on')}
          optional={step.until === 'may'}
        />
      )}
      <DayField
        state={state}
        name="on"
        label={t('worker.step-on')}
        hint={t('worker.step-on-hint')}
        optional
      />
    </>
  )
}

/** What the form of a step asks of the use case; the page it came from comes back with what was wrong. */
export async function takeTypedStep(request: StaffRequest) {
  const { context, actor, form, today } = request
  const wanted = handSteps.find((one) => one === form.text('step'))
  if (!wanted) throw new Invalid({ step: 'choose-one' })
  const typed = (name: string) => {
    const text = form.text(name)
    return text === '' ? null : (readTypedDay(text, { today }) ?? text)
  }
  const id = request.params.id ?? ''
  await stepWorkerOn(
    context,
    actor,
    {
      id,
      version: Number(form.text('version')),
      step: wanted,
      on: typed('on'),
      until: typed('until'),
      reason: form.optional('reason'),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.worker.one(id), 'worker.said.step')
}

/** What she wrote to begin with. */
export const Applications = ({ request: { t }, worker }: { request: StaffRequest; worker: WorkerView }) => (
  <>
    {worker.applications.map((application) => (
      <Notice
        key={application.receivedOn.toString()}
        title={t('worker.application', { day: t.longDay(application.receivedOn) })}
      >
        {application.words ? (
          <blockquote class="naast-quote">{application.words}</blockquote>
        ) : (
          <Text quiet>{t('worker.application-silent')}</Text>
        )}
        {worker.state === 'applicant' && (
          <Text quiet>{t('worker.application-by', { day: t.longDay(application.answerBy) })}</Text>
        )}
      </Notice>
    ))}
  </>
)

/** Every step of hers with its day, its reason and who took it. */
export const History = ({ request: { t }, worker }: { request: StaffRequest; worker: WorkerView }) => {
  const stepWords = (code: string) => wordOf(t, `worker.step.${code}`, code)
  const reasonWords = (code: string) => wordOf(t, `worker.reason.${code}`, code)
  return (
    <details class="naast-more">
      <summary>{t('worker.history')}</summary>
      <Table
        caption={t('worker.history')}
        rows={worker.history}
        empty={t('worker.history-none')}
        columns={[
          { heading: t('worker.history-on'), cell: ({ on }) => t.longDay(on) },
          {
            heading: t('worker.history-what'),
            cell: ({ step, until }) => (
              <>
                {stepWords(step)}
                {until && `, ${t('worker.history-until', { day: t.day(until) })}`}
              </>
            ),
          },
          {
            heading: t('worker.step-reason'),
            cell: ({ reason }) => (reason ? reasonWords(reason) : '—'),
          },
          { heading: t('worker.history-by'), cell: ({ by }) => by ?? t('worker.history-itself') },
        ]}
      />
    </details>
  )
}

/** Words for a code out of a row; the code itself if this version has none. */
const wordOf = (t: StaffRequest['t'], key: string, code: string): string => (t.has(key) ? t(key) : code)
