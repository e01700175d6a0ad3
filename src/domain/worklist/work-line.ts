import type { AftercareReason } from '#domain/aftercare/aftercare.ts'
import type { GlassCategory } from '#domain/break-glass/break-glass.ts'
import type { ChildRequestState } from '#domain/child-request/child-request.ts'
import type { ConcernLevel, ConcernState } from '#domain/concern/concern.ts'
import type { Day } from '#domain/day.ts'
import type { RemovalReason } from '#domain/document/document.ts'
import type { IncidentWeight } from '#domain/incident/incident.ts'
import type { AlertReason, AlertState } from '#domain/lone-visit/lone-alert.ts'
import type { Load, LoadState } from '#domain/match/load.ts'
import type { Side } from '#domain/match/match.ts'
import type { PersonRight } from '#domain/person-request/person-request.ts'
import type { Words } from '#domain/programme/provenance.ts'
import type { ReferrerKind } from '#domain/referral/referral-submission.ts'
import type { SupervisionKind } from '#domain/supervision/supervision.ts'
import type { TalkKind } from '#domain/worker/talk.ts'

/** How soon it must be looked at: danger, what is late or unsafe, what is due, what can wait. */
export const pressures = ['danger', 'urgent', 'due', 'waiting'] as const
export type Pressure = (typeof pressures)[number]

/** What waits, by where it comes from; with what its sentence needs. */
export type WorkSource =
  | {
      readonly from: 'task'
      readonly kind: string
      readonly reason: string
      /** The rule of her programme that holds as long as this isn't done. */
      readonly rule: Words | null
    }
  | {
      readonly from: 'referral'
      readonly why: 'acute' | 'late' | 'paused' | 'new'
      readonly referrerKind: ReferrerKind
    }
  | { readonly from: 'intake'; readonly late: boolean }
  /** How she may be reached is to be asked again: after this day nothing leaves any more. */
  | { readonly from: 'contact-rule'; readonly personId: string; readonly until: Day; readonly late: boolean }
  | {
      readonly from: 'unvisited'
      readonly days: number
      readonly worker: string | null
      /** The signal by which it is answered, where a rule of her programme says so too. */
      readonly signalId: string | null
    }
  | {
      readonly from: 'concern'
      readonly level: ConcernLevel
      readonly state: ConcernState
      readonly raised: Temporal.ZonedDateTime
      /** By when it is answered. */
      readonly due: Temporal.ZonedDateTime | null
      /** Signals that say the same by a rule of her programme. */
      readonly signalIds: readonly string[]
    }
  /** A worker who is alone somewhere and is to be called. */
  | {
      readonly from: 'lone-alert'
      readonly because: AlertReason
      readonly state: AlertState
      readonly raised: Temporal.ZonedDateTime
    }
  /** Somebody opened where a worker was: was it right? */
  | { readonly from: 'lone-opening' }
  /** A worker who didn’t say that she went in, where her programme asks that. */
  | { readonly from: 'unannounced'; readonly visits: number; readonly last: Day }
  /** A talk with a worker who went through something heavy. */
  | { readonly from: 'aftercare'; readonly because: AftercareReason }
  /** A meeting of workers of which nobody said who was there. */
  | { readonly from: 'supervision'; readonly kind: SupervisionKind }
  /** A worker who should have been in peer consultation by this day, or missed it too often. */
  | { readonly from: 'peer-consultation'; readonly by: Day; readonly missed: number }
  /** A talk with a worker that was planned, and of which nobody said how it went. */
  | { readonly from: 'talk'; readonly kind: TalkKind; readonly workerId: string }
  /** Something that went wrong; how many are still to be told. */
  | { readonly from: 'incident'; readonly weight: IncidentWeight; readonly toTell: number }
  /** A file that was opened in an emergency: was it right? */
  | { readonly from: 'child-request'; readonly state: ChildRequestState }
  /** Somebody asks for what is kept about herself, within a month. */
  | {
      readonly from: 'person-request'
      readonly right: PersonRight
      readonly clock: 'waits' | 'near' | 'late'
    }
  | { readonly from: 'glass'; readonly category: GlassCategory }
  /** A document that somebody asked to take out of a file. */
  | { readonly from: 'removal'; readonly reason: RemovalReason | null }
  /** A weighty role that a colleague gave. */
  | { readonly from: 'role-approval' }
  /** Days to come on which nobody is on call. */
  | { readonly from: 'uncovered'; readonly first: Day; readonly days: number }
  /** Confidential: what waits, and nothing of what it is about. */
  | {
      readonly from: 'meldcode'
      readonly wait: 'nobody' | 'news' | 'call' | 'answer' | 'step'
      readonly since: Day
    }
  /** Something confidential that nobody can go on with: who had it left, and nobody leads. */
  | { readonly from: 'no-lead'; readonly why: 'stuck' | 'nobody-looks' }
  | { readonly from: 'exception'; readonly notMet: Words | null }
  /** A session soon at which too few remain who lead it. */
  | { readonly from: 'leader-away'; readonly on: Day; readonly missing: number }
  | { readonly from: 'small-start'; readonly programme: Words | null; readonly women: number }
  | { readonly from: 'signal'; readonly message: Words | null; readonly since: Day }
  | {
      readonly from: 'waiting'
      readonly days: number
      readonly match: { readonly id: string; readonly state: string } | null
    }
  | { readonly from: 'worker'; readonly gates: readonly Words[] }
  /** How it goes between the two of a match is to be asked; `week` is `null` at the end of a trial. */
  | { readonly from: 'check-in'; readonly sides: readonly Side[]; readonly week: number | null }
  | { readonly from: 'applicant'; readonly since: Day }
  /** A paper that somebody else keyed in, to be keyed in a second time. */
  | { readonly from: 'second-keying'; readonly moment: string }
  /** She agreed at the end to be asked again, and the day has come. */
  | { readonly from: 'afterwards'; readonly since: Day }
  /** A worker's first, tenth or hundredth visit: somebody who saw it says so. */
  | { readonly from: 'milestone'; readonly visits: number; readonly on: Day }
  /** Two of whom the safeguarding lead has to say whether they may meet. */
  | { readonly from: 'avoidance' }
  /** Confidential: two who may be one person, one of them perhaps elsewhere; or, in one line, how many others are merely possible. */
  | { readonly from: 'collision'; readonly possible: number; readonly elsewhere?: true }
  /** An agreement to compare with another organisation, that somebody agrees to as the second. */
  | { readonly from: 'exchange'; readonly organisation: string }
  /** A worker who carries too much, or nearly. */
  | {
      readonly from: 'load'
      readonly state: LoadState
      readonly unit: Load['unit']
      readonly taken: number
      readonly max: number
    }
  /** How much nobody watches over. */
  | {
      readonly from: 'orphans'
      readonly workers: number
      readonly trajectories: number
      readonly tasks: number
    }
  /** Something of a worker’s that will count no more after this day. */
  | { readonly from: 'closing'; readonly gates: readonly Words[]; readonly on: Day }
  | {
      /** A worker who is away or stops: how many women count on her, and until when she said. */
      readonly from: 'leave'
      readonly state: 'on_leave' | 'leaving'
      readonly women: number
      readonly until: Day | null
    }

