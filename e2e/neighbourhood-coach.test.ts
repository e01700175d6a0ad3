import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildMvr } from '#seeds/others/mvr.ts'
import { notAsInR4, strayReferences } from '#testing/fhir-r4.ts'
import { desktop, openBrowser, phone } from './browser.ts'
import { type Person, signedIn } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * Moeders van Rotterdam from a midwife's referral at thirty weeks, with six adversities, to her children's second
 * birthday, in an organisation of its own, each step by its own role.
 */
let browser: Browser
let site: Site
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite({ build: buildMvr })]
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function as(who: string, work: (person: Person) => Promise<void>, viewport = desktop): Promise<void> {
  const how = { viewport, javaScript: true, pictures: false }
  const person = await signedIn(browser, site, how, who)
  await work(person)
  await person.leave()
}

let trajectory = ''

test('a midwife refers a woman who is thirty weeks pregnant', () =>
  as('Eva', async (eva) => {
    await eva.follow('Meld iemand aan')
    await eva.fill('Uw naam', 'E. Smit')
    await eva.select('Uw functie', 'Verloskundige')
    await eva.fill('Uw telefoonnummer', '06 1000 5100')
    await eva.fill('Uw e-mailadres', 'praktijk@example.nl')
    await eva.fill('Voornaam', 'Dunya')
    await eva.unfold('Meer vertellen')
    await eva.fill('Achternaam', 'Sahin')
    await eva.fill(/^Geboortedatum(?! van)/, '4-6-2004')
    await eva.select(/Taal die zij/, 'Nederlands')
    await eva.choose('Haar bellen')
    await eva.fill('Haar telefoonnummer', '06 1000 5010')
    await eva.fill('Uitgerekende datum', '12-1-2027')
    await eva.choose('Ja', 'Is dit haar eerste kind?')
    await eva.fill('In uw eigen woorden', 'Schulden, geen eigen woning, en weinig mensen om haar heen.')
    await eva.choose(/^Ja, zij weet ervan/)
    await eva.press('Meld haar aan')
    await eva.sees('Dank u wel, wij hebben uw aanmelding')
  }))

test('the desk weighs it, takes her in and agrees how to reach her', () =>
  as('Dirk Jan', async (dirk) => {
    await dirk.open('/referrals')
    await dirk.follow('Dunya Sahin')
    await dirk.sees('Past het?')
    await dirk.look('coach-referral')
    await dirk.press('Neem haar aan')
    await dirk.sees('eerst hoe je haar veilig bereikt')
    trajectory = /\/trajectories\/([\w-]+)/.exec(dirk.page.url())?.[1] ?? ''
    await dirk.follow('Begin de intake')
    await dirk.choose('Bellen', 'Hoe')
    await dirk.choose('Altijd')
    await dirk.choose(/^Alleen deze persoon zelf/)
    await dirk.select(/In welke taal/, 'Nederlands')
    await dirk.choose('Nooit', 'Een bericht inspreken')
    await dirk.press('Bewaar de afspraken')
    await dirk.sees('De afspraken zijn bewaard')
  }))

test('at intake adversities are counted over the domains of her life', async () => {
  site.turnTo('2026-11-06')
  await as('Dirk Jan', async (dirk) => {
    await dirk.open(`/trajectories/${trajectory}/intake`)
    await dirk.choose('Ja', /Woont ze in/)
    await dirk.fill(/^Geld en schulden/, '3')
    await dirk.fill(/^Wonen/, '1')
    await dirk.fill(/^Mensen om haar heen/, '2')
    await dirk.look('coach-intake')
    await dirk.press('Bewaar en ga verder')
    await dirk.choose('Ja', /doet mee omdat ze dat zelf wil/)
    await dirk.choose('Ja', /heeft gehoord wat we bewaren/)
    await dirk.choose('Ja', /mag horen dat het begint/)
    await dirk.choose('Samen besproken')
    await dirk.press('Bewaar en bekijk of het past')
    await dirk.sees('Ja, dit programma past bij haar')
    await dirk.look('coach-intake-done')
    await dirk.press('Zet haar op de wachtlijst')
    await dirk.sees('Zij staat op de wachtlijst')
  })
})

