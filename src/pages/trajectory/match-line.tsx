import type { Day } from '#domain/day.ts'
import { Link, Notice, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { TrajectoryPage } from '#usecases/trajectory/read-trajectory.ts'

interface Props {
  readonly t: T
  readonly page: Pick<TrajectoryPage, 'match' | 'before'>
  readonly today: Day
}

/** What matters today of who stands beside her: a trial, a rest, a last visit; and what was written before. */
export const MatchLine = ({ t, page: { match, before }, today }: Props) => {
  const said = match && wordsOf(t, match, today)
  if (!match || (!said && !before)) return null
  return (
    <Notice title={said ? t('trajectory.match-title') : undefined}>
      {said && <Text>{said}</Text>}
      {before && <Text>{t(`trajectory.before.${before}`)}</Text>}
      <Text>
        <Link href={match.own ? paths.match.myOne(match.id) : paths.match.proposal(match.id)}>
          {t('trajectory.to-match')}
        </Link>
      </Text>
    </Notice>
  )
}

function wordsOf(t: T, match: NonNullable<Props['page']['match']>, today: Day): string | null {
  const day = (on: Day) => t.day(on, today)
  if (match.state === 'trial' && match.trialUntil)
    return t('trajectory.match-trial', { day: day(match.trialUntil) })
  if (match.state === 'paused')
    return match.pausedUntil
      ? t('trajectory.match-paused', { day: day(match.pausedUntil) })
      : t('trajectory.match-paused-open')
  if (match.lastVisitHeld) return t('trajectory.match-over')
  if (match.state === 'tapering' && match.lastVisitOn)
    return t('trajectory.match-tapering', { day: day(match.lastVisitOn) })
  if (match.state === 'introduction' && match.introductionOn)
    return t('trajectory.match-introduction', { day: day(match.introductionOn) })
  return null
}
