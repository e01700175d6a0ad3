import { z } from 'zod'
import { id, param, sourced, words } from '#domain/programme/provenance.ts'

/** What a programme does over time beside its contacts: reviews, materials, care beside it, what comes after. */
const days = z.number().int().min(1).max(3660)
const months = z.number().int().min(0).max(240)
const expression = z.string().trim().min(1).max(500)

/** Why it may last longer than the end rule says; the reason is kept with the trajectory. */
export const extension = z.strictObject({
  reasons: z.array(z.strictObject({ id, label: words, ...sourced })).min(1),
  /** So many months beyond the end at most; without it there is no most. */
  mostMonths: param(z.number().int().min(1).max(120)).optional(),
  ...sourced,
})

/** Something that has to be looked at again and again: the plan, the grid of adversities, the trajectory as a whole. */
export const review = z.strictObject({
  id,
  label: words,
  everyDays: param(days),
  owner: z.enum(['worker', 'coordinator', 'manager', 'safeguarding_lead']),
  ...sourced,
})

/**
 * When a phase begins and ends if it isn't counted in visits, over what time moves: the child's age, the weeks of
 * pregnancy, the weeks since the start. Phases may overlap; a phase without rules begins when a person says so.
 */
export const phaseRules = {
  startsWhen: expression.optional(),
  endsWhen: expression.optional(),
  /** Phases that must have begun before this one may. */
  after: z.array(id).max(10).optional(),
  /** Somebody asks why once it has lasted this long. */
  reviewAfterDays: param(days).optional(),
} as const

export const materialKinds = ['talk_sheets', 'picture_stories', 'diary', 'leaflet', 'manual', 'form'] as const
/** Which material is for now. What is chosen by pregnancy or child stops at once if the child is lost. */
export const materialSelector = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('pregnancy_weeks'),
    from: z.number().int().min(0).max(42),
    until: z.number().int().min(1).max(43),
  }),
  z.strictObject({ by: z.literal('child_months'), from: months, until: months.nullable() }),
  z.strictObject({ by: z.literal('phase'), phase: id }),
  z.strictObject({ by: z.literal('always') }),
])
export const material = z.strictObject({
  id,
  kind: z.enum(materialKinds),
  label: words,
  /** `owner`: the texts belong to the method's owner and are not in Naast; it says when which one is used. */
  licence: z.enum(['own', 'owner']),
  select: materialSelector,
  /** Which conversation sheets of Naast's own these are; what is there to be read comes with Naast. */
  library: id.optional(),
  /** A new page of it every so many days, e.g. a diary kept weekly. */
  everyDays: param(days).optional(),
  /** It is waited for from the day on which this phase began; without a phase it is waited for as soon as it fits. */
  fromPhase: id.optional(),
  /** How many pieces it has, as its source says. */
  pieces: param(z.number().int().min(1).max(1000)).optional(),
  ...sourced,
})
export type Material = z.output<typeof material>

export const parallelCare = z.strictObject({
  type: id,
  label: words,
  required: param(z.boolean()),
  /** The part of the trajectory for which it is required or expected. */
  during: z.enum(['whole', 'pregnancy', 'after_birth']).default('whole'),
  /** Somebody's name has to be known, not only that there is someone. */
  named: z.boolean().default(false),
  checkEveryDays: param(days).optional(),
})
export type ParallelCare = z.output<typeof parallelCare>

/** A word with her after the end, if she wants that. */
export const followUp = z.strictObject({
  id,
  label: words,
  monthsAfterEnd: param(z.number().int().min(1).max(60)),
  optional: z.boolean(),
  ...sourced,
})

/** Who pays. A funder gets numbers about many women together, and nothing about one. */
export const funder = z.strictObject({
  id,
  label: words,
  kind: z.enum(['municipality', 'insurer', 'foundation', 'government']),
  gets: z.literal('aggregates'),
  ...sourced,
})

/** How long what is written is kept, and from when that counts. */
export const retention = z.strictObject({
  years: param(z.number().int().min(1).max(100)),
  from: param(z.enum(['last_change', 'each_item', 'end'])),
})

/**
 * Adversities over life domains: for each domain a fact asks how many there are. From the answers Naast counts
 * `adversityCount` and `lifeDomainsAffected`, as far as the answers decide.
 */
export const adversityGrid = z.strictObject({
  domains: z
    .array(
      z.strictObject({
        fact: z.string().min(1).max(60),
        label: words,
        /** It speaks of a child: after a loss it is left out. */
        ofChild: z.boolean().optional(),
        /** It tells of violence: nothing of it goes to anybody outside with a report. */
        staysHere: z.boolean().optional(),
        /** What it is called after a loss, where its name speaks of a pregnancy. */
        quietLabel: words.optional(),
      }),
    )
    .min(2)
    .max(20),
  /** The review that says how often it is filled in anew. */
  review: id.optional(),
  ...sourced,
})

/**
 * She and her worker draw who is around her to lean on, as she sees it; and she is asked on how many she can rely, at
 * these moments of measuring and whenever she likes.
 */
export const supportCircle = z.strictObject({
  askAt: param(z.array(z.string().regex(/^T\d$/, 'a moment like T0')).max(10)),
  /** Her partner may take part in contacts, if she wants that; never in the highest safety class, nor after a sign of danger. */
  partnerTakesPart: param(z.boolean()),
  /** And only while this is so, over what the programme asks about her. What isn't known is not so. */
  partnerWhen: expression.optional(),
  ...sourced,
})

/** She works with a plan of action here: goals in her words, and what is done for them by whom. */
export const actionPlan = z.strictObject({
  /** The review that says how often it is looked at. */
  review: id,
  /** Somebody who had no part in it approves it, and approves that it is closed. */
  approval: param(z.boolean()),
  ...sourced,
})
