import { straight } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = [
  { value: 1, label: 'Helemaal niet' },
  { value: 2, label: 'Een beetje' },
  { value: 3, label: 'Redelijk' },
  { value: 4, label: 'Veel' },
  { value: 5, label: 'Heel veel' },
]

export const ownBond = shelved({
  id: 'own-bond-nl',
  version: '1',
  language: 'nl',
  title: words('Band met mijn mentor', 'Bond with my mentor'),
  about: words('Hoe het is met wie naast haar staat', 'How it is with who stands beside her'),
  licence: {
    class: 'own',
    evidence: 'own',
    embed: true,
    text: 'Written for this project; not validated. Not shown to the mentor at individual level.',
  },
  channels: ['paper', 'remote', 'coordinator'],
  neverRemote: false,
  alone: false,
  onCall: false,
  groupsOnly: false,
  stem: null,
  items: [
    { id: 'r1', text: 'Mijn mentor luistert naar mij', wording: 'published', choices: straight(offered) },
    { id: 'r2', text: 'Ik kan mijn mentor vertrouwen', wording: 'published', choices: straight(offered) },
    {
      id: 'r3',
      text: 'We werken aan dingen die ik belangrijk vind',
      wording: 'published',
      choices: straight(offered),
    },
    { id: 'r4', text: 'De bezoeken helpen mij verder', wording: 'published', choices: straight(offered) },
  ],
  scores: [
    {
      id: 'mean',
      label: words('Gemiddelde', 'Mean'),
      op: 'mean',
      items: ['r1', 'r2', 'r3', 'r4'],
      min: 1,
      max: 5,
      missing: { most: 1, rule: 'prorate' },
    },
  ],
  alarms: [{ kind: 'call_her', within: 'week', of: 'any', atMost: 2 }],
})
