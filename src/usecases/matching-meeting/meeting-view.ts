import type { Day } from '#domain/day.ts'
import type { Criterion } from '#domain/match/criterion.ts'
import type { Question } from '#domain/match/hard-rules.ts'
import type { BlockCode } from '#domain/match/may-match.ts'
import type { Urgency } from '#domain/match/urgency.ts'
import type { MeetingState } from '#domain/matching-meeting/meeting.ts'
import type {
  CapacityReason,
  ChoiceReason,
  LeaveOutReason,
  MeetingChangeKind,
} from '#domain/matching-meeting/meeting-change.ts'
import type { GateKind, SoftCriterion } from '#domain/programme/definition.ts'
import type { Words } from '#domain/programme/provenance.ts'

/** A worker as others name her. */
export interface MeetingWorkerName {
  readonly workerId: string
  readonly name: string
}
/** A woman as others name her. */
export interface MeetingWomanName {
  readonly trajectoryId: string
  readonly name: string
}

/** The middle of a postcode area, and never more precise; `null` where a person's area isn't known or isn't imported. */
export interface MeetingSpot {
  readonly area: string
  /** `null` of a home that nobody may find: then `area` is a region, and the middle its own. */
  readonly place: string | null
  readonly latitude: number
  readonly longitude: number
}

/** Somebody who has another worker than before; `null` is nobody. */
export interface MeetingMove {
  readonly woman: MeetingWomanName
  readonly from: MeetingWorkerName | null
  readonly to: MeetingWorkerName | null
}

/** How much better (or worse, below 0) one plan is than another. */
export interface MeetingCost {
  /** Women with a worker, by urgency, the most urgent first. */
  readonly matched: readonly { readonly urgency: Urgency; readonly more: number }[]
  /** In thousandths of one perfect pair, over all pairs. 0 with nothing matched: just as good. */
  readonly score: number
}

/** What a change did or would do: for whom, and what it costs in all. */
export interface MeetingDelta {
  readonly moves: readonly MeetingMove[]
  readonly cost: MeetingCost
}

/** What one change would do without keeping it; or why it can't be made, in the code that the change would be refused with. */
export type MeetingWhatIf =
  | ({ readonly possible: true } & MeetingDelta)
  | { readonly possible: false; readonly refusal: string; readonly gate: GateKind | null }

/** Something that a person changed in this meeting, the newest first. Undone ones stay, with who undid them. */
export interface MeetingChangeLine {
  readonly changeId: string
  readonly kind: MeetingChangeKind
  readonly woman: MeetingWomanName | null
  readonly worker: MeetingWorkerName | null
  /** Of a weight only. */
  readonly programme: Words | null
  readonly criterion: SoftCriterion | null
  /** Places of a capacity, hundredths of a weight; else `null`. */
  readonly number: number | null
  /** `null` of a weight. */
  readonly reason: ChoiceReason | CapacityReason | LeaveOutReason | null
  readonly by: string | null
  readonly at: Temporal.Instant
  readonly undone: { readonly by: string | null; readonly at: Temporal.Instant } | null
}

/** The worker whom the plan proposes for a woman, and why. */
export interface MeetingPair {
  readonly worker: MeetingWorkerName
  /** 0 to 1000, by the weights of this meeting. */
  readonly score: number
  /** As `propose` gives them, with the weights of this meeting; without what may not be said of a child. */
  readonly criteria: readonly Criterion[]
  /** What a person must ask first, because nobody wrote it down. */
  readonly questions: readonly Question[]
  /** The change that pinned these two, if a person did. */
  readonly pinnedBy: string | null
}

/** A rule that stands in the way, and with how many workers it is the first to do so. */
export interface MeetingBlockCount {
  /** `not-possible` for every sealed rule; `forbidden-by-hand` for what a person forbade in this meeting. */
  readonly code: BlockCode | 'not-possible' | 'forbidden-by-hand' | 'not-near'
  readonly workers: number
}

