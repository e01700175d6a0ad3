import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, phone } from './browser.ts'
import { type Person, signedIn, visitor } from './journey.ts'
import { openSite, type Site } from './site.ts'

/**
 * A volunteer from her own first word to a good ending, on her phone, every step by its own role: she applies, is
 * talked with, trained and seen to, signs, is proposed for a woman and stands beside her, is asked how it goes, says
 * goodbye, and takes along what she learned.
 */
let browser: Browser
let site: Site
const how = { viewport: phone, javaScript: true, pictures: false }
beforeAll(async () => {
  ;[browser, site] = [await openBrowser(), await openSite()]
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function as(who: string, work: (person: Person) => Promise<void>): Promise<void> {
  const person = await signedIn(browser, site, how, who)
  await work(person)
  await person.leave()
}
const marjan = (work: (person: Person) => Promise<void>) => as('Marjan', work)
const ewa = (work: (person: Person) => Promise<void>) => as('Ewa', work)

const mornings = ['2026-11-04', '2026-11-11', '2026-11-18']
let worker = ''
let proposal = ''
let trajectory = ''
let invitation = ''

test('she tells in her own words that she wants to stand beside a mother', async () => {
  const person = await visitor(browser, site, how)
  await person.open('/join/waterrijk')
  await person.fill('Voornaam', 'Ewa')
  await person.fill('Achternaam', 'Nowak')
  await person.press('Verstuur')
  await person.sees('Er klopt iets niet')
  await person.fill('Telefoon', '06 1000 4200')
  await person.fill('E-mail', 'ewa@example.nl')
  await person.select('Taal die je het best spreekt', 'Pools')
  await person.select('Nog een taal', 'Nederlands')
  await person.fill('Waarom wil je dit doen?', 'Ik was zelf nieuw hier met een klein kind.')
  await person.choose(/mag dit bewaren/)
  await person.look('apply')
  await person.press('Verstuur')
  await person.sees('Dank je wel')
  await person.sees('Je hoort uiterlijk')
  await person.leave()
})

test('her coordinator reads it the same day and talks with her', () =>
  marjan(async (person) => {
    await person.open('/today')
    await person.sees(/Ewa Nowak/)
    await person.open('/workers')
    await person.follow('Ewa Nowak')
    worker = /\/workers\/([\w-]+)/.exec(person.page.url())?.[1] ?? ''
    await person.sees('Ik was zelf nieuw hier met een klein kind.')
    await person.press('Komt op gesprek')
    await person.sees('Bewaard.')
    await person.look('applicant')
  }))

test('an administrator lets her in to her own pages', async () => {
  await as('Henk', async (person) => {
    await person.open('/members/invite')
    await person.fill('E-mailadres', 'ewa@example.nl')
    await person.choose(/^Vrijwilliger of mentor/)
    await person.select('Welke vrijwilliger of mentor is dit?', 'Ewa Nowak')
    await person.press('Maak de uitnodiging')
    invitation = new URL(await person.page.getByRole('textbox', { name: /link/i }).inputValue()).pathname
  })
  const person = await visitor(browser, site, how)
  await person.open(invitation)
  await person.fill('E-mailadres', 'ewa@example.nl')
  await person.fill('Je naam', 'Ewa Nowak')
  await person.fill('Wachtwoord', 'een-lange-zin-over-bloemen')
  await person.press('Maak je account')
  await person.leave()
})

test('a training is planned for her, six half-days on three mornings', () =>
  marjan(async (person) => {
    await person.open('/trainings')
    await person.follow('Plan een training')
    await person.fill('Naam van de training', 'Basistraining november')
    await person.fill('Waar', 'Buurthuis De Oever')
    await person.choose('Verplichte training')
    await person.unfold('Meer dagen')
    for (const [at, day] of mornings.entries()) {
      await person.page
        .locator(`[name="sessions.${at}.on"]`)
        .fill(Temporal.PlainDate.from(day).toLocaleString('nl'))
      await person.page.locator(`[name="sessions.${at}.at"]`).fill('9.30')
      await person.page.locator(`[name="sessions.${at}.halfDays"]`).fill('2')
    }
    await person.look('plan-training')
    await person.press('Plan')
    await person.sees('Gepland')
    await person.open(`/workers/${worker}`)
    await person.press('Begint met de training')
    await person.sees('Bewaard.')
  }))

test('she takes a seat herself, and reads and signs what is agreed', () =>
  ewa(async (person) => {
    await person.look('ewa-home')
    await person.open('/my-file')
    await person.look('ewa-file')
    await person.open('/trainings')
    await person.press('Ik doe mee')
    await person.sees('Genoteerd.')
    await person.open('/my-file/texts')
    for (const what of ['Teken de overeenkomst', 'Teken de geheimhouding']) {
      await person.choose('Ik heb dit gelezen en houd me eraan')
      await person.press(what)
      await person.sees('Getekend. Dank je wel.')
    }
    await person.look('ewa-texts')
  }))

test('she was there each morning, and the certificate stands with her', async () => {
  for (const day of mornings) {
    site.turnTo(day)
    await marjan(async (person) => {
      await person.open('/trainings')
      await person.follow('Basistraining november')
      await person.press('Bewaar deze dag')
      await person.sees('Bewaard.')
    })
  }
  await marjan(async (person) => {
    await person.open('/trainings')
    await person.follow('Basistraining november')
    await person.look('training')
    await person.press('Geef het bewijs')
    await person.sees('Het bewijs staat bij haar.')
  })
})

test('her VOG is asked for and seen, her references are called, and only then she is ready', async () => {
  await marjan(async (person) => {
    await person.open(`/workers/${worker}`)
    await person.press('VOG is aangevraagd')
    await person.sees('Bewaard.')
    await person.press('Is klaar voor een koppeling')
    await person.sees('Zij is nog niet klaar')
    await person.sees('VOG')
  })
  site.turnTo('2026-11-27')
  await marjan(async (person) => {
    await person.open(`/workers/${worker}`)
    for (const what of ['Referenties', 'VOG']) {
      await person.select('Wat heb je gezien of getekend?', what)
      await person.fill(/^Wanneer\?/, '27-11-2026')
      if (what === 'VOG') await person.fill('Screeningsprofiel van de VOG', '45')
      await person.press('Schrijf bij')
      await person.sees('Bijgeschreven.')
    }
    await person.press('Is klaar voor een koppeling')
    await person.sees('Klaar')
    await person.look('ready')
  })
})

test('she is proposed for a woman, and hears enough to decide and too little to find her', async () => {
  await marjan(async (person) => {
    await person.open('/waiting')
    await person.follow(/Małgorzata/)
    await person.look('workbench')
    await person.press('Stel Ewa Nowak voor')
    await person.sees('Nog niet gevraagd')
  })
  await ewa(async (person) => {
    await person.follow('Voorstellen')
    await person.look('proposal-to-her')
    await person.seesNot(/Małgorzata|Zielińska/)
    await person.press('Ja, graag')
  })
  await marjan(async (person) => {
    await person.open('/waiting')
    await person.follow(/Małgorzata/)
    await person.follow('Bekijk het voorstel')
    proposal = new URL(person.page.url()).pathname
    await person.press(/Małgorzata .* zegt ja/)
    await person.fill('Wanneer ontmoeten ze elkaar?', '1-12-2026')
    await person.press('Plan de kennismaking')
    await person.look('introduction')
  })
})

test('after they met they begin', async () => {
  site.turnTo('2026-12-01')
  await marjan(async (person) => {
    await person.open(proposal)
    await person.look('start')
    await person.press(/^Begin/)
    await person.sees('Het plan staat klaar')
    await person.look('started')
    const link = await person.page.locator('a[href^="/trajectories/"]').first().getAttribute('href')
    trajectory = /\/trajectories\/([\w-]+)/.exec(link ?? '')?.[1] ?? ''
  })
})

/** She is where she visits, on this day, and says so. */
async function visit(day: string): Promise<void> {
  site.turnTo(day)
  await ewa(async (person) => {
    await person.open('/contacts')
    await person.follow(/^Małgorzata$/)
    await person.follow('Leg vast hoe het ging')
    await person.choose('Ja', 'Ging het door?')
    await person.choose('Vandaag')
    await person.choose('75 min')
    await person.press('Klaar, leg vast')
    await person.sees('Vastgelegd')
  })
}

test('her first visit is noticed, by herself and by her coordinator', async () => {
  await visit('2026-12-08')
  await ewa(async (person) => {
    await person.look('after-visit')
    await person.open('/my-file')
    await person.sees('eerste bezoek')
  })
  await marjan(async (person) => {
    await person.open('/today')
    await person.look('today')
    await person.open(`/workers/${worker}`)
    await person.sees('deed zij haar eerste bezoek')
  })
})

test('after three weeks each of the two is asked how it goes, and neither hears of the other', async () => {
  site.turnTo('2026-12-22')
  await marjan(async (person) => {
    await person.open('/today')
    await person.sees(/Małgorzata .*: vragen hoe het gaat/)
    await person.open(`/trajectories/${trajectory}/check-ins`)
    await person.look('check-ins')
    await person.follow(/Vraag het aan Małgorzata/)
    // What she agreed about being called is older than three months: she is asked that first.
    await person.sees('Vraag eerst of dit nog klopt')
    await person.seesNot('Aan de telefoon')
    await person.follow('Wijzig de afspraken over contact')
    await person.press('Bewaar de afspraken')
    await person.open(`/trajectories/${trajectory}/check-ins`)
    await person.follow(/Vraag het aan Małgorzata/)
    await person.look('check-in-mother')
    await person.press('Bewaar wat zij zei')
    await person.sees('Hoe spraken jullie elkaar')
    await person.choose('Niet helemaal', 'Past het tussen jullie?')
    await person.choose('Ja', 'Wil je zo verder?')
    await person.fill('Wat er verder gezegd is', 'Zij vindt het fijn, maar wil liever buiten afspreken.')
    await person.choose('Aan de telefoon')
    await person.press('Bewaar wat zij zei')
    await person.sees('De ander krijgt hier niets van te horen')
    await person.look('check-ins-one')
  })
  await ewa(async (person) => {
    await person.open('/contacts')
    await person.sees('Hoe gaat het met jullie?')
    await person.look('ewa-asked')
    await person.follow('Vertel hoe het gaat')
    await person.look('ewa-check-in')
    await person.seesNot('buiten afspreken')
    await person.press('Klaar')
    await person.sees('Er is nog niets ingevuld')
    await person.choose('Ja', 'Past het tussen jullie?')
    await person.choose('Een beetje', 'Is er iets moeilijk?')
    await person.fill('Wat wil je er verder over zeggen?', 'Ik weet niet goed wanneer ik mag bellen.')
    await person.press('Klaar')
    await person.sees('Je coördinator leest wat je schreef')
    await person.seesNot('buiten afspreken')
    await person.look('ewa-check-in-done')
  })
  await marjan(async (person) => {
    await person.open(`/trajectories/${trajectory}/check-ins`)
    await person.sees('buiten afspreken')
    await person.sees('wanneer ik mag bellen')
    await person.look('check-ins-both')
    await person.open('/today')
    await person.seesNot(/Małgorzata [^\n]*vragen hoe het gaat/)
  })
})

test('at the end of the trial each says apart that she wants to go on', async () => {
  await visit('2027-01-06')
  site.turnTo('2027-01-12')
  await marjan(async (person) => {
    await person.open(`/trajectories/${trajectory}/check-ins`)
    await person.sees('Eind van de proef')
    await person.follow(/Vraag het aan Małgorzata/)
    await person.choose('Ja', 'Past het tussen jullie?')
    await person.choose('Ja', 'Wil je zo verder?')
    await person.choose('Aan de telefoon')
    await person.press('Bewaar wat zij zei')
    await person.open(proposal)
    await person.look('trial-end')
    await person.press(/Małgorzata .* wil verder/)
  })
  await ewa(async (person) => {
    await person.open(proposal.replace('/matches/', '/proposals/'))
    await person.look('ewa-trial')
    await person.press('Ja, ik wil verder')
    await person.look('ewa-match')
  })
  await marjan(async (person) => {
    await person.open(proposal)
    await person.look('confirmed')
  })
})

test('together they plan an ending, and the last visit has a day that both know', async () => {
  await visit('2027-02-05')
  await marjan(async (person) => {
    await person.open(proposal)
    await person.unfold('Plan samen het einde')
    await person.fill('Dag van het laatste bezoek', '20-4-2027')
    await person.press('Plan samen het einde')
    await person.look('tapering')
  })
  await ewa(async (person) => {
    await person.open(proposal.replace('/matches/', '/proposals/'))
    await person.sees('Jullie werken naar een goed einde toe')
    await person.look('ewa-tapering')
  })
})

test('she says goodbye, and it ends well', async () => {
  await visit('2027-03-09')
  await visit('2027-04-20')
  await marjan(async (person) => {
    await person.open(proposal)
    await person.look('farewell')
    await person.choose('Het lukt nu op eigen kracht')
    await person.press('Het laatste bezoek is geweest')
    await person.look('farewell-held')
    await person.follow('Rond het traject af')
    await person.choose('Afgerond: bereikt wat ze wilde')
    await person.choose('Ze wilde niet', 'Heb je haar gevraagd hoe het was?')
    await person.select(/^Als ze niet wilde/, 'Ze wilde liever niet')
    await person.choose('Ja', 'Meer zelfvertrouwen als moeder')
    await person.choose('Een beetje', 'Een groter netwerk')
    await person.press('Sluit af')
    await person.sees('Het traject is afgesloten')
    // What either said stays with the coordinator, and is asked no more.
    await person.open(`/trajectories/${trajectory}/check-ins`)
    await person.unfold('keer eerder')
    await person.sees('buiten afspreken')
    await person.seesNot('Vraag het')
    await person.look('check-ins-over')
  })
  await ewa(async (person) => {
    await person.open('/contacts')
    await person.look('ewa-after')
    await person.seesNot('Małgorzata')
  })
})

test('three months later somebody asks how she is', async () => {
  site.turnTo('2027-07-20')
  await marjan(async (person) => {
    await person.open('/today')
    await person.sees(/Małgorzata Zielińska[\s\S]*Het is een tijd geleden dat de steun stopte/)
    await person.open(proposal)
    await person.unfold('Schrijf op hoe het gaat')
    await person.choose('Het gaat goed')
    await person.press('Bewaar')
    await person.sees('Het gaat goed')
    await person.look('after-three-months')
    await person.open('/today')
    await person.seesNot('Het is een tijd geleden dat de steun stopte')
  })
})

test('and she takes along what she learned', async () => {
  await ewa(async (person) => {
    await person.open('/my-file')
    await person.follow('Wat je hier leerde')
    await person.sees('Basistraining november')
    await person.sees('6 dagdelen')
    await person.look('ewa-learned')
  })
  expect(site.troubles).toEqual([])
})
