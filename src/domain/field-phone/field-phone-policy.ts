import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may do what with phones that carry visits, and with what came from them. */
export const fieldPhonePolicy = {
  /** Carrying her own visits, and sending what she wrote. */
  carry: (actor: Actor) => isMemberWith(actor, 'worker'),
  /** Her own phones; everybody's for who can end accounts or answers for the women. */
  list: (actor: Actor) => isMemberWith(actor, 'worker', 'coordinator', 'administrator'),
  all: (actor: Actor) => isMemberWith(actor, 'coordinator', 'administrator'),
  /** What could not go in: its writer's as long as the woman is hers, and a coordinator's. */
  settle: (actor: Actor) => isMemberWith(actor, 'worker', 'coordinator'),
  settleAll: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  /** A phone on its own, with nobody signed in, asks whether it was wiped. */
  ask: (actor: Actor) => actor.kind === 'system' || (actor.kind === 'visitor' && actor.door === 'phone'),
} as const
