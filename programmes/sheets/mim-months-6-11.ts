import { type Draft, monthSheet } from './sheet-draft.ts'

/** The second half of the first year, a sheet a month; in our own words, not the method owner's (domain.md 1.2). */
const drafts: readonly Draft[] = [
  {
    pictograms: ['home', 'shield', 'play'],
    nl: {
      title: 'Rollen, zitten en een veilig huis',
      text: [
        'Je kind kan opeens meer dan gisteren. Laat het veel op de grond liggen, met ruimte om te rollen.',
        'Ga zelf een keer op de grond zitten en kijk rond. Wat hangt er? Wat kan in een mond? Zo zie je wat je kind ziet.',
      ],
      openings: [
        'Wat kan je kind nu dat vorige maand nog niet ging?',
        'Welke plek in huis is het fijnst om te spelen?',
        'Waar ben je wel eens van geschrokken?',
      ],
      watchFor: [
        'Nooit alleen op een tafel, bank of commode, ook niet even.',
        'Hete thee, snoeren, medicijnen en schoonmaakmiddelen: hoog en ver weg.',
      ],
      help: [
        'Het consultatiebureau, over veiligheid in huis.',
        'Iets giftigs gegeten? Bel de huisarts; erg ziek of suf: 112.',
      ],
    },
    en: {
      title: 'Rolling, sitting and a safe home',
      text: [
        'All of a sudden your child can do more than yesterday. Let it lie on the floor a lot, with room to roll.',
        'Sit on the floor yourself once and look around. What hangs there? What fits in a mouth? So you see what your child sees.',
      ],
      openings: [
        'What can your child do now that it couldn’t last month?',
        'Which place at home is best for playing?',
        'What has given you a fright?',
      ],
      watchFor: [
        'Never alone on a table, a sofa or a changing table, not even for a moment.',
        'Hot tea, cords, medicine and cleaning products: high up and far away.',
      ],
      help: [
        'The child health centre, about safety at home.',
        'Eaten something poisonous? Call the GP; very ill or drowsy: 112.',
      ],
    },
  },
  {
    pictograms: ['book', 'talk', 'music'],
    nl: {
      title: 'Praten, zingen en boekjes',
      text: [
        'Kinderen leren praten van mensen, niet van een scherm. Vertel wat je doet, in de taal waarin jij het makkelijkst praat.',
        'Een boekje is goed als je samen kijkt. Wijs iets aan, zeg het woord, wacht. Zingen mag ook vals.',
      ],
      openings: [
        'Welk liedje zong iemand vroeger voor jou?',
        'Welke taal praat je met je kind? En de anderen thuis?',
        'Hoe vaak staat de telefoon of de televisie aan?',
      ],
      watchFor: [
        'Een kind dat geen geluidjes maakt of niet reageert op zijn naam: vertel het op het consultatiebureau.',
        'Schaamte over lezen of schrijven bij de moeder: plaatjes kijken is ook lezen.',
      ],
      help: [
        'De bibliotheek: gratis voor kinderen, vaak met een ochtend voor baby’s.',
        'Een taalhuis of taalles, als de moeder dat wil.',
      ],
    },
    en: {
      title: 'Talking, singing and picture books',
      text: [
        'Children learn to talk from people, not from a screen. Tell what you are doing, in the language that comes easiest to you.',
        'A book is good when you look together. Point, say the word, wait. Singing out of tune is fine.',
      ],
      openings: [
        'Which song did somebody sing to you long ago?',
        'Which language do you speak with your child? And the others at home?',
        'How often is the phone or the television on?',
      ],
      watchFor: [
        'A child who makes no sounds or doesn’t react to its name: tell the child health centre.',
        'A mother who is ashamed about reading or writing: looking at pictures is reading too.',
      ],
      help: [
        'The library: free for children, often with a morning for babies.',
        'A language house or language lessons, if the mother would like that.',
      ],
    },
  },
  {
    pictograms: ['door', 'hold', 'cry'],
    nl: {
      title: 'Bang voor vreemden, en afscheid nemen',
      text: [
        'Je kind weet nu wie bij hem hoort. Huilen als jij weggaat is een teken van hechting, geen slecht gedrag.',
        'Zeg altijd dag, ook al huilt het. Stiekem weggaan maakt banger. Kom terug wanneer je hebt gezegd.',
      ],
      openings: [
        'Bij wie voelt je kind zich veilig?',
        'Hoe gaat het als jij de kamer uit loopt?',
        'Hoe is het voor jou om je kind te laten huilen bij een ander?',
      ],
      watchFor: [
        'Een kind dat bij niemand troost zoekt, of bij iedereen evenveel: vertel het op het consultatiebureau.',
        'Een kind dat bang is voor één bepaalde persoon in huis: bespreek het met je coördinator.',
      ],
      help: ['Het consultatiebureau, over hechting en eenkennigheid.', 'De opvang, om rustig te wennen.'],
    },
    en: {
      title: 'Fear of strangers, and saying goodbye',
      text: [
        'Your child knows now who belongs to it. Crying when you leave is a sign of attachment, not bad behaviour.',
        'Always say goodbye, even when it cries. Sneaking away makes more afraid. Come back when you said you would.',
      ],
      openings: [
        'With whom does your child feel safe?',
        'How is it when you walk out of the room?',
        'What is it like for you to leave your child crying with somebody else?',
      ],
      watchFor: [
        'A child who seeks comfort with nobody, or with everybody alike: tell the child health centre.',
        'A child who is afraid of one particular person at home: talk with your coordinator.',
      ],
      help: ['The child health centre, about attachment and shyness.', 'The childcare, to settle in calmly.'],
    },
  },
  {
    pictograms: ['crawl', 'shield', 'home'],
    nl: {
      title: 'Kruipen en overal bij kunnen',
      text: [
        'Het ene kind kruipt, het andere schuift of rolt. Alles mag. Ruimte is belangrijker dan speelgoed.',
        'Zet weg wat niet mag, dan hoef je minder vaak nee te zeggen. Een traphekje en een vaste plek voor hete pannen helpen elke dag.',
      ],
      openings: [
        'Waar zit je kind het liefst aan?',
        'Wat heb je al veranderd in huis?',
        'Wat doe je als het te veel wordt?',
      ],
      watchFor: [
        'Trappen, ramen, water in een bad of emmer: blijf erbij.',
        'Een kind dat de ene kant van zijn lijf veel minder gebruikt: vertel het op het consultatiebureau.',
      ],
      help: [
        'Het consultatiebureau, over bewegen.',
        'De verhuurder of het wijkteam, als het huis niet veilig is.',
      ],
    },
    en: {
      title: 'Crawling and getting everywhere',
      text: [
        'One child crawls, another shuffles or rolls. Everything is fine. Space matters more than toys.',
        'Put away what isn’t allowed, then you need to say no less often. A stair gate and a fixed place for hot pans help every day.',
      ],
      openings: [
        'What does your child like to get at most?',
        'What have you changed at home already?',
        'What do you do when it gets too much?',
      ],
      watchFor: [
        'Stairs, windows, water in a bath or bucket: stay there.',
        'A child who uses one side of its body much less: tell the child health centre.',
      ],
      help: [
        'The child health centre, about moving.',
        'The landlord or the neighbourhood team, if the home isn’t safe.',
      ],
    },
  },
  {
    pictograms: ['tooth', 'spoon', 'family'],
    nl: {
      title: 'Tandjes en samen eten',
      text: [
        'Tandjes doen soms pijn. Iets kouds om op te bijten kan helpen. Poets vanaf de eerste tand, met een heel klein beetje tandpasta voor kinderen.',
        'Eet zo vaak als het kan samen. Je kind kijkt naar jou. Jij bepaalt wat er op tafel komt, je kind hoeveel het eet.',
      ],
      openings: [
        'Hoe gaat het eten bij jullie thuis?',
        'Wie eet er mee aan tafel?',
        'Wat doe je als je kind niet wil eten?',
      ],
      watchFor: [
        'Zoet drinken in een fles, zeker in bed: slecht voor de tanden.',
        'Afvallen of niet groeien: vertel het op het consultatiebureau.',
      ],
      help: [
        'Het consultatiebureau en de tandarts: voor kinderen zit de tandarts in de basisverzekering.',
        'Het wijkteam, als er te weinig geld is voor eten.',
      ],
    },
    en: {
      title: 'Teeth and eating together',
      text: [
        'Teeth hurt sometimes. Something cold to bite on may help. Brush from the first tooth, with a tiny bit of children’s toothpaste.',
        'Eat together as often as you can. Your child watches you. You decide what comes on the table, your child how much it eats.',
      ],
      openings: [
        'How do meals go at your home?',
        'Who eats at the table with you?',
        'What do you do when your child doesn’t want to eat?',
      ],
      watchFor: [
        'Sweet drinks in a bottle, certainly in bed: bad for the teeth.',
        'Losing weight or not growing: tell the child health centre.',
      ],
      help: [
        'The child health centre and the dentist: for children the dentist is in the basic insurance.',
        'The neighbourhood team, if there is too little money for food.',
      ],
    },
  },
  {
    pictograms: ['talk', 'family', 'phone'],
    nl: {
      title: 'Eerste woordjes, en mensen om je heen',
      text: [
        'Wijzen, zwaaien, ‘da’ zeggen: je kind vertelt al van alles. Geef antwoord, ook als je het niet verstaat.',
        'Opvoeden doe je niet alleen. Wie kun je bellen als je ziek bent? Wie komt er zomaar langs? Teken het samen.',
      ],
      openings: [
        'Wat zegt je kind, met of zonder woorden?',
        'Wie zou jij bellen, midden in de nacht?',
        'Wie mis je?',
      ],
      watchFor: [
        'Een moeder die niemand heeft om te bellen: bedenk samen één eerste stap.',
        'Een moeder die haar telefoon niet zelf mag gebruiken: bespreek het met je coördinator, niet met anderen thuis.',
      ],
      help: ['Een inloop, moedergroep of buurthuis dichtbij.', 'De coördinator weet welke groepen er zijn.'],
    },
    en: {
      title: 'First words, and people around you',
      text: [
        'Pointing, waving, saying ‘da’: your child tells you all kinds of things. Answer, also when you don’t understand.',
        'Nobody raises a child alone. Whom can you call when you are ill? Who drops by? Draw it together.',
      ],
      openings: [
        'What does your child say, with or without words?',
        'Whom would you call in the middle of the night?',
        'Whom do you miss?',
      ],
      watchFor: [
        'A mother who has nobody to call: think of one first step together.',
        'A mother who may not use her own phone: talk with your coordinator, not with others at home.',
      ],
      help: [
        'A drop-in, a mothers’ group or a community centre nearby.',
        'The coordinator knows which groups there are.',
      ],
    },
  },
]

export const mimMonths6To11 = drafts.map((draft, at) => monthSheet('mim', at + 6, draft))
