import { findSetAside } from '#db/signal.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { factsOn } from '#domain/signal/case-facts-on.ts'
import { holds, rulesOf } from '#domain/signal/compiled-rules.ts'
import { type StoppedAction, stops } from '#domain/signal/stops.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { readCases } from '#usecases/signal/read-cases.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

type Followed = Pick<TrajectoryRow, 'id' | 'programme_id' | 'programme_version'>

/**
 * Refuses if a rule of this programme stops what is about to be done, with what the rule says and who can mend it. Asks
 * the facts as they are now in this transaction, what was just written included, and not what stood before. What took
 * place may always be written down: hiding it would help nobody.
 */
export async function stopIfBlocked(work: Work, trajectory: Followed, action: StoppedAction): Promise<void> {
  const definition = definitionOf(work, trajectory)
  const { rules } = rulesOf(definition)
  const blocks = rules.filter(({ rule, facts }) => stops(rule, facts).includes(action))
  if (blocks.length === 0) return
  const [found] = await readCases(work, definition, [trajectory.id])
  if (!found) return
  const names = [...new Set(blocks.flatMap(({ facts }) => facts))]
  const facts = factsOn(definition, names, found.sources, work.today)
  const standing = blocks.filter((rule) => holds(rule, facts, found.sources.closedOn !== null) === true)
  if (standing.length === 0) return
  const aside = await findSetAside(work.tx, work.orgId, trajectory.id)
  const stopping = standing.find(({ rule }) => !(rule.overridable && aside.has(rule.id)))
  if (!stopping) return
  const { id, owner, message } = stopping.rule
  throw new Refused(`signal-stops-${owner.replaceAll('_', '-')}`, {
    rule: id,
    nl: message.nl,
    en: message.en,
  })
}
