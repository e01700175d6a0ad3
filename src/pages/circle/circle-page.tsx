import { readDay } from '#domain/day.ts'
import { CircleKey, CirclePicture } from '#pages/circle/circle-picture.tsx'
import { Everybody, numbered } from '#pages/circle/circle-table.tsx'
import { Reliances } from '#pages/circle/reliance-form.tsx'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, Select, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Empty, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem, refusalWords } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { type Circle, readCircle } from '#usecases/circle/read-circle.ts'
import { recordReliance } from '#usecases/circle/record-reliance.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''

/** Whom she can lean on, then and now; and her own number. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, today, query } = request
  const circle = await readCircle(context, actor, {
    trajectoryId: idOf(request),
    against: readDay(query.get('against') ?? '')?.toString() ?? null,
  })
  const t = request.t.of(circle.people)
  const { trajectoryId: id, now, mayWrite } = circle
  const add = mayWrite && (
    <p class="naast-actions naast-no-print">
      <ButtonLink href={paths.circle.add(id)}>
        {t(now.length === 0 ? 'circle.begin' : 'circle.more')}
      </ButtonLink>
    </p>
  )
  return page(
    t('circle.title'),
    <>
      <Heading level={1}>{t('circle.title')}</Heading>
      <Text lead>{circle.name}</Text>
      <TrajectoryTabs t={t} id={id} actor={actor} works={circle.works} current={paths.circle.one(id)} />
      {circle.moves.length === 0 ? (
        <Empty title={t('circle.none')}>
          <Text>{t('circle.none-hint')}</Text>
          {add}
        </Empty>
      ) : (
        <>
          <Text>{t('circle.lead')}</Text>
          <ThenAndNow t={t} circle={circle} today={today} />
          {add}
          <Everybody t={t} circle={circle} />
          <Text quiet>{t('circle.talk-honest')}</Text>
          <Text quiet>{t('circle.honest')}</Text>
          <Paper t={t} circle={circle} />
        </>
      )}
      <Reliances request={request} t={t} circle={circle} problem={problem} />
    </>,
    { place: paths.trajectory.caseload() },
  )
}

const ThenAndNow = ({ t, circle, today }: { t: T; circle: Circle; today: Temporal.PlainDate }) => {
  const all = numbered(circle.moves)
  const of = (side: 'was' | 'now') =>
    all.flatMap((one) => {
      const told = one[side]
      return told ? [{ ...told, number: one.number }] : []
    })
  const [was, is] = [of('was'), of('now')]
  const kinds = [...was, ...is].map(({ kind }) => kind)
  return (
    <>
      <div class="naast-circle__both">
        {circle.thenOn && (
          <CirclePicture
            t={t}
            id="circle-then"
            title={t('circle.then', { day: t.longDay(circle.thenOn) })}
            middle={t('circle.she')}
            people={was}
          />
        )}
        <CirclePicture
          t={t}
          id="circle-now"
          title={t('circle.now', { day: t.longDay(today) })}
          middle={t('circle.she')}
          people={is}
        />
      </div>
      <CircleKey t={t} kinds={kinds} />
      <Text quiet>{t('circle.how-to-read')}</Text>
      {circle.days.length > 1 && <Against t={t} circle={circle} />}
    </>
  )
}

const Against = ({ t, circle: { days, thenOn } }: { t: T; circle: Circle }) => (
  <form method="get" class="naast-form naast-no-print">
    <Select
      state={{ t, form: filledForm({ against: thenOn?.toString() }), problem: noProblem }}
      name="against"
      label={t('circle.against')}
      options={days.map((day) => ({ value: day.toString(), label: t.longDay(day) }))}
    />
    <Buttons>
      <SubmitButton kind="secondary">{t('circle.show')}</SubmitButton>
    </Buttons>
  </form>
)

/** To print it for her, or why not now. */
const Paper = ({ t, circle }: { t: T; circle: Circle }) =>
  circle.mayWrite && circle.now.length > 0 ? (
    circle.notOnPaper ? (
      <Notice title={t('circle.not-on-paper')}>
        <Text>{refusalWords(t, { code: circle.notOnPaper, detail: {} })}</Text>
      </Notice>
    ) : (
      <p class="naast-no-print">
        <Link href={paths.circle.paper(circle.trajectoryId)}>{t('circle.print')}</Link>
        <br />
        <span class="naast-quiet">{t('circle.print-hint')}</span>
      </p>
    )
  ) : null

export const circleRoutes: readonly Route[] = [
  staffRoute({
    path: paths.circle.one(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => show(request),
  }),
  staffRoute({
    path: paths.circle.reliance(':id'),
    who: ['coordinator', 'worker'],
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          await recordReliance(
            context,
            actor,
            {
              trajectoryId: idOf(request),
              count: form.text('count'),
              ratherNot: form.checked('ratherNot'),
              moment: form.optional('moment'),
            },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.circle.one(idOf(request)), 'circle.rely-said')
        },
        (problem) => show(request, problem),
      ),
  }),
]
