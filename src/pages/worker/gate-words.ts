import type { GateStatus } from '#domain/worker/gates.ts'
import type { T } from '#pages/words/words.ts'

/** Why a gate is closed, in a sentence: what is missing, or after which day it expired. */
export const gateReason = (t: T, gate: GateStatus): string =>
  gate.state === 'expired' && gate.validUntil
    ? t('worker.gate.expired-because', { what: gateName(t, gate), day: t.longDay(gate.validUntil) })
    : t('worker.gate.missing-because', { what: gateName(t, gate) })

export const gateName = (t: T, { kind }: Pick<GateStatus, 'kind'>): string => t(`worker.gate-kind.${kind}`)
