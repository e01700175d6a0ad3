export const nl = {
  'outcome.title': 'Wat veranderde er?',
  'outcome.list-lead':
    'Wat vrouwen aan het begin en aan het eind zeiden, per programma bij elkaar. Wat je hier ziet, blijft binnen de organisatie.',
  'outcome.of': 'Wat veranderde er: {{programme}}',
  'outcome.year': 'Wie begon in',
  'outcome.all-years': 'Alle jaren',
  'outcome.show': 'Laat zien',
  'outcome.nothing': 'Dit programma meet niets twee keer',
  'outcome.nothing-hint':
    'Pas als een vragenlijst aan het begin en aan het eind wordt gevraagd, is er iets te vergelijken.',
  'outcome.primary': 'Hoofdmaat',
  'outcome.exploring': 'Verkennend',
  'outcome.explore': 'De andere metingen',
  'outcome.explore-lead':
    'Deze zijn om te verkennen. Hoe meer metingen je bekijkt, hoe groter de kans dat er een toevallig mooi uitkomt. Trek er geen conclusie uit.',
  'outcome.no-primary':
    'Dit programma heeft geen hoofdmaat vastgelegd. Alles hieronder is daarom om te verkennen.',
  'outcome.few-each_one':
    'Eén vrouw is aan het begin en aan het eind gemeten. Bij minder dan {{fewest}} tellen we niets op: dan zegt het iets over haar, en niets over het programma.',
  'outcome.few-each_other':
    '{{count}} vrouwen zijn aan het begin en aan het eind gemeten. Bij minder dan {{fewest}} tellen we niets op: dan zegt het iets over haar, en niets over het programma.',
  'outcome.few':
    'Minder dan {{fewest}} vrouwen zijn aan het begin en aan het eind gemeten. Dan tellen we niets op: het zou te veel over elk van hen zeggen.',
  'outcome.held-back':
    'Alle jaren samen laten we niet zien. Een jaar heeft minder dan {{fewest}} vrouwen, en je zou dat ene jaar eruit kunnen rekenen. Kies een jaar.',
  'outcome.who':
    'Van de {{owed}} vrouwen van wie de laatste meting aan de beurt was, zijn er {{pairs}} aan het begin en aan het eind gemeten.',
  'outcome.who-pairs': '{{pairs}} vrouwen zijn aan het begin en aan het eind gemeten.',
  'outcome.mean.up': 'Hun cijfer ging gemiddeld van {{from}} naar {{to}}: {{points}} hoger.',
  'outcome.mean.down': 'Hun cijfer ging gemiddeld van {{from}} naar {{to}}: {{points}} lager.',
  'outcome.mean.level': 'Hun cijfer bleef gemiddeld gelijk: {{from}}.',
  'outcome.mean-interval': 'Het 95%-betrouwbaarheidsinterval loopt van {{low}} tot {{high}}.',
  'outcome.better-high': 'Hoger is beter.',
  'outcome.better-low': 'Lager is beter.',
  'outcome.counts':
    'Beter dan de meetfout: {{better}} van de {{pairs}}. Slechter dan de meetfout: {{worse}}. Binnen de meetfout: {{same}}.',
  'outcome.no-room': '{{count}} van hen begonnen zo gunstig dat er weinig ruimte was om beter te worden.',
  'outcome.directions': 'Hoger: {{up}} van de {{pairs}}. Hetzelfde: {{level}}. Lager: {{down}}.',
  'outcome.no-rule':
    'Vanaf welk verschil dat bij één vrouw meer is dan toeval, is voor deze meting niet goed genoeg bekend. We noemen daarom niemand beter of slechter.',
  'outcome.safety':
    'Een ongunstiger cijfer is hier niet altijd slecht nieuws: vaak durft iemand pas later te vertellen hoe het echt is. Stuur hier nooit op.',
  'outcome.no-control':
    'Er was geen vergelijkingsgroep. We weten dus niet hoe het zonder dit programma was gegaan.',
  'outcome.few-pairs-title': 'Te klein voor een conclusie',
  'outcome.weight.few':
    'Met {{pairs}} vrouwen zegt het gemiddelde bijna niets: één vrouw erbij kan het omdraaien. We geven geen marge en geen effectmaat.',
  'outcome.weight.small':
    'Met {{pairs}} vrouwen kun je niet zeggen of dit meer is dan toeval, en ook niet dat er niets veranderde. Daar zijn er minstens {{enough}} voor nodig. Gebruik het om over te praten, niet om te bewijzen.',
  'outcome.picture-each':
    'Elke lijn is een vrouw, van haar eerste naar haar laatste cijfer. Dikker: meer vrouwen met dezelfde cijfers.',
  'outcome.picture-towards': 'Een stippellijn gaat de ongunstige kant op. De brede lijn is het gemiddelde.',
  'outcome.picture-mean': 'De brede lijn is het gemiddelde.',
  'outcome.picture-title': '{{what}}, van {{min}} tot {{max}}: {{pairs}} vrouwen, begin en eind',
  'outcome.picture-none': 'Elke vrouw apart ziet alleen wie haar dossier mag openen.',
  'outcome.table': 'De cijfers',
  'outcome.what': 'Wat',
  'outcome.number': 'Uitkomst',
  'outcome.row.from': 'Gemiddeld aan het begin (standaardafwijking)',
  'outcome.row.to': 'Gemiddeld aan het eind (standaardafwijking)',
  'outcome.row.change': 'Gemiddelde verandering (standaardafwijking van de verschillen)',
  'outcome.row.interval': '95%-interval van die verandering',
  'outcome.row.bound': 'Verandering als wie niet opnieuw gemeten is, niet veranderde',
  'outcome.row.typical': 'Typische verandering (Hodges-Lehmann)',
  'outcome.row.better': 'Beter dan de meetfout (95%-interval van het deel, Wilson)',
  'outcome.row.same': 'Binnen de meetfout',
  'outcome.row.worse': 'Slechter dan de meetfout (95%-interval van het deel, Wilson)',
  'outcome.row.up': 'Hoger cijfer',
  'outcome.row.level': 'Zelfde cijfer',
  'outcome.row.down': 'Lager cijfer',
  'outcome.row.by-itself': 'Daling die ook zonder programma te verwachten is',
  'outcome.row.rise-by-itself': 'Stijging die ook zonder programma te verwachten is',
  'outcome.between': '{{low}} tot {{high}}',
  'outcome.share': '{{count}} van {{pairs}} ({{low}} tot {{high}} %)',
  'outcome.with-spread': '{{mean}} ({{spread}})',
  'outcome.hidden': 'te weinig om te noemen',
  'outcome.no-interval': 'niet te geven',
  'outcome.no-interval.too-few': 'Geen interval: onder de 6 paren sluit een interval niets uit.',
  'outcome.no-interval.all-the-same': 'Geen interval: alle verschillen zijn gelijk.',
  'outcome.no-interval.few-clusters':
    'Geen interval: de vrouwen hadden samen minder dan 5 groepen of begeleiders. Vrouwen van één begeleider lijken op elkaar.',
  'outcome.annex': 'Voor wie rekent: effectmaten en toets',
  'outcome.annex-av': 'd_av (verandering gedeeld door de gemiddelde standaardafwijking van begin en eind)',
  'outcome.annex-g-av': 'g_av (d_av, gecorrigeerd voor een kleine groep)',
  'outcome.annex-z': 'd_z (verandering gedeeld door de standaardafwijking van de verschillen)',
  'outcome.annex-g-z': 'g_z (d_z, gecorrigeerd voor een kleine groep)',
  'outcome.annex-p': 'Exacte p van de tekenwisseltoets, tweezijdig',
  'outcome.annex-none': 'Geen: te weinig paren, of alle verschillen zijn gelijk',
  'outcome.annex-note':
    'Het zijn maten van verandering, niet van wat het programma deed. Noem d_av, want d_z groeit als begin en eind sterk samenhangen.',
  'outcome.missing': 'Waarom de laatste meting er niet is',
  'outcome.missing-why': 'Reden',
  'outcome.missing-hidden':
    'Waarom laatste metingen er niet zijn, staat hier niet: het zou over te weinig vrouwen gaan. Kies één jaar, of vraag het de coördinator.',
  'outcome.missing-note':
    'Van wie begonnen is, en bij wie de laatste meting aan de beurt was of die eerder stopte. Niet vastgelegd is geen reden: dan weten we het niet. Leg bij het overslaan vast waarom.',
  'outcome.missing.rather_not': 'Ze wilde liever niet',
  'outcome.missing.no_consent': 'Ze wil niet dat haar antwoorden gebruikt worden',
  'outcome.missing.not_reached': 'Niet bereikt',
  'outcome.missing.not_safe': 'Vragen was niet veilig',
  'outcome.missing.no_language': 'We spreken haar taal niet',
  'outcome.missing.forgotten': 'Vergeten, of er was geen goed moment',
  'outcome.missing.ended': 'Het traject stopte eerder',
  'outcome.missing.other': 'Iets anders',
  'outcome.missing.unscored': 'Wel gevraagd, te veel open voor een cijfer',
  'outcome.missing.unrecorded': 'Niet vastgelegd',
  'outcome.way': 'Van aanmelding tot laatste meting',
  'outcome.way-step': 'Stap',
  'outcome.way-women': 'Vrouwen',
  'outcome.way.referred': 'Aangemeld',
  'outcome.way.started': 'Begonnen',
  'outcome.way.first': 'Aan het begin gemeten',
  'outcome.way.ready': 'Daarvan is de laatste meting aan de beurt geweest, of stopte ze eerder',
  'outcome.way.both': 'Ook aan het eind gemeten',
  'outcome.first-scores':
    'Wie later opnieuw gemeten is, begon gemiddeld op {{again}}. Wie niet opnieuw gemeten is, begon op {{notAgain}}. Lopen die uiteen, dan zegt de uitkomst vooral iets over wie bleef.',
  'outcome.each': 'Elke vrouw apart, zonder naam',
  'outcome.each-caption': 'Eerste en laatste cijfer, van laag naar hoog',
  'outcome.each-who': 'Vrouw',
  'outcome.each-from': 'Begin',
  'outcome.each-to': 'Eind',
  'outcome.each-change': 'Verschil',
  'outcome.how': 'Hoe is dit geteld?',
  'outcome.how-year':
    'Een vrouw hoort bij het jaar waarin ze begon; begon ze niet, bij het jaar waarin ze werd aangemeld. Ze telt één keer, met haar eerste traject. Stand van {{day}}.',
  'outcome.how-pair':
    'We vergelijken de eerste keer dat een vragenlijst hoort bij het programma met de laatste keer voordat het stopt. Alleen dezelfde versie van de vragenlijst telt.',
  'outcome.how-other-version':
    'Bij {{count}} vrouwen was de vragenlijst de tweede keer een andere versie. Zij tellen niet mee.',
  'outcome.how-other-way':
    'Bij {{count}} vrouwen ging het de tweede keer anders, bijvoorbeeld met een tolk of alleen. Dat kan het cijfer kleuren.',
  'outcome.how-missing':
    'Wie haar antwoorden niet meer wil laten gebruiken, telt als niet gemeten. We vullen nooit zelf een antwoord in.',
  'outcome.how-return':
    'Wie instapt als het slecht gaat, staat er later vaak beter voor, ook zonder hulp. Hoeveel dat hier is, weten we niet bij elke meting. Waar een gemiddelde van de bevolking bekend is, staat het in de tabel; die getallen zijn een aanname.',
  'outcome.how-return-unknown':
    'Wie instapt als het slecht gaat, staat er later vaak beter voor, ook zonder hulp. Hoeveel dat hier is, weten we niet.',
  'outcome.how-clusters':
    'Vrouwen met dezelfde begeleider of groep lijken meer op elkaar. Het interval houdt daar rekening mee ({{clusters}} begeleiders of groepen).',
  'outcome.how-change':
    'Beter of slechter dan de meetfout: minstens {{points}} punten verschil (betrouwbare verandering volgens Jacobson en Truax). Bron: {{source}}',
  'outcome.keyed_one':
    'Op papier, door twee mensen ingevoerd: {{equal}} van {{questions}} antwoorden gelijk, op {{count}} vragenlijst uit de steekproef.',
  'outcome.keyed_other':
    'Op papier, door twee mensen ingevoerd: {{equal}} van {{questions}} antwoorden gelijk, op {{count}} vragenlijsten uit de steekproef.',
  'outcome.keyed-waiting_one': '{{count}} vragenlijst op papier moet nog een tweede keer worden ingevoerd.',
  'outcome.keyed-waiting_other':
    '{{count}} vragenlijsten op papier moeten nog een tweede keer worden ingevoerd.',
  'outcome.how-primary':
    'Eén hoofdmaat is vooraf in het programma vastgelegd. De rest is verkennend, en niet gecorrigeerd voor vaker kijken.',
  'outcome.how-small': 'Onder de {{fewest}} vrouwen tellen we niets op.',
  'outcome.to-programme': 'Wat het programma voorschrijft',
} as const

