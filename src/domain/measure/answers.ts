import type { Instrument, InstrumentItem } from '#domain/programme/measuring.ts'

/** How the answers were given; it colours them, so it is kept with them (instruments.md 10.7). */
export const measureModes = [
  'together',
  'alone',
  'interpreter',
  'by_phone',
  'on_paper',
  'own_device',
] as const

/** What staff can say of it: that it came from her own device is known, and never said. */
export const staffModes = ['together', 'alone', 'interpreter', 'by_phone', 'on_paper'] as const

/** Why there are no answers. Never asked for again by a machine. */
export const declineReasons = [
  'rather_not',
  'no_consent',
  'not_reached',
  'not_safe',
  'no_language',
  'no_moment',
  'forgotten',
  'not_fitting',
  'other',
] as const

/** The name of one question in a form. */
export const fieldOf = (instrument: Pick<Instrument, 'id'>, item: Pick<InstrumentItem, 'id'>): string =>
  `${instrument.id}.${item.id}`

export interface Read {
  /** By item: what she chose or said; `null` where she would rather not. */
  readonly answers: Readonly<Record<string, string | null>>
  /** By item that counts: its number; no text of hers. */
  readonly scores: Readonly<Record<string, number>>
}

const longestText = 2000

/**
 * Reads what came back for one instrument. Every question may be left open. Gives the fields that can't be right
 * instead: a number off the ladder, a choice that isn't there, a text that is too long.
 */
export function readAnswers(
  instrument: Instrument,
  given: Readonly<Record<string, string>>,
): Read | { readonly wrong: Readonly<Record<string, string>> } {
  const answers: Record<string, string | null> = {}
  const scores: Record<string, number> = {}
  const wrong: Record<string, string> = {}
  for (const item of instrument.items) {
    const name = fieldOf(instrument, item)
    const text = given[name]?.trim() || null
    answers[item.id] = text
    if (text === null) continue
    const score = scoreOf(item, text)
    if (score === 'wrong') wrong[name] = item.kind === 'text' ? 'too-long' : 'choose-one'
    else if (score !== null) scores[item.id] = score
  }
  return Object.keys(wrong).length > 0 ? { wrong } : { answers, scores }
}

function scoreOf(item: InstrumentItem, text: string): number | null | 'wrong' {
  if (item.kind === 'text') return text.length <= longestText ? null : 'wrong'
  if (item.kind === 'choice') {
    const option = item.options.find(({ id }) => id === text)
    return option ? option.score : 'wrong'
  }
  const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
  return number >= item.min && number <= item.max ? number : 'wrong'
}
