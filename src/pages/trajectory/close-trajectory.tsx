import { evaluationReasons, goalLevels } from '#domain/closure/closure.ts'
import { afterwardsAnswers } from '#domain/measure/after-end.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import type { FormState } from '#pages/look/form.tsx'
import { Heading, Link, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import {
  type Closing,
  ClosingForm,
  goalField,
  toldField,
  WhatHappens,
} from '#pages/trajectory/closing-form.tsx'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { readClosing } from '#usecases/trajectory/read-closing.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** The form to close with; of a trajectory that is closed, how it ended. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor } = request
  const closing = await readClosing(context, actor, { trajectoryId: idOf(request) })
  const t = request.t.of(closing.people)
  if (closing.closure)
    return page(t('closure.title-done'), <Closed t={t} closing={closing} closure={closing.closure} />)
  const known = Object.fromEntries([
    ...closing.outcomes.map(({ id }) => [goalField(id), 'unknown'] as const),
    ...closing.asked.map(({ name }) => [toldField(name), 'unknown'] as const),
  ])
  const state: FormState = {
    t,
    form:
      problem === noProblem
        ? filledForm({ ...known, ...(closing.final?.taken ? { evaluation: 'taken' } : {}) })
        : request.form,
    problem,
  }
  return page(
    t('closure.title'),
    <>
      <Heading level={1}>{`${t('closure.title')}: ${closing.name}`}</Heading>
      <TrajectoryTabs
        t={t}
        id={closing.trajectoryId}
        actor={request.actor}
        current={paths.closing(closing.trajectoryId)}
      />
      <Text lead>{t('closure.lead', { name: closing.name })}</Text>
      <WhatHappens t={t} closing={closing} />
      <ClosingForm state={state} submissionKey={request.form.key ?? request.newKey()} closing={closing} />
    </>,
    { place: paths.trajectory.caseload() },
  )
}

const Closed = ({
  t,
  closing,
  closure,
}: {
  t: T
  closing: Closing
  closure: NonNullable<Closing['closure']>
}) => {
  const why = `closure.why.${closure.evaluationCode}`
  return (
    <>
      <Heading level={1}>
        {closing.name} <Tag>{t('closure.title-done')}</Tag>
      </Heading>
      <Summary
        rows={[
          closure.closedOn && [t('closure.closed-on'), t.longDay(closure.closedOn)],
          [t('closure.reason-was'), closure.reason?.[t.language] ?? '—'],
          [t('closure.counted-as'), t(`closure.result.${closure.result}`)],
          closing.begun ? [t('closure.visits'), String(closure.visitsDone)] : null,
          closing.begun
            ? [
                t('closure.evaluation-was'),
                [t(`closure.evaluation.${closure.evaluation}`), t.has(why) && t(why)]
                  .filter(Boolean)
                  .join(': '),
              ]
            : null,
          ...closing.asked
            .filter(({ name }) => name in closure.told)
            .map(({ name, question }) => [question[t.language], toldWords(t, closure.told[name])] as const),
          closing.asksAgainAfter !== null
            ? [
                t('closure.afterwards', { count: closing.asksAgainAfter }),
                t(`closure.afterwards.${closure.afterwards}`),
              ]
            : null,
          closure.words ? [t('closure.words-were'), closure.words] : null,
          closure.note ? [t('closure.note-was'), closure.note] : null,
        ]}
      />
      {closing.begun && (
        <>
          <Heading>{t('closure.goals')}</Heading>
          <Summary
            rows={closing.outcomes.map(({ id, label }) => [
              label[t.language],
              t(`closure.goal.${closure.goals[id] ?? 'unknown'}`),
            ])}
          />
        </>
      )}
      <Link href={paths.trajectory.one(closing.trajectoryId)}>{t('closure.back')}</Link>
    </>
  )
}

const toldWords = (t: T, answer: boolean | null | undefined) =>
  t(`closure.told.${typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : 'unknown'}`)

/** What came of the final evaluation; `null` when nothing was chosen, which the command refuses if it must be. */
function evaluationOf(form: Form) {
  const kind = form.text('evaluation')
  const why = form.text('evaluationWhy')
  if (kind === 'taken') return { kind } as const
  if (kind === 'declined') {
    const code = evaluationReasons.declined.find((one) => one === why)
    if (!code) throw new Invalid({ evaluationWhy: 'choose-one' })
    return { kind, code } as const
  }
  if (kind === 'not_possible') {
    const code = evaluationReasons.not_possible.find((one) => one === why)
    if (!code) throw new Invalid({ evaluationWhy: 'choose-one' })
    return { kind, code } as const
  }
  return null
}

async function close(request: StaffRequest) {
  const { context, actor, form } = request
  const trajectoryId = idOf(request)
  const { outcomes, asked } = await readClosing(context, actor, { trajectoryId })
  const reason = form.text('reason')
  if (!reason) throw new Invalid({ reason: 'choose-one' })
  const goals = outcomes.flatMap(({ id }) => {
    const level = goalLevels.find((one) => one === form.text(goalField(id)))
    return level ? [[id, level] as const] : []
  })
  const told = asked.flatMap(({ name }) => {
    const answer = form.text(toldField(name))
    return answer === 'yes' || answer === 'no' ? [[name, answer === 'yes'] as const] : []
  })
  await closeTrajectory(
    context,
    actor,
    {
      trajectoryId,
      version: Number(form.text('version')),
      reason,
      evaluation: evaluationOf(form),
      goals: Object.fromEntries(goals),
      told: Object.fromEntries(told),
      afterwards: afterwardsAnswers.find((one) => one === form.text('afterwards')) ?? 'not_asked',
      words: form.optional('words'),
      note: form.optional('note'),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.trajectory.one(trajectoryId), 'closure.said.closed')
}

export const closeTrajectoryRoutes: readonly Route[] = [
  staffRoute({
    path: paths.closing(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => close(request),
        (problem) => show(request, problem),
      ),
  }),
]
