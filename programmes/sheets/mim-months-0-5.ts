import { type Draft, monthSheet } from './sheet-draft.ts'

/** The first half year, a sheet a month; in our own words, not the method owner's (domain.md 1.2). */
const drafts: readonly Draft[] = [
  {
    pictograms: ['rest', 'bottle', 'calendar'],
    nl: {
      title: 'De eerste weken',
      text: [
        'Je lichaam heeft tijd nodig. Moe zijn hoort erbij, en huilen ook. Niet alles hoeft nu goed te gaan.',
        'Je baby leert jou kennen aan je stem en je geur. Vasthouden is nooit te veel. Bezoek mag je kort houden, en nee zeggen mag ook.',
      ],
      openings: [
        'Hoe was de bevalling voor jou?',
        'Wie helpt jou, overdag en ’s nachts?',
        'Wat gaat al vanzelf? Wat kost veel moeite?',
      ],
      watchFor: [
        'Koorts, veel bloedverlies of een pijnlijke kuit bij de moeder: bel meteen de verloskundige of de huisarts.',
        'Een baby jonger dan drie maanden met 38 graden of meer, of die niet wil drinken: bel meteen de huisarts.',
        'Somber, bang of niets voelen, langer dan twee weken: praat erover met de huisarts.',
      ],
      help: ['De verloskundige en de kraamzorg, in de eerste weken.', 'Het consultatiebureau, daarna.'],
    },
    en: {
      title: 'The first weeks',
      text: [
        'Your body needs time. Being tired is part of it, and so is crying. Not everything has to go well now.',
        'Your baby gets to know you by your voice and your smell. You can never hold a baby too much. Visits may be short, and you may say no.',
      ],
      openings: [
        'What was the birth like for you?',
        'Who helps you, by day and at night?',
        'What goes easily already? What takes a lot of effort?',
      ],
      watchFor: [
        'Fever, heavy bleeding or a painful calf in the mother: call the midwife or the GP at once.',
        'A baby under three months with 38 degrees or more, or who won’t drink: call the GP at once.',
        'Feeling low, afraid or nothing at all for more than two weeks: talk about it with the GP.',
      ],
      help: [
        'The midwife and the maternity nurse, in the first weeks.',
        'The child health centre, after that.',
      ],
    },
  },
  {
    pictograms: ['cry', 'hold', 'help'],
    nl: {
      title: 'Huilen en troosten',
      text: [
        'Alle baby’s huilen, de een meer dan de ander. Rond zes weken is het vaak het meest. Dat ligt niet aan jou.',
        'Probeer één ding tegelijk: drinken, een schone luier, dicht bij je dragen, wiegen, stilte. Wordt het je te veel? Leg je baby veilig op de rug in bed, ga even weg, adem, bel iemand.',
      ],
      openings: [
        'Wanneer huilt je baby het meest?',
        'Wat helpt soms? Wat helpt nooit?',
        'Wat doe jij als je niet meer kunt?',
      ],
      watchFor: [
        'Nooit schudden, ook niet heel even: dat kan de hersenen beschadigen.',
        'Anders huilen dan anders, slap zijn, niet drinken of koorts: bel de huisarts.',
        'Een moeder die bang is dat zij haar kind iets doet: blijf bij haar en bel samen om hulp.',
      ],
      help: [
        'Het consultatiebureau denkt mee over huilen en rust.',
        'De huisarts, ook ’s avonds en in het weekend (huisartsenpost).',
      ],
    },
    en: {
      title: 'Crying and comforting',
      text: [
        'All babies cry, some more than others. Around six weeks it is often at its worst. It is not your fault.',
        'Try one thing at a time: feeding, a clean nappy, carrying close, rocking, quiet. Is it too much for you? Lay your baby safely on its back in bed, step away, breathe, call somebody.',
      ],
      openings: [
        'When does your baby cry most?',
        'What helps sometimes? What never helps?',
        'What do you do when you can’t go on?',
      ],
      watchFor: [
        'Never shake a baby, not even for a moment: it can damage the brain.',
        'A different cry, being floppy, not drinking or fever: call the GP.',
        'A mother who fears that she will hurt her child: stay with her and call for help together.',
      ],
      help: [
        'The child health centre thinks along about crying and rest.',
        'The GP, in the evening and at weekends too (out-of-hours service).',
      ],
    },
  },
  {
    pictograms: ['talk', 'calendar', 'health'],
    nl: {
      title: 'Prikken en het consultatiebureau',
      text: [
        'Op het consultatiebureau kijken ze hoe je baby groeit. Je krijgt een oproep voor de vaccinaties. Je mag alles vragen, ook wat je zelf een domme vraag vindt.',
        'Schrijf vooraf op wat je wilt weten. Neem iemand mee die met je mee luistert, of vraag om een tolk.',
      ],
      openings: [
        'Hoe was het de laatste keer op het consultatiebureau?',
        'Wat heb je gehoord over vaccineren? Wat denk je zelf?',
        'Welke vraag wil je de volgende keer stellen?',
      ],
      watchFor: [
        'Na een prik kan een baby wat hangerig zijn of warm. Twijfel je? Bel.',
        'Brieven die ongeopend blijven liggen: lees ze samen.',
      ],
      help: [
        'Het consultatiebureau, voor vragen over vaccineren en groei.',
        'Wie de brief niet begrijpt, mag bellen en om een tolk vragen.',
      ],
    },
    en: {
      title: 'Vaccinations and the child health centre',
      text: [
        'At the child health centre they see how your baby grows. You get a call for the vaccinations. You may ask anything, also what seems a silly question to you.',
        'Write down beforehand what you want to know. Bring somebody who listens with you, or ask for an interpreter.',
      ],
      openings: [
        'How was it the last time at the child health centre?',
        'What have you heard about vaccination? What do you think yourself?',
        'Which question would you like to ask next time?',
      ],
      watchFor: [
        'After a jab a baby can be a little out of sorts or warm. In doubt? Call.',
        'Letters that stay unopened: read them together.',
      ],
      help: [
        'The child health centre, for questions about vaccination and growth.',
        'Who doesn’t understand the letter may call and ask for an interpreter.',
      ],
    },
  },
  {
    pictograms: ['sleep', 'rest', 'calendar'],
    nl: {
      title: 'Slapen en een ritme',
      text: [
        'Veilig slapen is: op de rug, in een eigen bedje, zonder kussen en zonder dekbed, niet te warm en zonder rook. Dicht bij jou in de kamer mag.',
        'Een ritme komt langzaam. Elke dag ongeveer hetzelfde doen helpt: drinken, even wakker, slapen. Slaap zelf ook overdag als het kan.',
      ],
      openings: [
        'Waar en hoe slaapt je baby?',
        'Hoeveel uur heb jij vannacht geslapen?',
        'Wie kan een keer overnemen, zodat jij slaapt?',
      ],
      watchFor: [
        'Slapen op de bank of in één bed met iemand die rookt, drinkt of erg moe is: zoek samen een andere plek.',
        'Een moeder die ook niet slaapt als de baby slaapt: vraag hoe het met haar gaat.',
      ],
      help: [
        'Het consultatiebureau, over veilig slapen en inbakeren.',
        'De huisarts, als de moeder dagen bijna niet slaapt.',
      ],
    },
    en: {
      title: 'Sleeping and a rhythm',
      text: [
        'Safe sleep is: on the back, in a bed of its own, no pillow and no duvet, not too warm and no smoke. Close to you in your room is fine.',
        'A rhythm comes slowly. Doing about the same every day helps: feeding, awake for a while, sleeping. Sleep by day yourself when you can.',
      ],
      openings: [
        'Where and how does your baby sleep?',
        'How many hours did you sleep last night?',
        'Who could take over once, so that you can sleep?',
      ],
      watchFor: [
        'Sleeping on a sofa, or in one bed with somebody who smokes, drinks or is very tired: look for another place together.',
        'A mother who doesn’t sleep when the baby sleeps either: ask how she is.',
      ],
      help: [
        'The child health centre, about safe sleep and swaddling.',
        'The GP, if the mother hardly sleeps for days.',
      ],
    },
  },
  {
    pictograms: ['play', 'work', 'hold'],
    nl: {
      title: 'Samen spelen, en weer naar buiten',
      text: [
        'Jouw gezicht is nu het mooiste speelgoed. Praat, lach, wacht even: je baby doet je na. Op de buik spelen als jij erbij bent maakt sterk.',
        'Misschien ga je weer werken of leren, of zoek je opvang. Dat mag gemengd voelen. Begin klein: een rondje met de wagen, een uur bij iemand die je vertrouwt.',
      ],
      openings: [
        'Waar lacht je baby om?',
        'Ga je weer werken of leren? Hoe denk je daarover?',
        'Bij wie durf je je kind een uur te laten?',
      ],
      watchFor: [
        'Een baby die nooit kijkt naar een gezicht of niet schrikt van geluid: vertel het op het consultatiebureau.',
        'Een moeder die dagen niet buiten komt: ga een keer samen.',
      ],
      help: [
        'De gemeente of het wijkteam, over opvang en toeslagen.',
        'De bibliotheek of een inloop voor ouders in de buurt.',
      ],
    },
    en: {
      title: 'Playing together, and going out again',
      text: [
        'Your face is the best toy now. Talk, smile, wait a moment: your baby copies you. Playing on the tummy while you are there makes strong.',
        'Perhaps you go back to work or school, or you look for childcare. Mixed feelings are fine. Start small: a walk with the pram, an hour with somebody you trust.',
      ],
      openings: [
        'What makes your baby smile?',
        'Are you going back to work or school? How do you feel about it?',
        'With whom would you dare to leave your child for an hour?',
      ],
      watchFor: [
        'A baby who never looks at a face or is never startled by a sound: tell the child health centre.',
        'A mother who doesn’t leave the house for days: go out together once.',
      ],
      help: [
        'The municipality or the neighbourhood team, about childcare and benefits.',
        'The library or a drop-in for parents nearby.',
      ],
    },
  },
  {
    pictograms: ['spoon', 'bottle', 'health'],
    nl: {
      title: 'De eerste hapjes',
      text: [
        'De eerste hapjes zijn om te leren proeven. Melk blijft het belangrijkste. Het consultatiebureau zegt wanneer jouw kind eraan toe is.',
        'Geef iets zachts, een paar lepeltjes, zittend op schoot. Vies gezicht? Morgen weer. Niet zout, geen honing in het eerste jaar, en blijf erbij.',
      ],
      openings: [
        'Wat at jij graag als kind?',
        'Wat heb je al geprobeerd? Wat deed je baby?',
        'Wie bemoeit zich met het eten? Hoe is dat?',
      ],
      watchFor: [
        'Hele druiven, nootjes en harde stukjes: een kind kan erin stikken.',
        'Uitslag, opzwellen of veel spugen na iets nieuws: stop en bel de huisarts. Moeilijk ademen: bel 112.',
        'Geen geld voor eten of melk: praat erover zonder oordeel.',
      ],
      help: [
        'Het consultatiebureau, over eten en groei.',
        'Het wijkteam, als er te weinig geld is voor eten.',
      ],
    },
    en: {
      title: 'The first spoonfuls',
      text: [
        'The first spoonfuls are for learning to taste. Milk stays the most important. The child health centre says when your child is ready.',
        'Give something soft, a few spoons, sitting on your lap. A funny face? Again tomorrow. No salt, no honey in the first year, and stay there.',
      ],
      openings: [
        'What did you like to eat as a child?',
        'What have you tried? What did your baby do?',
        'Who has opinions about the food? How is that?',
      ],
      watchFor: [
        'Whole grapes, nuts and hard pieces: a child can choke on them.',
        'A rash, swelling or a lot of vomiting after something new: stop and call the GP. Trouble breathing: call 112.',
        'No money for food or milk: talk about it without judging.',
      ],
      help: [
        'The child health centre, about food and growth.',
        'The neighbourhood team, if there is too little money for food.',
      ],
    },
  },
]

export const mimMonths0To5 = drafts.map((draft, month) => monthSheet('mim', month, draft))
