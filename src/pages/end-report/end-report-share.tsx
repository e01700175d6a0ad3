import { sharingParties } from '#domain/consent/consent.ts'
import { planParts, type ReportPart, reportParts } from '#domain/end-report/hand-over.ts'
import { goalName } from '#pages/end-report/report-parts.tsx'
import { formOf } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
} from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { LookThrough, lookedOf } from '#pages/sharing/look-through-view.tsx'
import { listReportParts } from '#usecases/end-report/list-report-parts.ts'
import { previewEndReport } from '#usecases/end-report/preview-end-report.ts'
import { shareEndReport } from '#usecases/end-report/share-end-report.ts'
import { Invalid } from '#usecases/failure.ts'
import { listPlanParts } from '#usecases/plan/list-plan-parts.ts'
import { previewPlan } from '#usecases/plan/preview-plan.ts'
import { sharePlan } from '#usecases/plan/share-plan.ts'

const ways = ['letter', 'file'] as const

/** What is passed on: what came of it at the end, or the plan that runs. The form and the look through it are one. */
interface Passed {
  readonly title: 'end-report.share-title' | 'plan.share-title'
  readonly back: 'end-report.back' | 'plan.share-back'
  readonly path: (trajectoryId: string) => string
  readonly parts: readonly ReportPart[]
  readonly list: typeof listReportParts
  readonly preview: typeof previewEndReport
  readonly share: typeof shareEndReport
}
const endReport: Passed = {
  title: 'end-report.share-title',
  back: 'end-report.back',
  path: paths.endReport.one,
  parts: reportParts,
  list: listReportParts,
  preview: previewEndReport,
  share: shareEndReport,
}
const plan: Passed = {
  title: 'plan.share-title',
  back: 'plan.share-back',
  path: paths.plan.one,
  parts: planParts,
  list: listPlanParts,
  preview: previewPlan,
  share: sharePlan,
}

const idOf = ({ params }: StaffRequest) => params.id ?? ''

