import { readTypedDay } from '#domain/typed-day.ts'
import { dropReasons, hasNext, settlings, talkKinds } from '#domain/worker/talk.ts'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Radios,
  Select,
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
  moved: 'neutral',
  cancelled: 'neutral',
}

interface Shown {
  request: StaffRequest
  worker: WorkerView
  problem: Problem | null
}

/** Talks with her, planned, held and missed: a coordinator sees at once who wasn't spoken to. */
export const Talks = ({ request, worker, problem: trouble }: Shown) => {
  const { t } = request
  // A form about a talk that stands here says which.
  const about = trouble ? request.form.text('talkId') : ''
  const problem = about === '' ? trouble : null
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
        <Line
          key={talk.talkId}
          request={request}
          worker={worker}
          talk={talk}
          problem={about === talk.talkId ? trouble : null}
        />
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
              options={talkKinds.map((value) => ({
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

const Line = ({ request, worker, talk, problem }: Shown & { talk: Talk }) => {
  const { t, today } = request
  return (
    <>
      <Text>
        {t.day(talk.on, today)} {t(`talk.kind.${talk.kind}`)}{' '}
        <Tag tone={talk.unsaid ? 'attention' : tones[talk.state]}>
          {t(talk.unsaid ? 'talk.unsaid' : `talk.state.${talk.state}`)}
        </Tag>
      </Text>
      {worker.mayChange && talk.settlings.length > 0 && (
        <Settle request={request} worker={worker} talk={talk} problem={problem} />
      )}
    </>
  )
}

/** Held, on another day, or not needed with a reason: until one of these is said it waits on the worklist. */
const Settle = ({ request, worker, talk, problem }: Shown & { talk: Talk }) => {
  const { t, newKey } = request
  // Each talk has a form of its own on this page, so each field has a name of its own.
  const named = nameIn(talk.talkId)
  const fields = Object.entries(problem?.fields ?? {}).map(([name, code]) => [named(name), code])
  const state: FormState = {
    t,
    form: problem ? request.form : filledForm({}),
    problem: problem ? { ...problem, fields: Object.fromEntries(fields) } : noProblem,
  }
  return (
    <details class="naast-more" open={problem !== null || talk.unsaid}>
      <summary>{t(talk.unsaid ? 'talk.settle-unsaid' : 'talk.settle')}</summary>
      <PostForm state={state} submissionKey={newKey()} action={paths.worker.settleTalk(worker.workerId)}>
        <input type="hidden" name="talkId" value={talk.talkId} />
        <input type="hidden" name="version" value={talk.version} />
        <Radios
          state={state}
          name={named('how')}
          label={t('talk.how')}
          options={talk.settlings.map((value) => ({ value, label: t(`talk.how.${value}`) }))}
        />
        <DayField
          state={state}
          name={named('next')}
          label={t('talk.next')}
          hint={t('talk.next-hint')}
          optional
        />
        <Select
          state={state}
          name={named('reason')}
          label={t('talk.reason')}
          optional
          empty=""
          options={dropReasons.map((value) => ({ value, label: t(`talk.reason.${value}`) }))}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('talk.save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </details>
  )
}

const nameIn = (talkId: string) => (name: string) => `${name}-${talkId}`
const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

export async function takeTalk(request: StaffRequest) {
  const { context, actor, form, today } = request
  const workerId = request.params.id ?? ''
  const kind = talkKinds.find((one) => one === form.text('kind'))
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
  const { context, actor, form, today } = request
  const id = form.text('talkId')
  const named = nameIn(id)
  const how = settlings.find((one) => one === form.text(named('how')))
  if (!how) throw new Invalid({ how: 'choose-one' })
  const next = form.text(named('next'))
  await settleWorkerTalk(
    context,
    actor,
    {
      id,
      version: Number(form.text('version')),
      how,
      next: hasNext(how) && next !== '' ? (readTypedDay(next, { today }) ?? next) : null,
      reason:
        how === 'cancelled' ? (dropReasons.find((one) => one === form.text(named('reason'))) ?? null) : null,
    },
    keyOf(request),
  )
  return seeOther(paths.worker.one(request.params.id ?? ''), 'talk.said.saved')
}