test('a coach who has room says yes, and so does she', async () => {
  site.turnTo('2026-11-09')
  await as('Dirk Jan', async (dirk) => {
    await dirk.open('/waiting')
    await dirk.follow('Dunya Sahin')
    await dirk.look('coach-match')
    // Three points a woman in the first phase, and one of hers already.
    await dirk.sees('Plek voor 7')
    await dirk.seesNot('Past voor')
    await dirk.press('Stel Shirley Pinas voor')
    await dirk.sees('Nog niet gevraagd')
  })
  await as('Shirley', async (shirley) => {
    await shirley.follow('Voorstellen')
    await shirley.seesNot('Dunya')
    await shirley.press('Ja, graag')
  })
  await as('Dirk Jan', async (dirk) => {
    await dirk.open('/waiting')
    await dirk.follow('Dunya Sahin')
    await dirk.follow('Bekijk het voorstel')
    await dirk.press('Dunya Sahin zegt ja')
    await dirk.fill('Wanneer ontmoeten ze elkaar?', '10-11-2026')
    await dirk.press('Plan de kennismaking')
  })
  site.turnTo('2026-11-10')
  await as('Dirk Jan', async (dirk) => {
    await dirk.open('/waiting')
    await dirk.follow('Dunya Sahin')
    await dirk.follow('Bekijk het voorstel')
    await dirk.press(/^Begin de/)
    await dirk.sees('Het plan staat klaar')
  })
})

async function logged(): Promise<void> {
  await as('Shirley', async (shirley) => {
    await shirley.open('/contacts')
    await shirley.follow(/^Dunya$/)
    await shirley.follow('Leg vast hoe het ging')
    await shirley.choose('Ja', 'Ging het door?')
    await shirley.choose('Vandaag')
    await shirley.choose('75 min')
    await shirley.press('Klaar, leg vast')
    await shirley.sees('Vastgelegd')
  })
}

test('her coach visits; the due date moves, and what was planned moves along', async () => {
  site.turnTo('2026-11-12')
  await logged()
  await as('Shirley', async (shirley) => {
    await shirley.open(`/trajectories/${trajectory}/course`)
    await shirley.sees('12 januari 2027')
    await shirley.follow('Pas de uitgerekende datum aan')
    await shirley.fill('Wat is de uitgerekende dag?', '5-1-2027')
    await shirley.press('Bewaar')
    await shirley.sees('5 januari 2027')
  })
})

test('on her phone the coach and the mother fill in together what is going on', () =>
  as(
    'Shirley',
    async (shirley) => {
      await shirley.open(`/trajectories/${trajectory}`)
      await shirley.follow('Wat er speelt')
      await shirley.sees('6 november 2026')
      await shirley.follow('Vul het opnieuw in')
      await shirley.choose('2', /^Geld en schulden/)
      // A jump to another domain stays on the page, with what was chosen.
      await shirley.unfold('Ga naar een levensgebied')
      await shirley.follow('Mensen om haar heen')
      await shirley.choose('1', /^Mensen om haar heen/)
      await shirley.choose('1', /^Psychische gezondheid/)
      await shirley.fill(/^Wat zegt zij er zelf over/, 'Ik slaap slecht van de brieven.')
      await shirley.look('coach-grid-fill')
      await shirley.press('Bewaar')
      await shirley.sees(/Toen en nu[\s\S]*Ik slaap slecht van de brieven/)
      await shirley.look('coach-grid')
    },
    phone,
  ))

test('she writes down what the mother wants and who does what', () =>
  as(
    'Shirley',
    async (shirley) => {
      await shirley.open(`/trajectories/${trajectory}`)
      await shirley.follow('Haar plan')
      await shirley.follow('Schrijf haar eerste doel op')
      await shirley.fill('Wat wil zij?', 'Geen stapel ongeopende post meer')
      await shirley.press('Bewaar')
      // What is missing is said, and what she typed still stands.
      await shirley.sees('Vul dit in')
      await shirley.select(/^Gaat over/, 'Geld en schulden')
      await shirley.fill(/^Wanneer is zij tevreden/, 'Elke week samen de post open')
      await shirley.look('coach-goal')
      await shirley.press('Bewaar')
      await shirley.sees('Geen stapel ongeopende post meer')
      await shirley.follow('Spreek af wie iets doet')
      await shirley.fill('Wat gaat er gebeuren?', 'Samen bellen met de schuldhulp')
      await shirley.choose('Een ander', 'Wie doet het?')
      await shirley.fill(/^Of wie anders/, 'Vraagwijzer')
      await shirley.fill('Uiterlijk op welke dag?', '1-12-2026')
      await shirley.press('Bewaar')
      await shirley.sees('Vraagwijzer: Samen bellen met de schuldhulp')
      await shirley.press('Vraag om goedkeuring')
      await shirley.sees('Het wacht op een coördinator die er niet aan meeschreef')
      await shirley.look('coach-plan')
    },
    phone,
  ))

