import { describe, expect, test } from 'vitest'
import { guessColumns, guessHeading } from '#domain/import/guess-columns.ts'

const today = Temporal.PlainDate.from('2026-11-03')

describe('what a heading says', () => {
  test.each([
    ['Naam moeder', 'name'],
    ['Naam', 'name'],
    ['Moeder', 'name'],
    ['Voornaam', 'given'],
    ['Voornaam moeder', 'given'],
    ['Roepnaam', 'given'],
    ['Achternaam', 'family'],
    ['tussenvoegsel', 'prefix'],
    ['Tussenv.', 'prefix'],
    ['geb.datum', 'birthDay'],
    ['Geboortedatum', 'birthDay'],
    ['geb. datum moeder', 'birthDay'],
    ['GEB.DAT', 'birthDay'],
    ['Date of birth', 'birthDay'],
    ['Tel', 'phone'],
    ['Tel.nr.', 'phone'],
    ['Telefoonnummer', 'phone'],
    ['mobiel', 'phone'],
    ['06-nummer', 'phone'],
    ['e-mail', 'email'],
    ['E-mailadres', 'email'],
    ['Email', 'email'],
    ['postcode', 'postcode'],
    ['huisnr', 'houseNumber'],
    ['Huisnr.', 'houseNumber'],
    ['toev.', 'houseNumberAddition'],
    ['straat', 'street'],
    ['Adres', 'address'],
    ['woonplaats', 'place'],
    ['Gemeente', 'place'],
    ['taal', 'language'],
    ['Moedertaal', 'language'],
    ['Tolk nodig?', 'interpreter'],
    ['geb. datum kind', 'childDay'],
    ['Geboortedatum kindje', 'childDay'],
    ['Naam kind', 'childGiven'],
    ['Naam baby', 'childGiven'],
    ['uitgerekend', 'childDueOn'],
    ['Uitgerekende datum', 'childDueOn'],
    ['à terme', 'childDueOn'],
    ['eerste kind', 'firstChild'],
    ['1e kindje?', 'firstChild'],
    ['Is dit het eerste kind?', 'firstChild'],
    ['verwijzer', 'referrer'],
    ['Naam verwijzer', 'referrer'],
    ['Aangemeld door', 'referrer'],
    ['instantie', 'referrer'],
    ['Organisatie verwijzer', 'referrerOrganisation'],
    ['Tel verwijzer', 'referrerPhone'],
    ['Telefoonnummer verloskundige', 'referrerPhone'],
    ['E-mail aanmelder', 'referrerEmail'],
    ['opmerking', 'words'],
    ['Bijzonderheden', 'words'],
    ['Toestemming', 'agreed'],
    ['Toestemming gegeven?', 'agreed'],
    ['Wanneer bereikbaar', 'reachWhen'],
    ['Voicemail', 'voicemail'],
    ['PC + plaats', 'postcode'],
    ['Postcode en woonplaats', 'postcode'],
    ['Kind Naam kind', 'childGiven'],
    ['Kind Uitgerekend / geboren', 'childDay'],
    ['Geboren of uitgerekend', 'childDay'],
  ])('%s is %s', (heading, field) => {
    expect(guessHeading(heading).field).toBe(field)
  })
  test.each([
    '',
    'Naam partner',
    'Telefoon vader',
    'Vrijwilliger',
    'Straatnamenregister',
    'Volgnr',
    '2026',
    'Waarom niet ingelezen',
    'Why not imported',
  ])('%s says nothing that we import', (heading) => {
    expect(guessHeading(heading).field).toBeNull()
  })
})

describe('a guess for every column', () => {
  const fields = (headings: string[], rows: string[][]) =>
    guessColumns(headings, rows, today).map(({ field }) => field)
  test('looks at the values where the heading is silent', () => {
    expect(
      fields(
        ['Naam', '', '', '', '', 'Code'],
        [
          ['Amina', '0612345678', 'a@example.nl', '3-2-1998', '3011 AB', 'q1'],
          ['Elif', '06 12345679', 'e@example.nl', '1 mei 1990', '3012ab', 'q2'],
        ],
      ),
    ).toEqual(['name', 'phone', 'email', 'birthDay', 'postcode', null])
  })
  test('gives a field to one column, and keeps a second phone among the remarks', () => {
    expect(fields(['Tel', 'Mobiel', 'Naam', 'Naam moeder', 'Opmerking', 'Toelichting'], [])).toEqual([
      'phone',
      'words',
      'name',
      null,
      'words',
      'words',
    ])
  })
})
