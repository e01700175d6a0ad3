import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDefinition } from '#domain/programme/check-definition.ts'
import { contactPlan } from '#domain/programme/contact-plan.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { weighEligibility } from '#domain/programme/eligibility.ts'
import { endDay } from '#domain/programme/end-day.ts'
import type { Facts, FactValue } from '#domain/programme/expression.ts'
import { referralDayFacts } from '#domain/programme/referral-day-facts.ts'
import { evtGroup } from './evt-group.ts'
import { memosa } from './memosa.ts'
import { mim, mim24 } from './mim.ts'
import { mimDenHaag, mimNizw2004 } from './mim-variants.ts'
import { mvr } from './mvr.ts'
import { programmes } from './registry.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

/** Every place that holds a value or a rule without saying where it comes from. */
function unsourced(part: unknown, path: string): string[] {
  if (typeof part !== 'object' || part === null) return []
  const mute =
    ['value', 'when', 'weight'].some((key) => Object.hasOwn(part, key)) && !Object.hasOwn(part, 'prov')
  // A moment's `when` and a material's `select` are part of something that has its provenance itself.
  return [
    ...(mute ? [path] : []),
    ...Object.entries(part).flatMap(([key, value]) => unsourced(value, `${path}.${key}`)),
  ]
}

const answerTo = (type: ProgrammeDefinition['facts'][number]['type']): fc.Arbitrary<FactValue> => {
  if (type.kind === 'yes_no') return fc.boolean()
  if (type.kind === 'number') return fc.integer({ min: type.min, max: type.max })
  return fc.constantFrom(...type.options.map(({ id }) => id))
}

describe.each(programmes.map((programme) => [programme.id, programme] as const))('%s', (_, programme) => {
  test('holds together', () => {
    expect(checkDefinition(programme).problems).toEqual([])
  })
  test('says of every parameter where it comes from', () => {
    expect(unsourced(programme, programme.id)).toEqual([])
    const text = JSON.stringify(programme)
    // What a text or an opened source says, names that source; its own proposals name none that they don't have.
    for (const [, prov, ref] of text.matchAll(/"prov":"(\w+)"(?:,"ref":"(\w+)")?/g))
      if (prov === 'source_text' || prov === 'opened_source') expect(ref, text.slice(0, 40)).toBeDefined()
  })
  test('keeps no citizen number and shows no questions of others', () => {
    expect(programme.bsnAllowed).toBe(false)
    for (const { items, reference } of programme.instruments)
      expect(items.length === 0).toBe(reference !== undefined)
  })
  test('has the rules that hold everywhere', () => {
    const ids = programme.fidelity.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['G-F1', 'G-F2', 'G-F3', 'G-F4', 'G-F5', 'G-F6']))
  })
  test('is weighed whatever is known', () => {
    const answers = fc.record(
      Object.fromEntries([
        ...programme.facts.map(({ name, type }) => [name, fc.option(answerTo(type))] as const),
        ['childAgeMonths', fc.option(fc.integer({ min: 0, max: 60 }))] as const,
        ['pregnant', fc.option(fc.boolean())] as const,
        ['gestationalWeeks', fc.option(fc.integer({ min: 0, max: 43 }))] as const,
        ['pregnantAtReferral', fc.option(fc.boolean())] as const,
        ['gestationalWeeksAtReferral', fc.option(fc.double({ min: 0, max: 43, noNaN: true }))] as const,
      ]),
    )
    fc.assert(
      fc.property(answers, (facts: Facts) => {
        const { outcome, ask, results } = weighEligibility(programme, facts)
        expect(ask.length > 0).toBe(outcome === 'ask')
        expect(results).toHaveLength(programme.eligibility.length)
      }),
    )
  })
})

test('at sensitive work her safety comes first', () => {
  for (const programme of [memosa, evtGroup]) {
    expect(programme.safety.class.value).toBe('very_high')
    expect(programme.safety.portal.value).toBe('off')
    expect(weighEligibility(programme, { acuteDanger: true }).outcome).toBe('not_eligible')
    const route = weighEligibility(programme, { acuteDanger: true }).results.find(
      ({ rule }) => rule.safetyRoute,
    )
    expect(route?.met).toBe(false)
  }
})

