import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildEvtGroup } from '#seeds/others/evt-group.ts'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * A group, from the referrals at the desk to closed places, in an organisation of its own, each step by its own role: the
 * fifth of the stories that the field tells (domain.md 7.8). Eight women; one withdraws after the second session, one
 * lacks a helper of her own from the fifth on, one catches up with a session she missed, and one session has one
 * facilitator. Those who lead it do so on phones of 360 px, by turns and once both at the same moment.
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
      // A week before it is not hers to know yet.
      await ria.sees('Je ziet dit vanaf 2 dagen voor de bijeenkomst')
      await ria.seesNot('Vlindertuin')
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

const sessionIn = async (number: number): Promise<{ id: string; on: string }> => {
  const { rows } = await site.owner.query<{ id: string; on: string }>(
    'select id, on_day::text as on from group_session where group_id = $1 and number = $2',
    [group, number],
  )
  if (!rows[0]) throw new Error('no session')
  return { id: rows[0].id, on: rows[0].on.slice(0, 10) }
}
const onPhone = (who: string, work: (person: Person) => Promise<void>) => as(who, work, phone)

test('each hears where it is two days before, said to her or along her own way, and not earlier', async () => {
  const { on } = await sessionIn(1)
  const told = (name: string, how: string) =>
    onPhone('Ria', async (ria) => {
      await ria.open(`/group-places/${places.get(name)}`)
      await ria.choose(how)
      await ria.press('Vertel waar het is')
      await ria.sees(
        /Daarvoor is het te vroeg|Vastgelegd dat het verteld is|Op deze manier is contact niet gewenst/,
      )
    })
  await told('Ilham', 'Zelf gezegd')
  site.turnTo(Temporal.PlainDate.from(on).subtract({ days: 1 }).toString())
  await told('Ilham', 'Zelf gezegd')
  await onPhone('Ria', async (ria) => {
    await ria.open(`/groups/${group}`)
    await ria.sees('Vlindertuin 3')
  })
  // She agreed to be called: nothing is written to her, whatever is pressed.
  await told('Joke', 'Een sms')
  const { rows } = await site.owner.query(
    'select id, told_how from group_place where id = any($1) order by told_how nulls last',
    [[places.get('Ilham'), places.get('Joke')]],
  )
  expect(rows).toEqual([
    { id: places.get('Ilham'), told_how: 'spoken' },
    { id: places.get('Joke'), told_how: null },
  ])
  expect(site.sent).toEqual([])
})

test('two who lead it tap at the same moment: both words stand until they agree', async () => {
  const { id, on } = await sessionIn(1)
  site.turnTo(on)
  await onPhone('Ria', (ria) =>
    onPhone('Toos', async (toos) => {
      await ria.open(`/group-sessions/${id}`)
      await toos.open(`/group-sessions/${id}`)
      await ria.press('Ilham: Aanwezig')
      await toos.press('Ilham: Afgemeld')
      await toos.sees(/Jullie zeggen niet hetzelfde[\s\S]*Aanwezig[\s\S]*Afgemeld/)
      await ria.press('Leg vast')
      await ria.sees(/Tik nog aan|zeggen jullie niet hetzelfde/)
      await ria.open(`/group-sessions/${id}`)
      await ria.look('group-session-disputed')
      await ria.press('Ilham: Aanwezig')
      await ria.seesNot('Jullie zeggen niet hetzelfde')
    }),
  )
})

