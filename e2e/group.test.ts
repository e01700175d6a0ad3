import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildEvtGroup } from '#seeds/others/evt-group.ts'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * A group, from the referrals at the desk to closed places, in an organisation of its own, each step by its own role: the
 * fifth of the stories that the field tells (domain.md 7.8). Eight women; one withdraws after the second session, one
 * lacks a helper of her own from the fifth on, and one session has one facilitator.
 */
let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite({ build: buildEvtGroup })]
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function as(who: string, work: (person: Person) => Promise<void>, viewport = desktop): Promise<void> {
  const person = await signedIn(browser, site, { viewport, javaScript: false, pictures: false }, who)
  await work(person)
  await person.leave()
}
/** The id in the address where somebody is now. */
const idIn = (person: Person, noun: string): string =>
  new RegExp(`/${noun}/([\\w-]+)`).exec(person.page.url())?.[1] ?? ''

const women = ['Ilham', 'Joke', 'Karima', 'Lies', 'Mina', 'Nel', 'Oumaima', 'Puck']
const [withdraws, helpless] = ['Nel', 'Mina'] as const
const trajectories = new Map<string, string>()
const places = new Map<string, string>()
let group = ''

test('a social worker refers eight women', () =>
  as('Kees', async (kees) => {
    for (const [at, name] of women.entries()) {
      await kees.open('/my-referrals/new')
      await kees.fill('Uw naam', 'K. Bron')
      await kees.select('Uw functie', 'Maatschappelijk werk')
      await kees.fill('Uw telefoonnummer', '06 1000 4200')
      await kees.fill('Voornaam', name)
      await kees.unfold('Meer vertellen')
      await kees.fill('Achternaam', 'Zeegers')
      await kees.fill(/^Geboortedatum(?! van)/, `${at + 1}-4-1990`)
      await kees.select(/Taal die zij/, 'Nederlands')
      await kees.choose('Haar bellen')
      await kees.fill('Haar telefoonnummer', `06 1000 421${at}`)
      await kees.fill('In uw eigen woorden', 'Zij wil met andere vrouwen praten.')
      await kees.choose(/^Ja, zij weet ervan/)
      await kees.press('Meld haar aan')
      await kees.sees('wij hebben uw aanmelding')
    }
  }))

async function takeIn(margriet: Person, name: string): Promise<void> {
  await margriet.open('/referrals')
  await margriet.follow(`${name} Zeegers`)
  await margriet.press('Neem haar aan')
  trajectories.set(name, idIn(margriet, 'trajectories'))
  await margriet.follow('Begin de intake')
  await margriet.choose('Bellen', 'Hoe')
  await margriet.choose('Altijd')
  await margriet.choose(/^Alleen deze persoon zelf/)
  await margriet.select(/In welke taal/, 'Nederlands')
  await margriet.choose('Nooit', 'Een bericht inspreken')
  await margriet.press('Bewaar de afspraken')
  await margriet.open(`/trajectories/${trajectories.get(name)}/intake`)
  await margriet.select('Is er geweld of dwang thuis?', 'Ja, door haar partner')
  await margriet.choose('Ja', /Heeft ze nu een eigen hulpverlener/)
  await margriet.choose('Nee', /Is er geen veilige manier/)
  await margriet.choose('Nee', /direct gevaar/)
  await margriet.choose('Nee', /familie of bekende van een andere/)
  await margriet.choose('Nee', /Lukt het haar nu niet/)
  await margriet.choose('Nee', /met angst en dwang/)
  await margriet.press('Bewaar en ga verder')
  await margriet.choose('Ja', /doet mee omdat ze dat zelf wil/)
  await margriet.choose('Ja', /heeft gehoord wat we bewaren/)
  await margriet.choose('Nee', /mag horen dat het begint/)
  await margriet.choose('Ja', /korte vragen beantwoorden/)
  await margriet.choose('Samen besproken')
  await margriet.press('Bewaar en bekijk of het past')
  await margriet.press('Zet haar op de wachtlijst')
  await margriet.sees('Zij staat op de wachtlijst')
}

test('the coordinator weighs each of them, agrees how to reach her and puts her on the list', () =>
  as('Margriet', async (margriet) => {
    for (const name of women) await takeIn(margriet, name)
  }))

test('she sets up a group for them; all its days stand at once, without the holidays', () =>
  as('Margriet', async (margriet) => {
    await margriet.open('/groups')
    await margriet.follow('Nieuwe groep')
    await margriet.fill('Eerste bijeenkomst', '10-11-2026')
    await margriet.fill('Hoe laat', '9.30')
    await margriet.fill('Hoe noemen jullie deze groep?', 'Dinsdag, winter')
    await margriet.fill(/^Waar/, 'Vlindertuin 3')
    await margriet.choose('Ria Stam')
    await margriet.choose('Toos Wever')
    await margriet.press('Zet de groep klaar')
    await margriet.sees('De groep staat klaar')
    group = idIn(margriet, 'groups')
    await margriet.press('Open de groep')
    await margriet.sees('De groep is open')
    for (const name of women) {
      await margriet.open(`/groups/${group}/candidates`)
      await margriet.page
        .locator('tr', { hasText: `${name} Zeegers` })
        .getByRole('button')
        .click()
      await margriet.sees('De voorbereiding is begonnen')
      await margriet.sees(/Dit moet eerst in orde zijn[\s\S]*Dit doet wie de groep begeleidt/)
      places.set(name, idIn(margriet, 'group-places'))
      await margriet.fill(
        'Wie is de eigen hulpverlener, en hoe bereik je die?',
        'K. Bron, maatschappelijk werk',
      )
      await margriet.press('Bewaar de eigen hulpverlener')
      await margriet.open(`/trajectories/${trajectories.get(name)}/consents?code=C-11`)
      await margriet.choose('Ja', 'Wat antwoordt ze?')
      await margriet.choose('op papier')
      await margriet.press('Leg vast')
    }
    await margriet.open(`/group-places/${places.get('Ilham')}`)
    await margriet.seesNot('Geef een plaats')
  }))

