import { Tag, type Tone } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { ConcernLine } from '#usecases/concern/concern-view.ts'

const toneOf = {
  worried: 'info',
  very_worried: 'attention',
  danger_now: 'danger',
} as const satisfies Record<ConcernLine['level'], Tone>

/** How heavy it weighs, in a word; what is closed weighs no more. */
export const concernTag = (t: T, { level, state }: Pick<ConcernLine, 'level' | 'state'>) => (
  <Tag tone={state === 'closed' ? 'neutral' : toneOf[level]}>{t(`concern.level.${level}`)}</Tag>
)
