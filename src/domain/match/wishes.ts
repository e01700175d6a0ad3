import { z } from 'zod'
import { type Avoided, avoided, languageList, some } from '#domain/worker/own-file.ts'
import { emptyProfile, knownProfile, type Profile, profileInput } from '#domain/worker/profile.ts'

/**
 * What a woman hopes for in the one who will stand beside her, and what is good to know before somebody comes. All of
 * it is sealed, may stay empty and is erased with her.
 */
export const wishInput = profileInput.extend({
  /** Languages she reads herself. */
  reads: languageList.default([]),
  /** What there is at her home, and what surely not; what is in neither isn't known. */
  homeHas: some(avoided),
  homeHasNot: some(avoided),
})
export type Wishes = z.output<typeof wishInput>
/** What is held against a worker; what wasn't asked may be left out. */
export type Hopes = Profile & Partial<Wishes>
export const emptyWishes: Wishes = { ...emptyProfile, reads: [], homeHas: [], homeHasNot: [] }

/** What was kept, without codes that a later version no longer knows. */
export function knownWishes(kept: Partial<Record<keyof Wishes, unknown>>): Wishes {
  const list = (value: unknown): string[] => z.array(z.string()).catch([]).parse(value)
  const home = (value: unknown): Avoided[] => avoided.filter((one) => list(value).includes(one))
  return {
    ...knownProfile({
      backgrounds: list(kept.backgrounds),
      interests: list(kept.interests),
      childSituations: list(kept.childSituations),
      availability: list(kept.availability),
    }),
    reads: languageList.catch([]).parse(kept.reads),
    homeHas: home(kept.homeHas),
    homeHasNot: home(kept.homeHasNot),
  }
}
