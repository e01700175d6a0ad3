import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may let people in and out. An administrator manages people and settings and sees no woman's file by it. */
export const memberPolicy = {
  list: (actor: Actor) => isMemberWith(actor, 'administrator'),
  invite: (actor: Actor) => isMemberWith(actor, 'administrator'),
  changeRoles: (actor: Actor) => isMemberWith(actor, 'administrator'),
  end: (actor: Actor) => isMemberWith(actor, 'administrator'),
} as const
