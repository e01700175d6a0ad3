import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who agrees with another organisation that both compare whom they know: the safeguarding lead begins it, for she alone
 * hears what comes of it; who answers for privacy or for the programmes agrees as the second. Whichever of them sees a
 * reason ends it at once.
 */
export const exchangePolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'safeguarding_lead', 'programme_manager', 'privacy_officer'),
  begin: (actor: Actor) => isMemberWith(actor, 'safeguarding_lead'),
  confirm: (actor: Actor) => isMemberWith(actor, 'programme_manager', 'privacy_officer'),
  end: (actor: Actor) => isMemberWith(actor, 'safeguarding_lead', 'programme_manager', 'privacy_officer'),
  /** The file of the cards, where the other organisation has a Naast of its own. */
  carry: (actor: Actor) => isMemberWith(actor, 'safeguarding_lead'),
  tend: (actor: Actor) => actor.kind === 'system',
} as const