test('a facilitator speaks with each of them, on her phone; she reads first names and nothing more', () =>
  as(
    'Ria',
    async (ria) => {
      await ria.open('/groups')
      await ria.follow('Dinsdag, winter')
      await ria.sees('Vlindertuin 3')
      await ria.seesNot('Zeegers')
      for (const name of women) {
        await ria.open(`/group-places/${places.get(name)}`)
        await ria.fill('Wanneer was het gesprek?', '3-11-2026')
        await ria.fill(/^Hoe is komen veilig/, 'Ze zegt thuis dat ze naar de naailes gaat.')
        await ria.press('Bewaar het gesprek')
        await ria.choose('Kent niemand')
        await ria.press('Leg vast wat je vond')
        await ria.sees('Alles is in orde')
        await ria.seesNot('Naar het traject')
      }
    },
    phone,
  ))

test('the coordinator gives eight seats, and the group goes on', () =>
  as('Margriet', async (margriet) => {
    for (const name of women) {
      await margriet.open(`/groups/${group}`)
      if (name === women[1]) {
        await margriet.press('De groep gaat door')
        await margriet.sees('Er zijn minstens 6 deelnemers nodig')
      }
      await margriet.open(`/group-places/${places.get(name)}`)
      await margriet.press('Geef een plaats')
      await margriet.sees('De plaats is gegeven')
    }
    await margriet.open(`/groups/${group}`)
    await margriet.press('De groep gaat door')
    await margriet.sees('De groep gaat door.')
  }))

test('twelve sessions are held; who stays away without a word is called that day', async () => {
  for (let number = 1; number <= 12; number += 1) {
    const { rows } = await site.owner.query<{ id: string; on: string }>(
      'select id, on_day::text as on from group_session where group_id = $1 and number = $2',
      [group, number],
    )
    const [session] = rows
    if (!session) throw new Error('no session')
    site.turnTo(String(session.on).slice(0, 10))
    await as(
      'Ria',
      async (ria) => {
        await ria.open(`/group-sessions/${session.id}`)
        for (const name of women.filter((one) => one !== withdraws || number <= 2))
          await ria.choose(name === 'Joke' && number < 5 ? 'Geen bericht' : 'Aanwezig', name)
        if (number === 7) await ria.page.getByLabel('Toos Wever').uncheck()
        await ria.press('Leg vast')
        await ria.sees('De bijeenkomst is vastgelegd')
      },
      phone,
    )
    if (number === 2)
      await as('Margriet', async (margriet) => {
        await margriet.open('/today')
        await margriet.sees(/Joke Zeegers: iemand bleef weg uit de groep/)
        await margriet.open(`/group-places/${places.get(withdraws)}`)
        await margriet.unfold('Stoppen met de groep')
        await margriet.select(/Waarom/, 'Wil niet meer')
        await margriet.press('Sluit deze plaats')
        await margriet.sees('De plaats is dicht')
      })
    if (number === 5)
      await as('Margriet', async (margriet) => {
        await margriet.open(`/group-places/${places.get(helpless)}`)
        await margriet.press('Deze hulp is gestopt')
        await margriet.open('/today')
        await margriet.sees(new RegExp(`${helpless} Zeegers[\\s\\S]*geen eigen hulpverlener meer`))
      })
    if (number === 7)
      await as('Peter', async (peter) => {
        await peter.open('/today')
        await peter.sees('Een bijeenkomst met één begeleider')
      })
  }
})

test('the group is completed, and each of the women is closed for herself', async () => {
  await as('Margriet', async (margriet) => {
    await margriet.open(`/groups/${group}/end`)
    await margriet.press('De groep is klaar')
    await margriet.sees('De groep is beëindigd')
    for (const name of ['Ilham', 'Joke']) {
      await margriet.open(`/group-places/${places.get(name)}`)
      await margriet.sees(name === 'Ilham' ? '12 van 12 keer aanwezig' : '8 van 12 keer aanwezig')
      await margriet.follow('Sluit het traject af')
      await margriet.sees(name === 'Ilham' ? 'afgerond. 12 keer in de groep' : '8 keer in de groep')
      await margriet.choose('Afgerond: bereikt wat ze wilde')
      await margriet.choose('Ze wilde niet')
      await margriet.select(/waarom/, 'Ze wilde liever niet')
      await margriet.press('Sluit af')
      await margriet.sees('Het traject is afgesloten')
    }
  })
  const { rows } = await site.owner.query(
    `select result from closure where trajectory_id = any($1) order by result`,
    [[trajectories.get('Ilham'), trajectories.get('Joke')]],
  )
  expect(rows).toEqual([{ result: 'completed' }, { result: 'ended_early' }])
  const { rows: open } = await site.owner.query(
    `select distinct state from group_place where group_id = $1 order by state`,
    [group],
  )
  expect(open).toEqual([{ state: 'completed' }, { state: 'left' }])
  expect(site.sent).toEqual([])
  expect(site.troubles).toEqual([])
})
