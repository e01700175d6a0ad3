import { bare, reversed, straight } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = bare(1, 2, 3, 4, 5)

export const brs = shelved({
  id: 'brs',
  version: '1',
  language: null,
  title: words('BRS', 'BRS'),
  about: words('Veerkracht', 'Resilience'),
  licence: {
    class: 'unknown',
    evidence: 'uncertain',
    embed: false,
    text: 'Smith et al. 2008; Dutch BRSnl exists. Reuse terms not seen.',
  },
  channels: ['staff', 'paper', 'remote'],
  neverRemote: false,
  alone: false,
  onCall: false,
  groupsOnly: false,
  stem: null,
  items: [
    { id: 'b1', text: null, wording: 'none', choices: straight(offered) },
    { id: 'b2', text: null, wording: 'none', choices: reversed(offered, 6) },
    { id: 'b3', text: null, wording: 'none', choices: straight(offered) },
    { id: 'b4', text: null, wording: 'none', choices: reversed(offered, 6) },
    { id: 'b5', text: null, wording: 'none', choices: straight(offered) },
    { id: 'b6', text: null, wording: 'none', choices: reversed(offered, 6) },
  ],
  scores: [
    {
      id: 'mean',
      label: words('Gemiddelde', 'Mean'),
      op: 'mean',
      items: ['b1', 'b2', 'b3', 'b4', 'b5', 'b6'],
      min: 1,
      max: 5,
      missing: { most: 0, rule: 'none' },
      bands: [
        { id: 'low', from: 1, label: words('Laag', 'Low') },
        { id: 'normal', from: 2.995, label: words('Gewoon', 'Normal') },
        { id: 'high', from: 4.305, label: words('Hoog', 'High') },
      ],
    },
  ],
  alarms: [],
  change: {
    score: 'mean',
    points: 0.83,
    status: 'uncertain',
    better: 'higher',
    inputs: 'alpha .85 (German, opened) x SD .75 (background): .81',
  },
})
