import { definitionShape } from '#domain/programme/definition-shape.ts'

/** The builder's pages: which parts of a definition stand together on one. Every part of a definition stands on one. */
export const builderParts = {
  general: [
    'label',
    'variantLabel',
    'summary',
    'owner',
    'terms',
    'shape',
    'sources',
    'funders',
    'retentionPolicyId',
    'retention',
    'bsnAllowed',
  ],
  eligibility: ['facts', 'adversityGrid', 'eligibility'],
  referral: ['referral'],
  consents: ['consents'],
  safety: ['safety'],
  worker: ['worker', 'workerSessions'],
  matching: ['matching'],
  phases: ['phases', 'reviews', 'plan'],
  contacts: ['contacts', 'group', 'parallelCare', 'circle', 'arrangements', 'consultations'],
  measures: ['measures', 'instruments', 'primaryOutcome', 'outcomes'],
  'talk-sheets': ['talkSheets', 'materials'],
  fidelity: ['fidelity'],
  closing: ['endRule', 'extension', 'completion', 'closureReasons', 'followUp'],
} as const satisfies Record<string, readonly string[]>
export type BuilderPart = keyof typeof builderParts

export const isBuilderPart = (text: string): text is BuilderPart => Object.hasOwn(builderParts, text)

/** What a version is called and what it varies is settled when it is begun. */
export const settledFields: readonly string[] = ['id', 'version', 'variantOf']

export const partOf = (field: string): BuilderPart | null =>
  (Object.keys(builderParts) as BuilderPart[]).find((part) =>
    (builderParts[part] as readonly string[]).includes(field),
  ) ?? null

/** Fields of a definition that no page shows; a test keeps this empty. */
export const forgottenFields = (): string[] =>
  [...definitionShape.fields.keys()].filter(
    (field) => !settledFields.includes(field) && partOf(field) === null,
  )