/** Why a woman stays without anybody in this plan. */
export type MeetingUnmatched =
  /** A person left her out of this meeting; the change that did. */
  | { readonly kind: 'left-out'; readonly changeId: string }
  /** With no worker it is possible; which rules stand in the way, the one that does so most often first. */
  | { readonly kind: 'nobody-possible'; readonly blocks: readonly MeetingBlockCount[] }
  /** Everybody who is possible is better needed elsewhere: those workers, the best for her first, with whom they get. */
  | {
      readonly kind: 'others-need-more'
      readonly workers: readonly {
        readonly worker: MeetingWorkerName
        readonly score: number
        readonly women: readonly MeetingWomanName[]
      }[]
    }

export interface MeetingWoman extends MeetingWomanName {
  readonly programmeId: string
  readonly programmeVersion: string
  readonly programme: Words
  readonly urgency: Urgency
  readonly waitingSince: Day | null
  readonly waitingDays: number
  readonly languages: readonly string[]
  readonly spot: MeetingSpot | null
  /** Nothing about a child is to be said. */
  readonly quiet: boolean
  /** Exactly one of these two is `null`. */
  readonly proposed: MeetingPair | null
  readonly unmatched: MeetingUnmatched | null
}

export interface MeetingWorker extends MeetingWorkerName {
  readonly languages: readonly string[]
  readonly spot: MeetingSpot | null
  /** Women she stands beside or is asked for today, outside this plan. */
  readonly taken: number
  /** How many at the same time: in this meeting, and as she says herself. */
  readonly places: number
  readonly ownPlaces: number
  /** The most that the programmes of those who wait for her allow. */
  readonly mostPlaces: number
  /** The change that set `places`, if a person did. Beyond `ownPlaces` she must be asked, and her own number raised, before it can be published. */
  readonly placesBy: string | null
  /** Places of this plan: those taken by it and those left. */
  readonly used: number
  readonly left: number
  readonly women: readonly MeetingWomanName[]
  /** What one more place with her would bring; `null` if nothing, or if no programme allows her more. */
  readonly oneMore: MeetingDelta | null
}

/** What counts in one programme, in this meeting. */
export interface MeetingProgramme {
  readonly programmeId: string
  readonly version: string
  readonly label: Words
  readonly women: number
  readonly weights: readonly {
    readonly criterion: SoftCriterion
    /** Parts of the whole, 0 to 1: by the definition, and in this meeting. */
    readonly weight: number
    readonly now: number
    /** The change that set it, if a person did. */
    readonly changedBy: string | null
  }[]
}

export interface MeetingTotals {
  /** The most urgent first. Those who are left out by a person count as waiting. */
  readonly perUrgency: readonly {
    readonly urgency: Urgency
    readonly waiting: number
    readonly matched: number
  }[]
  readonly waiting: number
  readonly matched: number
  /** In thousandths of one perfect pair, over all pairs. */
  readonly score: number
  /** True: no plan is better, and that was checked. */
  readonly proved: boolean
}

export interface MeetingNote {
  readonly noteId: string
  /** `null` if it was about a woman whose file was erased. */
  readonly text: string | null
  readonly about: MeetingWomanName | null
  readonly by: string | null
  readonly at: Temporal.Instant
}

interface MeetingHead {
  readonly meetingId: string
  readonly version: number
  readonly openedOn: Day
  readonly openedBy: string | null
  readonly notes: readonly MeetingNote[]
}

/** A meeting that is open: the plan as it is best today, close to the plan that was kept last. */
export interface OpenMeeting extends MeetingHead {
  readonly state: 'open'
  /** By urgency, then by who waits longest. */
  readonly women: readonly MeetingWoman[]
  /** Who is possible for at least one of them, by name. */
  readonly workers: readonly MeetingWorker[]
  readonly programmes: readonly MeetingProgramme[]
  readonly totals: MeetingTotals
  /** What the last change did; `null` if nothing was changed yet. */
  readonly lastChange: MeetingDelta | null
  /** What moved since, because the world did (somebody withdrew, is away, came in); `null` if nothing. Replanning keeps it. */
  readonly sinceThen: MeetingDelta | null
  readonly changes: readonly MeetingChangeLine[]
  /** Who waits and stands not in it. */
  readonly outside: {
    /** A proposal is under way for her. */
    readonly underWay: number
    /** She waits for a group. */
    readonly forGroup: number
    /** More wait than one meeting takes; the least urgent of them are for the next. */
    readonly beyond: number
    /** How many one meeting takes. */
    readonly most: number
    /** More workers are there than one meeting weighs for each woman: only so many, the nearest to her; `null` if all. */
    readonly nearestOnly: number | null
  }
}