describe('MeMoSA', () => {
  const start = day('2026-11-03')
  test('is sixteen visits, one a week, in as many weeks', () => {
    const endsOn = endDay(memosa, null, start)
    expect(endsOn?.toString()).toBe('2027-02-23')
    const { contacts, sparse, short } = contactPlan(memosa, {
      startOn: start,
      endsOn: endsOn ?? start,
    })
    expect(contacts).toHaveLength(16)
    expect({ sparse, short }).toEqual({ sparse: false, short: null })
    expect(contacts.map(({ dueFrom }) => start.until(dueFrom).days)).toEqual(
      Array.from({ length: 16 }, (_, at) => at * 7),
    )
    expect([0, 3, 4, 11, 12, 15].map((at) => contacts[at]?.phase)).toEqual([
      'bonding',
      'bonding',
      'working',
      'working',
      'closing',
      'closing',
    ])
  })
  test('takes violence by an ex-partner as an exception, with a reason', () => {
    const known = { childrenAtHome: 1, acuteDanger: false, noSharedLanguage: false }
    expect(weighEligibility(memosa, { ...known, partnerViolence: 'confirmed' }).outcome).toBe('eligible')
    expect(weighEligibility(memosa, { ...known, partnerViolence: 'ex_partner' }).outcome).toBe(
      'exception_possible',
    )
    expect(weighEligibility(memosa, known).ask).toEqual(['partnerViolence'])
  })
})

describe('Moeders van Rotterdam', () => {
  const pregnant = {
    pregnantAtReferral: true,
    gestationalWeeksAtReferral: 30,
    livesInRotterdam: true,
  }
  test('counts three adversities over two domains, however much is still open', () => {
    const outcome = (facts: Facts) => weighEligibility(mvr, { ...pregnant, ...facts }).outcome
    expect(outcome({ adversityMoney: 2, adversityHousing: 1 })).toBe('eligible')
    expect(outcome({ adversityMoney: 5 })).toBe('ask')
    expect(outcome({ adversityMoney: 1, adversityHousing: 1 })).toBe('ask')
    const all = Object.fromEntries(mvr.adversityGrid?.domains.map(({ fact }) => [fact, 0]) ?? [])
    expect(outcome({ ...all, adversityMoney: 5 })).toBe('not_eligible')
    expect(outcome({ ...all, adversityMoney: 2, adversityMind: 1 })).toBe('eligible')
  })
  test('asks for the domains of life that are still open, not for a count', () => {
    const { ask } = weighEligibility(mvr, { ...pregnant, adversityMoney: 5 })
    expect(ask).not.toContain('adversityCount')
    expect(ask).toContain('adversityHousing')
    expect(ask).not.toContain('adversityMoney')
  })
  test('takes her up to 36 weeks at the referral; after that the desk decides', () => {
    const enough = { livesInRotterdam: true, adversityMoney: 2, adversityHousing: 1 }
    const received = day('2026-11-03')
    const outcome = (child: { bornOn?: string; dueOn?: string }) =>
      weighEligibility(mvr, {
        ...enough,
        ...referralDayFacts(
          { bornOn: child.bornOn ? day(child.bornOn) : null, dueOn: child.dueOn ? day(child.dueOn) : null },
          received,
        ),
      }).outcome
    expect(outcome({ dueOn: '2026-12-01' })).toBe('eligible')
    expect(outcome({ dueOn: '2026-11-30' })).toBe('exception_possible')
    expect(outcome({ bornOn: '2026-11-20', dueOn: '2026-12-02' })).toBe('eligible')
    expect(outcome({ bornOn: '2026-11-03' })).toBe('exception_possible')
    expect(outcome({ bornOn: '2026-11-20' })).toBe('ask')
  })
})

describe('where sources disagree both stand', () => {
  test('on the child’s age', () => {
    const born = day('2026-11-03')
    expect([mim, mim24, mimDenHaag, mvr].map((one) => endDay(one, born)?.toString())).toEqual([
      '2028-05-03',
      '2028-11-03',
      '2030-11-03',
      '2028-11-03',
    ])
  })
  test('on the number of visits and the words', () => {
    expect([mim.contacts?.min.value, mim.contacts?.max.value]).toEqual([16, 20])
    expect([mimNizw2004.contacts?.min.value, mimNizw2004.contacts?.max.value]).toEqual([18, 18])
    expect(mimNizw2004.terms.worker.nl).toBe('bezoekmoeder')
    expect(mimNizw2004.materials.find(({ kind }) => kind === 'picture_stories')?.pieces?.value).toBe(44)
  })
  test('on the first child and on when it begins', () => {
    const second = {
      insecure: true,
      multipleSeriousProblems: false,
      currentPartnerViolence: false,
      firstChild: false,
    }
    expect(weighEligibility(mim, { ...second, childAgeMonths: 2 }).outcome).toBe('exception_possible')
    expect(weighEligibility(mimDenHaag, { ...second, childAgeMonths: 40 }).outcome).toBe('eligible')
    expect(weighEligibility(mimDenHaag, { ...second, pregnant: true, childAgeMonths: null }).outcome).toBe(
      'eligible',
    )
  })
})

test('the group never bears the name of the agency in its ids', () => {
  expect(JSON.stringify(Object.keys(evtGroup))).not.toMatch(/veilig/i)
  expect(evtGroup.id).toBe('evt-group')
  expect(evtGroup.group?.sessionPlan).toHaveLength(12)
})
