import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { goalName, MissingParts, outcomeWords, ReportBody } from '#pages/end-report/report-parts.tsx'
import { Buttons, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import {
  ButtonLink,
  Empty,
  Heading,
  Link,
  Notice,
  Summary,
  Tag,
  Text,
  type Tone,
} from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { reasonWords } from '#pages/plan/plan-words.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { type EndReportPage, readEndReport } from '#usecases/end-report/read-end-report.ts'
import { readEndReportPaper } from '#usecases/end-report/read-end-report-paper.ts'
import type { ShownReport } from '#usecases/end-report/report-view.ts'
import { stepEndReport } from '#usecases/end-report/step-end-report.ts'

const tones: Record<NonNullable<ShownReport['state']>, Tone> = {
  draft: 'info',
  submitted: 'attention',
  approved: 'done',
}
const idOf = ({ params }: StaffRequest) => params.id ?? ''

/** The last report, or one before it; above it the one thing to do with it now. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, query } = request
  const number = Number(query.get('number'))
  const read = await readEndReport(context, actor, {
    trajectoryId: idOf(request),
    number: Number.isInteger(number) && number > 0 && number < 10_000 ? number : null,
  })
  const { trajectoryId: id, report } = read
  const state: FormState = { t, form: request.form, problem }
  return page(
    t('end-report.title'),
    <>
      <Heading level={1}>
        {t('end-report.title')}{' '}
        {report.state && <Tag tone={tones[report.state]}>{t(`end-report.state.${report.state}`)}</Tag>}
      </Heading>
      <Text lead>{read.name}</Text>
      <TrajectoryTabs t={t} id={id} actor={actor} works={read.works} current={paths.endReport.one(id)} />
      {report.state === null ? (
        <Empty title={t('end-report.none')}>
          <Text>{t(read.begun ? 'end-report.none-hint' : 'end-report.not-begun')}</Text>
          {read.begun && report.abilities.write && (
            <ButtonLink href={paths.endReport.write(id)}>{t('end-report.begin')}</ButtonLink>
          )}
        </Empty>
      ) : report.erased ? (
        <Notice>
          <Text>{t('end-report.erased')}</Text>
        </Notice>
      ) : (
        <>
          <Text>{t('end-report.lead')}</Text>
          <Summary
            rows={[
              [t('end-report.number', { number: report.number }), t(`end-report.state.${report.state}`)],
              report.approvedOn && [t('end-report.approved-on'), t.longDay(report.approvedOn)],
              [
                t('end-report.reviewed-on'),
                report.reviewedOn ? t.longDay(report.reviewedOn) : t('end-report.never-reviewed'),
              ],
            ]}
          />
          {read.isLast ? (
            <Next
              t={t}
              id={id}
              report={report}
              shares={sharingPolicy.share(actor)}
              state={state}
              submissionKey={request.form.key ?? request.newKey()}
            />
          ) : (
            <Link href={paths.endReport.one(id)}>{t('end-report.to-last')}</Link>
          )}
          <MissingParts t={t} report={report} />
          <ReportBody t={t} report={report} />
          <History t={t} read={read} />
        </>
      )}
    </>,
    { place: paths.trajectory.caseload() },
  )
}

interface NextProps {
  readonly t: T
  readonly id: string
  readonly report: ShownReport
  /** This reader passes on what the woman agreed to. */
  readonly shares: boolean
  readonly state: FormState
  readonly submissionKey: string
}
/** What can be done with it now, or for whom it waits. */
const Next = ({ t, id, report, shares, state, submissionKey }: NextProps) => {
  const { abilities, own, state: stands, version } = report
  if (stands === 'submitted')
    return abilities.decide ? (
      <p class="naast-actions">
        <ButtonLink href={paths.endReport.decide(id)}>{t('end-report.decide')}</ButtonLink>
      </p>
    ) : (
      <Notice>
        <Text>{t(own ? 'end-report.own' : 'end-report.waits')}</Text>
      </Notice>
    )
  if (!abilities.write) return null
  if (stands === 'approved')
    return (
      <>
        <p class="naast-actions">
          {shares && <ButtonLink href={paths.endReport.share(id)}>{t('end-report.share')}</ButtonLink>}
          <ButtonLink href={paths.endReport.paper(id)} kind="secondary">
            {t('end-report.print')}
          </ButtonLink>
          <ButtonLink href={paths.endReport.write(id)} kind="secondary">
            {t('end-report.again')}
          </ButtonLink>
        </p>
        <Text quiet>{t('end-report.again-hint')}</Text>
      </>
    )
  return (
    <PostForm state={state} submissionKey={submissionKey}>
      <input type="hidden" name="version" value={version ?? ''} />
      <Buttons>
        <SubmitButton>{t('end-report.submit')}</SubmitButton>
        <ButtonLink href={paths.endReport.write(id)} kind="secondary">
          {t('end-report.write')}
        </ButtonLink>
      </Buttons>
      <Text quiet>{t('end-report.submit-hint')}</Text>
    </PostForm>
  )
}