/** One thing that waits for somebody: about whom, how soon, by when. */
export interface WorkLine {
  /** Of what it comes from: the task's, the referral's, the trajectory's, the worker's. */
  readonly id: string
  readonly pressure: Pressure
  /** `null` if it is about nobody in particular. */
  readonly name: string | null
  readonly by: Day | null
  readonly source: WorkSource
}

/** Somebody's safety: of two things that press as much it comes before papers, whatever their day. */
const safety: readonly WorkSource['from'][] = [
  'lone-alert',
  'concern',
  'meldcode',
  'no-lead',
  'incident',
  'glass',
  'lone-opening',
]
const isSafety = ({ source }: Ordered): boolean => safety.some((from) => from === source?.from)

type Ordered = Pick<WorkLine, 'pressure' | 'by'> & { readonly source?: Pick<WorkSource, 'from'> }

/** The order of every worklist: danger first, of what presses as much safety first, then by day, then as it came. */
export const inOrder = <Line extends Ordered>(lines: readonly Line[]): Line[] =>
  [...lines].sort(
    (a, b) =>
      pressures.indexOf(a.pressure) - pressures.indexOf(b.pressure) ||
      Number(isSafety(b)) - Number(isSafety(a)) ||
      compareDays(a.by, b.by),
  )

const compareDays = (a: Day | null, b: Day | null): number =>
  a === null ? (b === null ? 0 : 1) : b === null ? -1 : Temporal.PlainDate.compare(a, b)
