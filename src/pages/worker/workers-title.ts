import type { Host } from '#pages/page.ts'
import type { T } from '#pages/words/words.ts'

/** All who stand beside somebody here, as the programmes call them; where they don't agree, a word that fits all. */
export const workersTitle = (t: T, workers: Host['workers']): string => {
  const words = workers?.[t.language]
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : t('worker.title')
}
