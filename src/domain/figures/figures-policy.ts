import { type FigureSet, setOf, type TallyId } from '#domain/figures/figures.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may see figures of all women together. Who may not open a file sees no count that could tell of one. */
export const figuresPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  /** How often something was worrying is for who watches over safety (domain.md 4.9, AF-2). */
  readSet: (actor: Actor, set: FigureSet) =>
    set === 'safety' ? isMemberWith(actor, 'safeguarding_lead') : figuresPolicy.read(actor),
  /** The same without files behind it and without what is small, for who steers. */
  readSteering: (actor: Actor) =>
    isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'programme_manager'),
  /** A count of referrals opens for who has the desk. */
  openTally: (actor: Actor, tally: TallyId) =>
    setOf(tally) === 'received' ? isMemberWith(actor, 'coordinator') : figuresPolicy.read(actor),
} as const
