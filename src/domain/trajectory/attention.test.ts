import { describe, expect, test } from 'vitest'
import { attentionOf } from '#domain/trajectory/attention.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const ago = (days: number) => today.subtract({ days })
const planned = {
  state: 'planned' as const,
  plannedOn: today.add({ days: 3 }),
  doneOn: null,
  cancelledBy: null,
  loggedOn: null,
}
const done = (on: Temporal.PlainDate) => ({ ...planned, state: 'done' as const, doneOn: on, loggedOn: on })
const byPartner = {
  ...planned,
  state: 'cancelled' as const,
  cancelledBy: 'partner' as const,
  loggedOn: ago(5),
}
const calm = {
  state: 'active',
  endsOn: today.add({ years: 1 }),
  daysWithoutContact: 10,
  limitDays: 20,
  nextContactOn: planned.plannedOn,
  contacts: [planned],
  measures: [],
}
const codes = (facts: Partial<Parameters<typeof attentionOf>[0]>) =>
  attentionOf({ ...calm, ...facts }, today).map(({ code }) => code)

describe('what needs attention', () => {
  test('nothing, when all goes its way or all is over', () => {
    expect(codes({})).toEqual([])
    expect(codes({ state: 'closed', daysWithoutContact: 99, contacts: [byPartner] })).toEqual([])
  })
  test('her partner called off, until somebody has seen or spoken to her', () => {
    expect(codes({ contacts: [byPartner, planned] })).toEqual(['cancelled-by-partner'])
    expect(codes({ contacts: [done(ago(9)), byPartner, planned] })).toEqual(['cancelled-by-partner'])
    expect(codes({ contacts: [byPartner, done(ago(2)), planned] })).toEqual([])
  })
  test('too long without contact, no day agreed, a visit not written down', () => {
    expect(codes({ daysWithoutContact: 21 })).toEqual(['unvisited'])
    expect(codes({ daysWithoutContact: 21, signalled: ['phaseOverdue'] })).toEqual(['unvisited'])
    expect(codes({ nextContactOn: null, contacts: [{ ...planned, plannedOn: null }] })).toEqual([
      'no-day-agreed',
    ])
    expect(codes({ contacts: [{ ...planned, plannedOn: ago(1) }] })).toEqual(['not-logged'])
    expect(codes({ contacts: [{ ...planned, plannedOn: today }] })).toEqual([])
  })
  test('not what a standing signal says already', () => {
    expect(codes({ daysWithoutContact: 21, signalled: ['daysSinceLastContact'] })).toEqual([])
    expect(codes({ contacts: [byPartner, planned], signalled: ['daysSinceLastContact'] })).toEqual([
      'cancelled-by-partner',
    ])
  })
  test('a measure that is due, an end that nears or has passed', () => {
    expect(
      codes({
        measures: [
          { state: 'due', dueOn: today },
          { state: 'taken', dueOn: ago(9) },
        ],
      }),
    ).toEqual(['measure-due'])
    expect(codes({ endsOn: today.add({ days: 60 }) })).toEqual(['end-near'])
    expect(codes({ endsOn: ago(1) })).toEqual(['past-end'])
    expect(codes({ state: 'waiting', endsOn: ago(1) })).toEqual([])
  })
})
