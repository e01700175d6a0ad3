import { type GateStatus, gateMends } from '#domain/worker/gates.ts'
import type { T } from '#pages/words/words.ts'

/** Why a gate is closed, in a sentence: what is missing, or after which day it expired. */
export const gateReason = (t: T, gate: GateStatus): string => {
  const what = gateName(t, gate)
  if (gate.notInOrder) return t('worker.gate.not-in-order-because', { what })
  return gate.state === 'expired' && gate.validUntil
    ? t('worker.gate.expired-because', { what, day: t.longDay(gate.validUntil) })
    : t('worker.gate.missing-because', { what })
}

/** Who can mend it, and how. */
export const gateMend = (t: T, { kind }: Pick<GateStatus, 'kind'>): string =>
  kind === 'vog' || kind === 'agreement' || kind === 'confidentiality'
    ? t(`worker.gate-mend.${kind}`)
    : t(`worker.gate-mend.by-${gateMends[kind]}`)

/** The same, said to herself. */
export const gateMendOwn = (t: T, { kind }: Pick<GateStatus, 'kind'>): string =>
  kind === 'vog' || kind === 'agreement' || kind === 'confidentiality'
    ? t(`my-file.mend.${kind}`)
    : t(`my-file.mend.by-${gateMends[kind]}`)

/** That she goes on without it, until when. */
export const waiverWords = (t: T, { waiver }: GateStatus): string | null =>
  waiver
    ? waiver.until
      ? t(`worker.waiver.${waiver.covers}-until`, { day: t.longDay(waiver.until) })
      : t('worker.waiver.all-for-good')
    : null

export const gateName = (t: T, { kind }: Pick<GateStatus, 'kind'>): string => t(`worker.gate-kind.${kind}`)
