type Json = Record<string, unknown>

/** An invented BSN that passes the eleven-test. */
export const inventedBsn = '999990019'

const snomed = 'http://snomed.info/sct'
const reference = (to: string) => ({ reference: to })
const observation = (code: string, value: Json): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: snomed, code }] },
  subject: reference('urn:uuid:11111111-1111-4111-8111-111111111111'),
  ...value,
})

export const patient: Json = {
  resourceType: 'Patient',
  id: 'her',
  text: {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>Amina Yıldız, BSN ${inventedBsn}</p></div>`,
  },
  identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: inventedBsn }],
  name: [
    { use: 'official', family: 'Yıldız', given: ['Amina Fatma'] },
    { use: 'usual', given: ['Amina'] },
  ],
  telecom: [
    { system: 'phone', value: '010-1234567', use: 'home' },
    { system: 'phone', value: '06-12345678', use: 'mobile' },
    { system: 'email', value: 'amina@example.nl' },
  ],
  gender: 'female',
  birthDate: '1999-04-12',
  address: [{ use: 'home', line: ['Kerkstraat 12 bis'], city: 'Waterrijk', postalCode: '3011ab' }],
  communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'tr' }] }, preferred: true }],
}

/** A referral as a midwife's system would send it: whole, and with everything in it that must never be kept. */
export const sampleEntries: readonly Json[] = [
  { fullUrl: 'urn:uuid:11111111-1111-4111-8111-111111111111', resource: patient },
  { resource: observation('161714006', { valueDateTime: '2027-02-14', effectiveDateTime: '2026-09-01' }) },
  { resource: observation('364325004', { valueInteger: 0 }) },
  { resource: observation('161732006', { valueInteger: 1 }) },
  {
    resource: observation('365508006', {
      note: [{ text: `Woont tijdelijk bij haar tante (${inventedBsn})` }],
    }),
  },
  {
    resource: {
      resourceType: 'Flag',
      status: 'active',
      code: { text: 'Niet bellen na vijf uur' },
      subject: reference('Patient/her'),
    },
  },
  {
    resource: {
      resourceType: 'Flag',
      status: 'inactive',
      code: { text: 'Oude melding' },
      subject: reference('Patient/her'),
    },
  },
  {
    resource: {
      resourceType: 'RelatedPerson',
      patient: reference('Patient/her'),
      relationship: [
        { coding: [{ system: 'urn:oid:2.16.840.1.113883.2.4.3.11.22.472', code: '01' }] },
        { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'DOMPART' }] },
      ],
      name: [{ given: ['Murat'], family: 'Partnerman' }],
      telecom: [{ system: 'phone', value: '06-87654321' }],
    },
  },
  {
    resource: {
      resourceType: 'RelatedPerson',
      patient: reference('Patient/her'),
      relationship: [{ coding: [{ system: 'urn:oid:2.16.840.1.113883.2.4.3.11.22.472', code: '07' }] }],
      name: [{ given: ['Ina'], family: 'Helper' }],
    },
  },
  {
    resource: {
      resourceType: 'Practitioner',
      id: 'midwife',
      name: [{ use: 'official', family: 'Jansen', given: ['Vera'] }],
      telecom: [{ system: 'email', value: 'praktijk@example.nl' }],
    },
  },
  {
    resource: {
      resourceType: 'PractitionerRole',
      practitioner: reference('Practitioner/midwife'),
      organization: reference('Organization/practice'),
      specialty: [{ coding: [{ system: 'http://fhir.nl/fhir/NamingSystem/uzi-rolcode', code: '03.000' }] }],
    },
  },
  { resource: { resourceType: 'Organization', id: 'practice', name: 'Verloskundigen Waterrijk' } },
  { resource: { resourceType: 'Condition', subject: reference('Patient/her'), code: { text: 'Oedeem' } } },
  {
    resource: {
      resourceType: 'Consent',
      status: 'active',
      scope: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }],
      },
      patient: reference('Patient/her'),
      provision: { type: 'permit' },
    },
  },
]

export const bundle = (entries: readonly Json[] = sampleEntries, type: unknown = 'transaction'): Json => ({
  resourceType: 'Bundle',
  type,
  entry: entries,
})

/** The sample with something in one kind of resource changed; `null` leaves that kind out. */
export const bundleWith = (resourceType: string, change: Json | null): Json =>
  bundle(
    sampleEntries.flatMap((entry) => {
      const resource = entry.resource as Json
      if (resource.resourceType !== resourceType) return [entry]
      return change === null ? [] : [{ ...entry, resource: { ...resource, ...change } }]
    }),
  )

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** FHIR's XML for the same resource. */
export const asXml = (resource: Json): string => {
  const element = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((one) => element(name, one)).join('')
    if (name === 'div') return String(value)
    if (typeof value !== 'object' || value === null) return `<${name} value="${escaped(String(value))}"/>`
    const { url, ...rest } = value as Json
    const attribute = name === 'extension' ? ` url="${escaped(String(url))}"` : ''
    const inside =
      'resourceType' in value
        ? named(value as Json, '')
        : elements(name === 'extension' ? rest : (value as Json))
    return `<${name}${attribute}>${inside}</${name}>`
  }
  const elements = (json: Json): string =>
    Object.entries(json)
      .filter(([name]) => name !== 'resourceType')
      .map(([name, value]) => element(name, value))
      .join('')
  const named = (json: Json, namespace: string): string =>
    `<${json.resourceType}${namespace}>${elements(json)}</${json.resourceType}>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${named(resource, ' xmlns="http://hl7.org/fhir"')}`
}