/** Who gets it, and which parts; only then is shown exactly what would go. */
async function show(what: Passed, request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t } = request
  const { name, parties, goals, staying } = await what.list(context, actor, {
    trajectoryId: idOf(request),
  })
  const asked = problem !== noProblem || request.form.checked('back')
  const state: FormState = { t, form: asked ? request.form : formOf(null), problem }
  return page(
    t(what.title),
    <>
      <Heading level={1}>{t(what.title)}</Heading>
      <Text lead>{name}</Text>
      <Text>{t('end-report.share-lead')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <Select
          state={state}
          name="recipient"
          label={t('sharing.recipient')}
          empty=""
          options={sharingParties.map((one) => ({ value: one, label: t(`sharing.recipient.${one}`) }))}
        />
        {parties.length > 0 && (
          <Select
            state={state}
            name="networkOrganisationId"
            label={t('sharing.organisation')}
            hint={t('sharing.organisation-hint')}
            empty={t('sharing.organisation-none')}
            options={parties.map(({ id, name: party }) => ({ value: id, label: party }))}
            optional
          />
        )}
        <Checkboxes
          state={state}
          name="parts"
          label={t('end-report.share-parts')}
          options={what.parts.map((part) => ({ value: part, label: t(`end-report.share-part.${part}`) }))}
        />
        {goals.length > 0 && (
          <Checkboxes
            state={state}
            name="goals"
            label={t('end-report.share-goals')}
            options={goals.map((goal) => ({ value: goal.id, label: goalName(t, goal) }))}
            optional
          />
        )}
        <Radios
          state={state}
          name="way"
          label={t('end-report.share-way')}
          hint={t('end-report.share-way-hint')}
          options={ways.map((way) => ({ value: way, label: t(`end-report.share-way.${way}`) }))}
        />
        {staying > 0 && <Text quiet>{t('end-report.share-staying', { count: staying })}</Text>}
        <Buttons>
          <SubmitButton>{t('end-report.share-next')}</SubmitButton>
          <Link href={what.path(idOf(request))}>{t(what.back)}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

type Preview = Awaited<ReturnType<typeof previewEndReport>>

/** The letter whole, with everything marked; what was chosen before goes along, unseen. */
async function showLook(
  what: Passed,
  request: StaffRequest,
  preview: Preview,
  problem: Problem = noProblem,
): Promise<Answer> {
  const { t, form } = request
  const state: FormState = { t, form, problem }
  const kept = ['recipient', 'networkOrganisationId', 'parts', 'goals', 'way'] as const
  const { recipient, way } = inputOf(what, request)
  return page(
    t('end-report.look-title'),
    <>
      <Heading level={1}>{t('end-report.look-title')}</Heading>
      <Text lead>{t('end-report.look-for', { party: t(`sharing.recipient.${recipient}`) })}</Text>
      {way === 'file' && <Text>{t('end-report.look-file')}</Text>}
      <PostForm state={state} submissionKey={form.key ?? request.newKey()}>
        <input type="hidden" name="seen" value={preview.seen} />
        {kept.flatMap((name) =>
          form
            .all(name)
            .map((value) => <input key={`${name}${value}`} type="hidden" name={name} value={value} />),
        )}
        <LookThrough state={state} text={preview.text} traces={preview.traces} />
        <Buttons>
          <SubmitButton>{t(way === 'file' ? 'end-report.share-file' : 'end-report.share-save')}</SubmitButton>
          <SubmitButton name="back" value="yes" kind="secondary">
            {t('end-report.share-back')}
          </SubmitButton>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

async function share(what: Passed, request: StaffRequest): Promise<Answer> {
  const { context, actor, form, t } = request
  if (form.checked('back')) return show(what, request)
  const { way, ...chosen } = inputOf(what, request)
  const asked = { trajectoryId: idOf(request), ...chosen, language: t.language }
  const preview = await what.preview(context, actor, asked)
  if (form.text('seen') === '') return showLook(what, request, preview)
  return attempt(
    async () => {
      await what.share(
        context,
        actor,
        { ...asked, way, looked: lookedOf(form, preview.traces), seen: form.text('seen').slice(0, 64) },
        form.key ? { key: form.key } : undefined,
      )
      return seeOther(
        paths.sharing.list(asked.trajectoryId),
        way === 'file' ? 'sharing.said.file' : 'sharing.said.shared',
      )
    },
    (problem) => showLook(what, request, preview, problem),
  )
}

/** What the form says; names the fields of which the question could only say that they can't be right. */
function inputOf({ parts: all }: Passed, { form }: StaffRequest) {
  const recipient = sharingParties.find((one) => one === form.text('recipient'))
  const parts = all.filter((part) => form.all('parts').includes(part))
  const goalIds = form.all('goals').filter((id) => /^[0-9a-f-]{36}$/.test(id))
  const way = ways.find((one) => one === form.text('way'))
  const withoutGoal = parts.includes('goals') && goalIds.length === 0
  if (!recipient || !way || parts.length === 0 || withoutGoal)
    throw new Invalid({
      ...(recipient ? {} : { recipient: 'choose-one' }),
      ...(parts.length > 0 ? {} : { parts: 'choose-one' }),
      ...(withoutGoal ? { goals: 'choose-one' } : {}),
      ...(way ? {} : { way: 'choose-one' }),
    })
  return { recipient, way, parts, goalIds, networkOrganisationId: form.optional('networkOrganisationId') }
}

const routeOf = (path: string, what: Passed): Route =>
  staffRoute({
    path,
    who: ['coordinator', 'safeguarding_lead'],
    get: (request) => show(what, request),
    post: (request) =>
      attempt(
        () => share(what, request),
        (problem) => show(what, request, problem),
      ),
  })
export const endReportShareRoutes: readonly Route[] = [
  routeOf(paths.endReport.share(':id'), endReport),
  routeOf(paths.plan.share(':id'), plan),
]
