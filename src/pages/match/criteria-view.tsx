import type { Criterion } from '#domain/match/criterion.ts'
import type { Question } from '#domain/match/hard-rules.ts'
import type { Block } from '#domain/match/may-match.ts'
import { Bar } from '#pages/look/bar.tsx'
import type { T } from '#pages/words/words.ts'
import { gateReason } from '#pages/worker/gate-words.ts'
import { slotWords } from '#pages/worker/profile-fields.tsx'

/** Each criterion as a short bar, with the words that say the same. */
export const CriteriaView = ({ t, criteria }: { t: T; criteria: readonly Criterion[] }) => (
  <div>
    {criteria.filter(tells).map((one) => (
      <Bar
        key={one.criterion}
        value={one.score}
        label={t(`match.criterion.${one.criterion}`)}
        words={sentence(t, one)}
      />
    ))}
  </div>
)

/** What has no weight and isn't known either says nothing to anybody. */
const tells = (one: Criterion): boolean => one.weight > 0 || one.code !== 'unknown'

/** What isn't known has no weight to speak of: it moves nobody up or down. */
function sentence(t: T, one: Criterion): string {
  const why = whyWords(t, one)
  return one.weight > 0 && one.code !== 'unknown'
    ? `${why} (${t('match.weight', { percent: Math.round(one.weight * 100) })})`
    : why
}

function whyWords(t: T, { criterion, code, values }: Criterion): string {
  if (code === 'unknown') return t('match.why.unknown')
  const key = `match.why.${criterion}.${code}`
  const list = namesIn(t, values)
  const numbers = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  )
  // What was kept with a proposal says how many, not which.
  if (code === 'there' && list === '') return t('match.why.home_fit.there-kept')
  if (code === 'shared' && list === '') return t('match.shared-count', { count: Number(numbers.count ?? 0) })
  return t.has(key) ? t(key, { ...numbers, list }) : code
}

/** The values that are lists of codes, in words. */
function namesIn(t: T, values: Criterion['values']): string {
  const word = (prefix: string) => (code: string) => {
    const key = `${prefix}.${code}`
    return t.has(key) ? t(key) : code
  }
  const speak: Record<string, (code: string) => string> = {
    languages: (code) => t.languageName(code),
    backgrounds: word('profile.background'),
    interests: word('profile.interest'),
    situations: word('profile.child-situation'),
    slots: (code) => slotWords(t, code),
    reads: (code) => t.languageName(code),
    ages: word('my-file.child-age'),
    avoided: word('my-file.avoid'),
    mode: (code) => word('my-file.travel')(code).toLowerCase(),
  }
  return Object.entries(values)
    .flatMap(([name, value]) => {
      const words = speak[name]
      return words && typeof value !== 'number' ? value.map(words) : []
    })
    .join(', ')
}

/** What stands in the way, each with who can mend it. */
export const Blocks = ({ t, blocks }: { t: T; blocks: readonly Block[] }) => (
  <ul class="naast-plain-list">
    {blocks.map((block) => (
      <li key={`${block.code}${block.gate?.kind ?? ''}`}>
        {blockWords(t, block)}. <span class="naast-quiet">{t(`match.mend.${block.mend}`)}</span>
      </li>
    ))}
  </ul>
)

function blockWords(t: T, { code, gate, until }: Block): string {
  if (code === 'gate-missing' || code === 'gate-expired') return gate ? gateReason(t, gate) : code
  const what = t(`match.block.${code}`)
  return until ? t('match.block.until', { what, day: t.longDay(until) }) : what
}

export const Questions = ({ t, questions }: { t: T; questions: readonly Question[] }) =>
  questions.length === 0 ? null : (
    <p class="utrecht-paragraph">
      <strong>{t('match.ask')}:</strong> {questions.map((one) => t(`match.ask.${one}`)).join(' ')}
    </p>
  )
