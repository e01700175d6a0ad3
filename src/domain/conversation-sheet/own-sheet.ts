import type { SheetContent, SheetLanguage, SheetText } from '#domain/conversation-sheet/conversation-sheet.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** Who writes an organisation's own sheets and takes in those of others; everybody who works with women reads them. */
export const ownSheetPolicy = {
  write: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager'),
} as const

/** One version of a sheet: written at until it is published, and never changed after that. */
export const sheetVersionStates = ['draft', 'published'] as const
export type SheetVersionState = (typeof sheetVersionStates)[number]

export interface SheetVersion {
  readonly number: number
  readonly state: SheetVersionState
}

/** The one that is used: the last that was published. */
export const liveVersion = <Version extends SheetVersion>(versions: readonly Version[]): Version | null =>
  versions
    .filter(({ state }) => state === 'published')
    .reduce<Version | null>((last, one) => (last && last.number > one.number ? last : one), null)

/** Where a change is written: in the draft there is, or in a new one after the last version. */
export const draftNumber = (versions: readonly SheetVersion[]): number =>
  versions.find(({ state }) => state === 'draft')?.number ??
  Math.max(0, ...versions.map(({ number }) => number)) + 1

/** May this version be published? Only a draft, with something in it that can be read. */
export function mayPublish(
  version: SheetVersion,
  content: SheetContent,
): true | Refusal<'sheet-published-already' | 'sheet-empty'> {
  if (version.state !== 'draft') return refuse('sheet-published-already')
  return Object.keys(content.texts).length > 0 ? true : refuse('sheet-empty')
}

/** Somebody else's material, for an organisation that may use it until a day. */
export interface SheetLicence {
  readonly from: Day
  /** The last day on which it may be used. */
  readonly until: Day
}
export const isHeld = (licence: SheetLicence | null, today: Day): boolean =>
  licence === null || !(isBefore(today, licence.from) || isBefore(licence.until, today))

/** The content with one language written anew, or taken out; who still has to read it goes with it. */
export function withLanguage(
  content: SheetContent,
  language: SheetLanguage,
  text: SheetText | null,
  awaits: string | null,
): SheetContent {
  const texts = { ...content.texts }
  const waiting = { ...content.awaits }
  delete texts[language]
  delete waiting[language]
  if (text) texts[language] = text
  if (text && awaits) waiting[language] = awaits
  return { ...content, texts, awaits: waiting }
}

/** Parts of a sheet that are told apart when two versions are compared. */
export const sheetParts = ['title', 'text', 'openings', 'watchFor', 'help'] as const
export type SheetPart = (typeof sheetParts)[number]
export interface Difference {
  readonly language: SheetLanguage
  readonly part: SheetPart
  readonly gone: readonly string[]
  readonly come: readonly string[]
}

/** What one version says and the other doesn't, line by line, by language and part. */
export function differences(before: SheetContent, after: SheetContent): Difference[] {
  const languages = [
    ...new Set([...Object.keys(before.texts), ...Object.keys(after.texts)]),
  ] as SheetLanguage[]
  return languages.flatMap((language) =>
    sheetParts.flatMap((part) => {
      const [was, is] = [linesOf(before.texts[language], part), linesOf(after.texts[language], part)]
      const [gone, come] = [was.filter((one) => !is.includes(one)), is.filter((one) => !was.includes(one))]
      return gone.length + come.length > 0 ? [{ language, part, gone, come }] : []
    }),
  )
}
const linesOf = (text: SheetText | undefined, part: SheetPart): readonly string[] =>
  text === undefined ? [] : part === 'title' ? [text.title] : text[part]
