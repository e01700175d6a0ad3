import type { CompositionMoveRow } from '#db/group-composition.ts'
import type { Composing, HandMove } from '#domain/group/compose/people.ts'
import { pointsOf } from '#domain/group/compose/traits.ts'
import type { GroupRules } from '#domain/group/group-size.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Looking } from '#usecases/collision/holds.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { type GroupOnOffer, groupsOnOffer } from '#usecases/group-composition/groups-on-offer.ts'
import { sealedApart } from '#usecases/group-composition/sealed-apart.ts'
import { traitsInGroups } from '#usecases/group-composition/women-traits.ts'
import { type WomanWhoWaits, womenWhoWait } from '#usecases/group-composition/women-who-wait.ts'

/** Of a group in which nobody said what is spoken. */
const usualLanguage = 'nl'

export interface Gathered {
  readonly definition: ProgrammeDefinition & { readonly group: GroupRules }
  readonly women: readonly WomanWhoWaits[]
  readonly groups: readonly GroupOnOffer[]
  /** Without what people decided in one composition. */
  readonly composing: Composing
  readonly unsaid: ReadonlySet<string>
  /** Women beyond those who are composed at once. */
  readonly beyond: number
  /** The same as long as nothing of all this is different. */
  readonly facts: string
}

/** A programme whose groups are composed: closed ones, that women wait for. */
export function composableOf(work: Pick<Work, 'programmes'>, programmeId: string): Gathered['definition'] {
  const definition = work.programmes.find(programmeId)
  const { group } = definition ?? {}
  if (!definition || !group || group.open.value) throw new NotFound()
  return { ...definition, group }
}

/** Everybody who waits for a group of this programme, and every group that still takes women. */
export async function gatherComposing(
  work: Work,
  programmeId: string,
  looking: Looking = 'found',
  only?: ReadonlySet<string>,
): Promise<Gathered> {
  const definition = composableOf(work, programmeId)
  const waiting = await womenWhoWait(work, programmeId, definition.group)
  const women = only ? waiting.women.filter(({ facts }) => only.has(facts.id)) : waiting.women
  const offered = await groupsOnOffer(work, programmeId)
  await work.vault.load(offered.map(({ group }) => group.id))
  const groups = offered.filter(({ slots }) => slots !== null)
  const seated = await traitsInGroups(work, groups)
  const { apart, never, unsaid } = await sealedApart(work, women, groups, looking)
  const composing: Composing = {
    women: women.map(({ facts }) => facts),
    groups: groups.map(({ group, rules, slots, max }) => ({
      id: group.id,
      slots: slots ?? [],
      languages: group.languages.length > 0 ? group.languages : [usualLanguage],
      interpreters: group.interpreters,
      min: rules.sizeMin.value,
      max,
      seated: seated.get(group.id) ?? [],
    })),
    apart,
    never,
    moves: [],
    variety: pointsOf(
      definition.group,
      new Set([...women.flatMap(({ facts }) => facts.traits), ...[...seated.values()].flat(2)]),
    ),
  }
  return {
    definition,
    women,
    groups,
    composing,
    unsaid,
    beyond: waiting.beyond,
    facts: work.digest(JSON.stringify({ ...composing, variety: [...composing.variety] })).toString('hex'),
  }
}

/** What stands of what people decided, as the rules of composing know it. */
export const standingMoves = (rows: readonly CompositionMoveRow[]): HandMove[] =>
  rows
    .filter((row) => row.undone_at === null)
    .map((row) => ({ womanId: row.trajectory_id, groupId: row.group_id, kind: row.kind }))
