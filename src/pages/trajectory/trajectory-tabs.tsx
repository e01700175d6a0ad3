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
      ...(abilities.seeMatch ? [{ href: paths.match.one(id), label: t('trajectory.tab.match') }] : []),
      ...(abilities.seeMeasures
        ? [{ href: paths.measure.list(id), label: t('trajectory.tab.measures') }]
        : []),
      ...(abilities.seeConsents
        ? [{ href: paths.consent.list(id), label: t('trajectory.tab.consents') }]
        : []),
      ...(abilities.seeClosing ? [{ href: paths.closing(id), label: t('trajectory.tab.closing') }] : []),
      ...(abilities.seeLog ? [{ href: paths.audit.ofFile(id), label: t('trajectory.tab.log') }] : []),
    ]}
  />
)
