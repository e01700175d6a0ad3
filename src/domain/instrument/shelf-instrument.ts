import { z } from 'zod'
import { alarmRule, changeRule, scoreRule } from '#domain/instrument/scoring-rules.ts'
import { id, words } from '#domain/programme/provenance.ts'

/** Along which ways it may be asked. `remote`: on her own device. An abuse scale never has it (instruments.md 10.2). */
export const channels = ['staff', 'coordinator', 'paper', 'paper_supervised', 'remote'] as const
export type Channel = (typeof channels)[number]

/** What its holder allows (instruments.md 2). `permission`: of the holder, in writing; `unknown`: nobody read the terms. */
export const licenceClasses = [
  'own',
  'free',
  'free_attribution',
  'free_survey',
  'free_unaltered',
  'cc_by',
  'cc_by_nc_sa',
  'permission',
  'unknown',
] as const

const licence = z.strictObject({
  class: z.enum(licenceClasses),
  /** The line that stands wherever its questions stand. */
  text: z.string().min(1).max(600),
  /** Was the permission itself read, or is it only said to be so? */
  evidence: z.enum(['own', 'opened', 'background', 'uncertain']),
  /** May its texts come along with Naast? Otherwise they are loaded by who holds a licence. */
  embed: z.boolean(),
})

const choice = z.strictObject({
  /** As it is kept, and never anything else: what it counts for is worked out from it. */
  value: z.int().min(0).max(1000),
  /** What it counts for in a score. */
  counts: z.int().min(-1000).max(1000),
  /** In the instrument's language; `null` where the text isn't ours to give. */
  label: z.string().min(1).max(300).nullable(),
  /** LOINC, where one was read; never guessed. */
  code: z.string().optional(),
})

const item = z.strictObject({
  id,
  text: z.string().min(1).max(600).nullable(),
  /** `draft`: a translation that nobody validated. `to_confirm`: to be held against the makers' own file. */
  wording: z.enum(['published', 'draft', 'to_confirm', 'none']),
  choices: z.array(choice).min(2).max(20),
  code: z.string().optional(),
})

const shape = z.strictObject({
  /** With its language: `k10-nl`. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.string().regex(/^\d+(\.\d+)*$/),
  /** Of its texts; `null` where it has none. */
  language: z.string().min(2).max(8).nullable(),
  title: words,
  about: words,
  licence,
  channels: z.array(z.enum(channels)).min(1),
  /** On paper or a screen only with a worker beside her, and on no device of hers. */
  neverRemote: z.boolean(),
  /** Only where nobody else hears it, and that is asked first. */
  alone: z.boolean(),
  /** Only while somebody can be reached at once. */
  onCall: z.boolean(),
  /** Its makers mean it for groups: nothing is said of one woman. */
  groupsOnly: z.boolean(),
  /** What stands above the questions. */
  stem: z.string().min(1).max(600).nullable(),
  items: z.array(item).min(1).max(60),
  scores: z.array(scoreRule).min(1),
  alarms: z.array(alarmRule),
  change: changeRule.optional(),
})

/** A questionnaire as it stands on the shelf: its questions, what may be done with them, and how answers count. */
export const shelfInstrument = shape.superRefine((one, context) => {
  const problem = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  const known = new Set(one.items.map((each) => each.id))
  const scores = new Set(one.scores.map((each) => each.id))
  if (known.size < one.items.length) problem('items', 'an id of its own for each')
  if (scores.size < one.scores.length) problem('scores', 'an id of its own for each')
  if (one.scores.some(({ items }) => items.some((each) => !known.has(each))))
    problem('scores', 'its own items')
  if (one.neverRemote && one.channels.includes('remote')) problem('channels', 'not remote')
  if (one.onCall && one.channels.includes('remote'))
    problem('channels', 'not remote, as somebody must be on call')
  if (!one.licence.embed && one.items.some(({ text, choices }) => text ?? choices.find(({ label }) => label)))
    problem('items', 'no text, as its holder does not allow it')
  if (one.change && !scores.has(one.change.score)) problem('change', 'one of its scores')
  for (const { of } of one.alarms)
    if (of !== 'any' && !('item' in of ? known.has(of.item) : scores.has(of.score)))
      problem('alarms', 'an item or a score of its own')
})
export type ShelfInstrument = z.output<typeof shelfInstrument>
export type ShelfItem = ShelfInstrument['items'][number]
