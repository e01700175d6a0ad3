import { findConsents } from '#db/consent.ts'
import { type ConsentWay, consentTerms, type SharingParty } from '#domain/consent/consent.ts'
import type { ConsentCode, ProgrammeDefinition } from '#domain/programme/definition.ts'
import { recordConsent } from '#usecases/consent/record-consent.ts'
import type { Work } from '#usecases/context.ts'

/** What she answered at intake: yes or no to each consent, and with whom may be shared (C-6). Left out: not asked. */
export interface ConsentAnswers {
  readonly answers: Readonly<Partial<Record<ConsentCode, 'yes' | 'no'>>>
  readonly shareWith: readonly SharingParty[]
  readonly how: ConsentWay
}

/** Consents that this programme asks at intake; the safe-contact agreement (C-9) has a page of its own. */
export const askedAtIntake = (definition: ProgrammeDefinition): readonly ConsentCode[] =>
  definition.consents
    .filter(({ code, moment }) => moment === 'intake' && code !== 'C-9')
    .map(({ code }) => code)

/** Keeps what changed: an answer that is the same as the last one is not a new answer. A yes taken back is withdrawn. */
export async function answerConsents(
  work: Work,
  { personId, trajectoryId }: { personId: string; trajectoryId: string },
  codes: readonly ConsentCode[],
  { answers, shareWith, how }: ConsentAnswers,
): Promise<void> {
  const live = (await findConsents(work.tx, work.orgId, personId, trajectoryId)).filter(
    // What she answered about one organisation by name, stays as she said it.
    (row) => row.superseded_at === null && row.network_organisation_id === null,
  )
  const stateOf = (code: ConsentCode, party: SharingParty | null) =>
    live.find((row) => row.code === code && row.party === party)?.state ?? null
  const wanted = [
    ...codes
      .filter((code) => code !== 'C-6')
      .map((code) => ({ code, party: null, answer: answers[code] ?? null })),
    ...shareWith.map((party) => ({ code: 'C-6' as const, party, answer: 'yes' as const })),
    ...live
      .filter((row) => row.code === 'C-6' && row.state === 'given' && codes.includes('C-6'))
      .flatMap((row) => parties(row.party).filter((party) => !shareWith.includes(party)))
      .map((party) => ({ code: 'C-6' as const, party, answer: 'no' as const })),
  ]
  for (const { code, party, answer } of wanted) {
    const state = nextState(answer, stateOf(code, party))
    // A notice that wasn't given yet is nothing to keep: it can't be refused.
    if (state === 'given' || (state && consentTerms[code].kind === 'consent'))
      await recordConsent(work, { personId, trajectoryId, code, party, state, how })
  }
}

const parties = (party: string | null): SharingParty[] => (party === null ? [] : [party as SharingParty])

function nextState(
  answer: 'yes' | 'no' | null,
  live: string | null,
): 'given' | 'refused' | 'withdrawn' | null {
  if (answer === 'yes') return live === 'given' ? null : 'given'
  if (answer === 'no')
    return live === 'given' ? 'withdrawn' : live === 'refused' || live === 'withdrawn' ? null : 'refused'
  return null
}
