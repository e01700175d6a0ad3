import { reversed, straight } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = [
  { value: 5, label: 'Voortdurend' },
  { value: 4, label: 'Meestal' },
  { value: 3, label: 'Vaak' },
  { value: 2, label: 'Soms' },
  { value: 1, label: 'Zelden' },
  { value: 0, label: 'Nooit' },
]

export const mhi5 = shelved({
  id: 'mhi5-nl',
  version: '1',
  language: 'nl',
  title: words('MHI-5', 'MHI-5'),
  about: words('Psychische gezondheid, vier weken', 'Mental health, four weeks'),
  licence: {
    class: 'free_attribution',
    evidence: 'opened',
    embed: true,
    text: 'MHI-5 is part of the RAND/MOS 36-item survey (RAND: public document, cite source); Dutch wording and scoring as published by CBS (cite CBS).',
  },
  channels: ['staff', 'paper', 'remote'],
  neverRemote: false,
  alone: false,
  onCall: false,
  groupsOnly: false,
  stem: 'Deze vragen gaan over hoe u zich voelde in de afgelopen 4 weken',
  items: [
    {
      id: 'nervous',
      text: 'Voelde u zich erg zenuwachtig?',
      wording: 'published',
      choices: reversed(offered, 5),
    },
    {
      id: 'down',
      text: 'Zat u zo erg in de put dat niets u kon opvrolijken?',
      wording: 'published',
      choices: reversed(offered, 5),
    },
    { id: 'calm', text: 'Voelde u zich kalm en rustig?', wording: 'published', choices: straight(offered) },
    {
      id: 'low',
      text: 'Voelde u zich neerslachtig en somber?',
      wording: 'published',
      choices: reversed(offered, 5),
    },
    { id: 'happy', text: 'Voelde u zich gelukkig?', wording: 'published', choices: straight(offered) },
  ],
  scores: [
    {
      id: 'total',
      label: words('Totaal', 'Total'),
      op: 'sum',
      items: ['nervous', 'down', 'calm', 'low', 'happy'],
      min: 0,
      max: 100,
      missing: { most: 0, rule: 'none' },
      times: 4,
      bands: [
        { id: 'unhealthy', from: 0, label: words('Onder de grens', 'Below the line') },
        { id: 'healthy', from: 60, label: words('Boven de grens', 'Above the line') },
      ],
    },
  ],
  alarms: [],
  change: {
    score: 'total',
    points: 20,
    status: 'background',
    better: 'higher',
    inputs: 'alpha .85, SD 18.4 (Dutch RAND-36 norms, background): 1.96*18.4*sqrt(.30)=19.75',
  },
})
