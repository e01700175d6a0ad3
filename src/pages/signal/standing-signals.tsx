import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import { SignalCard } from '#pages/signal/signal-list.tsx'
import type { T } from '#pages/words/words.ts'
import type { TrajectoryPage } from '#usecases/trajectory/read-trajectory.ts'

interface Props {
  readonly t: T
  readonly page: Pick<TrajectoryPage, 'id' | 'signals'>
  readonly today: Temporal.PlainDate
}

/** The rules of her programme that hold now, danger first; also those that may wait. */
export const StandingSignals = ({ t, page, today }: Props) =>
  page.signals.length === 0 ? null : (
    <section>
      <Heading>{t('signal.title')}</Heading>
      {page.signals.map((signal) => (
        <SignalCard key={signal.id} t={t} today={today} signal={signal} level={3} />
      ))}
      <Text>
        <Link href={paths.signal.ofTrajectory(page.id)}>{t('signal.all-of-trajectory')}</Link>
      </Text>
    </section>
  )
