import type { Person } from './journey.ts'
import type { Site } from './site.ts'

/** One page to look at: reached by its path, by links followed from there, and by what is done then. */
export interface Stop {
  readonly name: string
  readonly path: string
  readonly follow?: readonly (string | RegExp)[]
  /** What is done there before looking. */
  readonly act?: (person: Person, site: Site) => Promise<void>
}

const press = (words: string | RegExp) => (person: Person) => person.press(words)

/** Into the meeting that is open, and to one part of it; the rail has some of the same words. */
const goOn = 'Ga verder met het overleg'
const part = (words: string) => async (person: Person) => {
  await person.page.getByRole('main').getByRole('link', { name: words, exact: true }).click()
  await person.page.waitForLoadState('load')
}
/** A page of the trajectory that is open, by the end of its address. */
const within = (part: string) => async (person: Person) =>
  person.open(`${new URL(person.page.url()).pathname}/${part}`)
/** The last of several that are called the same, also where they are folded away. */
const lastLink = (words: RegExp) => async (person: Person) => {
  const last = person.page.getByRole('main').getByRole('link', { name: words, includeHidden: true }).last()
  await person.open((await last.getAttribute('href')) ?? '')
}
/** With script her page unfolds where she stands; here it is opened by itself. */
const atHerOwnPage = async (person: Person) =>
  person.open((await person.page.locator('[data-inline]').first().getAttribute('href')) ?? '')

/** What is drawn by chance stands in no picture: that would be another one every time. */
const neverTheSame = (person: Person, selector: string) =>
  person.page.locator(selector).evaluate((one) => {
    one.textContent = '(elke keer anders)'
  })

/** A list as organisations keep them: a title above it, semicolons, a blank line, a double, a cell that is no number. */
const list = [
  'Aanmeldingen najaar;;;;;',
  '',
  'Naam moeder;Geb.datum;Tel. nr;Geb. datum kind;Postcode;Opmerking',
  'Sevda Aydin;04-02-1999;06-1000 4001;12 juli 2026;3662AB;Vraagt om een moeder uit de buurt',
  'Jip van Vliet;1 mrt 2001;06 1000 4002;2-8-2026;3664 CD;',
  'Sevda Aydin;4-2-1999;0610004001;12-7-2026;3662 AB;staat er twee keer in',
  'Mira Postma;31-2-1998;geen;3-6-2026;3665 EF;=SOM(A1:A3)',
].join('\r\n')

const upload = async (person: Person) => {
  await person.page
    .getByLabel('Kies het bestand')
    .setInputFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await person.press('Lees het bestand')
}
const mapped = async (person: Person) => {
  await upload(person)
  await person.choose(/Ja, iedereen/)
  await person.press('Kijk de rijen na')
}

/** The list that was read in, among those that were not. */
const toUndo = async (person: Person) => {
  await person.page.locator('tr', { hasText: /klaar/ }).getByRole('link').first().click()
  await person.follow('Maak het inlezen ongedaan')
}