const History = ({ t, read }: { t: T; read: EndReportPage }) => (
  <>
    {read.others.length > 0 && (
      <>
        <Heading>{t('end-report.others')}</Heading>
        <ul class="naast-list">
          {read.others.map(({ number, on }) => (
            <li key={number}>
              <Link href={`${paths.endReport.one(read.trajectoryId)}?number=${number}`}>
                {[t('end-report.number', { number }), on && t.longDay(on)].filter(Boolean).join(', ')}
              </Link>
            </li>
          ))}
        </ul>
      </>
    )}
    <details>
      <summary>{t('end-report.history')}</summary>
      <ul class="naast-list">
        {read.report.steps.map(({ id, step, on, by, reason }) => (
          <li key={id}>
            {t('end-report.step-line', {
              day: t.longDay(on),
              step: t(`end-report.step.${step}`),
              name: by ?? '—',
            })}
            {reason && ` (${reasonWords(t, reason)})`}
          </li>
        ))}
      </ul>
    </details>
  </>
)

/** Her own copy: what she wanted, what came of it, and both voices. Nobody is named on it. */
async function paper(request: StaffRequest) {
  const { context, actor, t } = request
  const made = await readEndReportPaper(context, actor, { trajectoryId: idOf(request) })
  const Voices = ({ hers, coach }: { hers: string | null; coach: string | null }) => (
    <>
      {hers && (
        <p>
          {t('end-report.paper.i-say')} {hers}
        </p>
      )}
      {coach && (
        <p>
          {t('end-report.paper.coach-says')} {coach}
        </p>
      )}
    </>
  )
  return page(
    t('end-report.paper.title'),
    <>
      <h2 class="utrecht-heading-2">{t('end-report.paper.goals')}</h2>
      {made.goals.map((goal) => (
        <section key={goal.id}>
          <h3 class="utrecht-heading-3">{goalName(t, goal)}</h3>
          <p>{outcomeWords(t, goal)}</p>
          <Voices hers={goal.hers} coach={goal.coach} />
        </section>
      ))}
      <Voices hers={made.hers} coach={made.coach} />
      {made.goesOn && (
        <>
          <h2 class="utrecht-heading-2">{t('end-report.paper.goes-on')}</h2>
          <p>{made.goesOn}</p>
        </>
      )}
    </>,
    { frame: 'paper' },
  )
}

export const endReportRoutes: readonly Route[] = [
  staffRoute({
    path: paths.endReport.one(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => show(request),
    /** The one button on the page itself: ask somebody else to look at it. */
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const trajectoryId = idOf(request)
          const version = Number(form.text('version')) || 0
          await stepEndReport(
            context,
            actor,
            { trajectoryId, version, step: 'submit' },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.endReport.one(trajectoryId), 'end-report.said.submitted')
        },
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({ path: paths.endReport.paper(':id'), who: ['coordinator', 'worker'], get: paper }),
]
