import type { ComponentChildren } from 'preact'
import { successors } from '#domain/end-report/end-report.ts'
import type { Role } from '#domain/member/role.ts'
import { planReasons } from '#domain/plan/plan.ts'
import { chosen } from '#pages/course/course-form.tsx'
import {
  goalName,
  MissingParts,
  outcomeWords,
  ReportBody,
  takesOverWords,
} from '#pages/end-report/report-parts.tsx'
import { type Form, filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextArea,
} from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { WordKey } from '#pages/words/words.ts'
import { readEndReport } from '#usecases/end-report/read-end-report.ts'
import type { ShownReport } from '#usecases/end-report/report-view.ts'
import { stepEndReport } from '#usecases/end-report/step-end-report.ts'
import { writeEndReport } from '#usecases/end-report/write-end-report.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''
/** What was on the page when it was filled in; empty where there was no open report. */
const versionOf = (form: Form): number | null =>
  form.text('version') === '' ? null : Number(form.text('version')) || 0

interface ReportForm {
  readonly path: string
  readonly who: readonly Role[]
  readonly title: WordKey
  readonly open: (report: ShownReport) => boolean
  readonly known: (report: ShownReport) => Record<string, string | null>
  readonly body: (state: FormState, report: ShownReport) => ComponentChildren
  readonly save: (request: StaffRequest) => Promise<Answer>
}
const reportForm = (form: ReportForm): Route =>
  staffRoute({
    path: form.path,
    who: form.who,
    get: (request) => show(form, request),
    post: (request) =>
      attempt(
        () => form.save(request),
        (problem) => show(form, request, problem),
      ),
  })

async function show(form: ReportForm, request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t } = request
  const { report, begun, name, trajectoryId } = await readEndReport(context, actor, {
    trajectoryId: idOf(request),
  })
  const first = problem === noProblem
  const closed = first && !(begun && form.open(report))
  const state: FormState = {
    t,
    form: first ? filledForm(form.known(report)) : request.form,
    problem: closed ? notNow : problem,
  }
  return page(
    t(form.title),
    <>
      <Heading level={1}>{t(form.title)}</Heading>
      <Text lead>{name}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <input type="hidden" name="version" value={report.version ?? ''} />
        {form.body(state, report)}
        <Buttons>
          <SubmitButton>{t('end-report.save')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.endReport.one(trajectoryId)}>{t('end-report.back')}</Link>
    </>,
    { place: paths.trajectory.caseload(), ...(closed ? { status: 409 as const } : {}) },
  )
}
/** Said above a form that someone opens too late or too early; sending it would say the same. */
const notNow: Problem = { fields: {}, refused: { code: 'end-report-not-from-this-state', detail: {} } }

const write = reportForm({
  path: paths.endReport.write(':id'),
  who: ['coordinator', 'worker'],
  title: 'end-report.write-title',
  open: ({ abilities }) => abilities.write,
  known: (report) => ({
    ...Object.fromEntries(
      report.goals.flatMap(({ id, hers, coach }) => [
        [`hers-${id}`, hers],
        [`coach-${id}`, coach],
      ]),
    ),
    hers: report.hers,
    coach: report.coach,
    goesOn: report.goesOn,
    takesOver: report.takesOver,
  }),
  body: (state, report) => {
    const { t } = state
    return (
      <>
        <Text>{t('end-report.write-lead')}</Text>
        {report.goals.map((goal) => (
          <fieldset key={goal.id} class="utrecht-form-fieldset naast-choices">
            <legend class="utrecht-heading-3">
              {goalName(t, goal)}: {outcomeWords(t, goal)}
            </legend>
            {(['hers', 'coach'] as const).map((who) => (
              <TextArea
                key={who}
                state={state}
                name={`${who}-${goal.id}`}
                label={t(`end-report.write-${who}`)}
                rows={3}
                optional
                spoken
              />
            ))}
          </fieldset>
        ))}
        {(['hers', 'coach'] as const).map((who) => (
          <TextArea
            key={who}
            state={state}
            name={who}
            label={t(`end-report.write-whole-${who}`)}
            rows={3}
            optional
            spoken
          />
        ))}
        <TextArea
          state={state}
          name="goesOn"
          label={t('end-report.write-goes-on')}
          hint={t('end-report.write-goes-on-hint')}
          rows={4}
          optional
          spoken
        />
        <Select
          state={state}
          name="takesOver"
          label={t('end-report.write-takes-over')}
          empty={t('end-report.takes-over-open')}
          options={successors.map((one) => ({ value: one, label: takesOverWords(t, one) ?? '' }))}
          optional
        />
      </>
    )
  },
  async save({ context, actor, form, params }) {
    const trajectoryId = params.id ?? ''
    // Every field that is named as a goal; the use case knows which goals there are.
    const ids = form.entries().flatMap(([name]) => /^hers-([0-9a-f-]{36})$/.exec(name)?.[1] ?? [])
    const goals = Object.fromEntries(
      ids.map((id) => [id, { hers: form.optional(`hers-${id}`), coach: form.optional(`coach-${id}`) }]),
    )
    const takesOver = form.optional('takesOver')
    await writeEndReport(
      context,
      actor,
      {
        trajectoryId,
        version: versionOf(form),
        goals,
        hers: form.optional('hers'),
        coach: form.optional('coach'),
        goesOn: form.optional('goesOn'),
        takesOver: takesOver === null ? null : chosen(form, 'takesOver', successors),
      },
      form.key ? { key: form.key } : undefined,
    )
    return seeOther(paths.endReport.one(trajectoryId), 'end-report.said.saved')
  },
})

const decide = reportForm({
  path: paths.endReport.decide(':id'),
  who: ['coordinator'],
  title: 'end-report.decide-title',
  open: ({ abilities }) => abilities.decide,
  known: () => ({}),
  body: (state, report) => {
    const { t } = state
    return (
      <>
        <Text>{t('end-report.decide-lead')}</Text>
        <MissingParts t={t} report={report} />
        <ReportBody t={t} report={report} />
        <Radios
          state={state}
          name="step"
          label={t('end-report.decision')}
          options={(['approve', 'send-back'] as const).map((step) => ({
            value: step,
            label: t(`end-report.decision.${step}`),
          }))}
        />
        <Radios
          state={state}
          name="reason"
          label={t('end-report.decision-reason')}
          optional
          options={planReasons.map((reason) => ({ value: reason, label: t(`plan.reason.${reason}`) }))}
        />
      </>
    )
  },
  async save({ context, actor, form, params }) {
    const trajectoryId = params.id ?? ''
    const step = chosen(form, 'step', ['approve', 'send-back'])
    const reason = step === 'send-back' ? chosen(form, 'reason', planReasons) : null
    await stepEndReport(
      context,
      actor,
      { trajectoryId, version: versionOf(form) ?? 0, step, reason },
      form.key ? { key: form.key } : undefined,
    )
    return seeOther(paths.endReport.one(trajectoryId), 'end-report.said.decided')
  },
})

export const endReportFormRoutes: readonly Route[] = [write, decide]
