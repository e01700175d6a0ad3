import { arrangementPolicy } from '#domain/arrangement/arrangement-policy.ts'
import { checkInPolicy } from '#domain/check-in/check-in-policy.ts'
import { circlePolicy } from '#domain/circle/circle-policy.ts'
import { commitmentPolicy } from '#domain/commitment/commitment-policy.ts'
import { consultationPolicy } from '#domain/consultation/consultation-policy.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { endReportPolicy } from '#domain/end-report/end-report-policy.ts'
import { handoverPolicy } from '#domain/handover/handover-policy.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import type { Actor } from '#domain/member/actor.ts'
import { toHerPolicy } from '#domain/message/reminder.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'
import type { WorksWith } from '#domain/programme/works-with.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
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

const nothingElse: WorksWith = {
  plan: false,
  grid: false,
  circle: false,
  handover: false,
  arrangements: false,
  consultations: false,
  parties: false,
}

/**
 * The pages of a trajectory that this reader may open, in the order in which they are looked for. What her programme
 * works with is said by the pages that know it; the others lead to the first of those.
 */
export function partsOf(t: T, id: string, actor: Actor, works = nothingElse): readonly PartGroup[] {
  const may = trajectoryParts(actor)
  const part = (allowed: boolean, href: string, label: string): Part[] => (allowed ? [{ href, label }] : [])
  const groups: PartGroup[] = [
    {
      label: t('trajectory.tab.overview'),
      parts: part(true, paths.trajectory.one(id), t('trajectory.tab.overview')),
    },
    {
      label: t('trajectory.tab.contacts'),
      parts: [
        ...part(true, paths.trajectory.contacts(id), t('trajectory.tab.contacts')),
        ...part(toHerPolicy.read(actor), paths.message.toHer(id), t('message.tab')),
      ],
    },
    {
      label: t('trajectory.tab.plan'),
      parts: [
        ...part(true, paths.course.one(id), t('trajectory.tab.course')),
        ...part(works.plan && planPolicy.read(actor), paths.plan.one(id), t('plan.title')),
        ...part(works.plan && endReportPolicy.read(actor), paths.endReport.one(id), t('end-report.title')),
        ...part(works.grid && planPolicy.read(actor), paths.adversity.grid(id), t('grid.tab')),
        ...part(works.circle && circlePolicy.read(actor), paths.circle.one(id), t('circle.title')),
        ...part(
          works.parties && commitmentPolicy.read(actor),
          paths.commitment.ofTrajectory(id),
          t('commitment.title'),
        ),
        ...part(
          works.arrangements && arrangementPolicy.read(actor),
          paths.arrangement.list(id),
          t('arrangement.title'),
        ),
        ...part(
          works.consultations && consultationPolicy.read(actor),
          paths.consultation.list(id),
          t('consultation.title'),
        ),
        ...part(works.handover && handoverPolicy.read(actor), paths.handover.list(id), t('handover.title')),
      ],
    },
    {
      label: t('trajectory.tab.measures'),
      parts: part(may.seeMeasures, paths.measure.list(id), t('trajectory.tab.measures')),
    },
    {
      label: t('trajectory.tab.people'),
      parts: [
        ...part(may.seeMatch, paths.match.ofTrajectory(id), t('trajectory.tab.match')),
        ...part(may.seeMatch, paths.match.one(id), t('trajectory.do-match')),
        ...part(checkInPolicy.list(actor), paths.checkIn.list(id), t('check-in.tab')),
        ...part(teamPolicy.place(actor), paths.team.place(id), t('team.one')),
      ],
    },
    {
      label: t('safety.title'),
      parts: [
        ...part(true, paths.safety.one(id), t('safety.title')),
        ...part(loneVisitPolicy.rule(actor), paths.loneVisit.neverAlone(id), t('lone.never-alone')),
      ],
    },
    {
      label: t('trajectory.tab.papers'),
      parts: [
        ...part(may.seeIntake, paths.intake.one(id), t('trajectory.tab.intake')),
        ...part(may.seeConsents, paths.consent.list(id), t('trajectory.tab.consents')),
        ...part(documentPolicy.list(actor), paths.document.list(id), t('document.title')),
        ...part(sharingPolicy.read(actor), paths.sharing.list(id), t('sharing.title')),
        ...part(may.seeClosing, paths.closing(id), t('trajectory.tab.closing')),
      ],
    },
    {
      label: t('trajectory.tab.file'),
      parts: [
        ...part(may.seeLog, paths.audit.ofFile(id), t('trajectory.tab.log')),
        ...part(may.seeLog, paths.fileLock.of(id), t('file-lock.title')),
        ...part(may.seeLog, paths.erasure.ask(id), t('erasure.ask-title')),
      ],
    },
  ]
  return groups.filter(({ parts }) => parts.length > 0)
}