test('somebody who wrote nothing in it approves the plan', () =>
  as('Dirk Jan', async (dirk) => {
    await dirk.open(`/trajectories/${trajectory}/plan`)
    await dirk.follow('Beoordeel het plan')
    await dirk.choose('Ja, zo kan het')
    await dirk.look('coach-plan-decide')
    await dirk.press('Bewaar')
    await dirk.sees(/Aan het werk[\s\S]*12 februari 2027|Aan het werk[\s\S]*11 februari 2027/)
    await dirk.follow('Geef het door')
    await dirk.look('coach-plan-share')
  }))

test('twins are born, and each has a file of its own', async () => {
  site.turnTo('2026-12-18')
  await as('Shirley', async (shirley) => {
    await shirley.open(`/trajectories/${trajectory}/course`)
    await shirley.follow('Schrijf de geboorte op')
    await shirley.unfold('Zijn het er meer?')
    const children = ['Can', 'Cem']
    for (const [at, name] of children.entries()) {
      await shirley.page
        .getByRole('group', { name: `Kind ${at + 1}` })
        .getByLabel(/^Voornaam/)
        .fill(name)
      await shirley.page
        .getByRole('group', { name: `Kind ${at + 1}` })
        .getByLabel(/^Geboortedag/)
        .fill('17-12-2026')
    }
    await shirley.press('Bewaar')
    await shirley.sees(/Can[\s\S]*17 december 2026[\s\S]*Cem[\s\S]*17 december 2026/)
    await shirley.look('coach-course')
  })
  const { rows } = await site.owner.query(
    `select count(*)::int as children from person where kind = 'child' and org_id = $1`,
    [site.orgId],
  )
  expect(rows[0].children).toBeGreaterThanOrEqual(4)
})

test('the next phase has its own rhythm', () =>
  as('Dirk Jan', async (dirk) => {
    await dirk.open(`/trajectories/${trajectory}/course/phases`)
    await dirk.page.getByLabel('De basis op orde').uncheck()
    await dirk.choose('Het kind')
    await dirk.choose('Het doel is bereikt')
    await dirk.press('Bewaar')
    await dirk.sees(/Het kind[\s\S]*Fasen hiervoor/)
  }))

test('after three months the plan is looked at together', async () => {
  site.turnTo('2027-02-20')
  await as(
    'Shirley',
    async (shirley) => {
      await shirley.open(`/trajectories/${trajectory}/plan`)
      await shirley.follow('Gedaan of losgelaten?')
      await shirley.choose('Gedaan', 'Hoe liep het?')
      await shirley.press('Bewaar')
      await shirley.follow('Bekijk het samen')
      await shirley.choose(/^Zoals verwacht/, 'Geen stapel ongeopende post meer')
      await shirley.choose('Zo verder')
      await shirley.fill(/^Wat zegt zij erover/, 'De post is open.')
      await shirley.look('coach-review')
      await shirley.press('Bewaar')
      await shirley.sees(/Zoals verwacht[\s\S]*De post is open/)
    },
    phone,
  )
})

test('half a year after the first time the list is shorter, and the picture shows it', async () => {
  site.turnTo('2027-05-14')
  await as(
    'Shirley',
    async (shirley) => {
      await shirley.open(`/trajectories/${trajectory}`)
      await shirley.follow('Wat er speelt')
      await shirley.follow('Vul het opnieuw in')
      await shirley.choose('1', /^Geld en schulden/)
      await shirley.choose('0', /^Mensen om haar heen/)
      await shirley.fill(/^Wat zegt zij er zelf over/, 'Er komt weer bezoek.')
      await shirley.press('Bewaar')
      await shirley.sees(/Toen en nu[\s\S]*14 mei 2027[\s\S]*Er komt weer bezoek/)
      await shirley.look('coach-grid-later')
    },
    phone,
  )
})

