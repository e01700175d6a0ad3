/** Every URL the product has, built by a function. Ids are opaque; nothing about a person stands in a URL. */
export const paths = {
  home: () => '/',
  today: () => '/today',
  signIn: () => '/sign-in',
  signOut: () => '/sign-out',
  signedOut: () => '/signed-out',
  leave: () => '/leave',
  leaveFrom: (org: string) => `/leave/${org}`,
  signInCode: () => '/sign-in/code',
  signInRecovery: () => '/sign-in/recovery-code',
  signInPhone: () => '/sign-in/phone',
  signInPasskey: () => '/sign-in/passkey',
  /** For who is in with less than her organisation asks. */
  showPasskey: () => '/sign-in/show-passkey',
  signInDemo: () => '/sign-in/demo',
  /** Showing in between that it is she. */
  freshProof: () => '/it-is-me',
  firstRun: () => '/first-run',
  invitation: (token: string) => `/invitation/${token}`,
  account: {
    one: () => '/account',
    password: () => '/account/password',
    codes: () => '/account/recovery-codes',
    phone: () => '/account/phone',
    everywhere: () => '/account/sign-out-everywhere',
    passkeys: () => '/account/passkeys',
    removePasskey: () => '/account/passkeys/remove',
    language: () => '/account/language',
  },
  /** Coming in by an account elsewhere. */
  provider: {
    signIn: (orgId: string, id: string) => `/sign-in/with/${orgId}/${id}`,
    back: () => '/sign-in/back',
    signOut: (orgId: string, id: string) => `/sign-out/at/${orgId}/${id}`,
    own: () => '/account/providers',
    link: (id: string) => `/account/providers/${id}/link`,
    unlink: (id: string) => `/account/providers/${id}/unlink`,
    list: () => '/identity-providers',
    end: (id: string) => `/identity-providers/${id}/end`,
  },
  /** What changed in a programme, counted. */
  outcome: {
    list: () => '/outcomes',
    programme: (id: string) => `/outcomes/${id}`,
  },
  /** A new way in, by two colleagues. */
  recovery: {
    list: () => '/recoveries',
    check: (id: string) => `/recoveries/${id}/check`,
    stop: (id: string) => `/recoveries/${id}/stop`,
  },
  member: {
    list: () => '/members',
    invite: () => '/members/invite',
    approvals: () => '/members/approvals',
    answer: (id: string) => `/members/approvals/${id}`,
    withdraw: (id: string) => `/members/invitations/${id}/withdraw`,
    one: (id: string) => `/members/${id}`,
    again: (id: string) => `/members/${id}/invite-again`,
    end: (id: string) => `/members/${id}/end`,
  },
  /** The public forms of one organisation: a professional's, and a woman's own, which says nothing of what it is. */
  referProfessional: (slug: string) => `/refer/${slug}`,
  referOwn: (slug: string) => `/s/${slug}`,
  /** The form of somebody who wants to stand beside a mother. */
  apply: (slug: string) => `/join/${slug}`,
  /** What she types on her own device: short, and the same for everybody. */
  ownDevice: () => '/v',
  ownReferrals: () => '/my-referrals',
  referSignedIn: () => '/my-referrals/new',
  installation: () => '/server',
  organisation: {
    settings: () => '/settings',
    passkeys: () => '/settings/passkeys',
    offline: () => '/settings/offline',
    ownDevice: () => '/settings/own-device',
    postcodes: () => '/settings/postcodes',
    travel: () => '/settings/travel-times',
    boundaries: () => '/settings/boundaries',
    calendars: () => '/settings/calendars',
  },
  programme: {
    list: () => '/programmes',
    one: (id: string) => `/programmes/${id}`,
    file: (id: string) => `/programmes/${id}/file`,
    offer: (id: string) => `/programmes/${id}/offer`,
    versions: (id: string) => `/programmes/${id}/versions`,
  },
  programmeDraft: {
    begin: () => '/programme-drafts/new',
    import: () => '/programme-drafts/import',
    one: (id: string) => `/programme-drafts/${id}`,
    part: (id: string, at: string) => `/programme-drafts/${id}/parts/${at}`,
    step: (id: string) => `/programme-drafts/${id}/step`,
    effect: (id: string) => `/programme-drafts/${id}/effect`,
    difference: (id: string) => `/programme-drafts/${id}/difference`,
    decide: (id: string) => `/programme-drafts/${id}/decide`,
    newer: (id: string) => `/programme-drafts/${id}/newer`,
    file: (id: string) => `/programme-drafts/${id}/file`,
  },
  /** What leaves in counts. */
  /** Shown to who visits this location to judge it; of nobody in particular. */
  accreditation: () => '/accreditation',
  release: {
    list: () => '/releases',
    one: (id: string) => `/releases/${id}`,
    table: (id: string) => `/releases/${id}/table`,
    spreadsheet: (id: string) => `/releases/${id}/spreadsheet`,
  },
  /** Hours and places by fund. */
  subsidy: {
    statement: () => '/subsidies',
    split: (programmeId: string) => `/subsidies/${programmeId}/split`,
    hours: (programmeId: string, month: string) => `/subsidies/${programmeId}/hours/${month}`,
  },
  figures: {
    list: () => '/figures',
    one: (set: string) => `/figures/${set}`,
    /** Month by month. */
    series: () => '/figures/months',
    /** Everything of a period on one page; and the same as a file. */
    steering: () => '/figures/steering',
    steeringTable: () => '/figures/steering/table',
    steeringSpreadsheet: () => '/figures/steering/spreadsheet',
    /** Who stands behind one count; which, its query says in codes. */
    cases: (tally: string) => `/figures/cases/${tally}`,
  },
  desk: {
    list: () => '/referrals',
    one: (id: string) => `/referrals/${id}`,
    accept: (id: string) => `/referrals/${id}/accept`,
    turnAway: (id: string) => `/referrals/${id}/turn-away`,
    /** What there is for her around us; and what was heard after she was sent there. */
    help: (id: string) => `/referrals/${id}/help`,
    followUp: (id: string) => `/referrals/${id}/follow-up`,
  },
  /** Organisations around us and what they offer. */
  network: {
    list: () => '/network',
    register: () => '/network/register',
    one: (id: string) => `/network/${id}`,
    end: (id: string) => `/network/${id}/end`,
    addOffer: (id: string) => `/network/${id}/offers`,
    offer: (id: string) => `/help-offers/${id}`,
    endOffer: (id: string) => `/help-offers/${id}/end`,
  },
  referrer: {
    list: () => '/referrers',
    one: (memberId: string) => `/referrers/${memberId}`,
    training: (memberId: string) => `/referrers/${memberId}/trainings`,
  },
  team: {
    list: () => '/teams',
    one: (id: string) => `/teams/${id}`,
    end: (id: string) => `/teams/${id}/end`,
    members: (id: string) => `/teams/${id}/members`,
    work: () => '/team-work',
    place: (trajectoryId: string) => `/trajectories/${trajectoryId}/team`,
  },
  import: {
    start: () => '/imports',
    columns: (id: string) => `/imports/${id}/columns`,
    preview: (id: string) => `/imports/${id}/preview`,
    progress: (id: string) => `/imports/${id}/progress`,
    result: (id: string) => `/imports/${id}`,
    leftovers: (id: string) => `/imports/${id}/leftovers`,
    undo: (id: string) => `/imports/${id}/undo`,
    discard: (id: string) => `/imports/${id}/discard`,
  },
  trajectory: {
    caseload: () => '/trajectories',
    one: (id: string) => `/trajectories/${id}`,
    contacts: (id: string) => `/trajectories/${id}/contacts`,
    addContact: (id: string) => `/trajectories/${id}/contacts/add`,
    rhythm: (id: string) => `/trajectories/${id}/rhythm`,
  },
  /** What moves: said in the same words whatever happened. */
  course: {
    one: (trajectoryId: string) => `/trajectories/${trajectoryId}/course`,
    due: (trajectoryId: string) => `/trajectories/${trajectoryId}/course/due`,
    birth: (trajectoryId: string) => `/trajectories/${trajectoryId}/course/birth`,
    birthBack: (trajectoryId: string) => `/trajectories/${trajectoryId}/course/birth/back`,
    phases: (trajectoryId: string) => `/trajectories/${trajectoryId}/course/phases`,
    extend: (trajectoryId: string) => `/trajectories/${trajectoryId}/course/longer`,
    materials: (trajectoryId: string) => `/trajectories/${trajectoryId}/course/materials`,
    changed: (trajectoryId: string) => `/trajectories/${trajectoryId}/course/changed`,
    wayOn: (trajectoryId: string) => `/trajectories/${trajectoryId}/course/next`,
    back: (trajectoryId: string) => `/trajectories/${trajectoryId}/course/back`,
  },
  /** How much goes on in each domain of her life; a path says nothing of it. */
  adversity: {
    grid: (trajectoryId: string) => `/trajectories/${trajectoryId}/grid`,
    fill: (trajectoryId: string) => `/trajectories/${trajectoryId}/grid/fill`,
  },
  circle: {
    one: (trajectoryId: string) => `/trajectories/${trajectoryId}/circle`,
    add: (trajectoryId: string) => `/trajectories/${trajectoryId}/circle/add`,
    reliance: (trajectoryId: string) => `/trajectories/${trajectoryId}/circle/number`,
    supporter: (trajectoryId: string, id: string) => `/trajectories/${trajectoryId}/circle/people/${id}`,
    end: (trajectoryId: string, id: string) => `/trajectories/${trajectoryId}/circle/people/${id}/end`,
    paper: (trajectoryId: string) => `/papers/circles/${trajectoryId}`,
  },
  plan: {
    one: (trajectoryId: string) => `/trajectories/${trajectoryId}/plan`,
    goal: (trajectoryId: string) => `/trajectories/${trajectoryId}/plan/goals`,
    letGo: (trajectoryId: string, goalId: string) => `/trajectories/${trajectoryId}/plan/goals/${goalId}`,
    action: (trajectoryId: string, goalId: string) =>
      `/trajectories/${trajectoryId}/plan/goals/${goalId}/actions`,
    endAction: (trajectoryId: string, actionId: string) =>
      `/trajectories/${trajectoryId}/plan/actions/${actionId}`,
    review: (trajectoryId: string) => `/trajectories/${trajectoryId}/plan/review`,
    decide: (trajectoryId: string) => `/trajectories/${trajectoryId}/plan/decide`,
    share: (trajectoryId: string) => `/trajectories/${trajectoryId}/plan/share`,
  },
  arrangement: {
    list: (trajectoryId: string) => `/trajectories/${trajectoryId}/arrangements`,
    one: (trajectoryId: string, id: string) => `/trajectories/${trajectoryId}/arrangements/${id}`,
  },
  commitment: {
    ofTrajectory: (trajectoryId: string) => `/trajectories/${trajectoryId}/parties`,
    waits: () => '/figures/parties',
    /** For whom one party's row counts; of which period, its query says. */
    ofParty: (party: string) => `/figures/parties/${party}`,
  },
  consultation: {
    list: (trajectoryId: string) => `/trajectories/${trajectoryId}/consultations`,
    one: (trajectoryId: string, id: string) => `/trajectories/${trajectoryId}/consultations/${id}`,
  },
  endReport: {
    one: (trajectoryId: string) => `/trajectories/${trajectoryId}/end-report`,
    write: (trajectoryId: string) => `/trajectories/${trajectoryId}/end-report/write`,
    decide: (trajectoryId: string) => `/trajectories/${trajectoryId}/end-report/decide`,
    share: (trajectoryId: string) => `/trajectories/${trajectoryId}/end-report/share`,
    paper: (trajectoryId: string) => `/papers/end-reports/${trajectoryId}`,
  },
  handover: {
    list: (trajectoryId: string) => `/trajectories/${trajectoryId}/handovers`,
    one: (trajectoryId: string, id: string) => `/trajectories/${trajectoryId}/handovers/${id}`,
  },
  safeContact: (personId: string) => `/people/${personId}/contact-rule`,
  intake: {
    one: (trajectoryId: string) => `/trajectories/${trajectoryId}/intake`,
    contact: (trajectoryId: string) => `/trajectories/${trajectoryId}/intake/contact`,
    consents: (trajectoryId: string) => `/trajectories/${trajectoryId}/intake/consents`,
    complete: (trajectoryId: string) => `/trajectories/${trajectoryId}/intake/complete`,
    askException: (trajectoryId: string) => `/trajectories/${trajectoryId}/intake/exception`,
    exception: (id: string) => `/exceptions/${id}`,
  },
  planning: {
    week: () => '/week',
    team: () => '/week/team',
    calendar: () => '/week/calendar',
    endCalendar: () => '/week/calendar/end',
  },
  /** A worker's own calendar, for the program on her phone. Says nothing of what or whose it is. */
  calendar: (token: string) => `/c/${token}`,
  contact: {
    mine: () => '/contacts',
    one: (id: string) => `/contacts/${id}`,
    plan: (id: string) => `/contacts/${id}/plan`,
    log: (id: string) => `/contacts/${id}/log`,
    skip: (id: string) => `/contacts/${id}/skip`,
    bringBack: (id: string) => `/contacts/${id}/bring-back`,
    confirm: (id: string) => `/contacts/${id}/confirm`,
  },
  /** What workers claim, and what is paid; a path says nothing of a visit. */
  expense: {
    mine: () => '/my-expenses',
    account: () => '/my-expenses/account',
    withdraw: (id: string) => `/my-expenses/${id}`,
    receipt: (id: string) => `/my-expenses/${id}/receipt`,
    removeReceipt: (id: string) => `/my-expenses/${id}/receipt/remove`,
    receiptFile: (id: string) => `/expense-receipts/${id}`,
    list: () => '/expenses',
    month: (workerId: string, month: string) => `/expenses/${workerId}/${month}`,
    decline: (workerId: string, month: string) => `/expenses/${workerId}/${month}/decline`,
  },
  payout: {
    list: () => '/payouts',
    terms: () => '/payout-terms',
    account: () => '/payout-terms/account',
    one: (id: string) => `/payouts/${id}`,
    settle: (id: string) => `/payouts/${id}/settle`,
    returned: (id: string) => `/payouts/${id}/returned`,
    table: (id: string) => `/payouts/${id}/table`,
    bank: (id: string) => `/payouts/${id}/bank`,
  },
  /** What a phone keeps and asks by itself; all of it under one path, which is as far as its worker reaches. */
  field: {
    shell: () => '/field/',
    keeper: () => '/field/keep.js',
    manifest: () => '/field/app.webmanifest',
    icon: () => '/field/icon.svg',
    begin: () => '/field/begin',
    pack: () => '/field/pack',
    send: () => '/field/send',
    still: (org: string) => `/field/still/${org}`,
  },
  fieldPhone: {
    list: () => '/phones',
    end: (id: string) => `/phones/${id}/end`,
  },
  heldVisit: {
    list: () => '/held-visits',
    one: (id: string) => `/held-visits/${id}`,
  },
  service: {
    list: () => '/services',
    end: (id: string) => `/services/${id}/end`,
    rotate: (id: string) => `/services/${id}/key`,
    guide: () => '/api/docs',
  },
  webhook: {
    list: () => '/webhooks',
    one: (id: string) => `/webhooks/${id}`,
    secret: (id: string) => `/webhooks/${id}/secret`,
    end: (id: string) => `/webhooks/${id}/end`,
  },
  /** Somebody asks for the file of a child. */
  childRequest: {
    list: () => '/child-files',
    register: () => '/child-files/new',
    one: (id: string) => `/child-files/${id}`,
    step: (id: string, step: string) => `/child-files/${id}/${step}`,
    /** Printers put the address on the paper: these say nothing. */
    answer: () => '/papers/answer',
    copy: (id: string) => `/papers/sheets/${id}`,
  },
  /** What of her is known outside. */
  sharing: {
    list: (trajectoryId: string) => `/trajectories/${trajectoryId}/shared`,
    share: (trajectoryId: string) => `/trajectories/${trajectoryId}/shared/new`,
    notice: (trajectoryId: string, id: string) => `/trajectories/${trajectoryId}/shared/notices/${id}`,
    /** Printers put the address on the paper: these say nothing. */
    sheet: (trajectoryId: string) => `/papers/${trajectoryId}`,
    letter: (id: string) => `/papers/letters/${id}`,
    file: (id: string) => `/shared-files/${id}`,
  },
  /** Papers in her file; neither what one is nor whose stands in an address. */
  document: {
    list: (trajectoryId: string) => `/trajectories/${trajectoryId}/documents`,
    add: (trajectoryId: string) => `/trajectories/${trajectoryId}/documents/new`,
    addAuthority: (childRequestId: string) => `/child-files/${childRequestId}/documents`,
    one: (id: string) => `/documents/${id}`,
    file: (id: string) => `/documents/${id}/file`,
    attach: (id: string) => `/documents/${id}/attach`,
    remove: (id: string) => `/documents/${id}/remove`,
    removals: () => '/removals',
    removal: (id: string) => `/removals/${id}`,
  },
  consent: { list: (trajectoryId: string) => `/trajectories/${trajectoryId}/consents` },
  /** What is on the table between two people, in a visit or in a session of a group. */
  conversationSheet: {
    visit: (trajectoryId: string) => `/trajectories/${trajectoryId}/sheet`,
    session: (id: string) => `/group-sessions/${id}/sheet`,
    /** Those of the organisation itself. */
    list: () => '/sheets',
    begin: () => '/sheets/new',
    load: () => '/sheets/load',
    one: (id: string) => `/sheets/${id}`,
    write: (id: string) => `/sheets/${id}/write`,
    publish: (id: string) => `/sheets/${id}/publish`,
    end: (id: string) => `/sheets/${id}/end`,
  },
  /** The shelf of questionnaires, with their licences. */
  instrument: {
    list: () => '/questionnaires',
    one: (id: string) => `/questionnaires/${id}`,
    fhir: (id: string) => `/questionnaires/${id}/fhir`,
    texts: (id: string) => `/questionnaires/${id}/texts`,
    destroyTexts: (id: string) => `/questionnaires/${id}/texts/destroy`,
    withdraw: (id: string, permissionId: string) =>
      `/questionnaires/${id}/permissions/${permissionId}/withdraw`,
  },
  measure: {
    list: (trajectoryId: string) => `/trajectories/${trajectoryId}/measures`,
    take: (trajectoryId: string, moment: string) => `/trajectories/${trajectoryId}/measures/${moment}`,
    keyAgain: (trajectoryId: string, moment: string) =>
      `/trajectories/${trajectoryId}/measures/${moment}/again`,
    print: (trajectoryId: string, moment: string) => `/trajectories/${trajectoryId}/measures/${moment}/paper`,
    ownDevice: (trajectoryId: string, moment: string) =>
      `/trajectories/${trajectoryId}/measures/${moment}/own-device`,
  },
  /** Open meetings, outings and information sessions. */
  activity: {
    list: () => '/activities',
    plan: () => '/activities/plan',
    one: (id: string) => `/activities/${id}`,
    meeting: (id: string) => `/activity-meetings/${id}`,
    ofTrajectory: (trajectoryId: string) => `/trajectories/${trajectoryId}/activities`,
  },
  group: {
    list: () => '/groups',
    plan: () => '/groups/plan',
    evaluations: () => '/groups/evaluations',
    one: (id: string) => `/groups/${id}`,
    change: (id: string) => `/groups/${id}/change`,
    candidates: (id: string) => `/groups/${id}/candidates`,
    /** What it has to offer to who waits. */
    offer: (id: string) => `/groups/${id}/offer`,
    /** What is offered to men and children beside it. */
    beside: (id: string) => `/groups/${id}/beside`,
    besideOne: (id: string, offerId: string) => `/groups/${id}/beside/${offerId}`,
    askSmall: (id: string) => `/groups/${id}/small-start`,
    smallStart: (id: string) => `/small-starts/${id}`,
    end: (id: string) => `/groups/${id}/end`,
    place: (id: string) => `/group-places/${id}`,
    session: (id: string) => `/group-sessions/${id}`,
  },
  /** Who of the waiting list comes into which group. */
  composition: {
    list: () => '/compositions',
    one: (id: string) => `/compositions/${id}`,
    woman: (id: string, trajectoryId: string) => `/compositions/${id}/women/${trajectoryId}`,
  },
  aligned: { mine: () => '/my-offers' },
  /** How it goes between the two of a match, asked of each apart. */
  checkIn: {
    list: (trajectoryId: string) => `/trajectories/${trajectoryId}/check-ins`,
    one: (matchId: string, side: string, moment: string) => `/matches/${matchId}/check-ins/${side}/${moment}`,
    mine: (matchId: string) => `/my-check-ins/${matchId}`,
  },
  closing: (trajectoryId: string) => `/trajectories/${trajectoryId}/closing`,
  audit: {
    list: () => '/access-log',
    file: () => '/access-log/file',
    seals: () => '/access-log/seals',
    anchor: () => '/access-log/anchor',
    outliers: () => '/access-log/outliers',
    /** What one woman may hear of who looked. */
    ofPerson: (personId: string) => `/people/${personId}/access`,
    ofFile: (trajectoryId: string) => `/trajectories/${trajectoryId}/log`,
  },
  signal: {
    list: () => '/signals',
    one: (id: string) => `/signals/${id}`,
    snooze: (id: string) => `/signals/${id}/snooze`,
    aside: (id: string) => `/signals/${id}/aside`,
    ofTrajectory: (trajectoryId: string) => `/trajectories/${trajectoryId}/signals`,
  },
  /** What somebody worries about; the words of it stand in no address. */
  concern: {
    raise: (trajectoryId: string) => `/trajectories/${trajectoryId}/concerns`,
    one: (id: string) => `/concerns/${id}`,
  },
  /** A talk with whoever went through something heavy. */
  aftercare: {
    ask: () => '/my-talks',
    decline: (id: string) => `/my-talks/${id}`,
    one: (id: string) => `/talks/${id}`,
  },
  /** What went wrong, who was told, and how it ended. */
  fileLock: {
    list: () => '/locks',
    one: (id: string) => `/locks/${id}`,
    of: (trajectoryId: string) => `/trajectories/${trajectoryId}/locks`,
    set: (trajectoryId: string) => `/trajectories/${trajectoryId}/locks/new`,
    ofReferral: (referralId: string) => `/referrals/${referralId}/locks`,
    setOnReferral: (referralId: string) => `/referrals/${referralId}/locks/new`,
  },
  incident: {
    list: () => '/incidents',
    record: () => '/incidents/new',
    one: (id: string) => `/incidents/${id}`,
  },
  /** What is kept, and what goes for good. */
  erasure: {
    list: () => '/erasures',
    one: (id: string) => `/erasures/${id}`,
    askPastTerm: () => '/past-term',
    endHold: (id: string) => `/holds/${id}/end`,
    ask: (trajectoryId: string) => `/trajectories/${trajectoryId}/erasure`,
  },
  /** Somebody asks for what is kept about herself; who, and what, stands in no address. */
  personRequest: {
    list: () => '/requests',
    register: () => '/requests/new',
    one: (id: string) => `/requests/${id}`,
    step: (id: string, step: string) => `/requests/${id}/${step}`,
    copy: (id: string) => `/requests/${id}/copy`,
    file: (id: string) => `/requests/${id}/copy.json`,
  },
  /** What ends by itself, and what is put away until then. */
  retention: {
    list: () => '/retention',
    setting: (id: string) => `/retention/settings/${id}`,
    hidden: (id: string) => `/retention/${id}`,
  },
  /** Confidential; neither what it is nor whom it is about stands in an address. */
  meldcode: {
    list: () => '/confidential',
    open: (trajectoryId: string) => `/trajectories/${trajectoryId}/confidential`,
    one: (id: string) => `/confidential/${id}`,
    part: (id: string, part: string) => `/confidential/${id}/${part}`,
  },
  /** A file in an emergency; whose it is stands in no address. */
  breakGlass: {
    open: () => '/emergency',
    file: (id: string) => `/emergency/${id}`,
    end: (id: string) => `/emergency/${id}/end`,
    reviews: () => '/emergency-reviews',
    review: (id: string) => `/emergency-reviews/${id}`,
  },
  onCall: {
    list: () => '/on-call',
    end: (id: string) => `/on-call/${id}/end`,
    number: () => '/on-call/number',
  },
  /** Going somewhere alone: hers, and what others see of it. */
  loneVisit: {
    mine: () => '/going-alone',
    words: () => '/going-alone/words',
    card: () => '/going-alone/card',
    goingIn: (contactId: string) => `/contacts/${contactId}/going-in`,
    list: () => '/lone-visits',
    alert: (id: string) => `/lone-alerts/${id}`,
    opening: (id: string) => `/lone-openings/${id}`,
    neverAlone: (trajectoryId: string) => `/trajectories/${trajectoryId}/never-alone`,
  },
  around: {
    list: (trajectoryId: string) => `/trajectories/${trajectoryId}/around`,
    one: (id: string) => `/around/${id}`,
    end: (id: string) => `/around/${id}/end`,
  },
  collision: {
    list: () => '/likenesses',
    one: (id: string) => `/likenesses/${id}`,
  },
  exchange: {
    list: () => '/exchanges',
    offer: () => '/exchanges/offer',
    answer: () => '/exchanges/answer',
    one: (id: string) => `/exchanges/${id}`,
    file: (id: string) => `/exchanges/${id}/file`,
    ownFile: (id: string) => `/exchanges/${id}/file/own`,
  },
  safety: {
    one: (trajectoryId: string) => `/trajectories/${trajectoryId}/safety`,
    redFlags: (trajectoryId: string) => `/trajectories/${trajectoryId}/safety/flags`,
    review: (trajectoryId: string) => `/trajectories/${trajectoryId}/safety/review`,
    kindcheck: (trajectoryId: string) => `/trajectories/${trajectoryId}/safety/children`,
    plan: (trajectoryId: string) => `/trajectories/${trajectoryId}/safety/plan`,
    /** Printers put the address on the paper: it says nothing. */
    card: (id: string) => `/cards/${id}`,
  },
  task: { one: (id: string) => `/tasks/${id}` },
  message: {
    list: () => '/messages',
    toHer: (trajectoryId: string) => `/trajectories/${trajectoryId}/messages`,
    reminders: (trajectoryId: string) => `/trajectories/${trajectoryId}/messages/reminders`,
    callBack: (trajectoryId: string) => `/trajectories/${trajectoryId}/messages/call-back`,
    letter: (id: string) => `/messages/${id}/letter`,
    letterPrint: (id: string) => `/messages/${id}/letter/print`,
    letterPosted: (id: string) => `/messages/${id}/letter/posted`,
    /** Printers put the address on the paper: it says nothing. */
    letterPaper: (id: string) => `/papers/post/${id}`,
  },
  search: () => '/search',
  worker: {
    list: () => '/workers',
    register: () => '/workers/register',
    one: (id: string) => `/workers/${id}`,
    change: (id: string) => `/workers/${id}/change`,
    gate: (id: string) => `/workers/${id}/gates`,
    step: (id: string) => `/workers/${id}/step`,
    waive: (id: string) => `/workers/${id}/waiver`,
    endWaiver: (id: string) => `/workers/${id}/waiver/end`,
    learning: (id: string) => `/workers/${id}/learning`,
    texts: () => '/worker-texts',
    talk: (id: string) => `/workers/${id}/talks`,
    settleTalk: (id: string) => `/workers/${id}/talks/settle`,
    avoidances: () => '/avoidances',
    ruleAvoidance: () => '/avoidances/rule',
    mine: () => '/my-file',
    away: () => '/my-file/away',
    back: () => '/my-file/back',
    avoid: () => '/my-file/avoid',
    avoidNoMore: () => '/my-file/avoid/end',
    ownHome: () => '/my-file/home',
    /** What she signs, in her own pages. */
    sign: () => '/my-file/texts',
  },
  /** Who watches over whom. */
  duties: {
    list: () => '/duties',
    handOver: () => '/duties/hand-over',
    deputy: () => '/duties/deputies',
    endDeputy: (id: string) => `/duties/deputies/${id}/end`,
  },
  /** Trainings of workers. */
  /** Meetings of workers about their own work. */
  supervision: {
    list: () => '/supervision',
    one: (id: string) => `/supervision/${id}`,
  },
  training: {
    list: () => '/trainings',
    plan: () => '/trainings/plan',
    one: (id: string) => `/trainings/${id}`,
    enrol: (id: string) => `/trainings/${id}/places`,
    leave: (id: string) => `/trainings/${id}/leave`,
    seats: (id: string) => `/trainings/${id}/seats`,
    attendance: (id: string) => `/trainings/${id}/attendance`,
    certify: (id: string) => `/trainings/${id}/certificates`,
    cancel: (id: string) => `/trainings/${id}/cancel`,
  },
  /** The matching meeting: who gets whom, looked at for all of them together. */
  meeting: {
    list: () => '/matching',
    /** How often people chose otherwise. */
    choices: () => '/matching/choices',
    one: (id: string) => `/matching/${id}`,
    woman: (id: string, trajectoryId: string) => `/matching/${id}/women/${trajectoryId}`,
    workers: (id: string) => `/matching/${id}/workers`,
    map: (id: string) => `/matching/${id}/map`,
    weights: (id: string) => `/matching/${id}/weights`,
    changes: (id: string) => `/matching/${id}/changes`,
    whatIf: (id: string) => `/matching/${id}/what-if`,
    undo: (id: string) => `/matching/${id}/undo`,
    replan: (id: string) => `/matching/${id}/replan`,
    notes: (id: string) => `/matching/${id}/notes`,
    publish: (id: string) => `/matching/${id}/publish`,
    drop: (id: string) => `/matching/${id}/drop`,
    /** To lie on the table. */
    paper: (id: string) => `/matching/${id}/paper`,
  },
  match: {
    waiting: () => '/waiting',
    one: (trajectoryId: string) => `/waiting/${trajectoryId}`,
    wishes: (trajectoryId: string) => `/waiting/${trajectoryId}/wishes`,
    home: (trajectoryId: string) => `/waiting/${trajectoryId}/home`,
    proposal: (id: string) => `/matches/${id}`,
    passOn: (id: string) => `/matches/${id}/pass-on`,
    ofTrajectory: (id: string) => `/trajectories/${id}/matches`,
    mine: () => '/proposals',
    myOne: (id: string) => `/proposals/${id}`,
  },
}
