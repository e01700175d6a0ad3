import type { Chance } from '#simulation/chance.ts'

/**
 * Words of the proof's own, that stand in no list of the product: names from where women here come from, streets,
 * schools, and sentences in two languages with a blank in them.
 */
export const names = {
  given: [
    ...[
      'Semhar',
      'Aïcha',
      'Yıldız',
      'Oksana',
      'Nasrin',
      'Wioletta',
      'Fenna',
      'Sjoerd',
      'Mehmet',
      'Abdirahman',
      'Noor',
    ],
    ...[
      'Genet',
      'Łukasz',
      'Zeynep',
      'Małgorzata',
      'Tesfalem',
      'Marieke',
      'Anouk',
      'Jean-Pierre',
      'Siobhán',
      'Hao',
    ],
  ],
  family: [
    ...[
      'Gebreyesus',
      'el Khatabi',
      'Yılmazer',
      'Kovalenko',
      'van den Heuvel',
      'Wiśniewska',
      'Hosseini',
      'ten Brinke',
    ],
    ...['O’Connor', 'Dijkstra', 'Ndiaye', 'Öztürkoğlu', 'de Ruyter', 'Mohamud', 'Nguyen', 'al-Hashimi'],
  ],
} as const
export const streets = [
  ...[
    'Zwanenbloemstraat',
    'Burgemeester Knappertlaan',
    'Mathenesserdijk',
    'Oude Haven',
    'Nieuwe Binnenweg',
    'Lange Hilleweg',
  ],
  ...['Spoorsingel', 'Graaf Florisplein', 'Rozenpad', 'Putsebocht', 'Kleine Visserijstraat', 'Korte Kade'],
]
export const schools = [
  'De Klimop',
  'Het Startblok',
  'Prinses Julia',
  'Al-Ghazali',
  'De Wilgenstam',
  'Finlandia',
]

const sentences = {
  nl: [
    'Gisteren vertelde ze dat {} weer langs was geweest.',
    'Wij spraken af dat {} dit weet en dat het zo blijft.',
    'Zij wil dit niet meer horen van {}, zegt ze.',
    'Het ging goed, en {} was er ook bij.',
    'Volgens haar is {} het probleem niet.',
    '– {}: dat staat ook in haar plan.',
  ],
  en: [
    'Yesterday she told me that {} had come by again.',
    'We agreed that {} knows this and that it stays so.',
    'She does not want to hear this from {} any more.',
    'It went well, and {} was there too.',
    'According to her {} is not the problem.',
    '– {}: that is in her plan as well.',
  ],
} as const
const plain = {
  nl: [
    'Zij slaapt beter en eet weer.',
    'Het kind groeit goed.',
    'Wij maakten samen een lijst.',
    'Het was een fijn gesprek.',
  ],
  en: [
    'She sleeps better and eats again.',
    'The child grows well.',
    'We made a list together.',
    'It was a good talk.',
  ],
} as const

const digits = (chance: Chance, count: number) =>
  Array.from({ length: count }, () => chance.between(0, 9)).join('')
const grouped = (chance: Chance, text: string, marks: readonly string[]) => {
  const mark = chance.pick(marks)
  return text.replace(/(\d{2})(?=\d)/g, `$1${mark}`)
}
const months = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'aug',
    'september',
    'okt',
    'november',
    'december',
  ],
  en: [
    'January',
    'Feb',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'Sept',
    'October',
    'November',
    'December',
  ],
} as const

export type Language = keyof typeof sentences
export type Kind =
  | 'known-name'
  | 'name'
  | 'phone'
  | 'email'
  | 'postcode'
  | 'address'
  | 'number'
  | 'date'
  | 'school'
export const kinds: readonly Kind[] = [
  ...(['known-name', 'name', 'phone', 'email', 'postcode', 'address', 'number', 'date', 'school'] as const),
]

/** One thing of this kind, written in one of the ways in which people write it. */
export function write(
  chance: Chance,
  kind: Kind,
  language: Language,
  known: { given: string; family: string },
): string {
  switch (kind) {
    case 'known-name':
      return chance.pick([
        known.given,
        known.given.toLowerCase(),
        known.given.toUpperCase(),
        `${known.given} ${known.family}`,
      ])
    case 'name':
      return chance.pick([
        chance.pick(names.given),
        `${chance.pick(names.given)} ${chance.pick(names.family)}`,
        `${language === 'nl' ? 'mevrouw' : 'Mrs'} ${chance.pick(names.family)}`,
      ])
    case 'phone': {
      const mobile = digits(chance, 8)
      return chance.pick([
        `06${mobile}`,
        `06-${mobile}`,
        `06 ${grouped(chance, mobile, [' ', '-', '.'])}`,
        `+31 6 ${mobile}`,
        `0031-6${mobile}`,
        `(0${10 + chance.between(0, 79)}) ${mobile.slice(0, 3)} ${mobile.slice(3, 7)}`,
      ])
    }
    case 'email':
      return `${chance.pick(['s.g', 'mama_van_3', 'info', 'noor-k'])}${chance.pick(['@', ' (at) ', '[at]'])}${chance.pick(['post', 'mail.thuis'])}.example.${chance.pick(['nl', 'com'])}`
    case 'postcode': {
      const four = `${1 + chance.between(0, 8)}${digits(chance, 3)}`
      return chance.pick([`${four} XB`, `${four}XB`, `${four}xb`, `${four} kz`])
    }
    case 'address':
      return `${chance.pick(streets)} ${1 + chance.between(0, 249)}${chance.pick(['', 'a', ' B', '-2', ' hs'])}`
    case 'number':
      return grouped(chance, `${1 + chance.between(0, 8)}${digits(chance, 8)}`, ['', ' ', '.'])
    case 'date': {
      const [day, month, year] = [
        1 + chance.between(0, 27),
        chance.between(0, 11),
        1975 + chance.between(0, 49),
      ]
      return chance.pick([
        `${day}-${month + 1}-${year}`,
        `${day}/${month + 1}/${String(year).slice(2)}`,
        `${day} ${months[language][month]} ${year}`,
        `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      ])
    }
    case 'school':
      return `${chance.pick(language === 'nl' ? ['basisschool', 'kinderdagverblijf', 'peuterspeelzaal', 'obs'] : ['nursery', 'kindergarten', 'school'])} ${chance.pick(schools)}`
  }
}

export interface Drawn {
  readonly text: string
  readonly known: { readonly given: string; readonly family: string }
  readonly hidden: readonly { readonly kind: Kind; readonly start: number; readonly end: number }[]
}

/** A note in which some things stand, and where. */
export function drawText(chance: Chance): Drawn {
  const language = chance.pick<Language>(['nl', 'en'])
  const known = { given: chance.pick(names.given), family: chance.pick(names.family) }
  const hidden: Drawn['hidden'][number][] = []
  let text = ''
  for (let sentence = 0; sentence < 2 + chance.between(0, 3); sentence += 1) {
    if (text !== '') text += ' '
    if (chance.between(0, 2) === 0) {
      text += chance.pick(plain[language])
      continue
    }
    const kind = chance.pick(kinds)
    const [before = '', after = ''] = chance.pick(sentences[language]).split('{}')
    const written = write(chance, kind, language, known)
    const start = text.length + before.length
    hidden.push({ kind, start, end: start + written.length })
    text += before + written + after
  }
  return { text, known, hidden }
}
