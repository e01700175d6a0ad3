import type { Actor } from '#domain/member/actor.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { trajectoryParts } from '#domain/trajectory/trajectory-policy.ts'
import { Tabs } from '#pages/look/tabs.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'

interface Props {
  readonly t: T
  readonly id: string
  readonly actor: Actor
  /** The path of the part that is open. */
  readonly current: string
}

/** The parts of a trajectory, of those that this reader may open; the same on every one of them. */
export const TrajectoryTabs = ({ t, id, actor, current }: Props) => {
  const parts = trajectoryParts(actor)
  const tab = (may: boolean, href: string, label: string) => (may ? [{ href, label }] : [])
  return (
    <Tabs
      label={t('trajectory.tabs')}
      current={current}
      tabs={[
        ...tab(true, paths.trajectory.one(id), t('trajectory.tab.overview')),
        ...tab(true, paths.trajectory.contacts(id), t('trajectory.tab.contacts')),
        ...tab(true, paths.course.one(id), t('trajectory.tab.course')),
        ...tab(parts.seeIntake, paths.intake.one(id), t('trajectory.tab.intake')),
        ...tab(parts.seeMatch, paths.match.one(id), t('trajectory.tab.match')),
        ...tab(parts.seeMeasures, paths.measure.list(id), t('trajectory.tab.measures')),
        ...tab(parts.seeConsents, paths.consent.list(id), t('trajectory.tab.consents')),
        ...tab(teamPolicy.place(actor), paths.team.place(id), t('team.one')),
        ...tab(parts.seeClosing, paths.closing(id), t('trajectory.tab.closing')),
        ...tab(parts.seeLog, paths.audit.ofFile(id), t('trajectory.tab.log')),
      ]}
    />
  )
}
