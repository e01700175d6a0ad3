import type { Chance } from '#simulation/chance.ts'

/**
 * What may not be read in a message to a mother, and what may: put together apart from the lists that the product holds
 * messages against, from what a partner who looks over her shoulder would understand.
 */
export const telling = [
  ...[
    'je mentor',
    'de moedergroep',
    'jouw kindje',
    'over je zwangerschap',
    'huiselijk geweld',
    'de hulpverlener',
  ],
  ...['Veilig Thuis', 'een vrijwilligster', 'maatschappelijk werk', 'de vrouwenopvang', 'consultatiebureau'],
  ...[
    'de kraamzorg',
    'je verloskundige',
    'de politie',
    'je aangifte',
    'je ex',
    'slachtofferhulp',
    'je traject',
  ],
  ...[
    'ons programma',
    'de stichting',
    'de baby',
    'steunpunt',
    'opvoeding',
    'ouderschap',
    'jeugdzorg',
    'wijkteam',
  ],
  ...[
    'de intake',
    'je coach',
    'mishandeling',
    'je begeleider',
    'het huisbezoek',
    'je dochter',
    'de psycholoog',
  ],
  ...['your mentor', 'the mothers group', 'your child', 'your pregnancy', 'domestic violence', 'a volunteer'],
  ...[
    'the shelter',
    'social worker',
    'your midwife',
    'the police',
    'victim support',
    'the programme',
    'your baby',
  ],
  ...[
    'the charity',
    'your referral',
    'abusive',
    'parenting',
    'a therapist',
    'your kids',
    'safe at home',
    'need help',
  ],
] as const
export const links = [
  ...[
    'https://naast.example.nl/x',
    'http://a.bc',
    'www.voorbeeld.nl',
    'voorbeeld.nl',
    'app.voorbeeld.nl/a?b=c',
  ],
  ...[
    'mailto:post@example.nl',
    'tel:0612',
    'bit.ly/3abc',
    'voorbeeld。nl',
    'ｗｗｗ.voorbeeld.nl',
    'münchen.de',
  ],
  ...['sms:+316', 'kort.link', 'HTTPS://KORT.NL'],
] as const
export const numbers = [
  ...['06-11223344', '06 11 22 33 44', '0611223344', '+31 6 1122 3344', '0031611223344', '020-123 4567'],
  ...['(010) 123 45 67', '0800-2000', '0900 8844', 'bel 112', '113', '+32 470 12 34 56'],
] as const
export const senders = {
  neutral: [
    ...[
      'bericht@post.example.nl',
      'info@nieuws.example.com',
      'noreply@mail.example.nl',
      '+31610000000',
      '3669',
    ],
    ...['Bericht', 'Info', 'post@x1.example.nl'],
  ],
  telling: [
    ...[
      'info@moeders.example.nl',
      'mentor@post.example.nl',
      'Waterrijk',
      'info@stichting-waterrijk.example.nl',
    ],
    ...[
      'hulp@example.nl',
      'Kindzorg',
      'mim@example.nl',
      'VeiligThuis',
      'baby@post.example.nl',
      'mvr@example.nl',
    ],
    ...['Selam Tesfay <x@example.nl>', 'ouder.kind@example.nl', ''],
  ],
} as const
/** What people add to "until Tuesday" that tells nothing. */
export const harmless = {
  nl: ['', '', ' Tot dan!', ' Neem je boek mee.', ' Op de gewone plek.', ' Ik heb er zin in.', ' Groetjes!'],
  en: ['', '', ' See you then!', ' Bring your book.', ' The usual place.', ' Looking forward.', ' Bye!'],
} as const
export const people = [
  ['Selam', 'Tesfay', 'Roodborstje'],
  ['Ayşe', 'Yılmaz', 'Defne'],
  ['Oksana', 'Kovalchuk', 'Danylo'],
  ['Fatima', 'El Idrissi', 'Nour'],
  ['Małgorzata', 'Wiśniewska', 'Zosia'],
  ['Chantal', 'van der Merwe', 'Jip'],
  ['ሰላም', 'ተስፋይ', 'ኖር'],
  ['Bo', 'Li', 'Ko'],
] as const
export const organisations = ['Stichting Waterrijk', 'Welzijn De Brug', 'Beuk & Berk'] as const
/** Languages for which nobody wrote down which words tell. */
export const unlisted = ['tr', 'ar', 'pl', 'uk', 'fa', 'ti', 'de', 'fr', 'so', 'xx'] as const

/** The same, as somebody writes it who is in a hurry or wants to slip through. */
export function disguised(chance: Chance, text: string): string {
  switch (chance.between(0, 6)) {
    case 1:
      return text.toUpperCase()
    case 2:
      return text.toLowerCase()
    case 3:
      return `${text.charAt(0)}\u200b${text.slice(1)}`
    case 4:
      return [...text].join('\u00ad')
    case 5:
      return text.normalize('NFD').replace(/([aeou])(?=[a-z])/, '$1\u0301')
    default:
      return text
  }
}
/** A number of hers in another spelling. */
export function respelt(chance: Chance, number: string): string {
  const national = `0${number.slice(3)}`
  return chance.pick([
    number,
    national,
    `${national.slice(0, 2)}-${national.slice(2)}`,
    `${national.slice(0, 2)} ${national.slice(2, 5)} ${national.slice(5)}`,
    `0031${number.slice(3)}`,
    `+31 ${number.slice(3, 4)} ${number.slice(4)}`,
  ])
}
