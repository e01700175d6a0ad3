import type { ProgrammeDefinitionInput } from '#domain/programme/definition.ts'

type Gate = ProgrammeDefinitionInput['worker']['gates'][number]
type Shown = NonNullable<ProgrammeDefinitionInput['matching']>['soft'][number]

/**
 * No method's text asks for references or a course on the meldcode; a good many organisations do. They can be kept, and
 * nobody waits for them until the owner of the programme says so.
 */
export const alsoKept: readonly Gate[] = [
  {
    kind: 'references',
    label: { nl: 'referenties gevraagd', en: 'references asked' },
    required: false,
    prov: 'to_confirm',
  },
  {
    kind: 'meldcode_course',
    label: { nl: 'cursus meldcode gevolgd', en: 'course on the meldcode done' },
    required: false,
    prov: 'to_confirm',
  },
]

/** What two may want to know of each other and no text gives weight to: it is shown, and moves nobody up or down. */
export const alsoShown: readonly Shown[] = [
  { criterion: 'reading', weight: 0, prov: 'to_confirm' },
  { criterion: 'child_age', weight: 0, prov: 'to_confirm' },
  { criterion: 'home_fit', weight: 0, prov: 'to_confirm' },
]

/**
 * What women weigh together for one worker, over all programmes in which she stands beside somebody. Nobody's text has
 * it; ours says that a programme of the gravest class weighs as three of the lightest.
 */
export const pointsBySafety = { low_medium: 1, high: 2, very_high: 3 }
