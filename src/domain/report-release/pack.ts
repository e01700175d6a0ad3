import type { SafeAverage } from '#domain/disclosure/average.ts'
import type { SafeTable } from '#domain/disclosure/count-table.ts'
import { canonicalJson } from '#domain/programme/canonical-json.ts'

/** A sentence of the template, by its code: words that somebody typed may name a woman, so there are none. */
export interface PackSentence {
  readonly code: string
  /** Of which table it speaks, if it does. */
  readonly table: string | null
}

/** What leaves, as it is frozen: only what may be told, in codes; words are put to it where it is shown. */
export interface ReleasePack {
  readonly template: { readonly id: string; readonly version: number }
  /** ISO days, both included. */
  readonly period: { readonly from: string; readonly to: string }
  readonly recipient: string
  /** From how many women a count was told. */
  readonly least: number
  readonly tables: readonly SafeTable[]
  readonly averages: readonly SafeAverage[]
  readonly sentences: readonly PackSentence[]
}

/** Of which programme it tells, as a sentence of it; `''`: of all together. */
export const programmeSentences = (programme: string): readonly PackSentence[] =>
  programme === '' ? [] : [{ code: `${ofProgramme}${programme}`, table: null }]
export const programmeIn = ({ sentences }: Pick<ReleasePack, 'sentences'>): string =>
  sentences.find(({ code }) => code.startsWith(ofProgramme))?.code.slice(ofProgramme.length) ?? ''
const ofProgramme = 'programme.'

/** The very letters of which the hash is kept. */
export const writePack = (pack: ReleasePack): string => canonicalJson(pack)
export const readPack = (text: string): ReleasePack => JSON.parse(text)
