import { isBefore } from '#domain/day.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Radios,
  SubmitButton,
} from '#pages/look/form.tsx'
import { Heading, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { type StaffRequest, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { planWorkerTalk } from '#usecases/worker/plan-worker-talk.ts'
import type { WorkerView } from '#usecases/worker/read-worker.ts'
import { settleWorkerTalk } from '#usecases/worker/settle-worker-talk.ts'

type Talk = WorkerView['talks'][number]
const tones: Record<Talk['state'], Tone> = {
  planned: 'info',
  done: 'done',
  missed: 'attention',
  cancelled: 'neutral',
}

/** Talks with her, planned, held and missed: a coordinator sees at once who wasn't spoken to. */
export const Talks = ({
  request,
  worker,
  problem,
}: {
  request: StaffRequest
  worker: WorkerView
  problem: Problem | null
}) => {
  const { t } = request
  const state: FormState = {
    t,
    form: problem ? request.form : filledForm({ kind: 'talk' }),
    problem: problem ?? noProblem,
  }
  return (
    <section>
      <Heading>{t('talk.title')}</Heading>
      {worker.talks.length === 0 && <Text quiet>{t('talk.none')}</Text>}
      {worker.talks.map((talk) => (
        <Line key={talk.talkId} request={request} worker={worker} talk={talk} />
      ))}
      {worker.mayChange && (
        <details class="naast-more" open={problem !== null}>
          <summary>{t('talk.plan')}</summary>
          <PostForm
            state={state}
            submissionKey={request.newKey()}
            action={paths.worker.talk(worker.workerId)}
          >
            <Radios
              state={state}
              name="kind"
              label={t('talk.kind')}
              row
              options={(['talk', 'supervision'] as const).map((value) => ({
                value,
                label: t(`talk.kind.${value}`),
              }))}
            />
            <DayField state={state} name="on" label={t('talk.on')} />
            <Checkboxes
              state={state}
              name="held"
              label={t('talk.held')}
              optional
              options={[{ value: 'yes', label: t('talk.held-yes') }]}
            />
            <Buttons>
              <SubmitButton>{t('talk.save')}</SubmitButton>
            </Buttons>
          </PostForm>
        </details>
      )}
    </section>
  )
}

const Line = ({ request, worker, talk }: { request: StaffRequest; worker: WorkerView; talk: Talk }) => {
  const { t, today } = request
  const settles = worker.mayChange && talk.state === 'planned'
  return (
    <>
      <Text>
        {t.day(talk.on, today)} {t(`talk.kind.${talk.kind}`)}{' '}
        <Tag tone={talk.unsaid ? 'attention' : tones[talk.state]}>
          {t(talk.unsaid ? 'talk.unsaid' : `talk.state.${talk.state}`)}
        </Tag>
      </Text>
      {settles && (
        <form method="post" action={paths.worker.settleTalk(worker.workerId)}>
          <input type="hidden" name="key" value={request.newKey()} />
          <input type="hidden" name="talkId" value={talk.talkId} />
          <input type="hidden" name="version" value={talk.version} />
          <Buttons>
            {(isBefore(today, talk.on)
              ? (['cancelled'] as const)
              : (['done', 'missed', 'cancelled'] as const)
            ).map((how) => (
              <SubmitButton key={how} name="how" value={how} kind="secondary">
                {t(`talk.how.${how}`)}
              </SubmitButton>
            ))}
          </Buttons>
        </form>
      )}
    </>
  )
}

const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

export async function takeTalk(request: StaffRequest) {
  const { context, actor, form, today } = request
  const workerId = request.params.id ?? ''
  const kind = (['talk', 'supervision'] as const).find((one) => one === form.text('kind'))
  if (!kind) throw new Invalid({ kind: 'choose-one' })
  await planWorkerTalk(
    context,
    actor,
    {
      workerId,
      kind,
      on: readTypedDay(form.text('on'), { today }) ?? form.text('on'),
      held: form.checked('held'),
    },
    keyOf(request),
  )
  return seeOther(paths.worker.one(workerId), 'talk.said.saved')
}

export async function takeTalkSettled(request: StaffRequest) {
  const { context, actor, form } = request
  const how = (['done', 'missed', 'cancelled'] as const).find((one) => one === form.text('how'))
  if (!how) throw new Invalid({ how: 'choose-one' })
  await settleWorkerTalk(
    context,
    actor,
    { id: form.text('talkId'), version: Number(form.text('version')), how },
    keyOf(request),
  )
  return seeOther(paths.worker.one(request.params.id ?? ''), 'talk.said.saved')
}
