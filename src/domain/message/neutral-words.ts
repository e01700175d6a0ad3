/**
 * Words that may not stand in a message to a mother: whoever picks up her phone may not learn from it that she gets
 * help, from whom, or about what (security design 3.9). `parts` count anywhere in a word (compounds), `whole` only
 * as a word of its own. A word too many only means that a person calls instead; a word too few may hurt her.
 */
const parts = {
  nl: [
    ...['begeleid', 'bevalling', 'consultatie', 'geweld', 'hulp', 'help', 'huisbezoek', 'kinder', 'kindje'],
    ...['maatschappelijk', 'mishandel', 'moeder', 'opvang', 'organisatie', 'partner', 'politie', 'programma'],
    ...['slachtoffer', 'stichting', 'steun', 'traject', 'vereniging', 'verloskund', 'verwijz', 'verwezen'],
    ...['veilig', 'vertrouwelijk', 'vrijwillig', 'zorg', 'zwanger'],
  ],
  en: [
    ...['abuse', 'abusive', 'charity', 'child', 'confidential', 'foundation', 'help', 'maternity', 'midwife'],
    ...['mother', 'organisation', 'organization', 'partner', 'police', 'pregnan', 'program', 'referral'],
    ...['referred', 'safe', 'shelter', 'social worker', 'support', 'victim', 'violen', 'volunteer'],
  ],
} as const
const shared = ['baby', 'babies', 'coach', 'mentor', 'intake'] as const
/**
 * Only in a message: what tells of her family, of the law or of trouble. On a card that she carries, and wrote herself,
 * her parents may stand.
 */
const inMessages = {
  nl: [
    ...['aangifte', 'advocaat', 'blijfgroep', 'blijfvanmijn', 'borstvoed', 'crisis', 'dochter', 'jeugd'],
    ...['kleuter', 'opvoed', 'ouder', 'peuter', 'psycholo', 'rechtbank', 'scheiding', 'therap', 'wijkteam'],
    'zuigeling',
  ],
  en: [
    ...['counsel', 'crisis', 'daughter', 'divorce', 'domestic', 'infant', 'lawyer', 'newborn', 'nursery'],
    ...['parent', 'protect', 'psycholo', 'refuge', 'therap', 'toddler', 'welfare'],
  ],
} as const
const whole = {
  nl: ['kind', 'kinds', 'kraam', 'mama', 'mam', 'man', 'ex'],
  en: ['kid', 'kids', 'mom', 'mum', 'mums', 'birth', 'husband', 'ex'],
} as const

export type NeutralLanguage = keyof typeof parts
export const neutralLanguages = Object.keys(parts) as NeutralLanguage[]
/** Is there a list of words for this language? Without one nobody knows what a text gives away. */
export const isNeutralLanguage = (language: string): language is NeutralLanguage =>
  neutralLanguages.some((one) => one === language)

/** Letters that are no other letter with a mark, and are written as one all the same. */
const sameLetters: Record<string, string> = { ı: 'i', ß: 'ss', ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe' }

/** Small letters, without accents, invisible characters, or marks put between letters to slip through. */
export const plainText = (text: string): string =>
  // Most of what there is to read is plain already.
  (/^[ -~\s]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/[\p{M}\p{Cf}]/gu, '')
        .toLowerCase()
        .replace(/[ıßłøđæœ]/g, (letter) => sameLetters[letter] ?? letter)
  ).replace(/(?<=\p{L})[.\-_*·'’](?=\p{L})/gu, '')

const anywhere = [...neutralLanguages.flatMap((language) => parts[language]), ...shared]
const alone = neutralLanguages.flatMap((language) => whole[language])

/** The first forbidden word in a message to her, or `null`. */
export function forbiddenInMessage(text: string): string | null {
  const plain = plainText(text)
  return forbiddenIn(plain) ?? everyInMessages.find((part) => plain.includes(part)) ?? null
}
const everyInMessages = neutralLanguages.flatMap((language) => inMessages[language])

/**
 * The first forbidden word in the text, or `null`. In any of the languages: whoever looks over her shoulder reads
 * Dutch too when the message is in English.
 */
export const forbiddenWord = (text: string): string | null => forbiddenIn(plainText(text))

function forbiddenIn(plain: string): string | null {
  const words = new Set(plain.split(/[^\p{L}\p{N}]+/u))
  return anywhere.find((part) => plain.includes(part)) ?? alone.find((word) => words.has(word)) ?? null
}

const bitsOf = (text: string): string[] =>
  plainText(text)
    .split(/[^\p{L}\p{N}@+]+/u)
    .filter(Boolean)
const shortest = 2
const shortestHidden = 6

/** `+31612345678` as it is found in `06-12345678` too: its last eight digits. */
const withoutCountry = (text: string): string => (/^\+\d{8,}$/.test(text) ? text.slice(-8) : text)

/**
 * True if one of these names, or a part of one that stands out, can be read in the text, also written without its
 * spaces. Words of `fixed`, which stand in every such message, tell nothing: "meer" is a word, and a family.
 */
export function mentions(text: string, names: readonly string[], fixed = ''): boolean {
  const harmless = new Set(bitsOf(fixed))
  const words = bitsOf(text).filter((word) => !harmless.has(word))
  const joined = words.join('')
  const known = new Set(words)
  return readNames(names).some(
    ({ bits, whole }) =>
      bits.some((bit) => known.has(bit)) || (whole.length >= shortestHidden && joined.includes(whole)),
  )
}

/** Names are read once for each list of them, and forgotten with it. */
const read = new WeakMap<readonly string[], readonly { bits: readonly string[]; whole: string }[]>()
function readNames(names: readonly string[]) {
  const known = read.get(names)
  if (known) return known
  const all = names.map((name) => {
    const bits = bitsOf(name)
    return { bits: bits.filter((bit) => bit.length >= shortest), whole: withoutCountry(bits.join('')) }
  })
  read.set(names, all)
  return all
}
