import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readXml } from '#api/fhir/read-xml.ts'
import { readJson } from '#domain/fhir/read-json.ts'
import { readReferral } from '#domain/fhir/read-referral.ts'
import { referralSubmission } from '#domain/referral/referral-submission.ts'
import { isRefusal } from '#domain/refusal.ts'
import { asXml, bundle, bundleWith, inventedBsn, patient, sampleEntries } from '#testing/fhir-bundle.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const treeOf = (json: object) => {
  const tree = readJson(JSON.stringify(json))
  if (typeof tree === 'string') throw new Error(tree)
  return tree
}
const tryReading = (json: object, agreed = false) =>
  readReferral(treeOf(json), { agreed, programmeId: null, today })
const reading = (json: object, agreed = false) => {
  const read = tryReading(json, agreed)
  if (isRefusal(read)) throw new Error(read.refused)
  return read
}
const codes = (json: object) => reading(json).notes.map(({ code, place }) => `${code} ${place}`)

describe('a whole bundle', () => {
  const { submission, lines, notes } = reading(bundle())
  test('gives her as she is called and reached', () => {
    expect(submission.mother).toEqual({
      name: { given: 'Amina', family: 'Yıldız' },
      phone: '+31612345678',
      email: 'amina@example.nl',
      birthDay: Temporal.PlainDate.from('1999-04-12'),
      address: { street: 'Kerkstraat', houseNumber: '12 bis', postcode: '3011 AB', place: 'Waterrijk' },
      languages: ['tr'],
      interpreter: null,
    })
  })
  test('gives the child she expects, and that it is her first', () => {
    expect(submission.child).toMatchObject({
      dueOn: Temporal.PlainDate.from('2027-02-14'),
      firstChild: 'yes',
    })
  })
  test('gives who refers', () => {
    expect(submission.referrer).toEqual({
      kind: 'midwife',
      name: 'Vera Jansen',
      organisation: 'Verloskundigen Waterrijk',
      phone: null,
      email: 'praktijk@example.nl',
    })
  })
  test('keeps in words what has no field, without the BSN in it', () => {
    expect(lines).toEqual([
      { kind: 'alert', text: 'Niet bellen na vijf uur' },
      { kind: 'living', text: 'Woont tijdelijk bij haar tante ([…])' },
      { kind: 'via', text: 'Ina Helper' },
    ])
  })
  test('says what was left out', () => {
    expect(notes.map(({ code, place }) => `${code} ${place}`).toSorted()).toEqual([
      'bsn-dropped Observation.note.text',
      'bsn-dropped Patient.identifier',
      'bsn-dropped Patient.text',
      'not-active Flag',
      'not-read Condition',
      'not-read RelatedPerson',
      'one-of-several Patient.telecom',
    ])
  })
  test('can be submitted as it is', () => {
    expect(referralSubmission.safeParse(submission).success).toBe(true)
  })
  test('keeps no BSN and nothing of the partner', () => {
    const kept = JSON.stringify({ submission, lines, notes })
    for (const never of [inventedBsn, 'Murat', 'Partnerman', '87654321']) expect(kept).not.toContain(never)
  })
  test('says the same in XML', () => {
    const tree = readXml(asXml(bundle()))
    if (typeof tree === 'string') throw new Error(tree)
    const read = readReferral(tree, { agreed: false, programmeId: null, today })
    expect(JSON.stringify(read)).toBe(JSON.stringify({ submission, lines, notes }))
  })
})

describe('agreement', () => {
  const without = bundleWith('Consent', null)
  test('must come with it', () => expect(tryReading(without)).toEqual({ refused: 'agreement-needed' }))
  test('may be the sender’s own word', () => expect(isRefusal(tryReading(without, true))).toBe(false))
  test.each([
    { status: 'inactive' },
    { provision: {} },
    { scope: { coding: [{ code: 'treatment' }] } },
    { provision: { type: 'permit', period: { end: '2026-11-02' } } },
    { patient: { reference: 'Patient/somebody-else' } },
  ])('is not in a Consent with %j', (change) =>
    expect(tryReading(bundleWith('Consent', change))).toEqual({ refused: 'agreement-needed' }),
  )
  test('is not there if she says no, whatever the sender says', () =>
    expect(tryReading(bundleWith('Consent', { provision: { type: 'deny' } }), true)).toEqual({
      refused: 'agreement-denied',
    }))
})

