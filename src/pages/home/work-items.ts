import type { Pressure, WorkItem } from '#pages/home/work-item.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { listUnvisited } from '#usecases/contact/list-unvisited.ts'
import type { listOpenIntakes } from '#usecases/intake/list-open-intakes.ts'
import type { WaitingLine } from '#usecases/match/list-waiting.ts'
import type { listReferrals } from '#usecases/referral/list-referrals.ts'
import type { OpenTask } from '#usecases/task/list-open-tasks.ts'
import type { WorkerLine } from '#usecases/worker/list-workers.ts'

type Referral = Awaited<ReturnType<typeof listReferrals>>[number]
type Intake = Awaited<ReturnType<typeof listOpenIntakes>>[number]
type Unvisited = Awaited<ReturnType<typeof listUnvisited>>['rows'][number]

/** Words for a code that a use case gives; nothing if this version has none. */
const coded = (t: T, key: string): string => (t.has(key) ? t(key) : '')

export const taskItem = (t: T, task: OpenTask): WorkItem => ({
  key: `task-${task.id}`,
  pressure: task.late || task.kind === 'contact' ? 'urgent' : 'due',
  who: task.name ?? '',
  what: coded(t, `home.task.${task.kind}`),
  why: coded(t, `task.reason.${task.reasonCode}`),
  by: task.dueOn,
  href: paths.task.one(task.id),
  action: t('home.do.task'),
})

const referralPressure = (referral: Referral): readonly [Pressure, 'acute' | 'late' | 'paused' | 'new'] => {
  if (referral.acute) return ['urgent', 'acute']
  if (referral.state === 'needs_info') return ['waiting', 'paused']
  return referral.late ? ['urgent', 'late'] : ['due', 'new']
}

export const referralItem = (t: T, referral: Referral): WorkItem => {
  const [pressure, why] = referralPressure(referral)
  return {
    key: `referral-${referral.id}`,
    pressure,
    who: referral.name,
    what: t('home.referral'),
    why: t(`home.referral.${why}`, { from: t(`referral.kind.${referral.referrerKind}`) }),
    by: referral.contactDueOn,
    href: paths.desk.one(referral.id),
    action: t('home.do.referral'),
  }
}

export const intakeItem = (t: T, intake: Intake): WorkItem => ({
  key: `intake-${intake.trajectoryId}`,
  pressure: intake.late ? 'urgent' : 'due',
  who: intake.name,
  what: t('home.intake'),
  why: t(intake.late ? 'home.intake.late' : 'home.intake.why'),
  by: intake.dueOn,
  href: paths.intake.one(intake.trajectoryId),
  action: t('home.do.intake'),
})

export const unvisitedItem = (t: T, row: Unvisited): WorkItem => ({
  key: `unvisited-${row.id}`,
  pressure: 'urgent',
  who: row.name,
  what: t('home.unvisited'),
  why: t('home.unvisited.why', { days: row.daysWithoutContact ?? 0, worker: row.worker ?? '—' }),
  by: null,
  href: paths.trajectory.one(row.id),
  action: t('home.do.trajectory'),
})

export const waitingItem = (t: T, line: WaitingLine): WorkItem => ({
  key: `waiting-${line.id}`,
  pressure: line.match || line.urgency !== 'normal' ? 'due' : 'waiting',
  who: line.name,
  what: t('home.waiting'),
  why: coded(t, `home.waiting.${line.match?.state}`) || t('home.waiting.none', { days: line.waitingDays }),
  by: null,
  href: line.match ? paths.match.proposal(line.match.id) : paths.match.one(line.id),
  action: t(line.match ? 'home.do.match' : 'home.do.weigh'),
})

export const workerItem = (t: T, worker: WorkerLine): WorkItem => ({
  key: `worker-${worker.workerId}`,
  pressure: 'due',
  who: worker.name,
  what: t('home.worker'),
  why: t('home.worker.why', { gates: worker.closed.map((gate) => gate.label[t.language]).join(', ') }),
  by: null,
  href: paths.worker.one(worker.workerId),
  action: t('home.do.worker'),
})
