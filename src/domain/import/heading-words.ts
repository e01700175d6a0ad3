import type { ImportField } from '#domain/import/import-field.ts'

/** A heading in plain small letters, words apart: `Geb.datum kind` is `geb datum kind`, `E-mailadres` is `e mailadres`. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export type Subject = 'mother' | 'child' | 'referrer' | 'other'

/** Whom a heading is about, when it says so. The first that fits decides; what fits is taken out of the heading. */
const subjects: readonly (readonly [Subject, RegExp])[] = [
  [
    'other',
    /\b(partner|vader|father|echtgenoot|man|contactpersoon|noodcontact|oma|vrijwillig(er|ster)|bezoekmoeder|mentor|coordinator|medewerker|volunteer)\b/g,
  ],
  [
    'referrer',
    /\b(verwijzers?|verwezen door|verwijzing door|aanmelders?|aangemeld door|verloskundigen?( praktijk)?|kraamzorg|huisarts|referr?er|referred by|midwife|instantie|verwijzende)\b/g,
  ],
  ['child', /\b(kind(je|eren|s)?|baby( s)?|child(ren| s)?|zoon|dochter|kindjes)\b/g],
  [
    'mother',
    /\b(moeders?|mama|mevr(ouw)?|client(e|en)?|mother( s)?|client s|deelneemsters?|zwangere|vrouw)\b/g,
  ],
]

/** Splits a plain heading in whom it is about and what it says about her. */
export function subjectOf(plain: string): { subject: Subject; stated: boolean; rest: string } {
  for (const [subject, pattern] of subjects) {
    const rest = plain.replaceAll(pattern, ' ').replace(/\s+/g, ' ').trim()
    if (rest !== plain) return { subject, stated: true, rest }
  }
  return { subject: 'mother', stated: false, rest: plain }
}

type Synonyms = readonly (readonly [ImportField, RegExp])[]

/** What the rest of a heading says, about a mother; whole headings, so that `naam` does not catch `straatnaam`. */
export const motherWords: Synonyms = [
  ['given', /^(voor ?naam|voornamen|roepnaam|first ?name|given ?name|forename)$/],
  ['prefix', /^(tussen ?voegsels?|tussenv|tv|voorvoegsels?|vv|infix|name prefix)$/],
  ['family', /^(achter ?naam|geslachts ?naam|familie ?naam|meisjesnaam|last ?name|family ?name|surname)$/],
  ['name', /^(|naam|namen|volledige naam|naam en voornaam|voor en achternaam|name|full ?name)$/],
  [
    'birthDay',
    /^(geb|geboren|gebdat|geb ?datum|geboorte ?datum|geboortedag|geb dat|gd|dob|date of birth|birth ?(date|day)|born)$/,
  ],
  [
    'phone',
    /^(tel|telefoon|tel ?nr|tel ?nummer|telefoon ?nr|telefoon ?nummer|mobiel(e nummer| nr| nummer)?|mobieltje|mob|gsm|06|06 ?nr|06 ?nummer|nummer|phone|phone ?number|mobile|telephone)( 1)?$/,
  ],
  ['email', /^(e ?)?mail( ?adres| address)?$/],
  ['houseNumber', /^(huis ?nr|huis ?nummer|nr|hnr|house ?(no|nr|number))$/],
  ['houseNumberAddition', /^(toev|toevoeging|huisnr toev|huisnummer ?toevoeging|huisletter|addition)$/],
  ['street', /^(straat|straatnaam|street)$/],
  ['address', /^(adres|woonadres|address|straat (en )?(huis)?(nr|nummer)|adresgegevens)$/],
  ['postcode', /^((post ?code|pc|zip|postal ?code)( en| and)?( woonplaats| plaats| place| town)?)$/],
  ['place', /^(woonplaats|plaats|stad|gemeente|city|town|place|wpl)$/],
  ['language', /^(taal|talen|moedertaal|spreektaal|voertaal|thuistaal|spreekt|languages?|speaks)$/],
  ['interpreter', /^(tolk|tolk nodig|tolk taal|interpreter)$/],
  [
    'childDueOn',
    /^(uitgerekend|uitgerekende datum|uitg datum|a ?terme( datum)?|due|due ?date|edd|bevallingsdatum verwacht|verwachte (bevalling|bevaldatum|bevallingsdatum))$/,
  ],
  ['childDay', /^(bevaldatum|bevallingsdatum|bevallen|bevallen op|bevalling|geboorte)$/],
  ['firstChild', /^(eerste|1e|eersteling|1ste|first|first born|pariteit|hoeveelste|eerste zwangerschap)$/],
  [
    'reachWhen',
    /^(bereikbaar|bereikbaarheid|beste tijd|belmoment|wanneer bellen|wanneer bereikbaar|beltijd|reachable|best time( to call)?)$/,
  ],
  ['voicemail', /^(voicemail|voicemail inspreken|mag voicemail|bericht achterlaten)$/],
  ['referrer', /^(via|bron|herkomst|source|door)$/],
  ['referrerOrganisation', /^(organisatie|praktijk|instelling|organi[sz]ation)$/],
  [
    'words',
    /^(opm|opmerking(en)?|bijzonderheden|toelichting|reden|reden aanmelding|hulpvraag|vraag|notities?|aantekening(en)?|remarks?|notes?|comments?|reason|achtergrond|situatie|aanmeld(ing|datum)|aanmelding datum|datum aanmelding|datum|telefoon 2|tel 2|mobiel 2|2e telefoon)$/,
  ],
  [
    'agreed',
    /^(toestemming|akkoord|akkoord|weet ervan|toestemming gegeven|consent|agreed|permission|instemming)$/,
  ],
]
export const childWords: Synonyms = [
  ['childDueOn', /^(uitgerekend|uitgerekende datum|due|due date|verwacht(e geboorte(datum)?)?)$/],
  ['childBornOn', /^(geboren|geboren op|born|born on)$/],
  [
    'childDay',
    /^(geb|geb ?datum|gebdat|geboorte ?datum|gd|dob|date of birth|birth ?(date|day)|datum|leeftijd datum|geb datum of uitgerekende datum)$/,
  ],
  ['childGiven', /^(|naam|voornaam|name|first ?name|roepnaam)$/],
  ['firstChild', /^(eerste|1e|1ste|first|aantal|hoeveelste|is dit het eerste|eerste ja nee)$/],
]
export const referrerWords: Synonyms = [
  ['referrerOrganisation', /^(organisatie|instelling|praktijk|organi[sz]ation|instantie)$/],
  ['referrerPhone', /^(tel|telefoon|telnr|telefoonnr|telefoonnummer|mobiel|phone)$/],
  ['referrerEmail', /^(e ?)?mail( ?adres| address)?$/],
  ['referrer', /^(|naam|name|soort|functie|wie|type)$/],
]