describe('whom it is about', () => {
  const child = { resource: { resourceType: 'Patient', id: 'child', name: [{ given: ['Kind'] }] } }
  test('must be in it', () =>
    expect(tryReading(bundleWith('Patient', null))).toEqual({ refused: 'patient-needed' }))
  test('is the subject of the pregnancy, if a child travels along', () =>
    expect(reading(bundle([child, ...sampleEntries])).submission.mother.name.given).toBe('Amina'))
  test('must be clear', () =>
    expect(tryReading(bundle([child, { resource: { ...patient, id: 'x' } }]), true)).toEqual({
      refused: 'one-patient-needed',
    }))
  test('must be alive', () =>
    expect(tryReading(bundleWith('Patient', { deceasedDateTime: '2026-10-01' }))).toEqual({
      refused: 'patient-deceased',
    }))
  test('is not who an observation about somebody else speaks of', () => {
    const other = bundleWith('Observation', { subject: { reference: 'Patient/child' } })
    expect(reading(other).submission.child).toMatchObject({ dueOn: null, firstChild: 'unknown' })
    expect(codes(other)).toContain('not-about-her Observation')
  })
  test('may not be turned round by a modifier nobody knows', () =>
    expect(
      tryReading(bundleWith('Patient', { modifierExtension: [{ url: 'x', valueBoolean: true }] })),
    ).toEqual({
      refused: 'not-understood',
    }))
})

describe('the name', () => {
  const named = (...name: object[]) => reading(bundleWith('Patient', { name })).submission.mother.name
  const part = (value: string) => ({
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier', valueCode: value }],
  })
  const own = (kind: string, valueString: string) => ({
    url: `http://hl7.org/fhir/StructureDefinition/humanname-${kind}`,
    valueString,
  })
  test('is put together from own and partner’s name in the order she chose', () => {
    const family = [
      own('own-prefix', 'van'),
      own('own-name', 'Putten'),
      own('partner-prefix', 'van der'),
      own('partner-name', 'Giessen'),
    ]
    const order = (valueCode: string) => [
      { url: 'http://hl7.org/fhir/StructureDefinition/humanname-assembly-order', valueCode },
    ]
    const as = (code: string) =>
      named({ given: ['Jo'], _family: { extension: family }, extension: order(code) }).family
    expect(['NL1', 'NL2', 'NL3', 'NL4'].map(as)).toEqual([
      'van Putten',
      'van der Giessen',
      'van der Giessen-van Putten',
      'van Putten-van der Giessen',
    ])
  })
  test('is the call name where one is marked, and initials only if there is no more', () => {
    expect(named({ given: ['J.', 'Jo'], _given: [part('IN'), part('CL')], family: 'Bos' }).given).toBe('Jo')
    expect(named({ given: ['J.', 'P.'], _given: [part('IN'), part('IN')], family: 'Bos' }).given).toBe('J.P.')
  })
  test('may be one word, or text', () => {
    expect(named({ family: 'Amina' })).toEqual({ given: 'Amina', family: null })
    expect(named({ text: 'Amina Yıldız' })).toEqual({ given: 'Amina Yıldız', family: null })
  })
  test('is not the one she no longer has', () =>
    expect(named({ use: 'old', given: ['Oud'] }, { given: ['Nu'] }).given).toBe('Nu'))
})

describe('the child', () => {
  const her = { reference: 'Patient/her' }
  const told = (code: string, value: object) => ({
    resource: {
      resourceType: 'Observation',
      status: 'final',
      subject: her,
      code: { coding: [{ system: 'http://snomed.info/sct', code }] },
      ...value,
    },
  })
  const childIn = (...entries: object[]) =>
    reading(bundle([{ resource: patient }, ...(entries as Record<string, unknown>[])]), true).submission.child
  test('is due on the day that was set last', () => {
    const child = childIn(
      told('161714006', { valueDateTime: '2027-03-01', effectiveDateTime: '2026-09-20' }),
      told('161714006', { valueDateTime: '2027-02-14', effectiveDateTime: '2026-09-01' }),
    )
    expect(String(child?.dueOn)).toBe('2027-03-01')
  })
  test('is due 40 weeks after it began, if only the duration is told', () => {
    const duration = { valueQuantity: { value: 24, unit: 'w', code: '{w}' }, effectiveDateTime: '2026-11-03' }
    expect(String(childIn(told('57036006', duration))?.dueOn)).toBe('2027-02-23')
  })
  test('is the first only if she bore none', () => {
    const first = (parity: number, gravidity: number) =>
      childIn(told('364325004', { valueInteger: parity }), told('161732006', { valueInteger: gravidity }))
        ?.firstChild
    expect([first(0, 1), first(0, 3), first(1, 2), first(3, 3), first(1, 1)]).toEqual([
      'yes',
      'yes',
      'no',
      'no',
      'unknown',
    ])
  })
  test('is not told by an observation that was taken back', () =>
    expect(
      childIn(told('161714006', { status: 'entered-in-error', valueDateTime: '2027-03-01' }))?.dueOn,
    ).toBeNull())
})

