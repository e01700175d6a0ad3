/** Words that begin with a capital and are nobody: days, months, languages, what forms and agencies are called. */
const always =
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus ' +
  'september oktober november december monday tuesday wednesday thursday friday saturday sunday january february ' +
  'march may june july august october nederland nederlands nederlandse engels engelse turks turkse arabisch pools ' +
  'poolse oekraïens tigrinya farsi dutch english turkish arabic polish ukrainian netherlands jgz ggd wmo veilig ' +
  'thuis bsn vog cjg kerst pasen ramadan suikerfeest sinterklaas christmas easter ik i'

/** With which sentences begin, in Dutch and English. */
const openers =
  'aan achter af al alle alleen allebei als alsof altijd anders ben bij beide behalve binnen boven buiten daar ' +
  'daarna daarom daarnaast daardoor dan dat de denk deze die dit doe doen door dus een eén één eerst eerder elk ' +
  'elke en er ergens even eind eindelijk ga gaat geen geef gelukkig graag haar had hebben heb heeft heel hem hen ' +
  'het hier hij hoe hoewel hun iedere iedereen iemand in intussen is ja jammer je jij jullie kan kijk komt kort ' +
  'kunnen later maar mag meestal men met mijn misschien moet morgen na naar naast nee neem niemand niet niets nog ' +
  'nooit nu of om omdat onder ons onze ook op opnieuw over overdag pas per samen sinds soms steeds tegen ten ter ' +
  'terwijl thuis tijdens toch toen tot tussen u uit uw vaak van vandaag vanaf veel verder voor vooral vorige waar ' +
  'waarom wanneer want waren was wat we wel weer wie wij wil wilt wordt zal ze zelf zelfs zij zijn zo zodra zonder ' +
  'zou zulke gisteren vanochtend vanmiddag vanavond moeder vader kind baby ouders oma opa mama papa meneer mevrouw ' +
  'a about after again all also although always an and another any are as at be because before both but by can ' +
  'could did do does during each every first for from had has have he her here hers him his how however if in it ' +
  'its just last later let many maybe most my never next no nobody not nothing now of often on once one only or ' +
  'other our out over perhaps please she should since so some somebody someone sometimes soon still than that the ' +
  'their them then there these they this those though to today together tomorrow tonight under until up us very ' +
  'was we well were what when where which while who why will with without would yes yesterday yet you your mother ' +
  'father child parents mum dad grandma grandpa'

export const nobodysWords: ReadonlySet<string> = new Set(always.split(' '))
export const sentenceOpeners: ReadonlySet<string> = new Set(openers.split(' '))

/** What people are said to do: a capital word before one of these, where a sentence begins, may be a name. */
export const doing: ReadonlySet<string> = new Set(
  (
    'is was heeft had gaat ging komt kwam zegt zei belt belde vraagt vroeg vertelt vertelde wil wilde kan kon moet ' +
    'moest mag mocht woont woonde werkt werkte slaapt sliep huilt huilde lacht lachte speelt speelde eet at drinkt ' +
    'dronk blijft bleef ziet zag hoort hoorde denkt dacht vindt vond geeft gaf neemt nam haalt haalde brengt bracht ' +
    'helpt hielp doet deed staat stond zit zat ligt lag loopt liep krijgt kreeg wordt werd weet wist zal zou lijkt ' +
    'leek maakt maakte kent kende slaat sloeg dreigt dreigde schreeuwt en has does goes went comes came says said ' +
    'calls called asks asked tells told wants wanted can could must may might lives lived works worked sleeps slept ' +
    'cries cried laughs laughed plays played eats ate drinks drank stays stayed sees saw hears heard thinks thought ' +
    'finds found gives gave takes took picks picked brings brought helps helped did stands stood sits sat lies lay ' +
    'walks walked gets got knows knew will would seems seemed makes made hits hit threatens threatened shouts and'
  ).split(' '),
)

/** Two letters that stand behind four digits and make no postcode. */
export const twoLetterWords: ReadonlySet<string> = new Set(
  'in en op is de of om te ze we al uw zo ik je na er nu at an as be by do go he if it me my no on or so to up us km'.split(
    ' ',
  ),
)
