import { insertChoice } from '#db/match-choice.ts'
import type { Criterion } from '#domain/match/criterion.ts'
import { scoreOf } from '#domain/match/propose.ts'
import type { ChoiceReason } from '#domain/matching-meeting/meeting-change.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'

interface Choice {
  readonly matchId: string
  readonly definition: ProgrammeDefinition
  readonly chosen: readonly Criterion[]
  /** Who stood first for her, by the definition's own weights; nobody if she would have waited. */
  readonly first: { readonly workerId: string; readonly criteria: readonly Criterion[] } | null
  /** Nobody has to give one: a proposal doesn't wait for a form, and that none was given is counted too. */
  readonly reason: ChoiceReason | null
}

/** Keeps that somebody else was proposed than stood first, by which criteria she was better and worse, and why. */
export async function keepChoice(work: Work, { matchId, definition, chosen, first, reason }: Choice) {
  const { tx, orgId, actor, today } = work
  const scoreBy = (criteria: readonly Criterion[], name: string) =>
    criteria.find(({ criterion }) => criterion === name)?.score ?? 0
  const soft = first ? (definition.matching?.soft ?? []).map(({ criterion }) => criterion) : []
  const difference = (name: string) => scoreBy(chosen, name) - scoreBy(first?.criteria ?? [], name)
  await insertChoice(tx, {
    org_id: orgId,
    id: work.newId(),
    match_id: matchId,
    programme_id: definition.id,
    reason_code: reason ?? 'not_said',
    instead_of: first?.workerId ?? null,
    given_up: first ? scoreOf(first.criteria) - scoreOf(chosen) : 0,
    better: soft.filter((name) => difference(name) > 0),
    worse: soft.filter((name) => difference(name) < 0),
    chosen_by: actor.kind === 'member' ? actor.memberId : null,
    chosen_on: today,
  })
}