export const en: Record<keyof typeof nl, string> = {
  'outcome.title': 'What changed?',
  'outcome.list-lead':
    'What women said at the beginning and at the end, together for each programme. What you see here stays inside the organisation.',
  'outcome.of': 'What changed: {{programme}}',
  'outcome.year': 'Who began in',
  'outcome.all-years': 'All years',
  'outcome.show': 'Show',
  'outcome.nothing': 'This programme measures nothing twice',
  'outcome.nothing-hint':
    'Only when a questionnaire is asked at the beginning and at the end is there something to compare.',
  'outcome.primary': 'Primary outcome',
  'outcome.exploring': 'Exploratory',
  'outcome.explore': 'The other measures',
  'outcome.explore-lead':
    'These are to explore. The more measures you look at, the likelier it is that one looks good by chance. Draw no conclusion from them.',
  'outcome.no-primary':
    'This programme has laid down no primary outcome. Everything below is therefore to explore.',
  'outcome.few-each_one':
    'One woman was measured at the beginning and at the end. Under {{fewest}} we add nothing up: it would say something about her, and nothing about the programme.',
  'outcome.few-each_other':
    '{{count}} women were measured at the beginning and at the end. Under {{fewest}} we add nothing up: it would say something about her, and nothing about the programme.',
  'outcome.few':
    'Fewer than {{fewest}} women were measured at the beginning and at the end. Then we add nothing up: it would say too much about each of them.',
  'outcome.held-back':
    'We do not show all years together. One year has fewer than {{fewest}} women, and that year could be worked out. Choose a year.',
  'outcome.who':
    'Of the {{owed}} women whose last measure had come, {{pairs}} were measured at the beginning and at the end.',
  'outcome.who-pairs': '{{pairs}} women were measured at the beginning and at the end.',
  'outcome.mean.up': 'Their score went from {{from}} to {{to}} on average: {{points}} higher.',
  'outcome.mean.down': 'Their score went from {{from}} to {{to}} on average: {{points}} lower.',
  'outcome.mean.level': 'Their score stayed the same on average: {{from}}.',
  'outcome.mean-interval': 'The 95% confidence interval runs from {{low}} to {{high}}.',
  'outcome.better-high': 'Higher is better.',
  'outcome.better-low': 'Lower is better.',
  'outcome.counts':
    'Better than the measurement error: {{better}} of {{pairs}}. Worse than the measurement error: {{worse}}. Within the measurement error: {{same}}.',
  'outcome.no-room': '{{count}} of them began so well that there was little room to get better.',
  'outcome.directions': 'Higher: {{up}} of {{pairs}}. The same: {{level}}. Lower: {{down}}.',
  'outcome.no-rule':
    'From which difference on this is more than chance for one woman is not known well enough for this measure. So we call nobody better or worse.',
  'outcome.safety':
    'A less favourable score is not always bad news here: often someone dares to tell how it really is only later. Never steer by it.',
  'outcome.no-control':
    'There was no comparison group. So we do not know how it would have gone without this programme.',
  'outcome.few-pairs-title': 'Too small to conclude from',
  'outcome.weight.few':
    'With {{pairs}} women the mean says next to nothing: one woman more can turn it round. We give no interval and no effect size.',
  'outcome.weight.small':
    'With {{pairs}} women you can’t say whether this is more than chance, nor that nothing changed. That takes at least {{enough}}. Use it to talk about, not to prove.',
  'outcome.picture-each':
    'Each line is a woman, from her first to her last score. Thicker: more women with the same scores.',
  'outcome.picture-towards': 'A dashed line goes the unfavourable way. The broad line is the mean.',
  'outcome.picture-mean': 'The broad line is the mean.',
  'outcome.picture-title': '{{what}}, from {{min}} to {{max}}: {{pairs}} women, beginning and end',
  'outcome.picture-none': 'Each woman by herself is only seen by who may open her file.',
  'outcome.table': 'The figures',
  'outcome.what': 'What',
  'outcome.number': 'Result',
  'outcome.row.from': 'Mean at the beginning (standard deviation)',
  'outcome.row.to': 'Mean at the end (standard deviation)',
  'outcome.row.change': 'Mean change (standard deviation of the differences)',
  'outcome.row.interval': '95% confidence interval of that change',
  'outcome.row.bound': 'Change if those not measured again did not change',
  'outcome.row.typical': 'Typical change (Hodges-Lehmann)',
  'outcome.row.better': 'Better than the measurement error (95% interval of the share, Wilson)',
  'outcome.row.same': 'Within the measurement error',
  'outcome.row.worse': 'Worse than the measurement error (95% interval of the share, Wilson)',
  'outcome.row.up': 'Higher score',
  'outcome.row.level': 'Same score',
  'outcome.row.down': 'Lower score',
  'outcome.row.by-itself': 'Fall to be expected without the programme too',
  'outcome.row.rise-by-itself': 'Rise to be expected without the programme too',
  'outcome.between': '{{low}} to {{high}}',
  'outcome.share': '{{count}} of {{pairs}} ({{low}} to {{high}}%)',
  'outcome.with-spread': '{{mean}} ({{spread}})',
  'outcome.hidden': 'too few to be told',
  'outcome.no-interval': 'cannot be given',
  'outcome.no-interval.too-few': 'No interval: under 6 pairs it excludes nothing.',
  'outcome.no-interval.all-the-same': 'No interval: all differences are the same.',
  'outcome.no-interval.few-clusters':
    'No interval: the women had fewer than 5 groups or workers between them. Women of one worker are alike.',
  'outcome.annex': 'For who calculates: effect sizes and test',
  'outcome.annex-av': 'd_av (change divided by the mean standard deviation of beginning and end)',
  'outcome.annex-g-av': 'g_av (d_av, corrected for a small group)',
  'outcome.annex-z': 'd_z (change divided by the standard deviation of the differences)',
  'outcome.annex-g-z': 'g_z (d_z, corrected for a small group)',
  'outcome.annex-p': 'Exact p of the sign-flip test, two-sided',
  'outcome.annex-none': 'None: too few pairs, or all differences are the same',
  'outcome.annex-note':
    'These are sizes of change, not of what the programme did. Name d_av, as d_z grows when beginning and end go together closely.',
  'outcome.missing': 'Why the last measure is not there',
  'outcome.missing-why': 'Reason',
  'outcome.missing-hidden':
    'Why last measures are not there is not told here: it would be about too few women. Choose one year, or ask the coordinator.',
  'outcome.missing-note':
    'Of who began, and whose last measure had come or who stopped before it. Not recorded is no reason: then we don’t know. Say why when you skip one.',
  'outcome.missing.rather_not': 'She would rather not',
  'outcome.missing.no_consent': 'She does not want her answers used',
  'outcome.missing.not_reached': 'Not reached',
  'outcome.missing.not_safe': 'It was not safe to ask',
  'outcome.missing.no_language': 'We don’t speak her language',
  'outcome.missing.forgotten': 'Forgotten, or there was no good moment',
  'outcome.missing.ended': 'The trajectory ended before it',
  'outcome.missing.other': 'Something else',
  'outcome.missing.unscored': 'Asked, with too much left open for a number',
  'outcome.missing.unrecorded': 'Not recorded',
  'outcome.way': 'From referral to last measure',
  'outcome.way-step': 'Step',
  'outcome.way-women': 'Women',
  'outcome.way.referred': 'Referred',
  'outcome.way.started': 'Began',
  'outcome.way.first': 'Measured at the beginning',
  'outcome.way.ready': 'Of these the last measure had come, or she stopped before it',
  'outcome.way.both': 'Measured at the end too',
  'outcome.first-scores':
    'Those measured again began at {{again}} on average. Those not measured again began at {{notAgain}}. If these differ, the result mostly tells who stayed.',
  'outcome.each': 'Each woman by herself, without a name',
  'outcome.each-caption': 'First and last score, from low to high',
  'outcome.each-who': 'Woman',
  'outcome.each-from': 'Beginning',
  'outcome.each-to': 'End',
  'outcome.each-change': 'Difference',
  'outcome.how': 'How was this counted?',
  'outcome.how-year':
    'A woman belongs to the year in which she began; if she didn’t begin, to the year of her referral. She counts once, with her first trajectory. As it stood on {{day}}.',
  'outcome.how-pair':
    'We hold the first time that a questionnaire belongs to the programme against the last time before it ends. Only the same version of the questionnaire counts.',
  'outcome.how-other-version':
    'For {{count}} women the questionnaire was another version the second time. They do not count.',
  'outcome.how-other-way':
    'For {{count}} women it was done another way the second time, with an interpreter or alone for example. That may colour the score.',
  'outcome.how-missing':
    'Who no longer wants her answers used counts as not measured. We never fill in an answer ourselves.',
  'outcome.how-return':
    'Who comes in when things are bad is often better off later, without help too. How much that is here we don’t know for every measure. Where a mean of the population is known it stands in the table; those numbers are an assumption.',
  'outcome.how-return-unknown':
    'Who comes in when things are bad is often better off later, without help too. How much that is here we don’t know.',
  'outcome.how-clusters':
    'Women of the same worker or group are more alike. The interval takes that into account ({{clusters}} workers or groups).',
  'outcome.how-change':
    'Better or worse than the measurement error: a difference of at least {{points}} points (reliable change by Jacobson and Truax). Source: {{source}}',
  'outcome.keyed_one':
    'On paper, keyed in by two people: {{equal}} of {{questions}} answers the same, on {{count}} questionnaire of the sample.',
  'outcome.keyed_other':
    'On paper, keyed in by two people: {{equal}} of {{questions}} answers the same, on {{count}} questionnaires of the sample.',
  'outcome.keyed-waiting_one': '{{count}} questionnaire on paper is still to be keyed in a second time.',
  'outcome.keyed-waiting_other': '{{count}} questionnaires on paper are still to be keyed in a second time.',
  'outcome.how-primary':
    'One primary outcome was laid down beforehand in the programme. The rest is exploratory, and not corrected for looking more often.',
  'outcome.how-small': 'Under {{fewest}} women we add nothing up.',
  'outcome.to-programme': 'What the programme prescribes',
}
