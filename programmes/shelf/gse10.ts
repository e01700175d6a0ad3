import { straight } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = [
  { value: 1, label: 'Volledig onjuist' },
  { value: 2, label: 'Nauwelijks juist' },
  { value: 3, label: 'Enigszins juist' },
  { value: 4, label: 'Volledig juist' },
]

export const gse10 = shelved({
  id: 'gse10-nl',
  version: '1',
  language: 'nl',
  title: words('GSE', 'GSE'),
  about: words('Vertrouwen in eigen kunnen', 'Self-efficacy'),
  licence: {
    class: 'free_attribution',
    evidence: 'opened',
    embed: true,
    text: 'Schwarzer & Jerusalem 1995; Dutch: Teeuw, Schwarzer & Jerusalem 1994. Author FAQ (30-05-2014): permission granted to use and reproduce for your study, given recognition of the source.',
  },
  channels: ['staff', 'paper', 'remote'],
  neverRemote: false,
  alone: false,
  onCall: false,
  groupsOnly: false,
  stem: null,
  items: [
    {
      id: 'e1',
      text: 'Het lukt me altijd moeilijke problemen op te lossen, als ik er genoeg moeite voor doe',
      wording: 'to_confirm',
      choices: straight(offered),
    },
    {
      id: 'e2',
      text: 'Als iemand mij tegenwerkt, vind ik toch manieren om te krijgen wat ik wil',
      wording: 'to_confirm',
      choices: straight(offered),
    },
    {
      id: 'e3',
      text: 'Het is voor mij makkelijk om vast te houden aan mijn plannen en mijn doel te bereiken',
      wording: 'to_confirm',
      choices: straight(offered),
    },
    {
      id: 'e4',
      text: 'Ik vertrouw erop dat ik onverwachte gebeurtenissen doeltreffend aanpak',
      wording: 'to_confirm',
      choices: straight(offered),
    },
    {
      id: 'e5',
      text: 'Dankzij mijn vindingrijkheid weet ik hoe ik in onvoorziene situaties moet handelen',
      wording: 'to_confirm',
      choices: straight(offered),
    },
    {
      id: 'e6',
      text: 'Ik kan de meeste problemen oplossen als ik er de nodige moeite voor doe',
      wording: 'to_confirm',
      choices: straight(offered),
    },
    {
      id: 'e7',
      text: 'Ik blijf kalm als ik voor moeilijkheden kom te staan omdat ik vertrouw op mijn vermogen om problemen op te lossen',
      wording: 'to_confirm',
      choices: straight(offered),
    },
    {
      id: 'e8',
      text: 'Als ik geconfronteerd word met een probleem, heb ik meestal meerdere oplossingen',
      wording: 'to_confirm',
      choices: straight(offered),
    },
    {
      id: 'e9',
      text: 'Als ik in een benarde situatie zit, weet ik meestal wat ik moet doen',
      wording: 'to_confirm',
      choices: straight(offered),
    },
    {
      id: 'e10',
      text: 'Wat er ook gebeurt, ik kom er wel uit',
      wording: 'to_confirm',
      choices: straight(offered),
    },
  ],
  scores: [
    {
      id: 'total',
      label: words('Totaal', 'Total'),
      op: 'sum',
      items: ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10'],
      min: 10,
      max: 40,
      missing: { most: 3, rule: 'prorate' },
    },
  ],
  alarms: [],
  change: {
    score: 'total',
    points: 6,
    status: 'background',
    better: 'higher',
    inputs: 'SD 5.32, alpha .86 (Scholz 2002, background): 5.52',
  },
})
