import { bare, straight } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = bare(5, 4, 3, 2, 1, 0)

export const who5 = shelved({
  id: 'who5',
  version: '1',
  language: null,
  title: words('WHO-5', 'WHO-5'),
  about: words('Welbevinden, twee weken', 'Wellbeing, two weeks'),
  licence: {
    class: 'cc_by_nc_sa',
    evidence: 'opened',
    embed: false,
    text: '© World Health Organization 2024, WHO/UCN/MSD/MHE/2024.1, CC BY-NC-SA 3.0 IGO. Non-commercial; share-alike; ship as a separate content pack, never under the code licence.',
  },
  channels: ['staff', 'paper', 'remote'],
  neverRemote: false,
  alone: false,
  onCall: false,
  groupsOnly: false,
  stem: null,
  items: [
    { id: 'w1', text: null, wording: 'none', choices: straight(offered) },
    { id: 'w2', text: null, wording: 'none', choices: straight(offered) },
    { id: 'w3', text: null, wording: 'none', choices: straight(offered) },
    { id: 'w4', text: null, wording: 'none', choices: straight(offered) },
    { id: 'w5', text: null, wording: 'none', choices: straight(offered) },
  ],
  scores: [
    {
      id: 'raw',
      label: words('Ruwe som', 'Raw sum'),
      op: 'sum',
      items: ['w1', 'w2', 'w3', 'w4', 'w5'],
      min: 0,
      max: 25,
      missing: { most: 0, rule: 'none' },
    },
    {
      id: 'percent',
      label: words('Van 0 tot 100', 'From 0 to 100'),
      op: 'sum',
      items: ['w1', 'w2', 'w3', 'w4', 'w5'],
      min: 0,
      max: 100,
      missing: { most: 0, rule: 'none' },
      times: 4,
      bands: [
        { id: 'very_low', from: 0, label: words('Zeer laag', 'Very low') },
        { id: 'low', from: 29, label: words('Laag', 'Low') },
        { id: 'enough', from: 51, label: words('Voldoende', 'Sufficient') },
      ],
    },
  ],
  alarms: [],
  change: {
    score: 'percent',
    points: 24,
    status: 'uncertain',
    better: 'higher',
    inputs:
      'SD 20, alpha .86 (background) gives 20.7 => 24 (steps of 4); the popular 10-point threshold is an MCID for groups, not an RCI',
  },
})
