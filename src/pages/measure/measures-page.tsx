import { RelianceLine } from '#pages/circle/reliance-line.tsx'
import { ButtonLink, Card, Empty, Heading, Link, Notice, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { MeasurePlots } from '#pages/measure/measure-plot.tsx'
import { ShelfResults } from '#pages/measure/shelf-results.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { listMeasures, type MomentMeasures } from '#usecases/measure/list-measures.ts'

/** All moments of one trajectory, and what she answered through time. */
async function show({ context, actor, t: words, today, params }: StaffRequest) {
  const list = await listMeasures(context, actor, { trajectoryId: params.id ?? '' })
  const t = words.of(list.people)
  return page(
    t('measure.title'),
    <>
      <Heading level={1}>
        {t('measure.title')}: {list.name}
      </Heading>
      <TrajectoryTabs
        t={t}
        id={list.trajectoryId}
        actor={actor}
        current={paths.measure.list(list.trajectoryId)}
      />
      <Text lead>{t('measure.lead')}</Text>
      {!list.agreed && !list.closed && list.moments.length > 0 && (
        <Notice>
          <Text>{t('measure.no-consent')}</Text>
        </Notice>
      )}
      {list.closed && list.moments.some(({ open, notNow }) => open && !notNow) && (
        <Notice title={t('measure.afterwards')}>
          <Text>{t('measure.afterwards-text')}</Text>
          <Link href={paths.safeContact(list.personId)}>{t('measure.afterwards-rule')}</Link>
        </Notice>
      )}
      {list.moments.length === 0 && (
        <Empty title={t('measure.none')}>
          <Text>{t('measure.none-hint')}</Text>
        </Empty>
      )}
      {list.moments.map((moment) => (
        <Moment
          key={moment.moment}
          t={t}
          today={today}
          moment={moment}
          takeAt={moment.notNow ? null : paths.measure.take(list.trajectoryId, moment.moment)}
        />
      ))}
      <ShelfResults t={t} moments={list.moments} />
      <MeasurePlots t={t} moments={list.moments} />
      {list.reliance && (
        <section>
          <Heading>{t('circle.rely-title')}</Heading>
          {list.reliance.asksNow.length > 0 && !list.closed && (
            <Notice>
              <Text>
                {t('circle.rely-asks', {
                  moments: list.reliance.asksNow
                    .map(({ moment, label }) => label?.[t.language] ?? moment)
                    .join(', '),
                })}
              </Text>
            </Notice>
          )}
          <RelianceLine t={t} said={list.reliance.said} />
          <Link href={paths.circle.one(list.trajectoryId)}>{t('circle.rely-to')}</Link>
        </section>
      )}
      <p class="naast-actions">
        <Link href={paths.trajectory.one(list.trajectoryId)}>{t('closure.back')}</Link>{' '}
        <Link href={paths.instrument.list()}>{t('instrument.title')}</Link>
      </p>
    </>,
  )
}

const stateOf = ({ measures, open }: MomentMeasures): 'due' | 'now' | 'taken' | 'declined' =>
  measures.some(({ state }) => state === 'due')
    ? open
      ? 'now'
      : 'due'
    : measures.some(({ state }) => state === 'taken')
      ? 'taken'
      : 'declined'
const tones: Record<ReturnType<typeof stateOf>, Tone> = {
  now: 'info',
  due: 'neutral',
  taken: 'done',
  declined: 'neutral',
}

const Moment = ({
  t,
  today,
  moment,
  takeAt,
}: {
  t: T
  today: Temporal.PlainDate
  moment: MomentMeasures
  takeAt: string | null
}) => {
  const state = stateOf(moment)
  const on = moment.measures.find(({ takenOn }) => takenOn)?.takenOn
  const why = moment.measures.find(({ declinedCode }) => declinedCode)?.declinedCode
  const reason = `measure.declined.${why}`
  return (
    <Card
      title={moment.label[t.language]}
      tag={<Tag tone={tones[state]}>{t(`measure.state.${state}`)}</Tag>}
      action={
        takeAt &&
        (state === 'now' || state === 'due') && (
          <ButtonLink href={takeAt} kind={state === 'now' ? 'primary' : 'secondary'}>
            {t('measure.start')}
          </ButtonLink>
        )
      }
    >
      {on && <Text>{t.day(on, today)}</Text>}
      {state === 'declined' && t.has(reason) && <Text>{t(reason)}</Text>}
      {(state === 'due' || state === 'now') && (
        <Text quiet>
          {moment.notNow === 'measure-before-end'
            ? t('measure.after-end')
            : moment.dueOn
              ? t('measure.due-on', { day: t.day(moment.dueOn, today) })
              : t('measure.due-later')}
        </Text>
      )}
    </Card>
  )
}

export const measuresRoutes: readonly Route[] = [
  staffRoute({ path: paths.measure.list(':id'), who: ['coordinator'], get: show }),
]
