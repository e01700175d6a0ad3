import type { Host } from '#pages/page.ts'
import { capital } from '#pages/words/capital.ts'
import type { T } from '#pages/words/words.ts'

/** All who stand beside somebody here, as the programmes call them; where they don't agree, a word that fits all. */
export const workersTitle = (t: T, workers: Host['workers']): string => {
  const words = workers?.[t.language]
  return words ? capital(words) : t('worker.title')
}
