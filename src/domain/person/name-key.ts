import { toLatin } from '#domain/person/transliterate.ts'

/**
 * Words that stand before a family name and are left out as often as not: Dutch, German, Arabic, Romance.
 */
const particles = new Set(
  'van de den der het t ten ter te op in von zu el al ul ur bin bint ibn ben bou abu umm ait ould di da do dos du la le les'.split(
    ' ',
  ),
)
/** An article written onto the name: Elkhatib, Alhassan. Only before a consonant, with a name's length behind it. */
const gluedArticle = /^[ae]l(?=[bcdfghjkmnqrstvwxz][a-z]{4,}$)/

/** A name's words in plain small letters, without particles unless nothing else is left. At most eight. */
export function nameWords(name: string): string[] {
  const words = toLatin(name)
    .replace(/['`´]/g, '')
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
  const carrying = words.filter((word) => !particles.has(word))
  return (carrying.length > 0 ? carrying : words).slice(0, 8).map((word) => word.slice(0, 40))
}

/**
 * How a word is roughly spelled once the commonest spelling choices are undone (ij and y, ou and oe, ph and f,
 * doubled letters …). Misspellings are measured on this form.
 */
export function spelling(word: string): string {
  let text = word.replace(gluedArticle, '')
  for (const [from, to] of spellings) text = text.replace(from, to)
  return text
}
const spellings: readonly (readonly [RegExp, string])[] = [
  [/ij|ei|ey|ie|y/g, 'i'],
  [/ou|oe/g, 'u'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/dzj|dzh|dj/g, 'j'],
  [/sch|sh|sz|sj|z/g, 's'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ck|q|c(?=[aouklrtn])/g, 'k'],
  [/[vw]/g, 'f'],
  [/(.)\1+/g, '$1'],
  [/(?<=.)h$/, ''],
]

/**
 * How a word may sound, as one or two keys of consonant classes; two words sound alike if they share one. Vowels
 * count only at the start. One letter is read in two ways because names carry their own spelling with them: `ch`,
 * `j` and `c` as a Dutch or Polish reader says them (Michał, Jusra, Carla), and as a French, English or Turkish
 * one does (Aïcha, Jamila, Cemile).
 */
export function soundKeys(word: string): readonly string[] {
  const text = word.replace(gluedArticle, '')
  const northern = key(text, northernLetters)
  const southern = key(text, southernLetters)
  return northern === southern ? [northern] : [northern, southern]
}

type Rules = readonly (readonly [RegExp, string])[]
const northernLetters: Rules = [
  [/ij/g, 'i'],
  [/rz/g, 'S'],
  [/ch/g, 'H'],
  [/c(?=[eiy])/g, 'S'],
  [/^j/, 'Y'],
  [/(?<=.)j/g, ''],
]
const southernLetters: Rules = [
  [/ch/g, 'S'],
  [/j/g, 'J'],
  [/c(?!k)/g, 'J'],
]
const before: Rules = [
  [/szcz|shch|tsch|tsj|tch|sch|dsz|cz|ts|sz|sh|sj|zh/g, 'S'],
  [/dzj|dzh|dj|dz/g, 'J'],
  [/kh/g, 'H'],
  [/gh/g, 'G'],
  [/ph/g, 'F'],
  [/[td]h/g, 'T'],
  [/x/g, 'KS'],
]
const after: Rules = [
  [/[ckq]/g, 'K'],
  [/[td]/g, 'T'],
  [/[sz]/g, 'S'],
  [/^ou(?=[aeiou])/, 'F'],
  [/[fvw]/g, 'F'],
  [/[pb]/g, 'P'],
  [/g/g, 'G'],
  [/^y/, 'Y'],
  [/h$/, ''],
  [/^[aeiou]+/, 'A'],
  [/[aeiouy]/g, '.'],
  [/([A-Zlrmnh])\1+/g, '$1'],
  [/\./g, ''],
]
function key(word: string, reading: Rules): string {
  let text = word
  for (const [from, to] of [...before, ...reading, ...after]) text = text.replace(from, to)
  return text.toUpperCase()
}
