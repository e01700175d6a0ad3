import type { Day } from '#domain/day.ts'
import { Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { dueIn } from '#pages/trajectory/trajectory-head.tsx'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { type Course, readCourse } from '#usecases/course/read-course.ts'

interface Props {
  readonly t: T
  readonly course: Course
  readonly today: Day
}

/** What moves in a trajectory: the pregnancy or the children, the phase, how long it lasts. */
export const courseRoutes: readonly Route[] = [
  staffRoute({
    path: paths.course.one(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    async get({ context, actor, t, today, params }) {
      const course = await readCourse(context, actor, { trajectoryId: params.id ?? '' })
      const { trajectoryId: id } = course
      return page(
        t('course.title'),
        <>
          <Heading level={1}>{t('course.title')}</Heading>
          <Text lead>{course.name}</Text>
          <TrajectoryTabs t={t} id={id} actor={actor} works={course.works} current={paths.course.one(id)} />
          {course.quiet ? <Quiet t={t} course={course} /> : <Child t={t} course={course} today={today} />}
          {!course.quiet && course.running && <Phases t={t} course={course} today={today} />}
          {course.running && <End t={t} course={course} />}
          {course.abilities.tellChange && (
            <Text quiet>
              <Link href={paths.course.changed(id)}>{t('course.tell-change')}</Link>
            </Text>
          )}
        </>,
        { place: paths.trajectory.caseload() },
      )
    },
  }),
]

const Quiet = ({ t, course }: Omit<Props, 'today'>) => {
  const { trajectoryId: id, abilities, wayOn } = course
  if (!abilities.chooseWayOn)
    return (
      <Notice title={t('course.changed-title')}>
        <Text>{t('course.quiet-worker')}</Text>
      </Notice>
    )
  return (
    <Notice title={t('course.changed-title')}>
      <Text>{t('course.quiet')}</Text>
      {wayOn && (
        <Text>
          {t('course.way-on-is')}: {t(`course.way.${wayOn.way}`)}
        </Text>
      )}
      <Actions
        links={[
          [true, paths.course.wayOn(id), t('course.way-on')],
          [abilities.unquiet, paths.course.back(id), t('course.back-link')],
        ]}
      />
    </Notice>
  )
}

const Child = ({ t, course, today }: Props) => {
  const { trajectoryId: id, abilities, dueOn, children, materials } = course
  return (
    <section>
      <Heading>{t('course.child')}</Heading>
      {dueOn === null && children.length === 0 ? (
        <Text quiet>{t('course.child-unknown')}</Text>
      ) : (
        <Summary
          rows={[
            dueOn && [t('course.due'), dueIn(t, dueOn, today)],
            ...children.map(
              (child, at) =>
                [child.given ?? t('course.unnamed', { count: at + 1 }), bornWords(t, child)] as const,
            ),
          ]}
        />
      )}
      {materials.length > 0 && (
        <>
          <Heading level={3}>{t('course.materials')}</Heading>
          <ul class="naast-list">
            {materials.map(({ id: material, label, licence, givenOn, begunOn }) => (
              <li key={material}>
                {licence === 'owner'
                  ? t('course.licence-owner', { label: label[t.language] })
                  : label[t.language]}
                {givenOn && ` · ${t('course.material-given', { day: t.day(givenOn, today) })}`}
                {begunOn && ` · ${t('course.material-begun', { day: t.day(begunOn, today) })}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <Actions
        links={[
          [abilities.recordDue, paths.course.due(id), t(dueOn ? 'course.change-due' : 'course.record-due')],
          [abilities.recordBirth, paths.course.birth(id), t('course.record-birth')],
          [
            abilities.noteMaterial && materials.length > 0,
            paths.course.materials(id),
            t('course.note-material'),
          ],
          [abilities.correctBirth, paths.course.birth(id), t('course.correct-birth')],
          [abilities.takeBackBirth, paths.course.birthBack(id), t('course.take-back-birth')],
        ]}
      />
    </section>
  )
}

/** In weeks until it is three months old, as people say it. */
function bornWords(t: T, { bornOn, months, weeks }: Course['children'][number]): string {
  const day = t.longDay(bornOn)
  return months < 3
    ? t('course.born-weeks', { day, count: Math.max(0, weeks) })
    : t('course.born-on', { day, count: months })
}

const Phases = ({ t, course, today }: Props) => {
  const { trajectoryId: id, phases, movable, abilities } = course
  const now = phases.filter(({ until }) => until === null)
  const before = phases.filter(({ until }) => until !== null)
  const why = ({ byRule, code }: Course['phases'][number]) => {
    const key = `course.phase-reason.${code}`
    return byRule ? t('course.phase-by-rule') : t.has(key) ? t(key) : ''
  }
  return (
    <section>
      <Heading>{t('course.phases')}</Heading>
      {movable.length === 0 && <Text quiet>{t('course.phases-by-visits')}</Text>}
      {now.length === 0 ? (
        <Text quiet>{t('course.phases-none')}</Text>
      ) : (
        <Summary
          rows={now.map((phase) => [
            phase.label?.[t.language] ?? '',
            `${t('course.phase-since', { day: t.day(phase.from, today) })} (${why(phase)})`,
          ])}
        />
      )}
      {before.length > 0 && (
        <details>
          <summary>{t('course.phase-earlier')}</summary>
          <ul class="naast-list">
            {before.map((phase) => (
              <li key={phase.id}>
                {phase.label?.[t.language]}:{' '}
                {t('course.phase-between', {
                  from: t.day(phase.from, today),
                  until: phase.until ? t.day(phase.until, today) : '',
                })}{' '}
                ({why(phase)})
              </li>
            ))}
          </ul>
        </details>
      )}
      <Actions links={[[abilities.movePhases, paths.course.phases(id), t('course.move-phases')]]} />
    </section>
  )
}

const End = ({ t, course }: Omit<Props, 'today'>) => {
  const { trajectoryId: id, endsOn, extension, abilities, quiet } = course
  if (quiet && !endsOn) return null
  return (
    <section>
      <Heading>{t('course.end')}</Heading>
      <Text>{endsOn ? t('course.ends-on', { day: t.longDay(endsOn) }) : t('course.ends-unknown')}</Text>
      {extension && (
        <Text>
          {extension.label
            ? t('course.extended', {
                reason: extension.label[t.language],
                day: t.longDay(extension.reviewOn),
              })
            : t('course.goes-on', { day: t.longDay(extension.reviewOn) })}
        </Text>
      )}
      <Actions links={[[abilities.extend, paths.course.extend(id), t('course.extend')]]} />
    </section>
  )
}

const Actions = ({ links }: { links: readonly (readonly [boolean, string, string])[] }) => {
  const may = links.filter(([allowed]) => allowed)
  return may.length === 0 ? null : (
    <p class="naast-actions">
      {may.map(([, href, words]) => (
        <Link key={href} href={href}>
          {words}
        </Link>
      ))}
    </p>
  )
}
