/**
 * A person's own data as she gets it: once to be read, on paper, and once for another system (AVG art. 20). Sections and
 * fields are codes with words on the page; what people wrote in their own words stands apart, looked through by hand.
 */
export const copySections = [
  'about',
  'referrals',
  'trajectories',
  'visits',
  'questions',
  'consents',
  'worker',
  'steps',
  'seen',
  'account',
  'sent',
] as const
export type CopySection = (typeof copySections)[number]

export type CopyRow = Readonly<Record<string, string | number | null>>
export interface CopyData {
  readonly form: 'naast-copy-1'
  readonly madeOn: string
  readonly sections: readonly { readonly section: CopySection; readonly rows: readonly CopyRow[] }[]
}

/** Something that was written about her, or by her, for a human to look through. */
export const wordKinds = [
  'visit',
  'next',
  'goal',
  'action',
  'review',
  'closing',
  'referral',
  'application',
  'avoidance',
] as const
export interface CopyWords {
  readonly kind: (typeof wordKinds)[number]
  /** Which visit. */
  readonly number: number | null
  readonly text: string
}
/** Those of these texts in which something stands, as words of this kind. */
export const wordsAs = (
  kind: CopyWords['kind'],
  texts: readonly (string | null | undefined)[],
): CopyWords[] => texts.flatMap((text) => (text ? [{ kind, number: null, text }] : []))

/** Sections in which something stands, and no field that is empty: what isn't there is nobody's to wonder about. */
export const copyData = (
  madeOn: string,
  sections: readonly (readonly [CopySection, readonly CopyRow[]])[],
): CopyData => ({
  form: 'naast-copy-1',
  madeOn,
  sections: sections
    .map(([section, rows]) => ({
      section,
      rows: rows.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== '')),
      ),
    }))
    .filter(({ rows }) => rows.some((row) => Object.keys(row).length > 0)),
})
