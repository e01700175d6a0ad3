import { insertAlertStep, type LoneAlertRow } from '#db/lone-alert.ts'
import type { AlertStepKind } from '#domain/lone-visit/lone-alert.ts'
import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'

export type Alerted = Pick<LoneAlertRow, 'id' | 'person_id' | 'trajectory_id'>

interface Step {
  readonly kind: AlertStepKind
  readonly code?: string
  readonly asked?: { readonly memberId: string; readonly messageId: string | null }
}

/** Writes down one step of an alert's way. */
export const addAlertStep = (work: Work, alert: Alerted, { kind, code, asked }: Step): Promise<void> =>
  insertAlertStep(work.tx, {
    org_id: work.orgId,
    id: work.newId(),
    lone_alert_id: alert.id,
    person_id: alert.person_id,
    trajectory_id: alert.trajectory_id,
    kind,
    code: code ?? null,
    taken_by: work.actor.kind === 'member' ? actorId(work.actor) : null,
    asked_id: asked?.memberId ?? null,
    message_id: asked?.messageId ?? null,
    taken_at: work.now,
  })
