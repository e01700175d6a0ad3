/**
 * Questions on her own device. What she sees is neutral on purpose: whoever looks along sees a form with questions about
 * how somebody is; no organisation, no programme, no reason.
 */
export const nl = {
  'own-device.title': 'Formulier',
  'own-device.code-page': 'Vul je code in',
  'own-device.code': 'Code',
  'own-device.code-hint': 'Acht letters en cijfers. Hoofdletters of kleine letters maakt niet uit.',
  'field.own-device-code':
    'Deze code werkt niet, of niet meer. Kijk of je hem goed hebt overgenomen. Vraag anders een nieuwe aan degene die hem gaf.',
  'own-device.begin-title': 'Een paar vragen',
  'own-device.begin-count_one': 'Het is {{count}} vraag. Je hebt tijd tot {{time}}.',
  'own-device.begin-count_other': 'Het zijn {{count}} vragen. Je hebt tijd tot {{time}}.',
  'own-device.begin.skip': 'Je mag elke vraag overslaan. Kies dan ‘Liever niet’, of laat hem leeg.',
  'own-device.begin.read':
    'Alleen een coördinator leest je antwoorden. Wie bij je op bezoek komt, leest ze niet. Je krijgt hier geen uitslag te zien.',
  'own-device.begin.call':
    'Soms belt iemand je daarna, bijvoorbeeld als je zegt dat het niet goed gaat. Dat gebeurt alleen op de manier die je hebt afgesproken.',
  'own-device.begin.kept':
    'Alleen als je op ‘Verstuur’ drukt, bewaren we je antwoorden. Stop je eerder, dan is alles weg. Op deze telefoon blijft niets staan van wat je kiest.',
  'own-device.begin.alone': 'Kijkt er iemand mee, of twijfel je? Druk dan op ‘Verlaat deze pagina’.',
  'own-device.begin': 'Begin',
  'own-device.rather-call': 'Wil je liever praten? Dan bewaren we je antwoorden niet, en belt iemand je.',
  'own-device.call': 'Stop, en bel mij',
  'own-device.done-title': 'Dank je wel',
  'own-device.done': 'Het is verstuurd.',
  'own-device.done-call':
    'We hebben niets bewaard van wat je koos. Iemand belt je, op de manier en in de uren die je hebt afgesproken.',
  'own-device.done-close': 'Je kunt deze pagina nu sluiten, of op ‘Verlaat deze pagina’ drukken.',
  'own-device.over-title': 'Dit kan nu niet',
  'own-device.over': 'Deze vragen zijn niet meer open. Er is niets bewaard van wat je nu koos.',
  'own-device.over-ask': 'Je hebt niets verkeerd gedaan. Vraag het aan degene die je de code gaf.',
  'refusal.own-device-empty':
    'Je hebt nog niets gekozen. Wil je niets zeggen? Druk dan op ‘Verlaat deze pagina’.',

  'own-device.link': 'Laat haar zelf antwoorden, op haar eigen telefoon',
  'own-device.give-title': 'Op haar eigen telefoon',
  'own-device.give-lead':
    'Ze krijgt van jou een code van acht tekens. Je zegt die of laat hem zien terwijl je haar spreekt. Er gaat geen bericht naar haar toe.',
  'own-device.not-now': 'Dit kan nu niet',
  'own-device.not-now-text': 'De vragen blijven staan. Stel ze samen met haar, of een andere keer.',
  'own-device.goes': 'Dit komt op haar telefoon',
  'own-device.stays': 'Dit blijft bij jou, en blijft staan',
  'own-device.how': 'Hoe spreek je haar nu?',
  'own-device.how.beside': 'Ik ben bij haar',
  'own-device.how.by_phone': 'Ik heb haar aan de telefoon',
  'own-device.asked': 'Wat je haar nu vraagt',
  'own-device.asked-hint':
    'Is ze nu alleen? Is de telefoon van haar, en kan niemand anders erin of meekijken? Wil ze dit zelf zo? Bij één nee of twijfel: doe het niet.',
  'own-device.asked-yes': 'Ik heb dit alle drie gevraagd, en het is ja',
  'own-device.give': 'Geef een code',
  'own-device.code-title': 'De code voor haar telefoon',
  'own-device.code-once': 'Je ziet deze code maar één keer',
  'own-device.code-never':
    'Zeg hem, of laat hem zien. Stuur hem nooit: geen sms, geen app, geen mail. Schrijf hem ook niet voor haar op.',
  'own-device.code-address': 'Dit typt ze in de adresbalk',
  'own-device.code-until':
    'De code werkt één keer, op één telefoon, en alles moet verstuurd zijn vóór {{time}}.',
  'own-device.say': 'Zeg haar',
  'own-device.say.whom': 'Wie haar antwoorden leest, en dat je haar soms daarna belt.',
  'own-device.say.private':
    'Dat een privévenster beter is. Anders staat alleen het adres nog in de geschiedenis van de telefoon; dat kan ze wissen.',
  'own-device.say.stop': 'Dat ze altijd weg kan met ‘Verlaat deze pagina’. Dan is niets bewaard.',
  'own-device.say.read': 'Dat ze elke vraag mag overslaan.',
  'own-device.say.trace':
    'Dat een telefoon gevolgd kan worden zonder dat je het merkt. Twijfelt ze, dan stel jij de vragen.',
  'own-device.after': 'Kijk of het binnen is',
  'own-device.back': 'Terug naar de vragen',
  'own-device.last-given': 'Er is een code gegeven. Hij is nog niet gebruikt en werkt {{day}} tot {{time}}.',
  'own-device.last-open': 'De vragen staan open op haar telefoon, {{day}} tot uiterlijk {{time}}.',
  'own-device.last-over': 'De code van {{day}}, {{time}} is verlopen. Er is niets verstuurd.',
  'own-device.last-call': 'Ze vraagt of iemand haar belt.',
  'own-device.last.sent': 'Haar antwoorden kwamen binnen: {{day}}, {{time}}.',
  'own-device.last.left': 'Ze ging weg van de vragen: {{day}}, {{time}}. Er is niets bewaard.',
  'own-device.last.stopped': 'Gestopt door een collega: {{day}}, {{time}}. Er is niets bewaard.',
  'own-device.last.replaced': 'Er kwam een nieuwe code: {{day}}, {{time}}.',
  'own-device.stop': 'Stop dit nu',
  'own-device.said.stopped': 'Gestopt. De code en de vragen werken niet meer.',
  'refusal.own-device-off': 'Antwoorden op haar eigen telefoon staat uit bij jouw organisatie.',
  'refusal.own-device-gravest':
    'In dit programma gaat niets naar haar telefoon: te vaak kijkt er iemand mee.',
  'refusal.own-device-closed': 'Dit traject is afgesloten.',
  'refusal.own-device-worry':
    'Er is een zorg over haar open, of een rode vlag waar nog niemand naar keek. Stel de vragen zelf.',
  'refusal.own-device-not-agreed':
    'Er is nog niet afgesproken hoe je haar mag bereiken, of dat is te lang geleden. Vraag het haar eerst.',
  'refusal.own-device-shared': 'Haar telefoon is niet van haar alleen, of iemand anders neemt hem ook op.',
  'refusal.own-device-hours': 'Dit is niet in de uren die met haar zijn afgesproken.',
  'refusal.own-device-no-consent':
    'Ze heeft nog niet gezegd dat we haar antwoorden mogen bewaren. Vraag het haar eerst.',
  'refusal.own-device-nobody-on-call':
    'Er heeft het komende uur niemand dienst. Zet eerst iemand op de dienstlijst.',
  'refusal.own-device-nothing':
    'Van wat nu gevraagd wordt mag niets op haar telefoon. Vragen over geweld en veiligheid stel je altijd zelf.',
  'refusal.own-device-not-asked': 'Hierbij hoorde een antwoord dat op haar telefoon niet gevraagd was.',
  'refusal.own-device-none': 'Er is niets om te stoppen: het was al voorbij.',

  'own-device.rule-title': 'Vragen op haar eigen telefoon',
  'own-device.rule-text':
    'Een coördinator die een vrouw spreekt, kan haar een code geven. Daarmee beantwoordt ze een vragenlijst op haar eigen telefoon. Er wordt niets naar haar gestuurd.',
  'own-device.rule-never':
    'Vragen over geweld, veiligheid of zelfdoding komen nooit op een telefoon. In programma’s met het hoogste gevaar kan het helemaal niet. Er moet iemand dienst hebben, en met haar moet afgesproken zijn hoe je haar bereikt.',
  'own-device.rule-gives-away':
    'Wat het weggeeft: in de geschiedenis van haar telefoon kan het adres van deze site blijven staan. Wie naast haar zit, leest mee. Een telefoon kan gevolgd worden.',
  'own-device.rule': 'Mag dit bij jullie?',
  'own-device.rule.off': 'Nee',
  'own-device.rule-hint.off': 'Een medewerker stelt alle vragen.',
  'own-device.rule.on': 'Ja',
  'own-device.rule-hint.on': 'Kies dit alleen samen met wie over veiligheid gaat.',
  'own-device.rule-submit': 'Bewaar',
  'own-device.rule-back': 'Terug naar de instellingen',
  'own-device.said.rule': 'De keuze voor haar eigen telefoon is bewaard.',
} as const