test('before they part she talks with whoever goes on, and somebody asks whether that began', async () => {
  site.turnTo('2028-11-20')
  await as('Shirley', async (shirley) => {
    await shirley.open(`/trajectories/${trajectory}`)
    await shirley.follow('Overdracht')
    await shirley.fill('Met wie gaat zij verder?', 'Jeugdverpleegkundige')
    await shirley.fill('Wanneer is het gesprek?', '20-11-2028')
    await shirley.press('Bewaar de afspraak')
    await shirley.follow('Schrijf op hoe het liep')
    await shirley.choose('Wij hebben met zijn drieën gesproken')
    await shirley.fill('Op welke dag?', '20-11-2028')
    await shirley.fill('Wanneer vraagt iemand na of de hulp begon?', '11-12-2028')
    await shirley.press('Bewaar')
    await shirley.sees('Gehouden, nog navragen')
  })
  site.turnTo('2028-12-11')
  await as('Dirk Jan', async (dirk) => {
    await dirk.open(`/trajectories/${trajectory}`)
    await dirk.follow('Overdracht')
    await dirk.follow('Vraag na of de hulp begon')
    await dirk.choose('Ja, de hulp is begonnen')
    await dirk.press('Bewaar')
    await dirk.sees('Nagevraagd')
    await dirk.look('coach-handover')
  })
})

test('the plan is done: she says so, and who wrote nothing in it agrees', async () => {
  await as('Shirley', async (shirley) => {
    await shirley.open(`/trajectories/${trajectory}/plan`)
    await shirley.follow('Bekijk het samen')
    await shirley.choose(/^Beter dan verwacht/, 'Geen stapel ongeopende post meer')
    await shirley.choose('Het plan is af')
    await shirley.fill(/^Wat zegt zij erover/, 'Ik doe de post nu zelf.')
    await shirley.press('Bewaar')
    await shirley.sees('Het wacht op een coördinator die er niet aan meeschreef')
  })
  await as('Dirk Jan', async (dirk) => {
    await dirk.open(`/trajectories/${trajectory}/plan`)
    await dirk.follow('Beoordeel of het af is')
    await dirk.choose('Ja, sluit het af')
    await dirk.press('Bewaar')
    await dirk.sees(/Afgesloten[\s\S]*11 december 2028/)
  })
})

test('what came of it stands in one report, her words beside the coach’s, and somebody else agrees', async () => {
  site.turnTo('2028-12-14')
  await as(
    'Shirley',
    async (shirley) => {
      await shirley.open(`/trajectories/${trajectory}`)
      await shirley.follow('Eindverslag')
      await shirley.follow('Schrijf het eindverslag')
      await shirley.fill(/^Wat zegt zij\?/, 'Ik maak de post zelf open.')
      await shirley.fill(/^Wat zie jij\?/, 'Zij belt zelf als iets niet klopt.')
      await shirley.fill(/^Hoe kijkt zij terug/, 'Het was veel, en ik heb het gedaan.')
      await shirley.fill(/^Wat gaat er door/, 'De schuldhulp, tot de zomer.')
      await shirley.look('coach-end-report-write')
      await shirley.press('Bewaar')
      // What isn't there is said, and nothing is filled in for it.
      await shirley.sees(/Bereikt[\s\S]*Ik maak de post zelf open/)
      await shirley.sees(/Dit ontbreekt nog[\s\S]*Wie het overneemt/)
      await shirley.look('coach-end-report')
      await shirley.press('Vraag om goedkeuring')
      await shirley.sees('Het wacht op een coördinator die er niet aan meeschreef')
    },
    phone,
  )
  await as('Dirk Jan', async (dirk) => {
    await dirk.open(`/trajectories/${trajectory}/end-report`)
    await dirk.follow('Beoordeel het verslag')
    await dirk.choose('Ja, zo is het goed')
    await dirk.press('Bewaar')
    await dirk.sees('Dit verslag verandert niet meer')
    await dirk.look('coach-end-report-approved')
  })
})

