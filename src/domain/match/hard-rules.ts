import { atHome } from '#domain/match/criteria/home-fit.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'
import type { HardCriterion, ProgrammeDefinition } from '#domain/programme/definition.ts'

/** What a person must ask because nobody wrote it down. */
export type Question =
  | 'street-unknown'
  | 'place-unknown'
  | 'language-unknown'
  | 'interpreter-needed'
  | 'home-unknown'
  | 'by-phone-now'
  | 'known-to-her-network'

/** `apart`: forbidden, and nobody may learn by which rule. */
type HardVerdict = 'allowed' | 'forbidden' | 'apart' | Question
type HardRule = (woman: WaitingWoman, worker: Candidate, definition: ProgrammeDefinition) => HardVerdict

/** Forbidden by where they live, which is said only where nobody hides. */
const near = ({ home }: WaitingWoman, { home: theirs }: Candidate): HardVerdict =>
  home.secret || theirs.secret ? 'apart' : 'forbidden'

export const hardRules: Record<HardCriterion, HardRule> = {
  shared_language: ({ languages, interpreter }, worker, { matching }) => {
    if (languages.length === 0 || worker.languages.length === 0) return 'language-unknown'
    if (languages.some((code) => worker.languages.includes(code))) return 'allowed'
    return interpreter && matching?.interpreterCounts?.value ? 'interpreter-needed' : 'forbidden'
  },
  not_same_street: (woman, worker) => {
    const [home, theirs] = [woman.home.secret ?? woman.home, worker.home.secret ?? worker.home]
    if (home.street !== null && home.street === theirs.street) return near(woman, worker)
    // Another district is another street.
    if (home.area !== null && theirs.area !== null && home.area !== theirs.area) return 'allowed'
    return home.street === null || theirs.street === null ? 'street-unknown' : 'allowed'
  },
  // A whole city is no reason; a village is, because there everyone knows whose door she came from.
  not_same_place: (woman, worker) => {
    const [{ spot }, { spot: theirs }] = [woman.home.secret ?? woman.home, worker.home.secret ?? worker.home]
    if (!spot || !theirs) return 'place-unknown'
    return spot.small && spot.place === theirs.place ? near(woman, worker) : 'allowed'
  },
  not_known_to_her_network: () => 'known-to-her-network',
  home_fit: (woman, worker) => {
    const found = atHome(woman, worker)
    if (found.there.length > 0) return 'forbidden'
    return found.unknown.length > 0 ? 'home-unknown' : 'allowed'
  },
}
