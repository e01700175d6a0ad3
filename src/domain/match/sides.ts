import type { GateStatus } from '#domain/worker/gates.ts'
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
}

/** A woman who waits, as matching sees her. */
export interface WaitingWoman {
  readonly trajectoryId: string
  /** Her own language first. */
  readonly languages: readonly string[]
  readonly home: Home
  readonly wishes: Profile
}

/** A worker, as matching sees her for this woman and this programme. */
export interface Candidate {
  readonly workerId: string
  readonly state: WorkerState
  readonly programmes: readonly string[]
  readonly languages: readonly string[]
  readonly home: Home
  readonly profile: Profile
  /** How many women she wants at the same time. */
  readonly capacity: number
  /** Women she stands beside now, and those she was asked for. */
  readonly taken: number
  /** The phase of each of those, where the programme weighs women by phase. */
  readonly phasesTaken?: readonly (string | null)[]
  /** Women she stood beside before or does now. */
  readonly experience: number
  readonly gates: readonly GateStatus[]
  /** One of the two said no to the other before. */
  readonly declinedBefore: boolean
}
