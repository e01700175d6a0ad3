import { z } from 'zod'
import { type AccountRecoveryRow, listRecoveries as findRecoveries } from '#db/account-recovery.ts'
import { findMembers } from '#db/member.ts'
import { isWorkingHere } from '#domain/on-call/on-call.ts'
import {
  isOpen,
  mayCheck,
  noticeHours,
  type RecoveryCheck,
  type RecoveryReason,
  type RecoveryState,
  recoveryChecks,
  recoveryReasons,
  recoveryState,
} from '#domain/recovery/recovery.ts'
import { recoveryPolicy } from '#domain/recovery/recovery-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import { recoveryOf, worthKnowing } from '#usecases/recovery/held-recovery.ts'
import { question } from '#usecases/use-case.ts'

export interface SeenBy {
  readonly name: string
  readonly how: RecoveryCheck
  readonly at: Temporal.Instant
}
export interface ListedRecovery {
  readonly id: string
  readonly memberId: string
  readonly name: string
  readonly own: boolean
  readonly reason: RecoveryReason
  readonly state: RecoveryState
  readonly open: boolean
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
  readonly seenBy: readonly SeenBy[]
  /** When the link may be made, once two saw her. */
  readonly readyAt: Temporal.Instant | null
  /** What keeps whoever asks from saying that she saw her; `null` if nothing does. */
  readonly mayNotCheck: string | null
}

/** Who asked for a new way in, in the last month: all for who helps, her own for anybody else; and who can be helped. */
export const listRecoveries = question({
  name: 'list-recoveries',
  may: recoveryPolicy.own,
  input: z.strictObject({}),
  async run(work, _input) {
    const { tx, orgId, actor, now, today, vault } = work
    const me = actor.kind === 'member' ? actor : null
    const helps = recoveryPolicy.help(actor)
    const rows = await findRecoveries(tx, orgId, {
      since: worthKnowing(now),
      memberId: helps ? null : (me?.memberId ?? null),
    })
    if (rows.length === 0 && !helps) return { recoveries: [], members: [] }
    const members = new Map((await findMembers(tx, orgId)).map((member) => [member.id, member]))
    const named = helps
      ? [...members.keys()]
      : rows.flatMap((row) =>
          [row.member_id, row.asked_by, row.first_by, row.second_by].filter((id) => id !== null),
        )
    await vault.load(named)
    work.about({ person: named })
    const nameOf = (id: string | null) => {
      const member = id === null ? undefined : members.get(id)
      return member
        ? (memberFields.open(vault, member.id, member.id, 'name_sealed', member.name_sealed) ?? '—')
        : '—'
    }
    const listed = (row: AccountRecoveryRow): ListedRecovery => {
      const recovery = recoveryOf(row, members.get(row.first_by ?? '')?.roles ?? [])
      const state = recoveryState(recovery, now)
      const may = me && helps ? mayCheck(recovery, me, now) : null
      const seen = (by: string | null, how: string | null, at: Temporal.Instant | null): SeenBy[] =>
        by && at ? [{ name: nameOf(by), how: how === 'video' ? how : recoveryChecks[0], at }] : []
      return {
        id: row.id,
        memberId: row.member_id,
        name: nameOf(row.member_id),
        own: row.member_id === me?.memberId,
        reason: recoveryReasons.find((one) => one === row.reason) ?? 'both',
        state,
        open: isOpen(state),
        askedBy: nameOf(row.asked_by),
        askedAt: row.asked_at,
        seenBy: [
          ...seen(row.first_by, row.first_how, row.first_at),
          ...seen(row.second_by, row.second_how, row.second_at),
        ],
        readyAt: row.second_at?.add({ hours: noticeHours }) ?? null,
        mayNotCheck: may === null ? 'recovery-over' : isRefusal(may) ? may.refused : null,
      }
    }
    return {
      recoveries: rows.map(listed),
      members: helps
        ? [...members.values()]
            .filter((member) => isWorkingHere(member, today) && member.id !== me?.memberId)
            .map(({ id }) => ({ memberId: id, name: nameOf(id) }))
        : [],
    }
  },
})
