import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * The register of incidents and calamities (domain.md 3.10: Wkkgz and Wmo quality). A calamity is what must be told to
 * the Wmo supervisor; which of ours that is, an organisation says itself when it writes one down.
 */
export const incidentWeights = ['incident', 'calamity'] as const
export type IncidentWeight = (typeof incidentWeights)[number]

export const incidentKinds = [
  'violence',
  'threat',
  'injury',
  'death',
  'serious_harm',
  'data_breach',
  'wrong_conduct',
  'other',
] as const
export type IncidentKind = (typeof incidentKinds)[number]

export const incidentStates = ['open', 'closed'] as const
export type IncidentState = (typeof incidentStates)[number]
export const incidentEndings = ['measures_taken', 'no_measures_needed', 'by_mistake'] as const
export type IncidentEnding = (typeof incidentEndings)[number]

/** Who may have to be told. */
export const incidentParties = ['supervisor', 'data_authority', 'municipality', 'board'] as const
export type IncidentParty = (typeof incidentParties)[number]

/** Why somebody on the list needn't be told after all. */
export const noticeWaivers = ['not_our_duty', 'not_asked_of_us'] as const
export type NoticeWaiver = (typeof noticeWaivers)[number]

/** It is closed once of everybody on its list it is known whether they were told; a mistake at any time. */
export const mayCloseIncident = (
  state: IncidentState,
  ending: IncidentEnding,
  { open }: { readonly open: number },
): true | Refusal<'not-from-this-state' | 'incident-tell-first'> =>
  state === 'closed'
    ? refuse('not-from-this-state')
    : open > 0 && ending !== 'by_mistake'
      ? refuse('incident-tell-first')
      : true

export const incidentPolicy = {
  record: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  /** A programme manager reads kinds, days and who was told, and nothing of whom it was about (domain.md 4.6 PM-7). */
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'programme_manager'),
  readWords: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
} as const