test('twelve sessions are held; who stays away without a word is called that day', async () => {
  for (let number = 1; number <= 12; number += 1) {
    const session = await sessionIn(number)
    site.turnTo(session.on)
    // Turn about, each on her own phone.
    await onPhone(number % 2 === 0 ? 'Toos' : 'Ria', async (leads) => {
      await leads.open(`/group-sessions/${session.id}`)
      if (number < 5) await leads.press('Joke: Geen bericht')
      if (number > 8) await leads.press('Karima: Afgemeld')
      await leads.press(/De andere \d+ zijn er/)
      if (number === 7) await leads.page.getByLabel('Toos Wever').uncheck()
      await leads.press('Leg vast')
      await leads.sees('De bijeenkomst is vastgelegd')
      if (number === 3) await around(leads, session.id)
      if (number === 4) await planCatchingUp(leads, session)
    })
    if (number === 4) {
      site.turnTo(Temporal.PlainDate.from(session.on).add({ days: 2 }).toString())
      await onPhone('Ria', (ria) => catchUp(ria, session.id))
    }
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

/** What they keep for themselves of the group, and who comes along to the next one. */
async function around(leads: Person, sessionId: string): Promise<void> {
  const next = await sessionIn(4)
  await leads.open(`/group-sessions/${sessionId}`)
  await leads.fill('Hoe ging het met de groep?', 'Joke was er weer niet.')
  await leads.press('Bewaar de notities')
  await leads.sees('Hier staat een naam van iemand uit de groep')
  await leads.fill('Hoe ging het met de groep?', 'Het thema liep uit. Volgende keer eerder pauze.')
  await leads.press('Bewaar de notities')
  await leads.sees('Bewaard')
  await leads.open(`/group-places/${places.get('Puck')}`)
  await leads.fill('Hoeveel kinderen komen mee naar de opvang?', '2')
  await leads.press('Bewaar het aantal')
  await leads.open(`/group-sessions/${next.id}`)
  await leads.unfold('Opvang en tolk regelen')
  await leads.fill('Plaatsen in de kinderopvang', '4')
  await leads.select(/Tolk, in welke taal/, 'Tigrinya')
  await leads.choose('via de telefoon')
  await leads.press('Bewaar opvang en tolk')
  await leads.sees(/Kinderen die meekomen: 2. Plaatsen in de opvang: 4[\s\S]*Tolk: Tigrinya/)
  await leads.look('group-session-around')
}

/** She missed it; a talk makes up for it, within the days that the programme gives. */
async function planCatchingUp(leads: Person, { id, on }: { id: string; on: string }): Promise<void> {
  const day = Temporal.PlainDate.from(on)
  await leads.open(`/group-sessions/${id}`)
  await leads.fill('Wanneer spreken jullie af?', typedDay(day.add({ days: 30 })))
  await leads.press('Plan het inhalen met Joke')
  await leads.sees('Inhalen kan tot 21 dagen na de bijeenkomst')
  await leads.fill('Wanneer spreken jullie af?', typedDay(day.add({ days: 2 })))
  await leads.press('Plan het inhalen met Joke')
  await leads.sees('Het gesprek is gepland')
}
async function catchUp(leads: Person, id: string): Promise<void> {
  await leads.open(`/group-sessions/${id}`)
  await leads.press('Het gesprek is geweest')
  await leads.sees(/Joke: ingehaald op[\s\S]*Dat telt als aanwezig/)
}
const typedDay = ({ day, month, year }: Temporal.PlainDate): string => `${day}-${month}-${year}`

test('the group is completed, and each of the women is closed for herself', async () => {
  await as('Margriet', async (margriet) => {
    await margriet.open(`/groups/${group}/end`)
    await margriet.press('De groep is klaar')
    await margriet.sees('De groep is beëindigd')
    for (const [name, there, counts] of [
      ['Ilham', '12 van 12 keer aanwezig', 'afgerond. 12 keer in de groep'],
      // Eight times there and once caught up: enough. Eight times there is not.
      ['Joke', '8 van 12 keer aanwezig, 1 keer ingehaald', 'afgerond. 9 keer in de groep'],
      ['Karima', '8 van 12 keer aanwezig', '8 keer in de groep'],
    ] as const) {
      await margriet.open(`/group-places/${places.get(name)}`)
      await margriet.sees(there)
      await margriet.follow('Sluit het traject af')
      await margriet.sees(counts)
      await margriet.choose('Afgerond: bereikt wat ze wilde')
      await margriet.choose('Ze wilde niet')
      await margriet.select(/waarom/, 'Ze wilde liever niet')
      await margriet.press('Sluit af')
      await margriet.sees('Het traject is afgesloten')
    }
  })
  const { rows } = await site.owner.query(
    `select result from closure where trajectory_id = any($1) order by result`,
    [['Ilham', 'Joke', 'Karima'].map((name) => trajectories.get(name))],
  )
  expect(rows).toEqual([{ result: 'completed' }, { result: 'completed' }, { result: 'ended_early' }])
  const { rows: open } = await site.owner.query(
    `select distinct state from group_place where group_id = $1 order by state`,
    [group],
  )
  expect(open).toEqual([{ state: 'completed' }, { state: 'left' }])
  expect(site.sent).toEqual([])
  expect(site.troubles).toEqual([])
})
