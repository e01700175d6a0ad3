import type { ComponentChildren } from 'preact'
import type { Form } from '#pages/form-data.ts'
import { Heading, Notice } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { About } from '#pages/worker/one-worker.tsx'
import { filledWorkerForm, newWorkerForm, readWorkerForm, WorkerForm } from '#pages/worker/worker-form.tsx'
import { listProgrammes } from '#usecases/programme/list-programmes.ts'
import { changeWorker } from '#usecases/worker/change-worker.ts'
import { readWorker } from '#usecases/worker/read-worker.ts'
import { registerWorker } from '#usecases/worker/register-worker.ts'

async function showForm(
  request: StaffRequest,
  title: string,
  form: Form,
  more: { version?: number; problem?: Problem; meanwhile?: ComponentChildren } = {},
) {
  const { t } = request
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      {more.meanwhile}
      <WorkerForm
        programmes={await listProgrammes(request.context, request.actor, {})}
        state={{ t, form, problem: more.problem ?? noProblem }}
        submissionKey={request.form.key ?? request.newKey()}
        version={more.version}
      />
    </>,
    { place: paths.worker.list() },
  )
}

async function change(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const worker = await readWorker(context, actor, { id: request.params.id ?? '' })
  const form = problem === noProblem ? filledWorkerForm(worker) : request.form
  const meanwhile = problem.refused?.code === 'changed-meanwhile' && (
    <Notice tone="attention" title={t('worker.now-says')}>
      <About request={request} worker={{ ...worker, mayChange: false }} />
    </Notice>
  )
  return showForm(request, t('worker.change-title'), form, { version: worker.version, problem, meanwhile })
}

export const changeWorkerRoutes: readonly Route[] = [
  staffRoute({
    path: paths.worker.register(),
    who: ['coordinator'],
    get: async (request) => showForm(request, request.t('worker.register-title'), newWorkerForm()),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const { workerId } = await registerWorker(
            context,
            actor,
            readWorkerForm(form),
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.worker.one(workerId), 'worker.said.registered')
        },
        async (problem) => showForm(request, request.t('worker.register-title'), request.form, { problem }),
      ),
  }),
  staffRoute({
    path: paths.worker.change(':id'),
    who: ['coordinator'],
    get: (request) => change(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const id = request.params.id ?? ''
          await changeWorker(
            context,
            actor,
            { ...readWorkerForm(form), id, version: Number(form.text('version')) },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.worker.one(id), 'worker.said.changed')
        },
        (problem) => change(request, problem),
      ),
  }),
]
