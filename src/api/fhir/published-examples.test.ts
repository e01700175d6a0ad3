import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readReferral } from '#usecases/referral/read-referral.ts'
import { openApi, type TestApi } from '../../../testing/api.ts'
import { openWorld, type World } from '../../../testing/world.ts'

/** Nictiz publishes examples of its nl-core resources. They are not ours to keep here; where they are, we read them. */
const folder = path.join(import.meta.dirname, '../../../../shared/fhir-examples')

describe.skipIf(!existsSync(folder))('the published nl-core examples', () => {
  const xml = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.endsWith('.xml'))
    .map((file) => `<entry><resource>${readFileSync(path.join(folder, file), 'utf8')}</resource></entry>`)
    .join('\n')
  const body = `<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/>${xml}</Bundle>`
  let world: World
  let api: TestApi
  beforeAll(async () => {
    world = await openWorld()
    api = openApi(world)
  })
  afterAll(() => world.close())

  test('make one referral, without the BSN that is in them', async () => {
    const { key } = await api.key()
    const answer = await api.send('POST', '/api/fhir/Bundle?agreed=true', {
      key,
      body,
      headers: { 'content-type': 'application/fhir+xml' },
    })
    const said = await answer.text()
    expect(answer.status, said).toBe(201)
    expect(said).toContain('bsn-dropped')
    expect(said).not.toContain('111222333')
    const id = answer.headers.get('location')?.split('/').at(-1) ?? ''
    const referral = await readReferral(world.context, await world.member(['coordinator']), { id })
    expect(referral.person).toMatchObject({
      name: { given: 'Jo', family: 'van Putten-van der Giessen' },
      phone: '+31611234567',
      email: 'giesput@myweb.nl',
      birthDay: Temporal.PlainDate.from('1934-04-28'),
      address: {
        street: '1e Jacob van Campenstr',
        houseNumber: '15',
        postcode: '1012 NX',
        place: 'Hoogmade',
      },
      languages: ['nl'],
    })
    expect(referral.answers?.child).toMatchObject({
      dueOn: Temporal.PlainDate.from('2015-01-08'),
      firstChild: 'no',
    })
    expect(referral.referrer).toMatchObject({ name: 'J.H.R. Peters', email: 'j.peters@hospital.nl' })
    expect(referral.words).toContain('Wonen: De bovenwoning is een probleem')
    expect(JSON.stringify(referral)).not.toContain('111222333')
  })
})
