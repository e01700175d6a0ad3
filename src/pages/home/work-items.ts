import { paperCode } from '#domain/measure/on-paper.ts'
import { missedTooOften } from '#domain/supervision/supervision.ts'
import type { WorkLine, WorkSource } from '#domain/worklist/work-line.ts'
import { checkInMoment } from '#pages/check-in/moment-words.ts'
import { clockTime, latest } from '#pages/concern/clock-time.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'

/** What one line of the worklist says: what, why in one sentence, and the one place where it is done. */
export interface WorkItem {
  readonly what: string
  readonly why: string
  readonly href: string
  readonly action: string
}

/** Words for a code that a use case gives; nothing if this version has none. */
const coded = (t: T, key: string): string => (t.has(key) ? t(key) : '')

export function workItem(t: T, { id, source }: WorkLine): WorkItem {
  switch (source.from) {
    case 'task':
      return {
        what: coded(t, `home.task.${source.kind}`),
        why: source.rule?.[t.language] ?? coded(t, `task.reason.${source.reason}`),
        href: paths.task.one(id),
        action: t('home.do.task'),
      }
    case 'referral':
      return {
        what: t('home.referral'),
        why: t(`home.referral.${source.why}`, { from: t(`referral.kind.${source.referrerKind}`) }),
        href: paths.desk.one(id),
        action: t('home.do.referral'),
      }
    case 'intake':
      return {
        what: t('home.intake'),
        why: t(source.late ? 'home.intake.late' : 'home.intake.why'),
        href: paths.intake.one(id),
        action: t('home.do.intake'),
      }
    case 'contact-rule':
      return {
        what: t('home.contact-rule'),
        why: t(source.late ? 'home.contact-rule.late' : 'home.contact-rule.why', {
          day: t.day(source.until),
        }),
        href: paths.safeContact(source.personId),
        action: t('home.do.contact-rule'),
      }
    case 'concern':
      return {
        what: t(`concern.level.${source.level}`),
        why: concernWhy(t, source),
        href: paths.concern.one(id),
        action: t('home.do.concern'),
      }
    case 'unvisited':
      return {
        what: t('home.unvisited'),
        why: t('home.unvisited.why', { days: source.days, worker: source.worker ?? '—' }),
        href: source.signalId ? paths.signal.one(source.signalId) : paths.trajectory.one(id),
        action: t('home.do.trajectory'),
      }
    case 'signal':
      return {
        what: source.message?.[t.language] ?? t('signal.unnamed'),
        why: t('home.signal.since', { day: t.day(source.since) }),
        href: paths.signal.one(id),
        action: t('home.do.signal'),
      }
    case 'lone-alert':
      return {
        what: t('home.lone-alert'),
        why: `${clockTime(source.raised)}: ${t(`lone.because.${source.because}`)} ${t(`lone.state.${source.state}`)}.`,
        href: paths.loneVisit.alert(id),
        action: t('home.do.lone-alert'),
      }
    case 'lone-opening':
      return {
        what: t('lone.opening'),
        why: t('home.lone-opening.why'),
        href: paths.loneVisit.opening(id),
        action: t('home.do.glass'),
      }
    case 'unannounced':
      return {
        what: t('lone.unannounced'),
        why: t('home.unannounced.why', { count: source.visits, day: t.day(source.last) }),
        href: paths.loneVisit.list(),
        action: t('home.do.unannounced'),
      }
    case 'aftercare':
      return {
        what: t('home.aftercare'),
        why: t(`aftercare.because.${source.because}`),
        href: paths.aftercare.one(id),
        action: t('home.do.aftercare'),
      }
    case 'talk':
      return {
        what: t(`home.talk.${source.kind}`),
        why: t('home.talk.why'),
        href: paths.worker.one(source.workerId),
        action: t('home.do.talk'),
      }
    case 'supervision':
      return {
        what: t('home.supervision', { what: t(`supervision.kind.${source.kind}`).toLowerCase() }),
        why: t('home.supervision.why'),
        href: paths.supervision.one(id),
        action: t('home.do.supervision'),
      }
    case 'peer-consultation':
      return {
        what: t('home.peer-consultation'),
        why:
          source.missed >= missedTooOften
            ? t('home.peer-consultation.missed', { count: source.missed })
            : t('home.peer-consultation.why'),
        href: paths.supervision.list(),
        action: t('home.do.peer-consultation'),
      }
    case 'incident':
      return {
        what: t(`incident.weight.${source.weight}`),
        why: source.toTell > 0 ? t('home.incident.tell', { count: source.toTell }) : t('home.incident.close'),
        href: paths.incident.one(id),
        action: t('home.do.incident'),
      }
    case 'child-request':
      return {
        what: t('child-request.one'),
        why: t(`child-request.state.${source.state}`),
        href: paths.childRequest.one(id),
        action: t('home.do.child-request'),
      }
    case 'person-request':
      return {
        what: t(`person-request.right.${source.right}`),
        why: t(`home.person-request.${source.clock}`),
        href: paths.personRequest.one(id),
        action: t('home.do.person-request'),
      }
    case 'glass':
      return {
        what: t('home.glass'),
        why: t(`glass.category.${source.category}`),
        href: paths.breakGlass.review(id),
        action: t('home.do.glass'),
      }
    case 'removal':
      return {
        what: t('home.removal'),
        why: source.reason ? t(`document.reason.${source.reason}`) : '',
        href: paths.document.removal(id),
        action: t('home.do.removal'),
      }
    case 'role-approval':
      return {
        what: t('home.role-approval'),
        why: t('home.role-approval.why'),
        href: paths.member.approvals(),
        action: t('home.do.role-approval'),
      }
    case 'uncovered':
      return {
        what: t('home.uncovered'),
        why: t('home.uncovered.why', { day: t.day(source.first), count: source.days }),
        href: paths.onCall.list(),
        action: t('home.do.uncovered'),
      }
    case 'no-lead':
      return {
        what: t('home.no-lead'),
        why: t(`home.no-lead.${source.why}`),
        href: paths.duties.list(),
        action: t('home.do.no-lead'),
      }
    case 'meldcode':
      return {
        what: t('home.meldcode'),
        why: t(`home.meldcode.${source.wait}`, { day: t.day(source.since) }),
        href: paths.meldcode.one(id),
        action: t('home.do.meldcode'),
      }
    case 'exception':
      return {
        what: t('home.exception'),
        why: t('home.exception.why', { rule: source.notMet?.[t.language] ?? '—' }),
        href: paths.intake.exception(id),
        action: t('home.do.exception'),
      }
    case 'leader-away':
      return {
        what: t('home.leader-away'),
        why: t('home.leader-away.why', { count: source.missing }),
        href: paths.group.session(id),
        action: t('home.do.leader-away'),
      }
    case 'small-start':
      return {
        what: t('home.small-start'),
        why: t('home.small-start.why', {
          programme: source.programme?.[t.language] ?? '—',
          count: source.women,
        }),
        href: paths.group.smallStart(id),
        action: t('home.do.small-start'),
      }
    case 'waiting':
      return {
        what: t('home.waiting'),
        why: coded(t, `home.waiting.${source.match?.state}`) || t('home.waiting.none', { days: source.days }),
        href: source.match ? paths.match.proposal(source.match.id) : paths.match.one(id),
        action: t(source.match ? 'home.do.match' : 'home.do.weigh'),
      }
    case 'worker':
      return {
        what: t('home.worker'),
        why: t('home.worker.why', { gates: source.gates.map((gate) => gate[t.language]).join(', ') }),
        href: paths.worker.one(id),
        action: t('home.do.worker'),
      }
    case 'check-in':
      return {
        what: t('home.check-in'),
        why: t(
          source.sides.length > 1
            ? 'home.check-in.both'
            : source.sides[0] === 'mother'
              ? 'home.check-in.mother'
              : 'home.check-in.worker',
          { moment: checkInMoment(t, source.week) },
        ),
        href: paths.checkIn.list(id),
        action: t('home.do.check-in'),
      }
    case 'applicant':
      return {
        what: t('home.applicant'),
        why: t('home.applicant.why', { day: t.day(source.since) }),
        href: paths.worker.one(id),
        action: t('home.do.applicant'),
      }
    case 'collision':
      return {
        what: t(source.elsewhere ? 'home.collision.elsewhere' : 'home.collision'),
        why: source.possible
          ? t('home.collision.possible', { count: source.possible })
          : t(source.elsewhere ? 'home.collision.elsewhere-why' : 'home.collision.why'),
        href: source.possible ? paths.collision.list() : paths.collision.one(id),
        action: t('home.do.collision'),
      }
    case 'exchange':
      return {
        what: t('home.exchange'),
        why: t('home.exchange.why', { name: source.organisation }),
        href: paths.exchange.one(id),
        action: t('home.do.exchange'),
      }
    case 'avoidance':
      return {
        what: t('home.avoidance'),
        why: t('home.avoidance.why'),
        href: paths.worker.avoidances(),
        action: t('home.do.avoidance'),
      }
    case 'load':
      return {
        what: t('home.load'),
        why: t(`home.load.${source.state}`, {
          what: t(`worker.load.${source.unit}`, { taken: source.taken, max: source.max }),
        }),
        href: paths.worker.one(id),
        action: t('home.do.worker'),
      }
    case 'afterwards':
      return {
        what: t('home.afterwards'),
        why: t('home.afterwards.why', { day: t.day(source.since) }),
        href: paths.measure.list(id),
        action: t('home.do.afterwards'),
      }
    case 'second-keying':
      return {
        what: t('home.second-keying'),
        why: t('home.second-keying.why', { code: paperCode(id, source.moment) }),
        href: paths.measure.keyAgain(id, source.moment),
        action: t('home.do.second-keying'),
      }
    case 'milestone':
      return {
        what: coded(t, `home.milestone.${source.visits}`),
        why: t('home.milestone.why', { day: t.day(source.on) }),
        href: paths.worker.one(id),
        action: t('home.do.milestone'),
      }
    case 'orphans':
      return {
        what: t('home.orphans'),
        why: t('home.orphans.why', {
          workers: source.workers,
          trajectories: source.trajectories,
          tasks: source.tasks,
        }),
        href: paths.duties.list(),
        action: t('home.do.orphans'),
      }
    case 'closing':
      return {
        what: t('home.closing'),
        why: t('home.closing.why', {
          gates: source.gates.map((gate) => gate[t.language]).join(', '),
          day: t.day(source.on),
        }),
        href: paths.worker.one(id),
        action: t('home.do.worker'),
      }
    case 'leave':
      return {
        what: t(`home.leave.${source.state}`),
        why: [
          source.until && t(`home.leave.${source.state}-until`, { day: t.day(source.until) }),
          source.women > 0 && t('home.leave.women', { count: source.women }),
        ]
          .filter(Boolean)
          .join(' '),
        href: paths.worker.one(id),
        action: t('home.do.leave'),
      }
  }
}