test('the youth nurse gets what she says yes to, as a file for her own system, and not once she takes it back', async () => {
  const consents = `/trajectories/${trajectory}/consents?code=C-6`
  await as('Dirk Jan', async (dirk) => {
    await dirk.open(consents)
    await dirk.select(/Met wie mag/, 'Het consultatiebureau (JGZ)')
    await dirk.choose('haar plan')
    await dirk.choose('haar doelen en wat ervan kwam')
    await dirk.choose('haar eigen woorden')
    await dirk.choose(/Ja, dat vindt ze goed/)
    await dirk.choose('in een gesprek')
    await dirk.press('Leg vast')
    await dirk.open(`/trajectories/${trajectory}/end-report`)
    await dirk.follow('Geef het door')
    await dirk.select('Met wie', 'Het consultatiebureau (JGZ)')
    await dirk.choose(/^Haar doelen/)
    await dirk.choose(/^Wat nog gaat gebeuren/)
    await dirk.choose('Haar eigen woorden')
    await dirk.choose('Geen stapel ongeopende post meer')
    await dirk.choose('Als bestand')
    await dirk.look('coach-end-report-share')
    await dirk.press('Bekijk wat er gaat')
    await dirk.sees('Het bestand zegt dit')
    await dirk.choose('Blijft: wie dit krijgt, weet het al', /Dunya/)
    await dirk.choose(/ik heb alles gelezen/)
    await dirk.look('coach-end-report-look')
    await dirk.press('Maak het bestand')
    await dirk.sees(/Het consultatiebureau[\s\S]*bestand/)
    await dirk.look('coach-shared-file')
    const bundle = JSON.parse(await dirk.download('Haal het bestand op'))
    expect(notAsInR4(bundle)).toEqual([])
    expect(strayReferences(bundle.entry)).toEqual([])
    const [plan, her, goal] = bundle.entry.map(({ resource }: { resource: unknown }) => resource)
    expect(plan).toMatchObject({ resourceType: 'CarePlan', status: 'completed', created: '2028-12-14' })
    expect(her).toMatchObject({ resourceType: 'Patient', name: [{ text: 'Dunya Sahin' }] })
    expect(goal).toMatchObject({
      resourceType: 'Goal',
      lifecycleStatus: 'completed',
      description: { text: 'Geen stapel ongeopende post meer' },
      note: [{ text: 'Ik maak de post zelf open.' }],
    })
    const json = JSON.stringify(bundle)
    expect(json).toContain('De schuldhulp, tot de zomer.')
    // She said no yes to the coach's words, nor to what was going on and who is around her.
    expect(json).not.toMatch(/Zij belt zelf|Observation|CareTeam/)
    expect(json).not.toContain(trajectory)
    await dirk.open(consents)
    await dirk.select(/Met wie mag/, 'Het consultatiebureau (JGZ)')
    await dirk.choose(/Ze neemt haar toestemming terug/)
    await dirk.choose('in een gesprek')
    await dirk.press('Leg vast')
    await dirk.open(`/trajectories/${trajectory}/shared`)
    await dirk.sees(/Nog bellen[\s\S]*Het bestand is niet meer op te halen/)
    await dirk.look('coach-shared-file-closed')
  })
})

test('it is closed at her children’s second birthday, and counts as carried through', async () => {
  site.turnTo('2028-12-18')
  await as('Dirk Jan', async (dirk) => {
    await dirk.open(`/trajectories/${trajectory}`)
    await dirk.look('coach-trajectory')
    await dirk.sees(/Anderhalf keer zo lang geen contact[\s\S]*Kijk ook hiernaar/)
    await dirk.seesNot('dagen geen contact')
    await dirk.follow('Afsluiting')
    await dirk.look('coach-closing')
    await dirk.choose('Afgerond: haar kind is twee jaar')
    await dirk.choose('Ze wilde niet')
    await dirk.select(/waarom/, 'Ze wilde liever niet')
    await dirk.choose('Ja', 'Minder stress')
    await dirk.choose('Ja', 'Meer zelfredzaam')
    // Her plan and the handover say it themselves.
    await dirk.seesNot('Is het plan afgerond?')
    await dirk.seesNot('Is er overgedragen?')
    await dirk.press('Sluit af')
    await dirk.sees('Het traject is afgesloten')
    await dirk.open(`/trajectories/${trajectory}/closing`)
    await dirk.sees(/Telt als\s+Afgerond/)
    await dirk.look('coach-closed')
  })
  const { rows } = await site.owner.query(
    'select result, contacts_done, told from closure where trajectory_id = $1',
    [trajectory],
  )
  expect(rows).toEqual([
    { result: 'completed', contacts_done: 1, told: { planClosed: true, handover: true } },
  ])
  expect(site.troubles).toEqual([])
})
