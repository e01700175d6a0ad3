import { type Refusal, refuse } from '#domain/refusal.ts'

/** Against whom: somebody who can sign in, somebody who stands beside women, or an organisation around us. */
export const againstKinds = ['member', 'worker', 'organisation'] as const
export type AgainstKind = (typeof againstKinds)[number]
export interface Against {
  readonly kind: AgainstKind
  readonly id: string
}

/** What a lock would come upon, if it were set now. */
export interface Standing {
  /** Whoever sets it is one of those it would be against. */
  readonly herself: boolean
  readonly standsAlready: boolean
  /** Trajectories that aren't over, with the one it is against as their coordinator. */
  readonly coordinates: number
  /** Coordinators who would still see her file. */
  readonly coordinatorsLeft: number
  /** Groups in which she has a place and which the one it is against leads. */
  readonly groups: number
  /** Meldcodes that aren't closed, in which the one it is against decides. */
  readonly meldcodes: number
}

export type LockRefusal =
  | 'lock-on-yourself'
  | 'lock-there-already'
  | 'lock-leaves-nobody'
  | 'lock-leads-her-group'
  | 'lock-handles-meldcode'

/**
 * What must be otherwise first. What a lock can settle itself it does in the same step (her coordinator, who stands
 * beside her, tasks, messages); who leads a group or decides in a meldcode is changed by a person who knows it.
 */
export function mayLock(standing: Standing): true | Refusal<LockRefusal> {
  if (standing.herself) return refuse('lock-on-yourself')
  if (standing.standsAlready) return refuse('lock-there-already')
  if (standing.groups > 0) return refuse('lock-leads-her-group')
  if (standing.meldcodes > 0) return refuse('lock-handles-meldcode')
  return standing.coordinatorsLeft > 0 ? true : refuse('lock-leaves-nobody')
}

/** Her trajectories can't be without a coordinator: somebody is named who takes them over. */
export const needsCoordinator = ({ coordinates }: Standing): boolean => coordinates > 0
