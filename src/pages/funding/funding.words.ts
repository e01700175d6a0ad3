export const nl = {
  'funding.title': 'Uren en plekken per fonds',
  'funding.lead':
    'Wat je aan een subsidiegever verantwoordt: hoeveel plekken en uren er waren, en welk deel elk fonds betaalt.',
  'funding.nobody-pays': 'Bij geen programma staat wie betaalt',
  'funding.nobody-pays-hint': 'Zet in het programma wie betaalt. Daarna kun je hier verdelen.',
  'funding.what': 'Wat',
  'funding.line.places': 'Plekken',
  'funding.line.visits': 'Uren van bezoeken',
  'funding.line.meetings': 'Uren van groepsbijeenkomsten',
  'funding.line.coordination': 'Uren van coördinatoren',
  'funding.hours-together': 'Alle uren samen',
  'funding.undivided': 'Niet verdeeld',
  'funding.look-at': 'Kijk hier nog naar',
  'funding.undivided-text':
    'In een deel van dit jaar was er geen verdeling. Dat deel staat onder Niet verdeeld. Leg de verdeling vast.',
  'funding.to-confirm-text':
    'De verdeling is nog niet afgesproken met de fondsen. Vraag het na voordat je dit gebruikt.',
  'funding.how.places':
    'Plekken: trajecten die in deze periode liepen, elk één keer. Een maand telt mee met de verdeling van die maand, naar het aantal dagen.',
  'funding.how.visits':
    'Bezoeken: de tijd van bezoeken die gedaan zijn. Ze gaan met de verdeling van de plekken mee.',
  'funding.how.meetings':
    'Groepsbijeenkomsten: de tijd van elke begeleider die erbij was. Ze gaan met de verdeling van de plekken mee.',
  'funding.how.coordination':
    'Coördinatoren: wat een programmaleider per maand heeft ingevuld, voor alle coördinatoren van dit programma samen.',
  'funding.rounding':
    'Elke regel is één keer afgerond, op één cijfer achter de komma. De delen zijn zo afgerond dat ze samen precies het totaal zijn: wat overblijft, gaat naar het deel met de grootste rest.',
  'funding.small':
    'Onder {{least}} vrouwen of medewerkers staat er geen getal. Wat je dan zou kunnen uitrekenen, staat er ook niet.',
  'funding.not-kept':
    'Reistijd en de duur van gesprekken en training worden hier niet bijgehouden. Die staan er dus niet bij.',
  'funding.splits': 'Hoe er verdeeld is',
  'funding.splits-none': 'Er is nog geen verdeling',
  'funding.splits-none-hint': 'Zolang die er niet is, staat alles onder Niet verdeeld.',
  'funding.funder': 'Fonds',
  'funding.places': 'Van de plekken',
  'funding.hours': 'Van de uren',
  'funding.from': 'Vanaf',
  'funding.standing': 'Afgesproken?',
  'funding.standing.agreed': 'Afgesproken',
  'funding.standing.to_confirm': 'Nog navragen',
  'funding.standing-choice.agreed': 'Ja, zo staat het in de afspraak met de fondsen',
  'funding.standing-choice.to_confirm': 'Nee, dit moet ik nog navragen',
  'funding.set-by': 'Vastgelegd door',
  'funding.do-split': 'Leg een verdeling vast',
  'funding.split-lead':
    'Schrijf per fonds welk deel het betaalt, in procenten. De plekken zijn samen 100 en de uren van coördinatoren ook. Wat eerder gold, blijft staan.',
  'funding.share-of.places': 'Deel van de plekken, in %',
  'funding.share-of.hours': 'Deel van de uren van coördinatoren, in %',
  'funding.save-split': 'Leg vast',
  'funding.month': 'Maand',
  'funding.months-none': 'Dit jaar is nog niet begonnen',
  'funding.typed-hours': 'Uren',
  'funding.typed-hours-hint': 'Van alle coördinatoren samen, bijvoorbeeld 36, 36,5 of 36:30',
  'funding.people': 'Hoeveel coördinatoren',
  'funding.people-hint': 'Met hoeveel mensen zij dit werkten. Namen staan er niet bij.',
  'funding.hours-missing': 'Nog niet ingevuld',
  'funding.hours-lead':
    'Schrijf op wat de coördinatoren in deze maand voor dit programma hebben gewerkt, allemaal samen.',
  'funding.save-hours': 'Bewaar',
  'funding.said.split': 'De verdeling is vastgelegd.',
  'funding.said.hours': 'De uren zijn bewaard.',
  'field.not-a-share': 'Schrijf een percentage van 0 tot en met 100, bijvoorbeeld 60 of 33,33.',
  'field.not-hours': 'Schrijf het aantal uren, bijvoorbeeld 36, 36,5 of 36:30.',
  'field.not-people': 'Schrijf het aantal mensen als getal, bijvoorbeeld 2.',
  'refusal.split-unknown-funder':
    'Dit fonds staat niet bij dit programma. Kijk in het programma wie betaalt.',
  'refusal.split-not-whole': 'De delen zijn samen geen 100 procent. Kijk bij de plekken en bij de uren.',
  'refusal.hours-of-nobody': 'Uren zijn van iemand. Schrijf bij allebei 0, of bij allebei een getal.',
  'refusal.hours-too-many': 'Dit zijn meer uren dan er in een maand passen. Kijk het getal na.',
  'refusal.hours-of-later': 'Deze maand is nog niet begonnen. Vul de uren later in.',
}
export const en: typeof nl = {
  'funding.title': 'Hours and places by fund',
  'funding.lead':
    'What you account for to a funder: how many places and hours there were, and which part each fund pays.',
  'funding.nobody-pays': 'No programme says who pays',
  'funding.nobody-pays-hint': 'Put in the programme who pays. After that you can divide here.',
  'funding.what': 'What',
  'funding.line.places': 'Places',
  'funding.line.visits': 'Hours of visits',
  'funding.line.meetings': 'Hours of group meetings',
  'funding.line.coordination': 'Hours of coordinators',
  'funding.hours-together': 'All hours together',
  'funding.undivided': 'Not divided',
  'funding.look-at': 'Look at this first',
  'funding.undivided-text':
    'For a part of this year nothing was divided. That part stands under Not divided. Say how it is divided.',
  'funding.to-confirm-text':
    'How it is divided was not agreed with the funders yet. Ask them before you use this.',
  'funding.how.places':
    'Places: trajectories that ran in this period, each once. A month counts by what was divided in that month, by its days.',
  'funding.how.visits': 'Visits: the time of visits that took place. They go by the shares of the places.',
  'funding.how.meetings':
    'Group meetings: the time of each facilitator who was there. They go by the shares of the places.',
  'funding.how.coordination':
    'Coordinators: what a programme manager wrote by month, of all coordinators of this programme together.',
  'funding.rounding':
    'Each line was rounded once, to one decimal. The parts were rounded so that together they are exactly the total: what is left goes to the part with the largest remainder.',
  'funding.small':
    'Under {{least}} women or workers there is no number. What you could work out from the rest isn’t there either.',
  'funding.not-kept':
    'Travel time and how long talks and training took are not kept here. So they are not in it.',
  'funding.splits': 'How it is divided',
  'funding.splits-none': 'Nothing was divided yet',
  'funding.splits-none-hint': 'As long as it isn’t, everything stands under Not divided.',
  'funding.funder': 'Fund',
  'funding.places': 'Of the places',
  'funding.hours': 'Of the hours',
  'funding.from': 'From',
  'funding.standing': 'Agreed?',
  'funding.standing.agreed': 'Agreed',
  'funding.standing.to_confirm': 'To confirm',
  'funding.standing-choice.agreed': 'Yes, it says so in the agreement with the funders',
  'funding.standing-choice.to_confirm': 'No, I have to ask them',
  'funding.set-by': 'Kept by',
  'funding.do-split': 'Say how it is divided',
  'funding.split-lead':
    'Write for each fund which part it pays, in percent. The places add up to 100, and so do the hours of coordinators. What held before stays.',
  'funding.share-of.places': 'Part of the places, in %',
  'funding.share-of.hours': 'Part of the hours of coordinators, in %',
  'funding.save-split': 'Keep this',
  'funding.month': 'Month',
  'funding.months-none': 'This year didn’t begin yet',
  'funding.typed-hours': 'Hours',
  'funding.typed-hours-hint': 'Of all coordinators together, for example 36, 36.5 or 36:30',
  'funding.people': 'How many coordinators',
  'funding.people-hint': 'With how many people they worked this. There are no names.',
  'funding.hours-missing': 'Not written yet',
  'funding.hours-lead':
    'Write what the coordinators worked for this programme in this month, all of them together.',
  'funding.save-hours': 'Save',
  'funding.said.split': 'How it is divided was kept.',
  'funding.said.hours': 'The hours were saved.',
  'field.not-a-share': 'Write a percentage from 0 to 100, for example 60 or 33.33.',
  'field.not-hours': 'Write the number of hours, for example 36, 36.5 or 36:30.',
  'field.not-people': 'Write the number of people as a number, for example 2.',
  'refusal.split-unknown-funder': 'This programme doesn’t have this fund. Look in the programme who pays.',
  'refusal.split-not-whole': 'The parts don’t add up to 100 percent. Look at the places and at the hours.',
  'refusal.hours-of-nobody': 'Hours are somebody’s. Write 0 at both, or a number at both.',
  'refusal.hours-too-many': 'These are more hours than fit in a month. Look at the number again.',
  'refusal.hours-of-later': 'This month didn’t begin yet. Write the hours later.',
}
