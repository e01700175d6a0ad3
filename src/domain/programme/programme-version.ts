import { isSecondPerson } from '#domain/member/second-person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** A version of a programme that an organisation makes itself, from the first draft to the day it counts. */
export const versionStates = ['draft', 'review', 'published', 'withdrawn'] as const
export type VersionState = (typeof versionStates)[number]
export const versionSteps = ['change', 'submit', 'send-back', 'publish', 'withdraw'] as const
export type VersionStep = (typeof versionSteps)[number]

/** From which states each step goes, and where to. What is published stays as it is: a change is a new version. */
const table = {
  change: { from: ['draft'], to: 'draft' },
  submit: { from: ['draft'], to: 'review' },
  'send-back': { from: ['review'], to: 'draft' },
  publish: { from: ['review'], to: 'published' },
  withdraw: { from: ['draft', 'review'], to: 'withdrawn' },
} as const satisfies Record<VersionStep, { from: readonly VersionState[]; to: VersionState }>

export function stepVersion(
  state: VersionState,
  step: VersionStep,
): VersionState | Refusal<'version-not-from-this-state'> {
  const from: readonly VersionState[] = table[step].from
  return from.includes(state) ? table[step].to : refuse('version-not-from-this-state')
}

/**
 * Four eyes: who made a version or changed something in it doesn't approve it. `hands` are all of them.
 */
export const mayDecide = (
  memberId: string,
  hands: readonly (string | null)[],
): true | Refusal<'own-version'> => (isSecondPerson(memberId, hands) ? true : refuse('own-version'))

const numbers = (version: string): readonly number[] => version.split('.').map(Number)

/** Which of two versions is the newer: below 0 if `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)]
  const at = left.findIndex((number, place) => number !== right[place])
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

export const newestVersion = (versions: readonly string[]): string | null =>
  versions.toSorted(compareVersions).at(-1) ?? null

/** The version a next one gets: a step in the middle number beyond all that exist. */
export function nextVersion(versions: readonly string[]): string {
  const newest = newestVersion(versions)
  if (newest === null) return '1.0.0'
  const [major = 1, minor = 0] = numbers(newest)
  return minor < 999 ? `${major}.${minor + 1}.0` : `${major + 1}.0.0`
}
