/** What is written down on a page of its own; how it stands in an address says nothing of it. */
export const meldcodeParts = [
  'signal',
  'consulted',
  'talked',
  'weighed',
  'report-decision',
  'help-decision',
  'told',
  'reported',
  'heard',
  'give',
  'name',
  'close',
] as const
export type MeldcodePart = (typeof meldcodeParts)[number]

/** Short in an address: whoever looks at a screen or a history learns nothing from it. */
const short = {
  signal: '1',
  consulted: '2',
  talked: '3',
  weighed: '4',
  'report-decision': '5a',
  'help-decision': '5b',
  told: '6',
  reported: '7',
  heard: '8',
  give: '9',
  name: '10',
  close: '11',
} as const satisfies Record<MeldcodePart, string>

export const addressOf = (part: MeldcodePart): string => short[part]
export const partAt = (address: string): MeldcodePart | undefined =>
  meldcodeParts.find((part) => short[part] === address)
