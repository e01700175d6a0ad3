/**
 * An id made of words, as definitions write them: `Vaders in Feijenoord` → `vaders-in-feijenoord`. One that is taken
 * gets a number behind it. Ids stand in addresses and rows, and are never changed afterwards.
 */
export function newIdFrom(words: string, taken: ReadonlySet<string>): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
  const stem = plain === '' ? 'programme' : plain
  let made = stem
  for (let at = 2; taken.has(made); at += 1) made = `${stem}-${at}`
  return made
}

/** The same for a fact, which is written together: `kent-de-weg` → `kentDeWeg`. */
export const factNameFrom = (words: string, taken: ReadonlySet<string>): string => {
  const stem = newIdFrom(words, new Set()).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  let made = stem
  for (let at = 2; taken.has(made); at += 1) made = `${stem}${at}`
  return made
}
