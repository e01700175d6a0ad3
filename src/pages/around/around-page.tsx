import { phoneShown } from '#domain/person/phone-shown.ts'
import { AroundForm, filledAroundForm, onAroundForm, readAroundForm } from '#pages/around/around-form.tsx'
import { formOf } from '#pages/form-data.ts'
import { Buttons, SubmitButton } from '#pages/look/form.tsx'
import { Card, Heading, Link, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { changeAround } from '#usecases/around/change-around.ts'
import { endAround } from '#usecases/around/end-around.ts'
import { type AroundList, listAround } from '#usecases/around/list-around.ts'
import { readAround } from '#usecases/around/read-around.ts'
import { recordAround } from '#usecases/around/record-around.ts'

const who = ['coordinator', 'safeguarding_lead'] as const
const idOf = ({ params }: StaffRequest) => params.id ?? ''
const submissionOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

/** Who is around her, and a form for one more. What a check finds never stands here. */
async function showList(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form } = request
  const { name, around, trajectoryId } = await listAround(context, actor, { trajectoryId: idOf(request) })
  const again = problem !== noProblem
  return page(
    t('around.title'),
    <>
      <Heading level={1}>{t('around.of', { name })}</Heading>
      <TrajectoryTabs t={t} id={trajectoryId} actor={actor} current={paths.safety.one(trajectoryId)} />
      <Text lead>{t('around.lead')}</Text>
      {around.map((one) => (
        <AroundCard key={one.id} t={t} one={one} />
      ))}
      <Heading>{t(around.length === 0 ? 'around.first' : 'around.next')}</Heading>
      <AroundForm
        state={{ t, form: again ? form : formOf(null), problem: onAroundForm(problem) }}
        submissionKey={form.key ?? request.newKey()}
        action={paths.around.list(trajectoryId)}
      />
      <Link href={paths.safety.one(trajectoryId)}>{t('safety.to')}</Link>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

const AroundCard = ({ t, one: { id, told } }: { t: T; one: AroundList['around'][number] }) => (
  <Card
    level={2}
    title={told.names[0] ?? '—'}
    href={paths.around.one(id)}
    tag={<Tag>{t(`around.relation.${told.relation}`)}</Tag>}
  >
    <Summary rows={toldRows(t, told)} />
  </Card>
)

/** What she told of him, line by line; the page of a likeness shows the same. */
export const toldRows = (
  t: T,
  told: AroundList['around'][number]['told'],
): readonly (readonly [string, string | null])[] => [
  [t('around.also-called'), told.names.slice(1).join(', ')],
  [t('around.born'), told.birthDay ? t.longDay(told.birthDay) : (told.birthYear?.toString() ?? null)],
  [t('around.phone'), told.phone && phoneShown(told.phone)],
  [t('around.works-at'), told.worksAt],
  [t('around.words'), told.words],
]

/** One of them, to tell more of him or that he is around her no more. */
async function showOne(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form } = request
  const { id, version, trajectoryId, told } = await readAround(context, actor, { id: idOf(request) })
  const conflict = problem.refused?.code === 'changed-meanwhile'
  const again = problem !== noProblem
  return page(
    t('around.title'),
    <>
      <Heading level={1}>{told.names[0]}</Heading>
      {conflict && (
        <Notice tone="attention" title={t('around.meanwhile')}>
          <Summary rows={toldRows(t, told)} />
        </Notice>
      )}
      <AroundForm
        state={{ t, form: again ? form : filledAroundForm(told), problem: onAroundForm(problem) }}
        submissionKey={conflict ? request.newKey() : (form.key ?? request.newKey())}
        action={paths.around.one(id)}
        version={again && !conflict ? Number(form.text('version')) : version}
      />
      <Heading>{t('around.end')}</Heading>
      <Text>{t('around.end-text')}</Text>
      <form method="post" action={paths.around.end(id)} class="naast-inline-form">
        <input type="hidden" name="key" value={request.newKey()} />
        <input type="hidden" name="version" value={version} />
        <Buttons>
          <SubmitButton kind="secondary">{t('around.do-end')}</SubmitButton>
        </Buttons>
      </form>
      <Link href={paths.around.list(trajectoryId)}>{t('around.to-list')}</Link>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

async function change(request: StaffRequest) {
  const { context, actor, form, today } = request
  const { trajectoryId } = await readAround(context, actor, { id: idOf(request) })
  const told = readAroundForm(form, today)
  const version = Number(form.text('version'))
  const { sameNumber } = await changeAround(
    context,
    actor,
    { id: idOf(request), version, told },
    submissionOf(request),
  )
  return seeOther(
    paths.around.list(trajectoryId),
    sameNumber ? 'around.said.same-number' : 'around.said.changed',
  )
}

async function end(request: StaffRequest) {
  const { context, actor, form } = request
  const { trajectoryId } = await readAround(context, actor, { id: idOf(request) })
  const version = Number(form.text('version'))
  await endAround(context, actor, { id: idOf(request), version }, submissionOf(request))
  return seeOther(paths.around.list(trajectoryId), 'around.said.ended')
}

export const aroundRoutes: readonly Route[] = [
  staffRoute({
    path: paths.around.list(':id'),
    who,
    get: (request) => showList(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, today } = request
          const told = readAroundForm(form, today)
          const { sameNumber } = await recordAround(
            context,
            actor,
            { trajectoryId: idOf(request), told },
            submissionOf(request),
          )
          return seeOther(
            paths.around.list(idOf(request)),
            sameNumber ? 'around.said.same-number' : 'around.said.recorded',
          )
        },
        (problem) => showList(request, problem),
      ),
  }),
  staffRoute({
    path: paths.around.one(':id'),
    who,
    get: (request) => showOne(request),
    post: (request) =>
      attempt(
        () => change(request),
        (problem) => showOne(request, problem),
      ),
  }),
  staffRoute({
    path: paths.around.end(':id'),
    who,
    post: (request) =>
      attempt(
        () => end(request),
        (problem) => showOne(request, problem),
      ),
  }),
]