function concernWhy(t: T, { state, raised, due }: Extract<WorkSource, { from: 'concern' }>): string {
  const since = { day: t.day(raised.toPlainDate()), time: clockTime(raised) }
  if (state === 'assessed') return t('home.concern.assessed', since)
  const said = t(`home.concern.${state === 'raised' ? 'raised' : 'acknowledged'}`, since)
  return due ? `${said} ${t('home.concern.by', { when: latest(t, due) })}` : said
}

/** Where all of a source stand that has more than the worklist shows; tasks are on the worklist only. */
export const allOf = {
  task: null,
  concern: null,
  referral: paths.desk.list(),
  intake: paths.trajectory.caseload(),
  'contact-rule': null,
  unvisited: `${paths.trajectory.caseload()}?show=unvisited`,
  aftercare: null,
  'lone-alert': paths.loneVisit.list(),
  'lone-opening': null,
  unannounced: paths.loneVisit.list(),
  supervision: paths.supervision.list(),
  'peer-consultation': paths.supervision.list(),
  talk: paths.worker.list(),
  incident: paths.incident.list(),
  glass: paths.breakGlass.reviews(),
  'child-request': paths.childRequest.list(),
  removal: paths.document.removals(),
  'role-approval': paths.member.approvals(),
  'person-request': paths.personRequest.list(),
  uncovered: paths.onCall.list(),
  'no-lead': null,
  meldcode: paths.meldcode.list(),
  exception: null,
  'small-start': null,
  'leader-away': paths.group.list(),
  signal: paths.signal.list(),
  waiting: paths.match.waiting(),
  worker: paths.worker.list(),
  'check-in': null,
  afterwards: null,
  'second-keying': null,
  milestone: paths.worker.list(),
  applicant: paths.worker.list(),
  leave: paths.worker.list(),
  load: paths.worker.list(),
  avoidance: paths.worker.avoidances(),
  collision: paths.collision.list(),
  exchange: paths.exchange.list(),
  closing: paths.worker.list(),
  orphans: paths.duties.list(),
} as const satisfies Record<WorkSource['from'], string | null>
