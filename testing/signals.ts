import type { MemberActor } from '#domain/member/actor.ts'
import { turnSignals } from '#server/jobs/signals.ts'
import { addContact } from '#usecases/contact/add-contact.ts'
import { actOnSignal } from '#usecases/signal/act-on-signal.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { versionNow } from './expecting.ts'
import type { World } from './world.ts'

interface Followed {
  readonly trajectoryId: string
}
interface Visited extends Followed {
  readonly worker: MemberActor
}

/** What people do in these tests that signals follow, and what then stands. */
export const signalsIn = (world: World) => {
  const signalOf = async ({ trajectoryId }: Followed, ruleId: string) =>
    (
      await world.owner.query<{ id: string; version: number }>(
        'select id, version from signal where trajectory_id = $1 and rule_id = $2 and ended_at is null',
        [trajectoryId, ruleId],
      )
    ).rows[0] ?? { id: '', version: 0 }
  return {
    signalOf,
    /** The night passes, and Naast looks at what is due that day. */
    turnTo: async (day: string) => {
      world.turnTo(day)
      await turnSignals({ organisations: async () => [world.orgId], context: () => world.context })
    },
    standing: async ({ trajectoryId }: Followed): Promise<string[]> =>
      (
        await world.owner.query<{ rule_id: string }>(
          'select rule_id from signal where trajectory_id = $1 and ended_at is null order by rule_id',
          [trajectoryId],
        )
      ).rows.map((row) => row.rule_id),
    act: async (
      actor: MemberActor,
      one: Followed,
      ruleId: string,
      deed: Parameters<typeof actOnSignal>[2]['deed'],
    ) => actOnSignal(world.context, actor, { ...(await signalOf(one, ruleId)), deed }),
    visit: ({ trajectoryId, worker }: Visited, on: string, what: object = {}) =>
      addContact(world.context, worker, {
        trajectoryId,
        kind: 'done',
        on,
        minutes: 75,
        mode: 'home',
        talkSheet: null,
        ...what,
      }),
    close: async (actor: MemberActor, { trajectoryId }: Followed) =>
      closeTrajectory(world.context, actor, {
        trajectoryId,
        version: await versionNow(world, trajectoryId),
        reason: 'moved',
        evaluation: { kind: 'declined', code: 'rather_not' },
        goals: {},
        words: null,
        note: null,
      }),
    gate: (
      actor: MemberActor,
      { workerId }: { readonly workerId: string },
      kind: 'vog' | 'training',
      seenOn: string,
    ) => recordGate(world.context, actor, { workerId, kind, seenOn, validUntil: null }),
  }
}
