import { type Draft, monthSheet } from './sheet-draft.ts'

/** From the first birthday to the end, a sheet a month; in our own words, not the method owner's (domain.md 1.2). */
const drafts: readonly Draft[] = [
  {
    pictograms: ['cake', 'heart', 'path'],
    nl: {
      title: 'Eén jaar: kijk eens terug',
      text: [
        'Een jaar geleden kende je dit kind nog niet. Kijk samen foto’s, als je die hebt. Wat heb jij geleerd dat niemand je heeft uitgelegd?',
        'Kijk ook vooruit. Wat wil je voor jezelf, dit jaar? Een klein plan is ook een plan.',
      ],
      openings: [
        'Op welke dag van dit jaar ben je trots?',
        'Wat was het zwaarst? Wie heeft toen geholpen?',
        'Wat wil je over een halfjaar kunnen?',
      ],
      watchFor: [
        'Terugkijken kan ook verdriet geven. Dat mag. Neem de tijd en kom erop terug.',
        'Somber blijven, al maanden: ga samen naar de huisarts.',
      ],
      help: ['De huisarts, over somberheid.', 'Het wijkteam, over werk, leren en geld.'],
    },
    en: {
      title: 'One year: look back',
      text: [
        'A year ago you didn’t know this child yet. Look at photos together, if you have them. What did you learn that nobody explained to you?',
        'Look ahead too. What would you like for yourself, this year? A small plan is a plan.',
      ],
      openings: [
        'Of which day of this year are you proud?',
        'What was hardest? Who helped then?',
        'What would you like to be able to do in half a year?',
      ],
      watchFor: [
        'Looking back can bring sorrow too. That is allowed. Take time and come back to it.',
        'Feeling low for months: go to the GP together.',
      ],
      help: ['The GP, about feeling low.', 'The neighbourhood team, about work, learning and money.'],
    },
  },
  {
    pictograms: ['steps', 'shoe', 'play'],
    nl: {
      title: 'Lopen',
      text: [
        'De meeste kinderen lopen ergens tussen negen en achttien maanden los. Blote voeten zijn binnen het best.',
        'Vallen hoort bij leren. Zeg liever ‘dat was schrikken’ dan ‘pas nou op’. Ga elke dag even naar buiten, ook als het regent.',
      ],
      openings: [
        'Waar loopt je kind naartoe als je het loslaat?',
        'Waar gaan jullie naar buiten?',
        'Hoe kijk jij naar vallen en opstaan?',
      ],
      watchFor: [
        'Met achttien maanden nog niet los lopen: vertel het op het consultatiebureau.',
        'Blauwe plekken op plaatsen waar een kind niet op valt: vraag rustig hoe het kwam, en bespreek het dezelfde dag met je coördinator.',
      ],
      help: ['Het consultatiebureau, over lopen en bewegen.', 'Een speeltuin of peutergym in de buurt.'],
    },
    en: {
      title: 'Walking',
      text: [
        'Most children walk alone somewhere between nine and eighteen months. Bare feet are best indoors.',
        'Falling is part of learning. Rather say ‘that gave you a fright’ than ‘watch out’. Go outside every day for a while, also when it rains.',
      ],
      openings: [
        'Where does your child walk to when you let go?',
        'Where do you go outside?',
        'How do you look at falling and getting up?',
      ],
      watchFor: [
        'Not walking alone at eighteen months: tell the child health centre.',
        'Bruises where a child doesn’t fall: ask calmly how it happened, and talk with your coordinator on the same day.',
      ],
      help: ['The child health centre, about walking and moving.', 'A playground or toddler gym nearby.'],
    },
  },
  {
    pictograms: ['stop', 'heart', 'talk'],
    nl: {
      title: 'Grenzen stellen',
      text: [
        'Een grens geeft rust als hij elke dag dezelfde is. Kies er weinig: wat gevaarlijk is, wat pijn doet. De rest mag.',
        'Zeg kort wat wel mag: ‘tekenen doe je op papier’. Word je boos? Adem eerst. Slaan leert een kind vooral om bang te zijn.',
      ],
      openings: [
        'Wat mocht jij vroeger niet? Hoe ging dat?',
        'Over welke regel zijn jullie het thuis niet eens?',
        'Wat helpt jou om rustig te blijven?',
      ],
      watchFor: [
        'Een ouder die vertelt te slaan of te schudden: luister, veroordeel niet, en bespreek het dezelfde dag met je coördinator.',
        'Regels die iemand anders thuis oplegt aan moeder en kind: vraag verder als jullie alleen zijn.',
        'Twijfel je? Veilig Thuis denkt mee, 0800-2000, dag en nacht: ook alleen voor advies.',
      ],
      help: ['Het consultatiebureau, over grenzen en boos worden.', 'Een opvoedcursus in de buurt.'],
    },
    en: {
      title: 'Setting limits',
      text: [
        'A limit gives rest if it is the same every day. Choose few: what is dangerous, what hurts. The rest is allowed.',
        'Say briefly what is allowed: ‘we draw on paper’. Getting angry? Breathe first. Hitting mostly teaches a child to be afraid.',
      ],
      openings: [
        'What wasn’t allowed when you were little? How did that go?',
        'About which rule do you disagree at home?',
        'What helps you to stay calm?',
      ],
      watchFor: [
        'A parent who tells of hitting or shaking: listen, don’t judge, and talk with your coordinator on the same day.',
        'Rules that somebody at home sets for mother and child: ask on when you are alone.',
        'In doubt? Veilig Thuis thinks along, 0800-2000, day and night: also for advice only.',
      ],
      help: ['The child health centre, about limits and getting angry.', 'A parenting course nearby.'],
    },
  },
  {
    pictograms: ['storm', 'hold', 'rest'],
    nl: {
      title: 'Driftbuien',
      text: [
        'Een driftbui is te veel gevoel in een klein lijf. Je kind doet het niet om jou te pesten. Blijf dichtbij en praat weinig.',
        'Als het over is: troosten, en verder gaan. Kijk wanneer het gebeurt. Honger, moe, te druk? Dan kun je er de volgende keer vóór zijn.',
      ],
      openings: [
        'Wanneer was de laatste driftbui? Wat gebeurde er vlak daarvoor?',
        'Wat doe jij als mensen kijken?',
        'Wat zou je willen dat iemand dan tegen jou zei?',
      ],
      watchFor: [
        'Een kind dat zichzelf vaak pijn doet: vertel het op het consultatiebureau.',
        'Een moeder die uit angst voor iemand thuis het kind stil moet houden: bespreek het met je coördinator.',
      ],
      help: ['Het consultatiebureau, over gedrag.', 'Iemand die een uur oppast, zodat je op adem komt.'],
    },
    en: {
      title: 'Tantrums',
      text: [
        'A tantrum is too much feeling in a small body. Your child doesn’t do it to annoy you. Stay close and say little.',
        'When it is over: comfort, and go on. See when it happens. Hungry, tired, too busy? Then you can be ahead of it next time.',
      ],
      openings: [
        'When was the last tantrum? What happened just before?',
        'What do you do when people look?',
        'What would you like somebody to say to you then?',
      ],
      watchFor: [
        'A child who often hurts itself: tell the child health centre.',
        'A mother who must keep the child quiet for fear of somebody at home: talk with your coordinator.',
      ],
      help: [
        'The child health centre, about behaviour.',
        'Somebody who babysits for an hour, so that you can breathe.',
      ],
    },
  },
  {
    pictograms: ['talk', 'book', 'family'],
    nl: {
      title: 'Opgroeien met twee talen',
      text: [
        'Twee talen leren kan elk kind. Praat de taal die jij het best spreekt: daar zit je gevoel in. Nederlands komt op de opvang en op school.',
        'Door elkaar praten is niet erg. Twee culturen ook niet: je mag kiezen wat je doorgeeft.',
      ],
      openings: [
        'In welke taal troost je je kind?',
        'Wat wil je doorgeven van waar jij vandaan komt?',
        'Wat zegt je familie daarvan? En wat vind je zelf?',
      ],
      watchFor: [
        'Met anderhalf jaar geen enkel woord, in geen enkele taal: vertel het op het consultatiebureau.',
        'Een moeder die haar eigen taal niet mag spreken thuis: vraag verder als jullie alleen zijn.',
      ],
      help: ['De bibliotheek: boekjes in veel talen.', 'Taalles of een taalmaatje voor de moeder.'],
    },
    en: {
      title: 'Growing up with two languages',
      text: [
        'Every child can learn two languages. Speak the language you speak best: your feelings are in it. Dutch comes at childcare and at school.',
        'Mixing them does no harm. Nor do two cultures: you may choose what you pass on.',
      ],
      openings: [
        'In which language do you comfort your child?',
        'What would you like to pass on from where you come from?',
        'What does your family say about it? And what do you think yourself?',
      ],
      watchFor: [
        'Not a single word at a year and a half, in any language: tell the child health centre.',
        'A mother who may not speak her own language at home: ask on when you are alone.',
      ],
      help: ['The library: books in many languages.', 'Language lessons or a language buddy for the mother.'],
    },
  },
  {
    pictograms: ['children', 'play', 'calendar'],
    nl: {
      title: 'Met andere kinderen',
      text: [
        'Kinderen van deze leeftijd spelen vooral naast elkaar. Delen leren ze later. Botsen hoort erbij.',
        'Een ouder-kindgroep of voorschool geeft je kind taal en vriendjes, en jou andere ouders. Ga een keer samen kijken.',
      ],
      openings: [
        'Met wie speelt je kind?',
        'Ken je andere ouders in de buurt?',
        'Wat weet je van de voorschool? Wat houdt je tegen?',
      ],
      watchFor: [
        'Formulieren en wachtlijsten: vul ze samen in.',
        'Een kind dat steeds alleen en afwezig is: vertel het op het consultatiebureau.',
      ],
      help: [
        'Het consultatiebureau: daar weten ze of je kind met voorrang naar de voorschool mag.',
        'De speelotheek en de bibliotheek.',
      ],
    },
    en: {
      title: 'With other children',
      text: [
        'Children of this age mostly play beside each other. Sharing comes later. Clashes are part of it.',
        'A parent and child group or a preschool gives your child language and friends, and you other parents. Have a look together once.',
      ],
      openings: [
        'With whom does your child play?',
        'Do you know other parents nearby?',
        'What do you know about preschool? What holds you back?',
      ],
      watchFor: [
        'Forms and waiting lists: fill them in together.',
        'A child who is always alone and far away: tell the child health centre.',
      ],
      help: [
        'The child health centre: there they know whether your child gets a place at preschool with priority.',
        'The toy library and the library.',
      ],
    },
  },
  {
    pictograms: ['path', 'heart', 'help'],
    nl: {
      title: 'Afscheid, en verder',
      text: [
        'Dit was een van de laatste keren. Afscheid nemen doe je samen: wat was goed, wat had anders gemogen?',
        'Schrijf op wie je kunt bellen en waar je naartoe kunt. Jij weet de weg nu. Misschien wil je later zelf naast een moeder staan.',
      ],
      openings: [
        'Wat doe je nu anders dan aan het begin?',
        'Wat neem je mee? Wat laat je achter?',
        'Wie belt jou volgende maand?',
      ],
      watchFor: [
        'Een moeder die opziet tegen het einde: bespreek samen met de coördinator wat daarna komt.',
        'Zorgen die er nog zijn: ga niet weg zonder dat iemand anders ze kent.',
      ],
      help: [
        'De coördinator, over wat er hierna is.',
        'Het consultatiebureau gaat door tot je kind vier is; daarna kijkt de jeugdarts op school.',
      ],
    },
    en: {
      title: 'Goodbye, and on',
      text: [
        'This was one of the last times. You say goodbye together: what was good, what could have been different?',
        'Write down whom you can call and where you can go. You know the way now. Perhaps one day you want to stand beside a mother yourself.',
      ],
      openings: [
        'What do you do differently now from the beginning?',
        'What do you take along? What do you leave behind?',
        'Who will call you next month?',
      ],
      watchFor: [
        'A mother who dreads the end: talk with her and the coordinator about what comes after.',
        'Worries that are still there: don’t leave before somebody else knows them.',
      ],
      help: [
        'The coordinator, about what there is after this.',
        'The child health centre goes on until your child is four; after that the school doctor.',
      ],
    },
  },
]

export const mimMonths12To18 = drafts.map((draft, at) => monthSheet('mim', at + 12, draft))
