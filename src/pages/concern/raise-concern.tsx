import { concernLevels } from '#domain/concern/concern.ts'
import { OwnAftercare } from '#pages/aftercare/own-aftercare.tsx'
import { Emergency, EmergencyLine } from '#pages/concern/emergency.tsx'
import { Asked, Words } from '#pages/concern/one-concern.tsx'
import { RaiseForm } from '#pages/concern/raise-form.tsx'
import { formOf } from '#pages/form-data.ts'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { type PageAnswer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { listOwnAftercare } from '#usecases/aftercare/list-own-aftercare.ts'
import { prepareConcern } from '#usecases/concern/prepare-concern.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { readConcern } from '#usecases/concern/read-concern.ts'
import { Invalid } from '#usecases/failure.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''

/** The three buttons on a page of their own; here they come back when something was wrong. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form } = request
  const { name, trajectoryId, seesTrajectory } = await prepareConcern(context, actor, {
    trajectoryId: idOf(request),
  })
  const danger = form.text('level') === 'danger_now'
  return page(
    t('concern.ask'),
    <>
      {danger && <Emergency t={t} />}
      <Heading level={1}>{t('concern.ask-about', { name })}</Heading>
      <Text lead>{t('concern.lead')}</Text>
      {!danger && <EmergencyLine t={t} />}
      <RaiseForm
        t={t}
        state={{ t, form, problem }}
        submissionKey={form.key ?? request.newKey()}
        trajectoryId={trajectoryId}
        contactId={form.optional('contactId')}
      />
      <Link href={seesTrajectory ? paths.trajectory.one(trajectoryId) : paths.group.list()}>
        {t(seesTrajectory ? 'concern.to-trajectory' : 'concern.to-groups')}
      </Link>
    </>,
  )
}

/** Whatever went wrong: whom to call stands first, and that nobody here knows of it yet. */
const failedPage = (t: T, status: 403 | 404 | 500): PageAnswer =>
  page(
    t('concern.not-saved'),
    <>
      <Emergency t={t} />
      <Notice tone="attention" title={t('concern.not-saved')}>
        <Text>{t('concern.not-saved-text')}</Text>
      </Notice>
      <Link href={paths.home()}>{t('frame.home')}</Link>
    </>,
    { status },
  )

async function raise(request: StaffRequest) {
  const { context, actor, t, form } = request
  const level = concernLevels.find((one) => one === form.text('level'))
  if (!level) throw new Invalid({ level: 'choose-one' })
  const { concernId } = await raiseConcern(
    context,
    actor,
    {
      trajectoryId: idOf(request),
      level,
      contactId: form.optional('contactId'),
      words: form.optional('words'),
    },
    form.key ? { key: form.key } : undefined,
  )
  if (level !== 'danger_now') return seeOther(paths.concern.one(concernId), 'concern.said.raised')
  // Shown at once, without a second way to the server: the numbers first, then who was asked.
  const concern = await readConcern(context, actor, { id: concernId })
  const talks = actor.workerId ? (await listOwnAftercare(context, actor, {})).talks : []
  return page(
    // Whoever looks at the tab reads no more than that something was kept.
    t('concern.said-title'),
    <>
      <Emergency t={t} />
      <Heading level={1}>{t('concern.danger-title')}</Heading>
      <Asked t={t} concern={concern} mailReady={context.mailReady ?? false} />
      <Words
        state={{ t, form: formOf(null), problem: noProblem }}
        submissionKey={request.newKey()}
        concern={concern}
      />
      <OwnAftercare t={t} today={request.today} talks={talks} newKey={request.newKey} />
      <Link href={paths.concern.one(concernId)}>{t('concern.to-concern')}</Link>
    </>,
  )
}

export const raiseConcernRoutes: readonly Route[] = [
  staffRoute({
    path: paths.concern.raise(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    gates: ['add', 'show', 'spare'],
    get: (request) => show({ ...request, form: formOf(null) }),
    post: (request) =>
      attempt(
        () => raise(request),
        (problem) => show(request, problem),
      ),
    failed: failedPage,
  }),
]