/** Every page of the demo's world, by who uses it. Paths of one woman's pages are found as people find them. */
export const tours: Record<string, readonly Stop[]> = {
  Marjan: [
    { name: 'worklist', path: '/today' },
    // Before anything else is looked at: every look is a line more.
    { name: 'who-looked', path: '/trajectories?show=closed', follow: [/^Yousra/, 'Wie keek mee'] },
    { name: 'account', path: '/account' },
    { name: 'change-password', path: '/account/password' },
    {
      name: 'change-password-with-problems',
      path: '/account/password',
      act: async (person) => {
        await person.fill('Nieuw wachtwoord', 'kort')
        await person.press('Wijzig het wachtwoord')
      },
    },
    { name: 'new-recovery-codes', path: '/account/recovery-codes' },
    { name: 'other-phone', path: '/account/phone' },
    {
      name: 'search',
      path: '/search',
      act: async (person) => {
        await person.page.getByRole('main').getByLabel(/Zoek/).fill('zielinska')
        await person.page.getByRole('main').getByRole('button', { name: 'Zoek' }).click()
        await person.sees('Małgorzata')
      },
    },
    { name: 'desk', path: '/referrals' },
    { name: 'desk-decided', path: '/referrals?show=decided' },
    { name: 'referral', path: '/referrals', follow: [/^Winta/] },
    { name: 'referral-perhaps-known', path: '/referrals', follow: [/^Fatima Bouzidi/] },
    { name: 'turn-away', path: '/referrals', follow: [/^Winta/, /Verwijs door/] },
    {
      name: 'turn-away-with-problems',
      path: '/referrals',
      follow: [/^Winta/, /Verwijs door/],
      act: press('Leg vast'),
    },
    { name: 'help-near-her', path: '/referrals', follow: [/^Winta/, 'Zoek hulp in haar buurt'] },
    {
      name: 'send-elsewhere',
      path: '/referrals',
      follow: [/^Winta/, 'Zoek hulp in haar buurt', 'Verwijs hierheen'],
    },
    { name: 'referral-sent-elsewhere', path: '/referrals?show=decided', follow: [/^Daniëlle/] },
    { name: 'follow-up', path: '/referrals?show=decided', follow: [/^Daniëlle/, 'Leg het antwoord vast'] },
    { name: 'network', path: '/network' },
    { name: 'network-register', path: '/network/register' },
    { name: 'network-one', path: '/network', follow: ['Sociaal wijkteam Waterrijk'] },
    { name: 'help-offer', path: '/network', follow: ['Sociaal wijkteam Waterrijk', 'Vraag na of wijzig'] },
    { name: 'help-offer-new', path: '/network', follow: ['Sociaal wijkteam Waterrijk', 'Voeg aanbod toe'] },
    { name: 'referrers', path: '/referrers' },
    { name: 'referrer', path: '/referrers', follow: [/^Joke/] },
    { name: 'teams', path: '/teams' },
    { name: 'team', path: '/teams', follow: ['Team Centrum'] },
    { name: 'team-of-trajectory', path: '/trajectories', follow: [/^Elif/, 'Team'] },
    { name: 'signals', path: '/signals' },
    { name: 'signal', path: '/signals', follow: [/^De coördinator sprak/] },
    {
      name: 'trajectory-signals',
      path: '/trajectories',
      follow: [/^Selam/, 'Alle aandachtspunten van dit traject'],
    },
    { name: 'caseload', path: '/trajectories' },
    { name: 'caseload-not-visited', path: '/trajectories?show=unvisited' },
    { name: 'caseload-closed', path: '/trajectories?show=closed' },
    { name: 'trajectory', path: '/trajectories', follow: [/^Elif/] },
    { name: 'trajectory-waiting', path: '/trajectories', follow: [/^Małgorzata/] },
    { name: 'trajectory-closed', path: '/trajectories?show=closed', follow: [/^Sanne/] },
    { name: 'trajectory-contacts', path: '/trajectories', follow: [/^Elif/, 'Contacten'] },
    { name: 'messages-to-her', path: '/trajectories', follow: [/^Elif/, 'Berichten aan haar'] },
    { name: 'course', path: '/trajectories', follow: [/^Elif/, 'Verloop'] },
    {
      name: 'course-birth',
      path: '/trajectories',
      follow: [/^Elif/, 'Verloop', 'Pas geboortedag of naam aan'],
    },
    {
      name: 'course-birth-back',
      path: '/trajectories',
      follow: [/^Elif/, 'Verloop', 'Neem de geboorte terug'],
    },
    {
      name: 'course-changed',
      path: '/trajectories',
      follow: [/^Elif/, 'Verloop', /^Is er iets gebeurd/],
    },
    { name: 'groups', path: '/groups' },
    { name: 'compositions', path: '/compositions' },
    { name: 'group-evaluations', path: '/groups/evaluations' },
    { name: 'activities', path: '/activities' },
    { name: 'activity-plan', path: '/activities/plan' },
    { name: 'visit-done', path: '/trajectories', follow: [/^Selam/, 'Contacten', /^3e bezoek/] },
    { name: 'extra-contact', path: '/trajectories', follow: [/^Elif/, 'Contacten', /extra contact/] },
    { name: 'documents-none', path: '/trajectories', follow: [/^Elif/, 'Documenten'] },
    { name: 'contact-rule', path: '/trajectories', follow: [/^Elif/, /Wijzig de afspraken over contact/] },
    { name: 'circle', path: '/trajectories', follow: [/^Selam/], act: within('circle') },
    { name: 'circle-add', path: '/trajectories', follow: [/^Selam/], act: within('circle/add') },
    {
      name: 'circle-supporter',
      path: '/trajectories',
      follow: [/^Selam/],
      act: async (person) => {
        await within('circle')(person)
        await part('1. Partner')(person)
      },
    },
    { name: 'measures', path: '/trajectories?show=closed', follow: [/^Sanne/, 'Metingen'] },
    { name: 'outcomes', path: '/outcomes' },
    { name: 'outcome', path: '/outcomes/mim-nl-18m' },
    { name: 'take-measure', path: '/trajectories', follow: [/^Elif/, 'Metingen', 'Stel de vragen'] },
    {
      name: 'take-measure-one',
      path: '/trajectories',
      follow: [/^Elif/, 'Metingen', 'Stel de vragen', 'Toon één vraag tegelijk, groot'],
    },
    {
      name: 'own-device-give',
      path: '/trajectories',
      follow: [/^Elif/, 'Metingen', 'Stel de vragen'],
      // Off until an administrator turns it on, and then no page leads there.
      act: within('own-device'),
    },
    {
      name: 'measure-paper',
      path: '/trajectories',
      follow: [/^Elif/, 'Metingen', 'Stel de vragen', 'Print de vragen'],
    },
    { name: 'consents', path: '/trajectories', follow: [/^Elif/, 'Toestemming'] },
    {
      name: 'change-consent',
      path: '/trajectories',
      follow: [/^Elif/, 'Toestemming', /Noteer haar antwoord.*Onderzoek/],
    },
    { name: 'closing', path: '/trajectories', follow: [/^Elif/, 'Afsluiting'] },
    {
      name: 'closing-with-problems',
      path: '/trajectories',
      follow: [/^Elif/, 'Afsluiting'],
      act: press('Sluit af'),
    },
    { name: 'closed', path: '/trajectories?show=closed', follow: [/^Sanne/, 'Afsluiting'] },
    { name: 'intake', path: '/trajectories', follow: [/^Oksana/, 'Intake'] },
    {
      name: 'intake-consents',
      path: '/trajectories',
      follow: [/^Oksana/, 'Intake'],
      act: press('Bewaar en ga verder'),
    },
    {
      name: 'intake-decision',
      path: '/trajectories',
      follow: [/^Oksana/, 'Intake'],
      act: async (person) => {
        await person.press('Bewaar en ga verder')
        await person.press('Bewaar en bekijk of het past')
      },
    },
    { name: 'intake-done', path: '/trajectories', follow: [/^Iris/, 'Intake'] },
    { name: 'waiting-list', path: '/waiting' },
    { name: 'who-fits', path: '/waiting', follow: [/^Małgorzata/] },
    { name: 'her-wishes', path: '/waiting', follow: [/^Małgorzata/, 'Schrijf op wat zij hoopt'] },
    { name: 'matching-meetings', path: '/matching' },
    { name: 'matching-meeting', path: '/matching', act: press('Begin een overleg') },
    { name: 'matching-woman', path: '/matching', follow: [goOn], act: atHerOwnPage },
    { name: 'matching-workers', path: '/matching', follow: [goOn], act: part('Vrijwilligers') },
    { name: 'matching-map', path: '/matching', follow: [goOn], act: part('Kaart') },
    { name: 'matching-weights', path: '/matching', follow: [goOn], act: part('Wat telt mee') },
    { name: 'matching-changes', path: '/matching', follow: [goOn], act: part('Aanpassingen') },
    { name: 'matching-notes', path: '/matching', follow: [goOn], act: part('Notities') },
    { name: 'matching-publish', path: '/matching', follow: [goOn], act: part('Voorstellen') },
    { name: 'matching-paper', path: '/matching', follow: [goOn], act: part('Neem het mee op papier') },
    { name: 'matching-choices', path: '/matching/choices' },
    { name: 'proposal', path: '/waiting', follow: ['Voorgesteld'] },
    { name: 'proposal-introduction', path: '/waiting', follow: ['Kennismaking'] },
    { name: 'match-trial', path: '/trajectories', follow: [/^Salma/, 'Bekijk de koppeling'] },
    { name: 'check-ins', path: '/trajectories', follow: [/^Salma/, 'Hoe het gaat'] },
    {
      name: 'check-in-mother',
      path: '/trajectories',
      follow: [/^Salma/, 'Hoe het gaat', 'Vraag het aan Salma'],
    },
    { name: 'check-ins-before', path: '/trajectories', follow: [/^Selam/, 'Hoe het gaat'] },
    { name: 'match-paused', path: '/trajectories', follow: [/^Zofia/, 'Bekijk de koppeling'] },
    { name: 'trajectory-paused', path: '/trajectories', follow: [/^Zofia/] },
    { name: 'match-tapering', path: '/trajectories', follow: [/^Lotte/, 'Bekijk de koppeling'] },
    {
      name: 'match-pass-on',
      path: '/trajectories',
      follow: [/^Lotte/, 'Bekijk de koppeling', 'Geef door aan iemand anders'],
    },
    { name: 'matches-of', path: '/trajectories', follow: [/^Lotte/, /^Koppeling$/] },
    { name: 'volunteers', path: '/workers' },
    { name: 'team-week', path: '/week/team?whose=all' },
    { name: 'volunteer', path: '/workers', follow: [/^Ans/] },
    { name: 'volunteer-not-ready', path: '/workers', follow: [/^Naima/] },
    { name: 'applicant', path: '/workers', follow: [/^Fatma/] },
    { name: 'volunteer-on-leave', path: '/workers', follow: [/^Wilma/] },
    { name: 'change-volunteer', path: '/workers', follow: [/^Ans/, 'Wijzig gegevens'] },
    { name: 'new-volunteer', path: '/workers', follow: ['Schrijf iemand in'] },
    { name: 'trainings', path: '/trainings' },
    { name: 'training', path: '/trainings', follow: [/^Basistraining/] },
    { name: 'training-waiting-list', path: '/trainings', follow: [/^Oefenen met een acteur/] },
    { name: 'training-new', path: '/trainings/plan' },
    { name: 'learning-record', path: '/workers', follow: [/^Ans/, 'Wat zij leerde'] },
    { name: 'figures', path: '/figures' },
    { name: 'figures-funnel', path: '/figures/funnel?period=2026' },
    { name: 'figures-closing', path: '/figures/closing?period=2026' },
    { name: 'figures-visits', path: '/figures/visits?period=2026' },
    { name: 'figures-workers', path: '/figures/workers?period=2026' },
    { name: 'figures-reach', path: '/figures/reach?period=2026' },
    { name: 'accreditation', path: '/accreditation' },
    { name: 'figures-parties', path: '/figures/parties?period=2026' },
    { name: 'figures-party', path: '/figures/parties/other?period=2026' },
    { name: 'figures-months', path: '/figures/months' },
    { name: 'steering', path: '/figures/steering?period=2026' },
    { name: 'figures-none', path: '/figures/reach?period=2023' },
    { name: 'figures-cases', path: '/figures/cases/running.next?period=2026&row=none' },
    { name: 'expenses', path: '/expenses?month=2026-10' },
    { name: 'expense-month', path: '/expenses?month=2026-10', follow: [/^Letebrhan/] },
    { name: 'questionnaires', path: '/questionnaires' },
    { name: 'questionnaire', path: '/questionnaires/k10-nl' },
    { name: 'own-sheets', path: '/sheets' },
    { name: 'own-sheet', path: '/sheets', follow: [/Samen naar buiten/] },
    { name: 'write-sheet', path: '/sheets', follow: [/Samen naar buiten/, 'Schrijf verder'] },
    { name: 'sheet-new', path: '/sheets/new' },
    { name: 'sheets-load', path: '/sheets/load' },
    { name: 'on-call', path: '/on-call' },
    { name: 'lone-visits', path: '/lone-visits' },
    { name: 'lone-alert', path: '/lone-visits', follow: [/was alleen op pad/] },
    { name: 'held-visits', path: '/held-visits' },
    { name: 'supervision', path: '/supervision' },
    { name: 'supervision-planned', path: '/supervision', follow: [/^Intervisie$/] },
    { name: 'supervision-held', path: '/supervision', act: lastLink(/^Intervisie$/) },
    { name: 'never-alone', path: '/trajectories', follow: [/^Elif/], act: within('never-alone') },
    { name: 'incidents', path: '/incidents' },
    { name: 'incident-new', path: '/incidents/new' },
    { name: 'incident', path: '/incidents', follow: [/Letsel/] },
    { name: 'confidential', path: '/confidential' },
    { name: 'duties', path: '/duties' },
    { name: 'worker-texts', path: '/worker-texts' },
    { name: 'safety', path: '/trajectories', follow: [/^Selam/, 'Veiligheid'] },
    { name: 'concern', path: '/today', follow: ['Bekijk de zorg'] },
    { name: 'around-nobody', path: '/trajectories', follow: [/^Elif/], act: within('around') },
    { name: 'shared-so-far', path: '/trajectories', follow: [/^Elif/], act: within('shared') },
    { name: 'share', path: '/trajectories', follow: [/^Elif/], act: within('shared/new') },
    { name: 'locks-of-file', path: '/trajectories', follow: [/^Elif/], act: within('locks') },
    { name: 'lock-form', path: '/trajectories', follow: [/^Elif/], act: within('locks/new') },
    { name: 'erasure', path: '/trajectories', follow: [/^Elif/], act: within('erasure') },
    { name: 'emergency-open', path: '/emergency' },
    { name: 'ways-in', path: '/account/passkeys' },
    { name: 'messages', path: '/messages' },
    { name: 'task', path: '/today', follow: [/^Bekijk$/] },
    { name: 'import', path: '/imports' },
    { name: 'import-columns', path: '/imports', act: upload },
    { name: 'import-preview', path: '/imports', act: mapped },
    {
      name: 'import-discard',
      path: '/imports',
      act: async (person) => {
        await mapped(person)
        await person.follow('Gooi deze lijst weg')
      },
    },
    {
      name: 'import-result',
      path: '/imports',
      act: async (person) => {
        await mapped(person)
        await person.press('Lees de lijst in')
        await person.sees('De lijst is ingelezen')
      },
    },
    { name: 'import-undo', path: '/imports', act: toUndo },
    {
      name: 'import-undone',
      path: '/imports',
      act: async (person) => {
        await toUndo(person)
        await person.press('Ja, maak ongedaan')
        await person.sees('Deze lijst is ongedaan gemaakt')
      },
    },
    { name: 'programmes', path: '/programmes' },
    { name: 'programme', path: '/programmes', follow: [/18 maanden/] },
    { name: 'nothing-here', path: '/trajectories/00000000-0000-7000-8000-000000000000' },
  ],
  Letebrhan: [
    { name: 'volunteer-visits', path: '/contacts' },
    { name: 'going-alone', path: '/going-alone' },
    { name: 'going-alone-words', path: '/going-alone/words' },
    { name: 'going-alone-card', path: '/going-alone/card' },
    { name: 'field-begin', path: '/field/' },
    { name: 'going-in', path: '/contacts', follow: [/^Selam/, 'Ik ga naar binnen'] },
    { name: 'volunteer-visit', path: '/contacts', follow: [/^Selam/] },
    {
      name: 'volunteer-sheet',
      path: '/contacts',
      follow: [/^Selam/, 'Gespreksblad voor dit bezoek'],
    },
    { name: 'volunteer-expenses', path: '/my-expenses' },
    {
      name: 'volunteer-account-with-problems',
      path: '/my-expenses',
      act: press('Bewaar de rekening'),
    },
    { name: 'volunteer-plan', path: '/contacts', follow: [/^Selam/, 'Plan een dag'] },
    { name: 'volunteer-skip', path: '/contacts', follow: [/^Selam/, 'Sla dit bezoek over'] },
    { name: 'volunteer-week', path: '/week' },
    { name: 'volunteer-calendar', path: '/week/calendar' },
    {
      name: 'volunteer-rhythm',
      path: '/contacts',
      follow: [/^Selam/, 'Naar haar traject', 'Contacten', 'Plan in een vast ritme'],
      act: press('Bekijk de dagen'),
    },
    { name: 'volunteer-log', path: '/contacts', follow: [/^Selam/, 'Leg vast hoe het ging'] },
    {
      name: 'volunteer-log-with-problems',
      path: '/contacts',
      follow: [/^Selam/, 'Leg vast hoe het ging'],
      act: press('Klaar, leg vast'),
    },
    { name: 'volunteer-trajectory', path: '/contacts', follow: [/^Selam/, 'Naar haar traject'] },
    { name: 'volunteer-proposals-none', path: '/proposals' },
    { name: 'volunteer-file', path: '/my-file' },
    { name: 'volunteer-texts', path: '/my-file/texts' },
    { name: 'volunteer-trainings', path: '/trainings' },
    {
      name: 'volunteer-safety',
      path: '/contacts',
      follow: [/^Selam/, 'Naar haar traject', 'Alles over veiligheid'],
    },
    { name: 'volunteer-team', path: '/team-work' },
  ],
  Khadija: [
    {
      name: 'volunteer-match',
      path: '/contacts',
      follow: [/^Salma/, 'Naar haar traject', 'Bekijk de koppeling'],
    },
    { name: 'volunteer-check-in', path: '/contacts', follow: ['Vertel hoe het gaat'] },
  ],
  Rasha: [
    { name: 'volunteer-proposals', path: '/proposals' },
    { name: 'volunteer-visits-none', path: '/contacts' },
  ],
  Joke: [
    { name: 'own-referrals', path: '/my-referrals' },
    { name: 'own-referrals-new', path: '/my-referrals', follow: ['Meld iemand aan'] },
  ],
  Henk: [
    { name: 'members', path: '/members' },
    { name: 'member', path: '/members', follow: [/^Joke/] },
    { name: 'invite', path: '/members/invite' },
    {
      name: 'invitation-link',
      path: '/members/invite',
      act: async (person) => {
        await person.fill('E-mailadres', 'nieuwe.collega@example.nl')
        await person.choose(/^Coördinator/)
        await person.press('Maak de uitnodiging')
        await neverTheSame(person, '#invitation-link')
      },
    },
    { name: 'other-systems', path: '/services' },
    {
      name: 'new-key',
      path: '/services',
      act: async (person) => {
        await person.fill('Hoe heet het systeem?', `Praktijk ${person.page.viewportSize()?.width}`)
        await person.choose('Vrouwen aanmelden')
        await person.press('Maak sleutel')
        await neverTheSame(person, 'main code')
      },
    },
    { name: 'replace-key', path: '/services', follow: [/^Vervang/] },
    { name: 'end-key', path: '/services', follow: [/^Beëindig/] },
    { name: 'webhooks-none', path: '/services', follow: ['Seintjes aan andere systemen'] },
    {
      name: 'webhook-with-problems',
      path: '/webhooks',
      act: async (person) => {
        await person.fill('Naar welk adres?', 'http://praktijk.example.nl/naast')
        await person.press('Maak webhook')
      },
    },
    {
      name: 'new-webhook',
      path: '/webhooks',
      act: async (person) => {
        await person.fill('Naar welk adres?', 'https://systeem.praktijkdeooievaar.example.nl/naast/seintjes')
        await person.press('Maak webhook')
        await neverTheSame(person, 'main code')
      },
    },
    { name: 'webhook', path: '/webhooks', follow: [/^https:/], act: press('Stuur een proefbericht') },
    { name: 'replace-secret', path: '/webhooks', follow: [/^https:/, 'Vervang het geheim'] },
    { name: 'end-webhook', path: '/webhooks', follow: [/^https:/, 'Beëindig'] },
    { name: 'webhooks', path: '/webhooks' },
    { name: 'settings', path: '/settings' },
    { name: 'calendar-rule', path: '/settings/calendars' },
    { name: 'passkey-rule', path: '/settings/passkeys' },
    { name: 'offline-rule', path: '/settings/offline' },
    { name: 'own-device-rule', path: '/settings/own-device' },
    { name: 'phones', path: '/phones' },
    { name: 'approvals', path: '/members/approvals' },
    { name: 'this-server', path: '/server' },
  ],
  Ineke: [
    { name: 'figures-safety', path: '/figures/safety?period=2026' },
    { name: 'safeguarding-worklist', path: '/today' },
    { name: 'avoidances', path: '/avoidances' },
    { name: 'likenesses-none', path: '/likenesses' },
    { name: 'child-files', path: '/child-files' },
    { name: 'child-file-new', path: '/child-files/new' },
    { name: 'exchanges-none', path: '/exchanges' },
    { name: 'exchange-offer', path: '/exchanges/offer' },
    { name: 'exchange-answer', path: '/exchanges/answer' },
    { name: 'confidential-one', path: '/confidential', follow: [/Büşra/] },
    { name: 'confidential-talk', path: '/confidential', follow: [/Büşra/, 'Schrijf een gesprek op'] },
  ],
  Tanja: [
    { name: 'manager-worklist', path: '/today' },
    { name: 'manager-volunteers', path: '/workers' },
    { name: 'manager-programmes', path: '/programmes' },
    { name: 'releases', path: '/releases' },
    { name: 'release-prepared', path: '/releases', act: press('Zet klaar') },
    { name: 'subsidies-none', path: '/subsidies' },
    { name: 'payouts', path: '/payouts' },
    { name: 'payout', path: '/payouts', follow: [/^september 2026/] },
    { name: 'payout-paid', path: '/payouts', follow: [/^augustus 2026/] },
    { name: 'payout-terms', path: '/payout-terms' },
    { name: 'programme-versions', path: '/programmes/mim-nl-18m/versions' },
    { name: 'programme-new', path: '/programme-drafts/new' },
    { name: 'programme-import', path: '/programme-drafts/import' },
  ],
  Ravi: [
    { name: 'lone-opening', path: '/today', follow: [/^Kijk na/] },
    { name: 'locks-none', path: '/locks' },
    { name: 'erasures', path: '/erasures' },
    { name: 'retention', path: '/retention' },
    { name: 'requests-none', path: '/requests' },
    { name: 'request-new', path: '/requests/new' },
    { name: 'removals-none', path: '/removals' },
    { name: 'emergency-reviews-none', path: '/emergency-reviews' },
    { name: 'recoveries', path: '/recoveries' },
    {
      name: 'access-log',
      path: '/access-log',
      // One of them, who did little: the whole log is as long as the tour.
      act: async (person) => {
        await person.select('Van wie?', 'Tanja Bos')
        await person.press('Laat zien')
      },
    },
    {
      name: 'access-log-seals',
      path: '/access-log/seals',
      act: async (person, site) => {
        await site.sealLog()
        await person.press('Kijk het logboek na')
      },
    },
  ],
}
