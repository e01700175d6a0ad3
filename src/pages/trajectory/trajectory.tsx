import { ToActivities } from '#pages/activity/to-activities.tsx'
import { ConcernSection } from '#pages/concern/raise-form.tsx'
import { HerPlace } from '#pages/group/her-place.tsx'
import { ButtonLink, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem } from '#pages/problem.ts'
import { StandingSignals } from '#pages/signal/standing-signals.tsx'
import { Dose } from '#pages/trajectory/dose.tsx'
import { MatchLine } from '#pages/trajectory/match-line.tsx'
import { Strip } from '#pages/trajectory/strip.tsx'
import { AttentionList, TrajectoryHead } from '#pages/trajectory/trajectory-head.tsx'
import { TrajectoryIndex } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { readTrajectory, type TrajectoryPage } from '#usecases/trajectory/read-trajectory.ts'

export const trajectoryRoutes: readonly Route[] = [
  staffRoute({
    path: paths.trajectory.one(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    async get({ context, actor, host, t: words, today, params, form, newKey }) {
      const trajectory = await readTrajectory(context, actor, { id: params.id ?? '' })
      const t = words.of(trajectory.people)
      return page(
        trajectory.name,
        <>
          <TrajectoryHead
            t={t}
            page={trajectory}
            today={today}
            at={context.now().toZonedDateTimeISO(host.zone)}
          />
          <MatchLine t={t} page={trajectory} today={today} />
          <Strip t={t} page={trajectory} today={today} />
          <StandingSignals t={t} page={trajectory} today={today} />
          <AttentionList t={t} page={trajectory} />
          <NextStep t={t} trajectory={trajectory} />
          <HerPlace t={t} trajectory={trajectory} />
          <Dose t={t} months={trajectory.dose} />
          <ToActivities t={t} trajectory={trajectory} />
          <ConcernSection
            t={t}
            state={{ t, form, problem: noProblem }}
            submissionKey={newKey()}
            trajectoryId={trajectory.id}
          />
          <TrajectoryIndex t={t} id={trajectory.id} actor={actor} works={trajectory.works} />
        </>,
        { place: trajectory.abilities.seeCaseload ? paths.trajectory.caseload() : paths.contact.mine() },
      )
    },
  }),
]

/** The one thing to do here now. */
const NextStep = ({ t, trajectory }: { t: T; trajectory: TrajectoryPage }) => {
  const { id, state, abilities } = trajectory
  if (state === 'intake' || state === 'waiting')
    return (
      <Notice title={t('trajectory.not-started')}>
        <Text>{t(`trajectory.not-started-${state}`)}</Text>
        {abilities.match && <ButtonLink href={paths.match.one(id)}>{t('trajectory.do-match')}</ButtonLink>}
        {abilities.doIntake && (
          <ButtonLink href={paths.intake.one(id)}>{t('trajectory.do-intake')}</ButtonLink>
        )}
      </Notice>
    )
  if (state === 'paused' && trajectory.nobodyBeside && abilities.seeCaseload)
    return (
      <Notice title={t('match.rests-title')}>
        <Text>{t('match.rests-hint')}</Text>
        <ButtonLink href={paths.match.ofTrajectory(id)} kind="secondary">
          {t('match.rests-go')}
        </ButtonLink>
      </Notice>
    )
  const { nextToLog } = trajectory
  return abilities.log && nextToLog ? (
    <p class="naast-actions">
      <ButtonLink href={paths.contact.log(nextToLog)}>{t('trajectory.do-log')}</ButtonLink>
    </p>
  ) : null
}
