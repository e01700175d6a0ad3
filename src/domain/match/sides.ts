import type { Taken } from '#domain/match/load.ts'
import type { TravelMode, TravelTime } from '#domain/match/travel.ts'
import type { Hopes } from '#domain/match/wishes.ts'
import type { GateStatus } from '#domain/worker/gates.ts'
import type { Avoided, Away, ChildAge } from '#domain/worker/own-file.ts'
import type { Profile } from '#domain/worker/profile.ts'
import type { WorkerState } from '#domain/worker/worker.ts'

/** A district on the map: the middle of a postcode area. */
export interface Spot {
  readonly place: string
  readonly latitude: number
  readonly longitude: number
  /** A village or hamlet: everyone there meets everyone. */
  readonly small: boolean
}

/** Where somebody lives, as far as matching may know: a district and a keyed hash of the street, never an address. */
export interface Home {
  readonly area: string | null
  readonly street: string | null
  readonly spot: Spot | null
  /**
   * Nobody may learn where it is. Then `area` is a region of two digits, `spot` its middle without a place, and
   * `street` nothing; here stands where it is, for rules that compare it and never tell what came of that.
   */
  readonly secret?: Pick<Home, 'area' | 'street' | 'spot'>
}

/** A woman who waits, as matching sees her. */
export interface WaitingWoman {
  readonly trajectoryId: string
  /** Her own language first. */
  readonly languages: readonly string[]
  readonly home: Home
  readonly wishes: Hopes
  /** The language of an interpreter, if she wants one. */
  readonly interpreter?: string | null
  /** How old her child is; `null` if it isn't known or nothing of a child may be said. */
  readonly childAge?: ChildAge | null
}

/** A worker, as matching sees her for this woman and this programme. */
export interface Candidate {
  readonly workerId: string
  readonly state: WorkerState
  readonly programmes: readonly string[]
  readonly languages: readonly string[]
  readonly home: Home
  readonly profile: Profile
  /** Languages she reads; what she shares of the rest is her own choice, and empty is not known. */
  readonly reads?: readonly string[]
  readonly childAges?: readonly ChildAge[]
  readonly avoids?: readonly Avoided[]
  /** From her district to this woman's, as far as the organisation says; and the ways in which she goes. */
  readonly travel?: readonly TravelTime[]
  readonly travels?: readonly TravelMode[]
  /** She is away today, or there by phone only. */
  readonly away?: Away | null
  /** These two may not meet; why is sealed. */
  readonly apart?: boolean
  /** The safeguarding lead looks at these two first; why is sealed. */
  readonly waits?: boolean
  /** How many women she wants at the same time. */
  readonly capacity: number
  /** Women she stands beside now, and those she was asked for. */
  readonly taken: number
  /** What each of those weighs by, where the programme weighs them. */
  readonly womenTaken?: readonly Taken[]
  /** Women she stood beside before or does now. */
  readonly experience: number
  readonly gates: readonly GateStatus[]
  /** One of the two said no to the other before. */
  readonly declinedBefore: boolean
}