export const en: Record<keyof typeof nl, string> = {
  'own-device.title': 'Form',
  'own-device.code-page': 'Fill in your code',
  'own-device.code': 'Code',
  'own-device.code-hint': 'Eight letters and digits. Capitals or small letters are both fine.',
  'field.own-device-code':
    'This code does not work, or not any more. See whether you copied it well. Otherwise ask for a new one from whoever gave it.',
  'own-device.begin-title': 'A few questions',
  'own-device.begin-count_one': 'There is {{count}} question. You have until {{time}}.',
  'own-device.begin-count_other': 'There are {{count}} questions. You have until {{time}}.',
  'own-device.begin.skip': 'You may skip every question. Choose ‘Rather not’, or leave it empty.',
  'own-device.begin.read':
    'Only a coordinator reads your answers. Whoever visits you does not. No result is shown here.',
  'own-device.begin.call':
    'Sometimes somebody calls you afterwards, for instance if you say that things are not going well. Only in the way that you agreed on.',
  'own-device.begin.kept':
    'Only when you press ‘Send’ do we keep your answers. If you stop before, all of it is gone. Nothing of what you choose stays on this phone.',
  'own-device.begin.alone': 'Is somebody looking along, or are you not sure? Then press ‘Leave this page’.',
  'own-device.begin': 'Begin',
  'own-device.rather-call':
    'Would you rather talk? Then we do not keep your answers, and somebody calls you.',
  'own-device.call': 'Stop, and call me',
  'own-device.done-title': 'Thank you',
  'own-device.done': 'It has been sent.',
  'own-device.done-call':
    'We kept nothing of what you chose. Somebody calls you, in the way and at the hours that you agreed on.',
  'own-device.done-close': 'You can close this page now, or press ‘Leave this page’.',
  'own-device.over-title': 'This is not possible now',
  'own-device.over': 'These questions are not open any more. Nothing was kept of what you chose just now.',
  'own-device.over-ask': 'You did nothing wrong. Ask whoever gave you the code.',
  'refusal.own-device-empty':
    'You have not chosen anything yet. Would you rather say nothing? Then press ‘Leave this page’.',

  'own-device.link': 'Let her answer herself, on her own phone',
  'own-device.give-title': 'On her own phone',
  'own-device.give-lead':
    'You give her a code of eight signs. You say it or show it while you speak with her. No message goes to her.',
  'own-device.not-now': 'This is not possible now',
  'own-device.not-now-text': 'The questions stay due. Ask them together with her, or another time.',
  'own-device.goes': 'This goes to her phone',
  'own-device.stays': 'This stays with you, and stays due',
  'own-device.how': 'How do you speak with her now?',
  'own-device.how.beside': 'I am with her',
  'own-device.how.by_phone': 'I have her on the phone',
  'own-device.asked': 'What you ask her now',
  'own-device.asked-hint':
    'Is she alone now? Is the phone hers, and can nobody else open it or look along? Does she want it this way herself? At one no, or any doubt: don’t.',
  'own-device.asked-yes': 'I asked all three, and it is yes',
  'own-device.give': 'Give a code',
  'own-device.code-title': 'The code for her phone',
  'own-device.code-once': 'You see this code only once',
  'own-device.code-never':
    'Say it, or show it. Never send it: no text message, no app, no mail. Don’t write it down for her either.',
  'own-device.code-address': 'This she types in the address bar',
  'own-device.code-until': 'The code works once, on one phone, and everything must be sent before {{time}}.',
  'own-device.say': 'Tell her',
  'own-device.say.whom': 'Who reads her answers, and that you sometimes call her afterwards.',
  'own-device.say.private':
    'That a private window is better. Otherwise only the address is still in the phone’s history; she can wipe that.',
  'own-device.say.stop': 'That she can always go with ‘Leave this page’. Then nothing is kept.',
  'own-device.say.read': 'That she may skip every question.',
  'own-device.say.trace':
    'That a phone can be followed without anybody noticing. If she is not sure, you ask the questions.',
  'own-device.after': 'See whether it came in',
  'own-device.back': 'Back to the questions',
  'own-device.last-given': 'A code was given. It has not been used yet and works {{day}} until {{time}}.',
  'own-device.last-open': 'The questions are open on her phone, {{day}} until {{time}} at the latest.',
  'own-device.last-over': 'The code of {{day}}, {{time}} is over. Nothing was sent.',
  'own-device.last-call': 'She asks to be called.',
  'own-device.last.sent': 'Her answers came in: {{day}}, {{time}}.',
  'own-device.last.left': 'She left the questions: {{day}}, {{time}}. Nothing was kept.',
  'own-device.last.stopped': 'Stopped by a colleague: {{day}}, {{time}}. Nothing was kept.',
  'own-device.last.replaced': 'There was a new code: {{day}}, {{time}}.',
  'own-device.stop': 'Stop this now',
  'own-device.said.stopped': 'Stopped. The code and the questions don’t work any more.',
  'refusal.own-device-off': 'Answering on her own phone is switched off in your organisation.',
  'refusal.own-device-gravest':
    'In this programme nothing goes to her phone: too often somebody looks along.',
  'refusal.own-device-closed': 'This trajectory is closed.',
  'refusal.own-device-worry':
    'A concern about her is open, or a red flag that nobody has looked at. Ask the questions yourself.',
  'refusal.own-device-not-agreed':
    'It has not been agreed yet how you may reach her, or that was too long ago. Ask her first.',
  'refusal.own-device-shared': 'Her phone is not hers alone, or somebody else picks it up too.',
  'refusal.own-device-hours': 'This is not within the hours that were agreed with her.',
  'refusal.own-device-no-consent': 'She has not said yet that we may keep her answers. Ask her first.',
  'refusal.own-device-nobody-on-call':
    'Nobody is on call for the coming hour. Put somebody on the on-call list first.',
  'refusal.own-device-nothing':
    'Nothing of what is asked now may be on her phone. Questions about violence and safety you always ask yourself.',
  'refusal.own-device-not-asked': 'With it came an answer that was not asked on her phone.',
  'refusal.own-device-none': 'There is nothing to stop: it was over already.',

  'own-device.rule-title': 'Questions on her own phone',
  'own-device.rule-text':
    'A coordinator who speaks with a woman can give her a code. With it she answers a questionnaire on her own phone. Nothing is sent to her.',
  'own-device.rule-never':
    'Questions about violence, safety or suicide never come on a phone. In programmes of the gravest danger it is not possible at all. Somebody must be on call, and it must be agreed with her how she is reached.',
  'own-device.rule-gives-away':
    'What it gives away: the address of this site may stay in her phone’s history. Whoever sits beside her reads along. A phone can be followed.',
  'own-device.rule': 'May this be done with you?',
  'own-device.rule.off': 'No',
  'own-device.rule-hint.off': 'Staff ask all questions.',
  'own-device.rule.on': 'Yes',
  'own-device.rule-hint.on': 'Choose this only together with who answers for safety.',
  'own-device.rule-submit': 'Keep',
  'own-device.rule-back': 'Back to the settings',
  'own-device.said.rule': 'The choice for her own phone is kept.',
}
