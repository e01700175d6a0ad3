import { Tabs } from '#pages/look/tabs.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { TrajectoryPage } from '#usecases/trajectory/read-trajectory.ts'

/** The parts of a trajectory, of those that this reader may open. `current` is the path of the open one. */
export const TrajectoryTabs = ({
  t,
  page: { id, abilities },
  current,
}: {
  t: T
  page: Pick<TrajectoryPage, 'id' | 'abilities'>
  current: string
}) => (
  <Tabs
    label={t('trajectory.tabs')}
    current={current}
    tabs={[
      { href: paths.trajectory.one(id), label: t('trajectory.tab.overview') },
      { href: paths.trajectory.contacts(id), label: t('trajectory.tab.contacts') },
      ...(abilities.seeIntake ? [{ href: paths.intake.one(id), label: t('trajectory.tab.intake') }] : []),
    ]}
  />
)
