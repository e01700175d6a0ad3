import type { Day } from '#domain/day.ts'
import { Table } from '#pages/look/parts.tsx'
import { Folded } from '#pages/match/life-form.tsx'
import type { T } from '#pages/words/words.ts'
import type { MatchStepLine } from '#usecases/match/match-life-view.ts'

/** What became of it, step by step: when, why, by whom. */
export const MatchHistory = ({ t, steps, today }: { t: T; steps: readonly MatchStepLine[]; today: Day }) =>
  steps.length === 0 ? null : (
    <Folded title={t('match.history')} open={false}>
      <Table
        caption={t('match.history')}
        rows={steps}
        empty={null}
        columns={[
          { heading: t('match.history-step'), cell: (one) => stepWords(t, one, today) },
          { heading: t('match.history-day'), cell: (one) => t.day(one.on, today) },
          { heading: t('match.history-why'), cell: (one) => reasonWords(t, one.reason) },
          { heading: t('match.history-who'), cell: (one) => one.by ?? '—' },
        ]}
      />
    </Folded>
  )

function stepWords(t: T, { step, until }: MatchStepLine, today: Day): string {
  const key = `match.history.${step}`
  const words = t.has(key) ? t(key) : step
  return until ? `${words} (${t('match.history-until', { day: t.day(until, today) })})` : words
}

/** A rest has reasons of its own; all others are those of an ending. */
function reasonWords(t: T, reason: string | null): string {
  if (reason === null) return '—'
  for (const key of [`match.pause-reason.${reason}`, `match.end-reason.${reason}`])
    if (t.has(key)) return t(key)
  return reason
}