/** A meeting that is over: what was published, or nothing if it was dropped. */
export interface EndedMeeting extends MeetingHead {
  readonly state: Exclude<MeetingState, 'open'>
  readonly endedOn: Day
  readonly endedBy: string | null
  readonly pairs: readonly {
    readonly matchId: string
    readonly woman: MeetingWomanName
    readonly worker: MeetingWorkerName
    /** Where the match stands today. */
    readonly matchState: string
  }[]
  readonly changes: readonly MeetingChangeLine[]
}
export type MeetingView = OpenMeeting | EndedMeeting

/** One possible worker for a woman, with her exact price for the whole. */
export interface MeetingChoice {
  readonly worker: MeetingWorkerName
  readonly score: number
  readonly criteria: readonly Criterion[]
  readonly questions: readonly Question[]
  /** She is the one whom the plan proposes. */
  readonly now: boolean
  /** It changes nothing for the whole: just as good. */
  readonly equal: boolean
  /** What it does to the whole if these two are pinned, and who would move. */
  readonly delta: MeetingDelta
}

/** Everybody for one woman: who is possible, best for the whole first, and of every other name why not. */
export interface MeetingRanking {
  readonly meetingId: string
  readonly version: number
  readonly woman: MeetingWoman
  readonly choices: readonly MeetingChoice[]
  readonly others: readonly {
    readonly worker: MeetingWorkerName
    /** The first rule that forbids; `no-place-left` where pins took all her places. */
    readonly because: MeetingBlockCount['code'] | 'no-place-left' | 'left-out'
    /** The gate it is about, if it is one. */
    readonly gate: { readonly kind: GateKind; readonly label: Words } | null
    readonly mend: 'coordinator' | 'worker' | 'manager' | 'lead' | 'nobody'
  }[]
}

/** What came of publishing: all of it, or nothing and what can no longer be. */
export type MeetingPublished =
  | { readonly published: true; readonly meetingId: string; readonly matchIds: readonly string[] }
  | {
      readonly published: false
      readonly meetingId: string
      /** Refusal codes, as a single proposal would be refused with: `refusal.<code>` has words. */
      readonly impossible: readonly {
        readonly trajectoryId: string
        readonly workerId: string
        readonly refusal: string
        /** The gate it is about, if it is one. */
        readonly gate: GateKind | null
      }[]
    }

/** Meetings of this organisation: the one that is open, if one is, and the last that ended. */
export interface MeetingList {
  readonly open: {
    readonly meetingId: string
    readonly openedOn: Day
    readonly openedBy: string | null
  } | null
  readonly ended: readonly {
    readonly meetingId: string
    readonly state: Exclude<MeetingState, 'open'>
    readonly endedOn: Day
    /** Proposals that came of it. */
    readonly pairs: number
  }[]
  /** Women who wait for one person and for whom nobody is proposed yet. */
  readonly waiting: number
}

/** How often coordinators chose otherwise than the plan or the ranking, small numbers too: for who sets the weights. */
export interface ChoicesOtherwise {
  readonly from: Day
  readonly until: Day
  readonly programmes: readonly {
    readonly programmeId: string
    readonly label: Words
    /** Proposals in this period, and in how many of them somebody else was proposed than stood first. */
    readonly proposed: number
    readonly otherwise: number
    /** Most often first; a reason that is a criterion says that it counted for more than its weight. */
    readonly reasons: readonly {
      readonly reason: ChoiceReason | 'not_said'
      readonly times: number
      /** Thousandths of score given up for it, on average. */
      readonly givenUp: number
    }[]
    /** How often the chosen one was better and how often worse by each criterion than who stood first. */
    readonly criteria: readonly {
      readonly criterion: SoftCriterion
      readonly better: number
      readonly worse: number
    }[]
  }[]
}
