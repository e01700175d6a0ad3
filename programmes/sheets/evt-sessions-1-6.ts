import { type Draft, sessionSheet } from './sheet-draft.ts'

/**
 * Sessions one to six. Ten of the twelve themes are the manual's, their order is a reconstruction (domain.md 1.5); every
 * word here is our own.
 */
const drafts: readonly Draft[] = [
  {
    pictograms: ['circle', 'shield', 'heart'],
    nl: {
      title: 'Kennismaken en veilig komen',
      text: [
        'Welkom. Je voornaam is genoeg. Wat hier gezegd wordt blijft hier. Je vertelt alleen wat je wilt vertellen.',
        'We spreken af hoe je veilig komt en gaat, en wat je zegt als iemand vraagt waar je was.',
      ],
      openings: [
        'Hoe wil je dat wij je noemen?',
        'Wat heb je nodig om je hier veilig te voelen?',
        'Wat zeg je thuis over deze middag? Wie weet dat je hier bent?',
      ],
      watchFor: [
        'Kent iemand een ander, of haar partner? Dan eerst apart praten.',
        'Is naar huis gaan vandaag veilig? Zo niet: niet weg zonder plan.',
        'Wie heeft nog geen eigen hulpverlener?',
      ],
      help: ['Gevaar nu: 112.', 'Veilig Thuis, 0800-2000, dag en nacht, gratis.'],
    },
    en: {
      title: 'Meeting each other and coming safely',
      text: [
        'Welcome. Your first name is enough. What is said here stays here. You tell only what you want to tell.',
        'We agree how you come and go safely, and what you say when somebody asks where you were.',
      ],
      openings: [
        'How would you like us to call you?',
        'What do you need to feel safe here?',
        'What do you say at home about this afternoon? Who knows that you are here?',
      ],
      watchFor: [
        'Does anybody know another, or her partner? Then talk apart first.',
        'Is going home safe today? If not: nobody leaves without a plan.',
        'Who has no helper of her own yet?',
      ],
      help: ['Danger now: 112.', 'Veilig Thuis, 0800-2000, day and night, free.'],
    },
  },
  {
    pictograms: ['hand', 'phone', 'money'],
    nl: {
      title: 'Vormen van geweld',
      text: [
        'Geweld is meer dan slaan. Ook dreigen, vernederen, dwingen tot seks, geld afpakken, volgen, je telefoon nakijken en je weghouden bij anderen is geweld.',
        'Kinderen die erbij zijn, maken het mee, ook als zij in bed liggen. Dat is niet jouw schuld. Wie slaat, kiest daarvoor.',
      ],
      openings: [
        'Welke vorm kende je nog niet bij naam?',
        'Wat noemde jij vroeger ‘gewoon’?',
        'Wat merken kinderen ervan, denk je?',
      ],
      watchFor: [
        'Verwurging, een wapen, dreigen met de dood, stalken, zwanger: dezelfde dag samen kijken wat er moet gebeuren.',
        'Iemand die stil wordt of weggaat: één van beiden gaat mee.',
      ],
      help: ['De eigen hulpverlener.', 'Veilig Thuis, 0800-2000: ook alleen voor advies, ook zonder naam.'],
    },
    en: {
      title: 'Forms of violence',
      text: [
        'Violence is more than hitting. Threatening, humiliating, forcing sex, taking money, following, checking your phone and keeping you from others is violence too.',
        'Children who are there live through it, also when they are in bed. That is not your fault. Who hits, chooses to.',
      ],
      openings: [
        'Which form had no name for you before?',
        'What did you use to call ‘normal’?',
        'What do children notice, do you think?',
      ],
      watchFor: [
        'Strangling, a weapon, threats of death, stalking, pregnant: look together on the same day at what must happen.',
        'Somebody who falls silent or leaves: one of the two of you goes along.',
      ],
      help: ['The helper of her own.', 'Veilig Thuis, 0800-2000: also for advice only, also without a name.'],
    },
  },
  {
    pictograms: ['shield', 'door', 'phone'],
    nl: {
      title: 'Veiligheidstips',
      text: [
        'Jij kent het gevaar het best. Een plan maak je rustig, vooraf, en het is van jou. Je hoeft er niets mee te doen tot jij wilt.',
        'Wie kun je bellen? Waar kun je heen? Wat neem je mee? Wat weten de kinderen? Hoe kom je aan geld? Wie kijkt er mee op je telefoon?',
      ],
      openings: [
        'Waaraan merk jij dat het misgaat?',
        'Welke plek in huis heeft een deur naar buiten?',
        'Met wie kun je een woord afspreken dat ‘bel hulp’ betekent?',
      ],
      watchFor: [
        'Niets op papier mee naar huis. Het plan blijft bij de eigen hulpverlener.',
        'Weggaan is een gevaarlijk moment: dat plan je nooit alleen.',
        'Kijkt iemand mee op haar telefoon? Dan belt niemand haar daarop.',
      ],
      help: ['Gevaar nu: 112.', 'Veilig Thuis, 0800-2000, over opvang en veiligheid.'],
    },
    en: {
      title: 'Safety tips',
      text: [
        'You know the danger best. A plan is made calmly, beforehand, and it is yours. You needn’t do anything with it until you want to.',
        'Whom can you call? Where can you go? What do you take? What do the children know? How do you get money? Who looks along on your phone?',
      ],
      openings: [
        'How do you notice that it is going wrong?',
        'Which place at home has a door to the outside?',
        'With whom can you agree on a word that means ‘call for help’?',
      ],
      watchFor: [
        'Nothing on paper goes home. The plan stays with the helper of her own.',
        'Leaving is a dangerous moment: nobody plans that alone.',
        'Does somebody look along on her phone? Then nobody calls her on it.',
      ],
      help: ['Danger now: 112.', 'Veilig Thuis, 0800-2000, about shelter and safety.'],
    },
  },
  {
    pictograms: ['spiral', 'storm', 'heart'],
    nl: {
      title: 'De spiraal van geweld',
      text: [
        'Vaak gaat het zo: de spanning loopt op, het barst, er is spijt, het is even goed. En dan weer. Elke keer kan het erger worden.',
        'Hoop is niet dom. Van iemand houden ook niet. Zien waar je zit in de spiraal helpt om te kiezen wat je doet.',
      ],
      openings: [
        'Herken je de spiraal? Teken hem zoals hij bij jou gaat.',
        'Wat gebeurt er met jou als het rustig is?',
        'Waar in de spiraal durf je iemand te bellen?',
      ],
      watchFor: [
        'Gaat het sneller of wordt het erger dan vorige maand? Dezelfde dag samen kijken.',
        'Niet elke relatie past in een spiraal. Niemand hoeft hem te herkennen.',
      ],
      help: ['De eigen hulpverlener.', 'Veilig Thuis, 0800-2000.'],
    },
    en: {
      title: 'The spiral of violence',
      text: [
        'Often it goes like this: tension builds, it bursts, there is remorse, it is good for a while. And then again. Each time it can get worse.',
        'Hope is not stupid. Neither is loving somebody. Seeing where you are in the spiral helps to choose what you do.',
      ],
      openings: [
        'Do you recognise the spiral? Draw it as it goes with you.',
        'What happens to you when it is quiet?',
        'Where in the spiral do you dare to call somebody?',
      ],
      watchFor: [
        'Does it go faster or get worse than last month? Look together on the same day.',
        'Not every relationship fits a spiral. Nobody has to recognise it.',
      ],
      help: ['The helper of her own.', 'Veilig Thuis, 0800-2000.'],
    },
  },
  {
    pictograms: ['family', 'scales', 'talk'],
    nl: {
      title: 'Rollen van mannen en vrouwen',
      text: [
        'Iedereen heeft geleerd hoe een vrouw hoort te zijn, en een man. Thuis, op school, in het geloof, op straat. Sommige regels zijn fijn. Andere doen pijn.',
        'Geen enkele regel geeft iemand het recht om te slaan.',
      ],
      openings: [
        'Wat leerde jij als meisje? En je broers?',
        'Wie beslist bij jullie over geld, kinderen, bezoek?',
        'Wat wil je je eigen kinderen leren?',
      ],
      watchFor: [
        'Verschil in achtergrond is rijk en soms scherp: geen enkele cultuur wordt hier beoordeeld.',
        'Druk van familie of dreiging om eer: zelfde dag overleg met de aandachtsfunctionaris.',
      ],
      help: ['De eigen hulpverlener.', 'De aandachtsfunctionaris, bij druk om eer of achterlating.'],
    },
    en: {
      title: 'Roles of men and women',
      text: [
        'Everybody learned how a woman should be, and a man. At home, at school, in religion, in the street. Some rules are good. Others hurt.',
        'No rule gives anybody the right to hit.',
      ],
      openings: [
        'What did you learn as a girl? And your brothers?',
        'Who decides at your home about money, children, visitors?',
        'What would you like to teach your own children?',
      ],
      watchFor: [
        'Difference in background is rich and sometimes sharp: no culture is judged here.',
        'Pressure from family or threats about honour: talk with the safeguarding lead on the same day.',
      ],
      help: [
        'The helper of her own.',
        'The safeguarding lead, where honour or being left behind abroad is at stake.',
      ],
    },
  },
  {
    pictograms: ['hand', 'stop', 'scales'],
    nl: {
      title: 'Wie geweld gebruikt',
      text: [
        'Wie geweld gebruikt, ziet er niet op één manier uit. De een wil alles bepalen. De ander ontploft bij ruzie. Vaak is hij voor anderen juist aardig.',
        'Drank, stress of een moeilijke jeugd verklaren soms iets. Ze geven niemand het recht. Verandering is zijn werk, niet het jouwe.',
      ],
      openings: [
        'Hoe zien anderen hem?',
        'Wanneer geloofde jij dat jij hem kon veranderen?',
        'Waar wordt hij stil van, waar juist gevaarlijk?',
      ],
      watchFor: [
        'Niemand noemt hem bij naam, werk of adres: hij kan bekend zijn bij een ander.',
        'Alles willen bepalen, volgen, jaloezie: dat hoort bij groot gevaar. Dezelfde dag samen kijken.',
      ],
      help: [
        'De eigen hulpverlener.',
        'Voor hem is er elders hulp. Wie daarheen gaat, bespreken wij hier nooit.',
      ],
    },
    en: {
      title: 'Those who use violence',
      text: [
        'Whoever uses violence doesn’t look one way. One wants to decide everything. Another explodes in a quarrel. Often he is kind to others.',
        'Drink, stress or a hard youth sometimes explain something. They give nobody the right. Change is his work, not yours.',
      ],
      openings: [
        'How do others see him?',
        'When did you believe that you could change him?',
        'What makes him quiet, what makes him dangerous?',
      ],
      watchFor: [
        'Nobody gives his name, work or address: another may know him.',
        'Wanting to decide everything, following, jealousy: these belong to great danger. Look together on the same day.',
      ],
      help: [
        'The helper of her own.',
        'For him there is help elsewhere. Who goes there is never spoken of here.',
      ],
    },
  },
]

export const evtSessions1To6 = drafts.map((draft, at) => sessionSheet('evt', at + 1, draft))
