import { bare, straight } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = bare(1, 2, 3, 4, 5)

export const movers = shelved({
  id: 'movers',
  version: '1',
  language: null,
  title: words('MOVERS', 'MOVERS'),
  about: words('Veiligheid en eigen regie', 'Safety-related empowerment'),
  licence: {
    class: 'unknown',
    evidence: 'uncertain',
    embed: false,
    text: 'Goodman et al. 2015; distributed EN/ES by the Domestic Violence Evidence Project (NRCDV). Written reuse terms not seen: ask the author; no Dutch version found.',
  },
  channels: ['staff', 'paper_supervised'],
  neverRemote: true,
  alone: false,
  onCall: false,
  groupsOnly: false,
  stem: null,
  items: [
    { id: 'v1', text: null, wording: 'none', choices: straight(offered) },
    { id: 'v2', text: null, wording: 'none', choices: straight(offered) },
    { id: 'v3', text: null, wording: 'none', choices: straight(offered) },
    { id: 'v4', text: null, wording: 'none', choices: straight(offered) },
    { id: 'v5', text: null, wording: 'none', choices: straight(offered) },
    { id: 'v6', text: null, wording: 'none', choices: straight(offered) },
    { id: 'v7', text: null, wording: 'none', choices: straight(offered) },
    { id: 'v8', text: null, wording: 'none', choices: straight(offered) },
    { id: 'v9', text: null, wording: 'none', choices: straight(offered) },
    { id: 'v10', text: null, wording: 'none', choices: straight(offered) },
    { id: 'v11', text: null, wording: 'none', choices: straight(offered) },
    { id: 'v12', text: null, wording: 'none', choices: straight(offered) },
    { id: 'v13', text: null, wording: 'none', choices: straight(offered) },
  ],
  scores: [
    {
      id: 'tools',
      label: words('Wat ze kan doen', 'Tools'),
      op: 'mean',
      items: ['v1', 'v3', 'v5', 'v7', 'v9', 'v11'],
      min: 1,
      max: 5,
      missing: { most: 1, rule: 'prorate' },
    },
    {
      id: 'support',
      label: words('Verwachte steun', 'Expected support'),
      op: 'mean',
      items: ['v4', 'v8', 'v12', 'v13'],
      min: 1,
      max: 5,
      missing: { most: 1, rule: 'prorate' },
    },
    {
      id: 'tradeoffs',
      label: words('Wat het kost', 'Trade-offs'),
      op: 'mean',
      items: ['v2', 'v6', 'v10'],
      min: 1,
      max: 5,
      missing: { most: 0, rule: 'none' },
    },
  ],
  alarms: [],
})
