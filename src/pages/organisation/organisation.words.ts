export const nl = {
  'organisation.title': 'Instellingen',
  'organisation.name': 'Naam van de organisatie',
  'organisation.language': 'Taal van de organisatie',
  'organisation.language.nl': 'Nederlands',
  'organisation.language.en': 'Engels',
  'organisation.theme': 'Kleuren',
  'organisation.theme.naast': 'Naast',
  'organisation.theme.denhaag': 'Den Haag',
  'organisation.theme.rotterdam': 'Rotterdam',
  'organisation.exit': 'Waar ‘Verlaat deze pagina’ heen gaat',
  'organisation.exit-hint':
    'Een gewone pagina die niets verraadt, zoals het weer. Laat leeg voor Buienradar.',
  'organisation.save': 'Bewaar',
  'organisation.passkeys': 'Passkeys',
  'organisation.passkeys-text':
    'Een wachtwoord met een code kan iemand afgeven op een nagemaakte pagina; een passkey niet. Vanaf deze dag komt wie bij veel gegevens kan alleen nog binnen met een passkey, of via de gemeente. Wie er dan geen heeft, maakt er na het inloggen eerst een. Het geldt voor iedereen, behalve wie alleen naast vrouwen staat of aanmeldt.',
  'organisation.passkeys-from': 'Vanaf welke dag',
  'organisation.passkeys-from-hint':
    'Leeg: niet verplicht. Minstens een week vooruit, zodat iedereen het vooraf leest.',
  'organisation.passkeys-submit': 'Bewaar deze dag',
  'organisation.passkeys-without': 'Wie nog geen passkey heeft',
  'organisation.said.passkeys': 'De dag voor passkeys is bewaard.',
  'field.passkeys-too-soon': 'Kies een dag die minstens een week vooruit ligt.',
  'organisation.addresses': 'Adressen om te delen',
  'organisation.address-professional': 'Formulier voor professionals',
  'organisation.address-apply': 'Voor wie mee wil doen',
  'organisation.address-own': 'Formulier om jezelf aan te melden',
  'organisation.address-own-hint':
    'Aan het formulier om jezelf aan te melden is niet te zien waar het over gaat.',
  'organisation.postcodes': 'Afstanden',
  'organisation.postcodes-known_one': 'We kennen de plek van {{count}} postcodegebied.',
  'organisation.postcodes-known_other': 'We kennen de plek van {{count}} postcodegebieden.',
  'organisation.postcodes-none':
    'We kennen nog geen postcodes. Zonder die lijst telt afstand niet mee bij een koppeling.',
  'organisation.postcodes-file': 'Lijst met postcodes (CSV of Excel)',
  'organisation.postcodes-hint':
    'Kolommen: PC4, plaats, breedtegraad en lengtegraad. Bijvoorbeeld het landelijke bestand. Alleen gebieden, geen adressen.',
  'organisation.codes-year': 'Van welk jaar zijn de gemeente- en wijkcodes?',
  'organisation.codes-year-hint': 'Alleen als ze in de lijst staan. Het CBS deelt elk jaar opnieuw in.',
  'organisation.codes-of': 'De gemeente- en wijkcodes gelden voor de indeling van {{years}}.',
  'organisation.postcodes-read': 'Lees de lijst in',
  'organisation.boundaries': 'Grenzen voor een kaart',
  'organisation.boundaries-none': 'Er zijn nog geen grenzen ingelezen. Bij de cijfers staat dan geen kaart.',
  'organisation.boundaries-of.municipality': 'Gemeenten',
  'organisation.boundaries-of.district': 'Wijken',
  'organisation.boundaries-known_one': '{{count}} gebied, indeling van {{year}}. Bron: {{source}}.',
  'organisation.boundaries-known_other': '{{count}} gebieden, indeling van {{year}}. Bron: {{source}}.',
  'organisation.boundaries-left-out_one': '{{count}} gebied zonder code of omtrek is overgeslagen.',
  'organisation.boundaries-left-out_other': '{{count}} gebieden zonder code of omtrek zijn overgeslagen.',
  'organisation.boundaries-file': 'Bestand met grenzen (GeoJSON)',
  'organisation.boundaries-hint':
    'Gemeenten of wijken met hun CBS-code (GM0599, WK059901). Een nieuw bestand vervangt het vorige van die soort. Hoogstens 12 MB.',
  'organisation.boundaries-source': 'Bron',
  'organisation.boundaries-source-hint':
    'Wie de grenzen maakte. Het staat onder elke kaart, zoals de makers vragen.',
  'organisation.boundaries-year': 'Indeling van welk jaar',
  'organisation.said.boundaries': 'De grenzen zijn ingelezen. Kijk hieronder of het klopt.',
  'refusal.boundaries-not-geojson':
    'Dit is geen GeoJSON met vlakken. Vraag het bestand als GeoJSON, met Polygon of MultiPolygon.',
  'refusal.boundaries-no-codes': 'Geen gebied in dit bestand heeft een code zoals GM0599 of WK059901.',
  'refusal.boundaries-two-levels': 'Gemeenten en wijken staan door elkaar. Lees ze in als twee bestanden.',
  'refusal.boundaries-twice': 'Een code staat er twee keer in. Dan weten we niet welke omtrek klopt.',
  'refusal.boundaries-open': 'Een omtrek is niet gesloten: het laatste punt is niet het eerste.',
  'refusal.boundaries-off-map':
    'De punten zijn geen graden en geen meters van het Rijksdriehoeksstelsel. Vraag het bestand in WGS 84 of RD.',
  'refusal.boundaries-too-fine':
    'Dit bestand is fijner dan een kaart hier kan tonen. Kies bij de bron de vereenvoudigde (gegeneraliseerde) grenzen.',
  'organisation.travel': 'Reistijden',
  'organisation.travel-known_one':
    'We kennen {{count}} reistijd. Waar we die weten, telt hij in plaats van kilometers.',
  'organisation.travel-known_other':
    'We kennen {{count}} reistijden. Waar we die weten, tellen ze in plaats van kilometers.',
  'organisation.travel-none': 'We kennen nog geen reistijden. Nu tellen kilometers, in een rechte lijn.',
  'organisation.travel-file': 'Lijst met reistijden (CSV of Excel)',
  'organisation.travel-hint':
    'Kolommen: van, naar (postcodes van vier cijfers), vervoer (lopen, fiets, ov of auto) en minuten. Een rij voor elke weg.',
  'organisation.said.travel': 'De reistijden zijn ingelezen.',
  'refusal.travel-columns-missing': 'De kolommen van, naar, vervoer en minuten staan niet in de eerste rij.',
  'refusal.travel-rows-missing':
    'Er staat geen enkele rij in met twee postcodes, een manier van reizen en minuten.',
  'organisation.said.saved': 'Bewaard.',
  'organisation.said.postcodes': 'De lijst is ingelezen.',
  'refusal.postcode-columns-missing':
    'De kolommen PC4, plaats, breedtegraad en lengtegraad staan niet in de eerste rij.',
  'refusal.postcode-rows-missing': 'Er staat geen enkele rij in met een postcode en een plek.',
  'field.not-an-address': 'Schrijf een adres dat met https:// begint.',
} as const

