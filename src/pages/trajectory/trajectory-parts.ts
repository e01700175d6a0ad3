import type { Actor } from '#domain/member/actor.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { trajectoryParts } from '#domain/trajectory/trajectory-policy.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'

/** One page of a trajectory. */
export interface Part {
  readonly href: string
  readonly label: string
}
/** Pages that are looked for together. */
export interface PartGroup {
  readonly label: string
  readonly parts: readonly Part[]
}

/** The pages of a trajectory that this reader may open, in the order in which they are looked for. */
export function partsOf(t: T, id: string, actor: Actor): readonly PartGroup[] {
  const may = trajectoryParts(actor)
  const part = (allowed: boolean, href: string, label: string): Part[] => (allowed ? [{ href, label }] : [])
  const groups: PartGroup[] = [
    {
      label: t('trajectory.tab.overview'),
      parts: part(true, paths.trajectory.one(id), t('trajectory.tab.overview')),
    },
    {
      label: t('trajectory.tab.contacts'),
      parts: part(true, paths.trajectory.contacts(id), t('trajectory.tab.contacts')),
    },
    {
      label: t('trajectory.tab.plan'),
      parts: part(true, paths.course.one(id), t('trajectory.tab.course')),
    },
    {
      label: t('trajectory.tab.measures'),
      parts: part(may.seeMeasures, paths.measure.list(id), t('trajectory.tab.measures')),
    },
    {
      label: t('trajectory.tab.people'),
      parts: [
        ...part(may.seeMatch, paths.match.one(id), t('trajectory.tab.match')),
        ...part(teamPolicy.place(actor), paths.team.place(id), t('team.one')),
      ],
    },
    {
      label: t('safety.title'),
      parts: part(true, paths.safety.one(id), t('safety.title')),
    },
    {
      label: t('trajectory.tab.papers'),
      parts: [
        ...part(may.seeIntake, paths.intake.one(id), t('trajectory.tab.intake')),
        ...part(may.seeConsents, paths.consent.list(id), t('trajectory.tab.consents')),
        ...part(may.seeClosing, paths.closing(id), t('trajectory.tab.closing')),
      ],
    },
    {
      label: t('trajectory.tab.log'),
      parts: part(may.seeLog, paths.audit.ofFile(id), t('trajectory.tab.log')),
    },
  ]
  return groups.filter(({ parts }) => parts.length > 0)
}
