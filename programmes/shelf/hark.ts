import { straight } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = [
  { value: 1, label: 'Ja', code: 'LA33-6' },
  { value: 0, label: 'Nee', code: 'LA32-8' },
]

export const hark = shelved({
  id: 'hark-nl',
  version: '1',
  language: 'nl',
  title: words('HARK', 'HARK'),
  about: words('Partnergeweld, twaalf maanden', 'Partner violence, twelve months'),
  licence: {
    class: 'cc_by',
    evidence: 'opened',
    embed: true,
    text: 'Sohal, Eldridge & Feder 2007, BMC Family Practice 8:49, open access (CC BY 2.0 = background). Cite.',
  },
  channels: ['staff'],
  neverRemote: true,
  alone: true,
  onCall: false,
  groupsOnly: false,
  stem: null,
  items: [
    {
      id: 'h',
      text: 'Bent u in het afgelopen jaar door uw (ex-)partner vernederd of op een andere manier emotioneel mishandeld?',
      wording: 'draft',
      choices: straight(offered),
      code: '76500-8',
    },
    {
      id: 'a',
      text: 'Bent u in het afgelopen jaar bang geweest voor uw (ex-)partner?',
      wording: 'draft',
      choices: straight(offered),
      code: '76501-6',
    },
    {
      id: 'r',
      text: 'Bent u in het afgelopen jaar door uw (ex-)partner verkracht of gedwongen tot een seksuele handeling?',
      wording: 'draft',
      choices: straight(offered),
      code: '76502-4',
    },
    {
      id: 'k',
      text: 'Bent u in het afgelopen jaar door uw (ex-)partner geschopt, geslagen of op een andere manier lichamelijk pijn gedaan?',
      wording: 'draft',
      choices: straight(offered),
      code: '76503-2',
    },
  ],
  scores: [
    {
      id: 'total',
      label: words('Totaal', 'Total'),
      op: 'sum',
      items: ['h', 'a', 'r', 'k'],
      min: 0,
      max: 4,
      missing: { most: 3, rule: 'if_any' },
      bands: [
        { id: 'negative', from: 0, label: words('Negatief', 'Negative') },
        { id: 'positive', from: 1, label: words('Positief', 'Positive') },
      ],
    },
  ],
  alarms: [{ kind: 'partner_violence', within: 'same_day', of: { score: 'total' }, atLeast: 1 }],
})
