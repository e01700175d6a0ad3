import type { Chance } from '#simulation/chance.ts'

/** A man as he is, and as nobody need have written him down. */
export interface Man {
  readonly given: string
  readonly family: string
  readonly born: Temporal.PlainDate
  readonly phone: string
}

/** Names by where they come from, each with other ways in which people here write it down. Invented together. */
const origins: readonly { readonly given: readonly string[]; readonly family: readonly string[] }[] = [
  {
    given: [
      'Jan|Jann',
      'Kees|Cees',
      'Sjaak|Jaak',
      'Ruud|Rudy',
      'Willem|Wilem',
      'Jeroen|Jeroon',
      'Maarten|Marten',
      'Thijs|Tijs',
      'Gerrit|Gerit',
      'Sebastiaan|Sebastian',
    ],
    family: [
      'de Vries|Devries|Vries',
      'van den Berg|Vandenberg|v.d. Berg',
      'Jansen|Janssen',
      'Kuijpers|Kuipers',
      'van Dijk|Dijk|van Dyk',
      'Hoekstra|Hoekstra',
      'Schouten|Schoute',
      'ter Horst|Terhorst',
      "van 't Hof|van het Hof",
      'Meijer|Meyer|Meier',
    ],
  },
  {
    given: [
      'Mohamed|Mohammed|Muhammad',
      'Youssef|Yusuf|Joessef',
      'Abdelkader|Abdel Kader',
      'Rachid|Rashid',
      'Khalid|Halid',
      'Hicham|Hisham',
      'Noureddine|Nordin Eddine|Nouredine',
      'Said|Saïd',
      'Driss|Idriss',
      'Brahim|Ibrahim',
    ],
    family: [
      'el Amrani|Elamrani|Amrani',
      'Benali|Ben Ali',
      'Bouzerda|Boezerda',
      'Ouchene|Oechene',
      'el Idrissi|Idrissi',
      'Haddad|Hadad',
      'Chakir|Shakir',
      'Zerouali|Zeroeali',
      'Tahiri|Taheri',
      'Aït Taleb|Ait Taleb|Taleb',
    ],
  },
  {
    given: [
      'Ahmet|Ahmed',
      'Şükrü|Sukru',
      'Oğuz|Oguz',
      'Mehmet|Mehmed',
      'Çetin|Cetin',
      'Yaşar|Yasar',
      'Hüseyin|Huseyin',
      'İbrahim|Ibrahim',
      'Kadir|Kader',
      'Ferhat|Ferhad',
    ],
    family: [
      'Yılmaz|Yilmaz',
      'Öztürk|Ozturk',
      'Demirtaş|Demirtas',
      'Çelik|Celik',
      'Şahin|Sahin',
      'Kılıç|Kilic',
      'Aydın|Aydin',
      'Koçak|Kocak',
      'Güneş|Gunes',
      'Erdoğan|Erdogan',
    ],
  },
  {
    given: [
      'Piotr|Pjotr',
      'Michał|Michal',
      'Wojciech|Woyciech',
      'Krzysztof|Krzystof',
      'Oleksandr|Олександр',
      'Андрій|Andriy|Andrij',
      'Mykola|Микола',
      'Łukasz|Lukasz',
      'Paweł|Pawel',
      'Dmytro|Dmitro',
    ],
    family: [
      'Kowalski|Kovalski',
      'Wiśniewski|Wisniewski',
      'Шевченко|Shevchenko',
      'Nowak|Novak',
      'Wójcik|Wojcik',
      'Ковальчук|Kovalchuk',
      'Zieliński|Zielinski',
      'Бондаренко|Bondarenko',
      'Kamiński|Kaminski',
      'Мельник|Melnyk',
    ],
  },
  {
    given: [
      'Tesfay|Tesfai',
      'Samuel|Samual',
      'Yonas|Jonas',
      'Mehari|Meharie',
      'Filmon|Philmon',
      'Hassan|Hasan|حسن',
      'Farid|Fareed',
      'Reza|Riza',
      'Karim|Kareem',
      'Mahmoud|Mahmud',
    ],
    family: [
      'Ghebremariam|Gebremariam',
      'Tesfamichael|Tesfamikael',
      'Weldu|Weldou',
      'Kidane|Kidanne',
      'Ahmadi|Ahmady',
      'Hosseini|Husseini',
      'Rahimi|Raheemi',
      'Karimi|Kareemi',
      'Haile|Hayle',
      'Berhane|Berhan',
    ],
  },
]
const ways = (name: string): readonly string[] => name.split('|')
export const written = (chance: Chance, name: string): string => chance.pick(ways(name))
export const firstOf = (name: string): string => ways(name)[0] ?? name

export function someMan(chance: Chance): Man {
  const { given, family } = chance.pick(origins)
  return {
    given: chance.pick(given),
    family: chance.pick(family),
    born: new Temporal.PlainDate(chance.between(1955, 2005), chance.between(1, 12), chance.between(1, 28)),
    phone: `+316${chance.between(10_000_000, 99_999_999)}`,
  }
}

/** Somebody else who is called the same, as there are in every town. */
export const namesake = (chance: Chance, man: Man): Man => {
  const other = someMan(chance)
  return { ...man, born: other.born, phone: other.phone }
}

/** One slip of the pen behind the first letter of a word that is long enough for it. */
export function slip(chance: Chance, text: string): string {
  if (text.length < 6) return text
  const at = chance.between(1, text.length - 3)
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)]
  return chance.pick([
    before + after,
    `${before}${letter}${letter}${after}`,
    `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
    `${before}${chance.pick(['a', 'e', 'o', 'n', 'r'])}${after}`,
  ])
}
