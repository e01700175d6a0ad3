import { reversed, straight, upTo } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = upTo(3)

export const epds = shelved({
  id: 'epds',
  version: '1',
  language: null,
  title: words('EPDS', 'EPDS'),
  about: words('Somberheid rond de geboorte, een week', 'Depression around the birth, one week'),
  licence: {
    class: 'permission',
    evidence: 'opened',
    embed: false,
    text: '© The Royal College of Psychiatrists. Photocopying by clinicians/researchers for own use allowed with source; written permission needed for distribution to others or republication in print, online or any other medium.',
  },
  channels: ['staff', 'paper_supervised'],
  neverRemote: true,
  alone: false,
  onCall: true,
  groupsOnly: false,
  stem: null,
  items: [
    { id: 'd1', text: null, wording: 'none', choices: straight(offered) },
    { id: 'd2', text: null, wording: 'none', choices: straight(offered) },
    { id: 'd3', text: null, wording: 'none', choices: reversed(offered, 3) },
    { id: 'd4', text: null, wording: 'none', choices: straight(offered) },
    { id: 'd5', text: null, wording: 'none', choices: reversed(offered, 3) },
    { id: 'd6', text: null, wording: 'none', choices: reversed(offered, 3) },
    { id: 'd7', text: null, wording: 'none', choices: reversed(offered, 3) },
    { id: 'd8', text: null, wording: 'none', choices: reversed(offered, 3) },
    { id: 'd9', text: null, wording: 'none', choices: reversed(offered, 3) },
    { id: 'd10', text: null, wording: 'none', choices: reversed(offered, 3) },
  ],
  scores: [
    {
      id: 'total',
      label: words('Totaal', 'Total'),
      op: 'sum',
      items: ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8', 'd9', 'd10'],
      min: 0,
      max: 30,
      missing: { most: 0, rule: 'none' },
      bands: [
        { id: 'below', from: 0, label: words('Onder het afkappunt', 'Below') },
        { id: 'possible', from: 10, label: words('Mogelijk', 'Possible') },
        { id: 'likely', from: 13, label: words('Waarschijnlijk', 'Likely') },
      ],
    },
    {
      id: 'epds3a',
      label: words('EPDS-3A (angst)', 'EPDS-3A (anxiety)'),
      op: 'sum',
      items: ['d3', 'd4', 'd5'],
      min: 0,
      max: 9,
      missing: { most: 0, rule: 'none' },
    },
  ],
  alarms: [{ kind: 'self_harm', within: 'at_once', of: { item: 'd10' }, atLeast: 1, skippedToo: true }],
  change: {
    score: 'total',
    points: 4,
    status: 'opened',
    better: 'lower',
    inputs: 'Matthey 2004 J Affect Disord',
  },
})