test('a contact of hers is read only if his work it is to help her', () => {
  const role = (code: string, system = 'urn:oid:2.16.840.1.113883.2.4.3.11.22.472') => ({
    coding: [{ system, code }],
  })
  const kin = role('HUSB', 'http://terminology.hl7.org/CodeSystem/v3-RoleCode')
  const contact = (name: string, ...relationship: object[]) => ({ name: { given: [name] }, relationship })
  const odd = bundleWith('Patient', {
    contact: [
      contact('Ad', role('07')),
      contact('Bo', role('01')),
      contact('Cor', role('07'), kin),
      contact('Dirk'),
      contact('Eef', role('21')),
    ],
  })
  expect(
    reading(odd)
      .lines.filter(({ kind }) => kind === 'via')
      .map(({ text }) => text),
  ).toEqual(['Ina Helper', 'Ad', 'Eef'])
  expect(codes(odd)).toContain('not-read Patient.contact')
})

test('what can’t be read is said and kept in words', () => {
  const odd = bundleWith('Patient', {
    birthDate: '1999',
    telecom: [
      { system: 'phone', value: 'bij de buren' },
      { system: 'email', value: 'amina(at)example' },
    ],
    address: [{ postalCode: '30 11', city: 'Waterrijk' }],
    communication: [{ language: { coding: [{ code: '!' }], text: 'Tigrinya' } }],
  })
  const { submission, lines } = reading(odd)
  expect(submission.mother).toMatchObject({ birthDay: null, phone: null, email: null, languages: [] })
  expect(lines.slice(0, 5)).toEqual([
    { kind: 'birth-day', text: '1999' },
    { kind: 'phone', text: 'bij de buren' },
    { kind: 'email', text: 'amina(at)example' },
    { kind: 'postcode', text: '30 11' },
    { kind: 'language', text: 'Tigrinya' },
  ])
})

describe('a BSN', () => {
  const places: Record<string, (text: string) => object> = {
    name: (text) => ({ name: [{ given: [`Amina ${text}`], family: text }] }),
    phone: (text) => ({ telecom: [{ system: 'phone', value: text }] }),
    email: (text) => ({ telecom: [{ system: 'email', value: `${text}@example.nl` }] }),
    street: (text) => ({ address: [{ line: [`Kerkstraat ${text}`], city: text }] }),
    oid: (text) => ({ identifier: [{ system: 'urn:oid:2.16.840.1.113883.2.4.6.3', value: `x${text}` }] }),
    typed: (text) => ({ identifier: [{ type: { coding: [{ code: 'NNNLD' }] }, value: text }] }),
    narrative: (text) => ({ text: { div: `<div>${text.slice(0, 3)}<b>${text.slice(3)}</b></div>` } }),
    extension: (text) => ({ extension: [{ url: 'x', valueString: text }] }),
    language: (text) => ({ communication: [{ language: { text } }] }),
  }
  test.each(Object.keys(places))('in the %s never comes out, and is said', (place) => {
    const clean = { text: undefined, identifier: undefined }
    const read = reading(bundleWith('Patient', { ...clean, ...places[place]?.(inventedBsn) }))
    expect(JSON.stringify(read)).not.toContain(inventedBsn)
    expect(
      read.notes.some(({ code, place: where }) => code === 'bsn-dropped' && where?.startsWith('Patient')),
    ).toBe(true)
  })
  test('never comes out of any tree', () => {
    const texts = fc.string({ maxLength: 20 }).map((text) => `${text} ${inventedBsn} ${text}`)
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('Flag', 'Observation', 'Practitioner', 'Organization'),
        (text, type) => {
          const change = {
            code: { text },
            note: [{ text }],
            name: type === 'Organization' ? text : [{ text }],
          }
          const read = tryReading(bundleWith(type, type === 'Observation' ? { note: change.note } : change))
          return !JSON.stringify(read).includes(inventedBsn)
        },
      ),
    )
  })
})

test('any tree is read or refused, never a bug', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('Patient', 'Patient/her', 'final', 'active', '2026-02-30', '#', null, 7, true),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'resourceType',
          'id',
          'name',
          'given',
          'family',
          'telecom',
          'system',
          'value',
          'use',
          'extension',
          'url',
          'coding',
          'code',
          'reference',
          'subject',
          '_family',
          'div',
          'period',
          'contained',
          '__proto__',
          'constructor',
        ),
        tie('any'),
        { maxKeys: 5 },
      ),
    ),
  })).any
  fc.assert(
    fc.property(
      fc.constantFrom(
        'Patient',
        'Observation',
        'Flag',
        'RelatedPerson',
        'Practitioner',
        'PractitionerRole',
        'ServiceRequest',
        'Consent',
      ),
      fc.string({ maxLength: 12 }),
      value,
      (type, key, odd) => {
        const base = typeof odd === 'object' && odd !== null && !Array.isArray(odd) ? odd : { [key]: odd }
        tryReading(bundle([...sampleEntries, { resource: { ...base, resourceType: type } }]), true)
        tryReading(bundleWith(type, base as Record<string, unknown>), true)
      },
    ),
    { numRuns: 400 },
  )
})
