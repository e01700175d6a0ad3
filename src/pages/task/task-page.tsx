import { endReportTask } from '#domain/end-report/end-report.ts'
import { answeredTasks, taskEndings } from '#domain/task/task.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { finishTask } from '#usecases/task/finish-task.ts'
import { readTask } from '#usecases/task/read-task.ts'

/** Where the answer is given that it asks for. */
const ToWhatItAsks = ({ t, trajectoryId, reasonCode }: { t: T; trajectoryId: string; reasonCode: string }) =>
  reasonCode === 'ask-arrangement' ? (
    <ButtonLink href={paths.arrangement.list(trajectoryId)}>{t('task.to-arrangement')}</ButtonLink>
  ) : reasonCode === 'ask-consultation' ? (
    <ButtonLink href={paths.consultation.list(trajectoryId)}>{t('task.to-consultation')}</ButtonLink>
  ) : (
    <ButtonLink href={paths.handover.list(trajectoryId)}>{t('task.to-handover')}</ButtonLink>
  )

/** One task: why it is here, where to go, and how it ended. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const task = await readTask(context, actor, { id: request.params.id ?? '' })
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  const reason = `task.reason.${task.reasonCode}`
  const kind = `home.task.${task.kind}`
  const title = t.has(kind) ? t(kind) : t('task.title')
  const ending = taskEndings.find((one) => one === task.doneCode)
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      {t.has(reason) && <Text lead>{t(reason)}</Text>}
      <Summary
        rows={[
          [t('task.about'), task.name],
          [t('task.since'), t.day(task.createdOn, today)],
          [t('task.due'), t.day(task.dueOn, today)],
        ]}
      />
      <p class="naast-actions">
        {task.trajectoryId && (
          <ButtonLink
            href={
              task.kind === 'course'
                ? paths.course.one(task.trajectoryId)
                : task.kind === 'check_in' || task.reasonCode === 'ask-after-trial'
                  ? paths.checkIn.list(task.trajectoryId)
                  : task.kind === 'red_flag' || task.kind === 'safety'
                    ? paths.safety.one(task.trajectoryId)
                    : paths.trajectory.one(task.trajectoryId)
            }
            kind="secondary"
          >
            {t('task.to-trajectory')}
          </ButtonLink>
        )}
        {task.kind === 'follow_up' && task.referralId && !task.doneOn && (
          <ButtonLink href={paths.desk.followUp(task.referralId)}>{t('task.to-follow-up')}</ButtonLink>
        )}
        {task.kind === 'plan' && task.trajectoryId && (
          <ButtonLink
            href={
              task.reasonCode === endReportTask
                ? paths.endReport.one(task.trajectoryId)
                : paths.plan.one(task.trajectoryId)
            }
          >
            {t(task.reasonCode === endReportTask ? 'task.to-end-report' : 'task.to-plan')}
          </ButtonLink>
        )}
        {task.kind === 'follow_up' && task.trajectoryId && !task.doneOn && (
          <ToWhatItAsks t={t} trajectoryId={task.trajectoryId} reasonCode={task.reasonCode} />
        )}
        {(task.kind === 'sharing' || task.kind === 'withdrawal') && task.trajectoryId && (
          <ButtonLink href={paths.sharing.list(task.trajectoryId)}>{t('task.to-sharing')}</ButtonLink>
        )}
        {task.messageId && task.reasonCode.startsWith('letter-') && (
          <ButtonLink href={paths.message.letter(task.messageId)}>{t('task.to-letter')}</ButtonLink>
        )}
        {task.helpOfferId && (
          <ButtonLink href={paths.network.offer(task.helpOfferId)}>{t('task.to-help-offer')}</ButtonLink>
        )}
        {task.referralId && !task.trajectoryId && (
          <ButtonLink href={paths.desk.one(task.referralId)} kind="secondary">
            {t('task.to-referral')}
          </ButtonLink>
        )}
        {task.kind === 'training' && (
          <ButtonLink href={paths.training.list()}>{t('task.to-trainings')}</ButtonLink>
        )}
        {task.personId && task.kind !== 'training' && (
          <ButtonLink href={paths.safeContact(task.personId)} kind="secondary">
            {t('task.to-contact-rule')}
          </ButtonLink>
        )}
      </p>
      {task.doneOn ? (
        <Notice tone="done">
          <Text>
            {t('task.finished', {
              day: t.day(task.doneOn, today),
              ending: ending ? t(`task.ending.${ending}`) : '—',
            })}
          </Text>
        </Notice>
      ) : answeredTasks.includes(task.kind) ? (
        <Text>{t('task.answer-first')}</Text>
      ) : (
        <>
          <Heading>{t('task.done-title')}</Heading>
          <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
            <Radios
              state={state}
              name="ending"
              label={t('task.ending')}
              options={taskEndings.map((one) => ({ value: one, label: t(`task.ending.${one}`) }))}
            />
            <Buttons>
              <SubmitButton>{t('task.finish')}</SubmitButton>
            </Buttons>
          </PostForm>
        </>
      )}
    </>,
    { place: paths.today() },
  )
}

export const taskRoutes: readonly Route[] = [
  staffRoute({
    path: paths.task.one(':id'),
    who: ['coordinator', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const ending = taskEndings.find((one) => one === form.text('ending'))
          if (!ending) throw new Invalid({ ending: 'choose-one' })
          const id = request.params.id ?? ''
          await finishTask(context, actor, { id, ending }, form.key ? { key: form.key } : undefined)
          return seeOther(paths.today(), 'task.said.finished')
        },
        (problem) => show(request, problem),
      ),
  }),
]