export const en: Record<keyof typeof nl, string> = {
  'organisation.title': 'Settings',
  'organisation.name': 'Name of the organisation',
  'organisation.language': 'Language of the organisation',
  'organisation.language.nl': 'Dutch',
  'organisation.language.en': 'English',
  'organisation.theme': 'Colours',
  'organisation.theme.naast': 'Naast',
  'organisation.theme.denhaag': 'The Hague',
  'organisation.theme.rotterdam': 'Rotterdam',
  'organisation.exit': 'Where ‘Leave this page’ goes',
  'organisation.exit-hint':
    'An ordinary page that tells nothing, like the weather. Leave empty for Buienradar.',
  'organisation.save': 'Save',
  'organisation.passkeys': 'Passkeys',
  'organisation.passkeys-text':
    'A password with a code can be handed over on a false page; a passkey can’t. From this day on whoever can reach a lot of data only gets in with a passkey, or through the municipality. Who has none by then makes one first, after signing in. It holds for everybody but who only stands beside women or refers.',
  'organisation.passkeys-from': 'From which day',
  'organisation.passkeys-from-hint':
    'Empty: not asked. At least a week ahead, so that everybody reads of it first.',
  'organisation.passkeys-submit': 'Keep this day',
  'organisation.passkeys-without': 'Who has no passkey yet',
  'organisation.said.passkeys': 'The day for passkeys is kept.',
  'field.passkeys-too-soon': 'Choose a day at least a week ahead.',
  'organisation.addresses': 'Addresses to share',
  'organisation.address-professional': 'Form for professionals',
  'organisation.address-apply': 'For who wants to join',
  'organisation.address-own': 'Form to refer oneself',
  'organisation.address-own-hint': 'Nothing on the form to refer oneself gives away what it is about.',
  'organisation.postcodes': 'Distances',
  'organisation.postcodes-known_one': 'We know where {{count}} postcode area is.',
  'organisation.postcodes-known_other': 'We know where {{count}} postcode areas are.',
  'organisation.postcodes-none':
    'We know no postcodes yet. Without that list distance does not count in a match.',
  'organisation.postcodes-file': 'List of postcodes (CSV or Excel)',
  'organisation.postcodes-hint':
    'Columns: PC4, place, latitude and longitude. For example the national file. Areas only, no addresses.',
  'organisation.codes-year': 'Of which year are the codes of municipalities and districts?',
  'organisation.codes-year-hint': 'Only if the list has them. Statistics Netherlands divides anew each year.',
  'organisation.codes-of': 'The codes of municipalities and districts hold for the division of {{years}}.',
  'organisation.postcodes-read': 'Read in the list',
  'organisation.boundaries': 'Boundaries for a map',
  'organisation.boundaries-none': 'No boundaries were read in yet. There is no map beside the figures then.',
  'organisation.boundaries-of.municipality': 'Municipalities',
  'organisation.boundaries-of.district': 'Districts',
  'organisation.boundaries-known_one': '{{count}} area, division of {{year}}. Source: {{source}}.',
  'organisation.boundaries-known_other': '{{count}} areas, division of {{year}}. Source: {{source}}.',
  'organisation.boundaries-left-out_one': '{{count}} area without a code or an outline was left out.',
  'organisation.boundaries-left-out_other': '{{count}} areas without a code or an outline were left out.',
  'organisation.boundaries-file': 'File with boundaries (GeoJSON)',
  'organisation.boundaries-hint':
    'Municipalities or districts with their code of Statistics Netherlands, such as GM0599 or WK059901. A new file replaces the last of its kind. At most 12 MB.',
  'organisation.boundaries-source': 'Source',
  'organisation.boundaries-source-hint':
    'Who made the boundaries. It stands under every map, as their makers ask.',
  'organisation.boundaries-year': 'Division of which year',
  'organisation.said.boundaries': 'The boundaries were read in. Look below whether they are right.',
  'refusal.boundaries-not-geojson':
    'This is no GeoJSON with areas. Ask for the file as GeoJSON, with Polygon or MultiPolygon.',
  'refusal.boundaries-no-codes': 'No area in this file has a code such as GM0599 or WK059901.',
  'refusal.boundaries-two-levels': 'Municipalities and districts stand together. Read them in as two files.',
  'refusal.boundaries-twice': 'A code stands in it twice. We can’t know which outline is right then.',
  'refusal.boundaries-open': 'An outline is not closed: its last point is not its first.',
  'refusal.boundaries-off-map':
    'The points are neither degrees nor metres of the Dutch grid. Ask for the file in WGS 84 or RD.',
  'refusal.boundaries-too-fine':
    'This file is finer than a map can show here. Choose the simplified (generalised) boundaries at its source.',
  'organisation.travel': 'Travel times',
  'organisation.travel-known_one':
    'We know {{count}} travel time. Where we know it, it counts instead of kilometres.',
  'organisation.travel-known_other':
    'We know {{count}} travel times. Where we know them, they count instead of kilometres.',
  'organisation.travel-none': 'We know no travel times yet. Kilometres count now, in a straight line.',
  'organisation.travel-file': 'List of travel times (CSV or Excel)',
  'organisation.travel-hint':
    'Columns: from, to (postcodes of four digits), mode (walk, bike, transit or car) and minutes. A row for each way.',
  'organisation.said.travel': 'The travel times were read in.',
  'refusal.travel-columns-missing': 'The columns from, to, mode and minutes are not in the first row.',
  'refusal.travel-rows-missing': 'There is not one row with two postcodes, a way of travelling and minutes.',
  'organisation.said.saved': 'Saved.',
  'organisation.said.postcodes': 'The list was read in.',
  'refusal.postcode-columns-missing':
    'The columns PC4, place, latitude and longitude are not in the first row.',
  'refusal.postcode-rows-missing': 'There is not one row with a postcode and a place.',
  'field.not-an-address': 'Write an address that begins with https://.',
}
