import { z } from 'zod'
import {
  type CompositionMoveRow,
  type CompositionRow,
  findComposition,
  findMoves,
} from '#db/group-composition.ts'
import { atMostMore } from '#domain/group/compose/answer.ts'
import { compositionPolicy } from '#domain/group/compose/draft.ts'
import { reasonsOf, whyNot } from '#domain/group/compose/left-out.ts'
import type { Composing, Composition } from '#domain/group/compose/people.ts'
import { asQuestion } from '#domain/group/compose/question.ts'
import { verifyGroups } from '#domain/group/compose/verify-groups.ts'
import { worthOf } from '#domain/group/compose/worth.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { titleOf } from '#usecases/group/group-fields.ts'
import { stillStanding, withMoves } from '#usecases/group-composition/compose-anew.ts'
import { type Gathered, gatherComposing } from '#usecases/group-composition/gather-composing.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/**
 * A composition as it stands today: group by group, who was left out and what would change that, what people decided, and
 * how far from the best it can be at most.
 */
export const readGroupComposition = question({
  name: 'read-group-composition',
  may: compositionPolicy.compose,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await findComposition(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    const moves = await findMoves(work.tx, work.orgId, id)
    const by = await whoDid(
      work,
      [...moves.flatMap((move) => move.made_by ?? []), row.opened_by ?? ''].filter(Boolean),
    )
    const definition = work.programmes.find(row.programme_id)
    const record = {
      id,
      version: row.version,
      programme: definition?.label ?? { nl: '—', en: '—' },
      openedOn: row.opened_on,
      openedBy: by.get(row.opened_by ?? '') ?? null,
      endedOn: row.ended_on,
    }
    if (row.state !== 'open') return { ...record, state: row.state, seats: row.plan.length, open: null }
    const gathered = await gatherComposing(work, row.programme_id)
    const names = await readNames(
      work,
      gathered.women.map(({ person }) => person.id),
    )
    return {
      ...record,
      state: row.state,
      seats: row.plan.length,
      open: viewOpen(work, gathered, row, moves, names, by),
    }
  },
})
export type CompositionPage = Awaited<ReturnType<typeof readGroupComposition>>

function viewOpen(
  work: Work,
  gathered: Gathered,
  row: CompositionRow,
  moves: readonly CompositionMoveRow[],
  names: ReadonlyMap<string, string>,
  by: ReadonlyMap<string, string>,
) {
  const { women, groups, unsaid } = gathered
  const composing = withMoves(gathered, moves)
  const plan = stillStanding(gathered.composing, row.plan)
  const titles = new Map(groups.map(({ group }) => [group.id, titleOf(work, group)]))
  const nameOf = new Map(women.map(({ facts, person }) => [facts.id, names.get(person.id) ?? '—']))
  const line = ({ id, urgency, waitingDays }: Composing['women'][number]) => ({
    trajectoryId: id,
    name: nameOf.get(id) ?? '—',
    urgency,
    waitingDays,
  })
  return {
    groups: composing.groups.map((group) => {
      const coming = composing.women.filter(({ id }) => plan.get(id) === group.id)
      const size = group.seated.length + coming.length
      return {
        id: group.id,
        title: titles.get(group.id) ?? '—',
        slots: group.slots,
        languages: group.languages,
        interpreters: group.interpreters,
        taken: group.seated.length,
        min: group.min,
        max: group.max,
        tooFew: coming.length > 0 && size < group.min ? group.min - size : 0,
        women: coming.map(line),
      }
    }),
    leftOut: composing.women
      .filter(({ id }) => !plan.has(id))
      .map((woman) => {
        const why = whyNot(composing, plan, woman).map((one) => ({
          ...one,
          group: titles.get(one.groupId) ?? '—',
          // Whom it may be about hears no more than that it can't be.
          code:
            one.code === 'sealed' && unsaid.has(`${woman.id} ${one.groupId}`)
              ? ('not-possible' as const)
              : one.code,
        }))
        return { ...line(woman), why, reasons: reasonsShown(why) }
      }),
    moves: moves
      .filter((move) => move.undone_at === null && nameOf.has(move.trajectory_id))
      .map((move) => ({
        moveId: move.id,
        trajectoryId: move.trajectory_id,
        name: nameOf.get(move.trajectory_id) ?? '—',
        kind: move.kind,
        group: move.group_id === null ? null : (titles.get(move.group_id) ?? '—'),
        reason: move.reason_code,
        by: by.get(move.made_by ?? '') ?? null,
      })),
    placed: plan.size,
    waiting: women.length,
    beyond: gathered.beyond,
    proof: proofOf(gathered, composing, plan, row, moves),
  }
}

type Shown = Parameters<typeof reasonsOf>[0][number]['code'] | 'not-possible'
const reasonsShown = (
  why: readonly { readonly groupId: string; readonly code: Shown }[],
): readonly Shown[] => [
  ...reasonsOf(
    why.flatMap((one) => (one.code === 'not-possible' ? [] : [{ ...one, code: one.code }])),
  ).filter((code) => code !== 'no-group' || why.length === 0),
  ...(why.some(({ code }) => code === 'not-possible') ? (['not-possible'] as const) : []),
]

/** What is proved of it today; nothing once something it rested on is different. */
function proofOf(
  gathered: Gathered,
  composing: Composing,
  plan: Composition,
  { proof }: CompositionRow,
  moves: readonly CompositionMoveRow[],
): { readonly best: boolean; readonly more: number } | null {
  const standing = new Set(moves.filter((move) => move.undone_at === null).map((move) => move.id))
  // One decision more leaves less to choose from, so the bound still holds; one that was taken back doesn't.
  if (!proof || proof.facts !== gathered.facts || !proof.moves.every((id) => standing.has(id))) return null
  if (verifyGroups(gathered.composing, plan).length > 0) return null
  const { question: asked, womenIds, groupIds } = asQuestion({ ...composing, moves: [] })
  const seats = Int32Array.from(womenIds, (id) => groupIds.indexOf(plan.get(id) ?? ''))
  const worth = worthOf(asked, seats)
  return {
    best: worth >= proof.bound,
    more: atMostMore(asked, { seats, worth, bound: proof.bound, by: 'solver' }),
  }
}
