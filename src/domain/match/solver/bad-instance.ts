export const faults = [
  'sizes-differ',
  'rows-not-in-order',
  'unknown-mother',
  'unknown-worker',
  'pair-twice',
  'workers-not-in-order',
  'score-below-one',
  'capacity-negative',
  'pin-not-allowed',
  'pin-forbidden',
  'pinned-twice',
  'more-pins-than-places',
  'numbers-too-large',
] as const
export type FaultCode = (typeof faults)[number]

/** What in an instance can't be true, and where. */
export interface Fault {
  readonly code: FaultCode
  readonly mother?: number
  readonly worker?: number
}

/** Thrown before anything is computed: a wrong number in would be a wrong pair out. */
export class BadInstance extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    const { code, mother, worker } = fault
    const where = [
      mother === undefined ? '' : ` mother ${mother}`,
      worker === undefined ? '' : ` worker ${worker}`,
    ]
    super(`Not an instance: ${code}${where.join('')}`)
    this.name = 'BadInstance'
    this.fault = fault
  }
}
