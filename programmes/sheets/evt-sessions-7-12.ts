import { type Draft, sessionSheet } from './sheet-draft.ts'

/**
 * Sessions seven to twelve. Ten of the twelve themes are the manual's, their order is a reconstruction (domain.md 1.5);
 * every word here is our own.
 */
const drafts: readonly Draft[] = [
  {
    pictograms: ['scales', 'pen', 'phone'],
    nl: {
      title: 'Aangifte doen',
      text: [
        'Bij de politie kun je iets melden: dan staat het op papier. Of je doet aangifte: dan vraag je om onderzoek. Je mag eerst om advies vragen, en iemand meenemen.',
        'Wel of niet aangifte doen is jouw keuze. Denk vooraf na: wat gebeurt er als hij het hoort? Waar ben jij dan?',
      ],
      openings: [
        'Wat heb je al eens geprobeerd bij de politie? Hoe ging dat?',
        'Waar zie je het meest tegenop?',
        'Wie gaat er met je mee?',
      ],
      watchFor: [
        'Het moment dat hij het hoort kan gevaarlijk zijn: eerst een veiligheidsplan.',
        'Papieren, foto’s en berichten: bewaren kan, maar niet thuis en niet op haar telefoon.',
        'Bang om haar verblijf of haar kinderen te verliezen: zoek juridisch advies, beloof niets.',
      ],
      help: ['Gevaar nu: 112.', 'De eigen hulpverlener gaat mee naar politie of juridisch advies.'],
    },
    en: {
      title: 'Reporting to the police',
      text: [
        'You can tell the police something: then it is on paper. Or you report a crime: then you ask for an investigation. You may ask for advice first, and bring somebody.',
        'Whether you report is your choice. Think beforehand: what happens when he hears of it? Where are you then?',
      ],
      openings: [
        'What have you tried with the police before? How did it go?',
        'What do you dread most?',
        'Who goes along with you?',
      ],
      watchFor: [
        'The moment he hears of it can be dangerous: a safety plan first.',
        'Papers, photos and messages can be kept, but not at home and not on her phone.',
        'Afraid to lose her right to stay or her children: find legal advice, promise nothing.',
      ],
      help: ['Danger now: 112.', 'The helper of her own goes along to the police or to legal advice.'],
    },
  },
  {
    pictograms: ['stop', 'talk', 'sun'],
    nl: {
      title: 'Opkomen voor jezelf',
      text: [
        'Nee zeggen leer je door te oefenen, waar het veilig is. Hier. Met een winkel, een buurvrouw, een instantie.',
        'Thuis kan nee zeggen gevaarlijk zijn. Wat je deed om heel te blijven was niet zwak, het was slim.',
      ],
      openings: [
        'Tegen wie lukt nee zeggen al?',
        'Hoe voelt je lijf als iets over je grens gaat?',
        'Welke zin wil je hier oefenen?',
      ],
      watchFor: [
        'Oefen nooit een gesprek met hem als huiswerk.',
        'Een rollenspel kan oud verdriet raken: stoppen mag altijd.',
      ],
      help: ['De eigen hulpverlener.', 'Elkaar, in deze groep.'],
    },
    en: {
      title: 'Standing up for yourself',
      text: [
        'You learn to say no by practising, where it is safe. Here. With a shop, a neighbour, an office.',
        'At home saying no can be dangerous. What you did to stay whole was not weak, it was clever.',
      ],
      openings: [
        'To whom can you say no already?',
        'How does your body feel when something goes over your limit?',
        'Which sentence would you like to practise here?',
      ],
      watchFor: [
        'Never practise a talk with him as homework.',
        'A role play can touch old sorrow: stopping is always allowed.',
      ],
      help: ['The helper of her own.', 'Each other, in this group.'],
    },
  },
  {
    pictograms: ['path', 'scales', 'heart'],
    nl: {
      title: 'Kiezen, en wat van jou is',
      text: [
        'Blijven, weggaan, wachten: het is alle drie een keuze, en je mag er elke dag anders over denken. Niemand kiest hier voor jou.',
        'Voor zijn geweld ben jij niet verantwoordelijk. Voor jouw volgende stap, hoe klein ook, ben jij de baas.',
      ],
      openings: [
        'Wat kies jij elke dag, zonder dat iemand het ziet?',
        'Wat draag jij dat eigenlijk van een ander is?',
        'Wat is één stap die deze week veilig kan?',
      ],
      watchFor: [
        'Geen advies om te blijven of te gaan. Wel: hoe dan zo veilig mogelijk.',
        'Gaat iemand deze week weg? Niet zonder plan met haar hulpverlener.',
      ],
      help: ['De eigen hulpverlener.', 'Veilig Thuis, 0800-2000, over opvang en wat kinderen nodig hebben.'],
    },
    en: {
      title: 'Choosing, and what is yours',
      text: [
        'Staying, leaving, waiting: all three are choices, and you may think differently every day. Nobody chooses for you here.',
        'You are not responsible for his violence. Of your next step, however small, you are the boss.',
      ],
      openings: [
        'What do you choose every day, without anybody seeing it?',
        'What do you carry that really is somebody else’s?',
        'What is one step that is safe this week?',
      ],
      watchFor: [
        'No advice to stay or to go. But: how then, as safely as can be.',
        'Is somebody leaving this week? Not without a plan with her helper.',
      ],
      help: ['The helper of her own.', 'Veilig Thuis, 0800-2000, about shelter and what children need.'],
    },
  },
  {
    pictograms: ['talk', 'circle', 'scales'],
    nl: {
      title: 'Omgaan met verschil van mening',
      text: [
        'Ruzie is geen geweld. Bij ruzie mogen twee mensen iets vinden en is niemand bang. Dat kun je oefenen met mensen bij wie je veilig bent.',
        'Luisteren, zeggen wat je ziet, zeggen wat je wilt, even stoppen. Ook met je kinderen.',
      ],
      openings: [
        'Met wie kun je het oneens zijn zonder bang te worden?',
        'Hoe ging ruzie in het huis waar jij opgroeide?',
        'Wat zeg je tegen je kind als jij te hard was?',
      ],
      watchFor: [
        'Dit blad gaat niet over hem: praten lost geweld niet op.',
        'Verschil in de groep is oefenstof. Houd de toon veilig.',
      ],
      help: ['De eigen hulpverlener.', 'Het consultatiebureau, over opvoeden.'],
    },
    en: {
      title: 'Dealing with differences of opinion',
      text: [
        'A quarrel is not violence. In a quarrel two people may have an opinion and nobody is afraid. You can practise that with people with whom you are safe.',
        'Listening, saying what you see, saying what you want, stopping for a while. With your children too.',
      ],
      openings: [
        'With whom can you disagree without getting afraid?',
        'How did quarrels go in the house where you grew up?',
        'What do you say to your child when you were too harsh?',
      ],
      watchFor: [
        'This sheet is not about him: talking doesn’t solve violence.',
        'Difference in the group is practice. Keep the tone safe.',
      ],
      help: ['The helper of her own.', 'The child health centre, about parenting.'],
    },
  },
  {
    pictograms: ['sun', 'heart', 'rest'],
    nl: {
      title: 'Je eigen herstelrecept',
      text: [
        'Herstel gaat niet in één rechte lijn. Wat helpt jou: bewegen, bidden, koken, een vriendin, slapen, niets moeten? Maak er een recept van.',
        'Drie dingen die je elke dag kunt doen. Eén mens die je belt. Eén plek waar je rust hebt.',
      ],
      openings: [
        'Wanneer voelde je je voor het laatst even licht?',
        'Wat deed je vroeger graag?',
        'Wat zou je een zus aanraden?',
      ],
      watchFor: [
        'Een recept blijft hier of in haar hoofd, als thuis iemand meeleest.',
        'Niet slapen, herbeleven, niet meer willen leven: dezelfde dag naar de hulpverlener of de huisarts.',
      ],
      help: [
        'De huisarts, over slapen, angst en somberheid.',
        'Denk je aan zelfdoding: bel 113 of 0800-0113, dag en nacht.',
      ],
    },
    en: {
      title: 'A recovery recipe of your own',
      text: [
        'Recovery doesn’t go in a straight line. What helps you: moving, praying, cooking, a friend, sleeping, not having to do anything? Make a recipe of it.',
        'Three things you can do every day. One person you call. One place where you have rest.',
      ],
      openings: [
        'When did you last feel light for a moment?',
        'What did you use to like doing?',
        'What would you advise a sister?',
      ],
      watchFor: [
        'A recipe stays here or in her head, if somebody at home reads along.',
        'Not sleeping, living it again, no longer wanting to live: to the helper or the GP on the same day.',
      ],
      help: [
        'The GP, about sleep, fear and feeling low.',
        'Thinking of suicide: call 113 or 0800-0113, day and night.',
      ],
    },
  },
  {
    pictograms: ['circle', 'path', 'heart'],
    nl: {
      title: 'Terugkijken, hoe verder, afscheid',
      text: [
        'Je bent hier gekomen, keer op keer. Kijk wat er veranderd is, ook als het klein is.',
        'De groep stopt, de hulp niet. Je weet wie je belt, wat je plan is en waar je terecht kunt.',
      ],
      openings: [
        'Wat neem je mee? Wat laat je hier?',
        'Wie is er volgende maand voor jou?',
        'Wat wil je tegen de groep zeggen?',
      ],
      watchFor: [
        'Nummers uitwisselen: alleen als het voor allebei veilig is, en nooit als lijst.',
        'Wie gaat naar huis zonder hulp erna? Niet afronden zonder afspraak.',
      ],
      help: ['De eigen hulpverlener gaat door.', 'Veilig Thuis, 0800-2000, dag en nacht, ook later.'],
    },
    en: {
      title: 'Looking back, what next, farewell',
      text: [
        'You came here, time after time. See what has changed, even if it is small.',
        'The group ends, the help doesn’t. You know whom you call, what your plan is and where you can go.',
      ],
      openings: [
        'What do you take along? What do you leave here?',
        'Who is there for you next month?',
        'What would you like to say to the group?',
      ],
      watchFor: [
        'Exchanging numbers: only if it is safe for both, and never as a list.',
        'Who goes home without help afterwards? Don’t finish without an appointment.',
      ],
      help: ['The helper of her own goes on.', 'Veilig Thuis, 0800-2000, day and night, later too.'],
    },
  },
]

export const evtSessions7To12 = drafts.map((draft, at) => sessionSheet('evt', at + 7, draft))
