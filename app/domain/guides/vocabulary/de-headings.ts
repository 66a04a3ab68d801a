/** What headings say in German. See `vocabulary.ts` for what each list is for. */
import { phrases } from './phrases'
import type { HeadingVocabulary } from './vocabulary'

export const germanHeadings: HeadingVocabulary = {
  planNouns: phrases(`
    plan, aktionsplan, maßnahmenplan, maßnahmen, schritte, aufgaben, fahrplan, ziele, kurzfristig,
    mittelfristig, langfristig, kurzfristige, mittelfristige, langfristige, phase, verbesserungsplan,
    umsetzungsplan, meilensteine, prioritäten, checkliste, sofortmaßnahmen, verbesserungen, nacharbeiten,
    folgemaßnahmen, nachverfolgung, empfehlung, empfehlungen, umzusetzen, abzuschließen
  `),
  otherPeriods: phrases(`
    testphase, probezeit, frist, kündigungsfrist, aufbewahrung, aufbewahrungsfrist, garantie,
    gewährleistung, rückgaberecht, meldefrist, widerrufsrecht, ausfall, support
  `),
  otherPeriodOpeners: phrases(`
    alle, jede, jeden, jedes, pro, letzte, letzten, vergangene, vergangenen, älter als, mehr als, länger
    als, mindestens
  `),
  planHeadings: phrases(`
    aktionsplan, maßnahmenplan, umsetzungsplan, verbesserungsplan, fahrplan, aufgabenliste,
    maßnahmenliste, maßnahmenkatalog, empfohlene maßnahmen, geplante maßnahmen, offene maßnahmen,
    konkrete maßnahmen, nächste maßnahmen, neue maßnahmen, vereinbarte maßnahmen, beschlossene
    maßnahmen, vorgeschlagene maßnahmen, neue aufgaben, offene aufgaben, offene punkte,
    realisierungsplan, arbeitsplan, projektplan, stufenplan, zeitplan
  `),
  bareHeadings: phrases(`
    maßnahmen, aufgaben, meilensteine, der plan, unser plan, ihr plan, empfehlungen, to do, to dos
  `),
  doingHeadings: phrases(`
    was wir tun, was wir tun werden, was wir tun wollen, was zu tun ist, was jetzt zu tun ist, was getan
    werden muss
  `),
  planMaking: ['so entsteht', 'wie', 'erstellen', 'arbeiten mit'],
  indefiniteArticles: ['ein', 'eine', 'einen', 'einem', 'einer', 'eines'],
  overviewEndings: ['überblick', 'übersicht', 'im überblick', 'auf einen blick'],
  openHorizons: phrases(`
    sofort, sofortmaßnahmen, sofortmaßnahme, unverzüglich, umgehend, kurzfristig, mittelfristig,
    langfristig, kurzfristige, mittelfristige, langfristige, laufend, fortlaufend, dauerhaft, heute,
    diese woche
  `),
  immediateHeadings: phrases(`
    sofortmaßnahmen, sofortmaßnahme, sofortige maßnahmen, unverzügliche maßnahmen
  `),
  termHeadings: phrases(`
    kurzfristig, mittelfristig, langfristig, kurzfristige, mittelfristige, langfristige
  `),
  phaseWords: [
    'phase',
    'etappe',
    'stufe',
    'abschnitt',
    'meilenstein',
    'arbeitspaket',
    'handlungsfeld',
  ],
  partWords: ['anhang', 'anlage', 'abschnitt', 'teil', 'kapitel'],
  stepWords: ['schritt', 'aufgabe', 'maßnahme', 'punkt', 'nr'],
  firstStepHeadings: phrases(`
    zuerst, erste schritte, ersten schritte, als erstes, erste maßnahmen, wo anfangen, so fangen sie an,
    hier anfangen, womit anfangen, sofort tun
  `),
  firstStepEndings: [],
  otherHeadings: phrases(`
    zusammenfassung, überblick, übersicht, einleitung, einführung, hintergrund, für wen, an wen,
    zielgruppe, warum, wieso, weshalb, was schiefgehen kann, was kann schiefgehen, anbieter,
    dienstleister, werkzeuge, hilfsmittel, häufige fehler, typische fehler, nächster schritt, ihr
    nächster schritt, kommentar, kommentare, kommentar hinterlassen, quellen, glossar, legende,
    abkürzungen, abkürzungsverzeichnis, begriffe, kontakte, kontakt, ansprechpartner, anhang, kosten,
    bereits erledigt, bereits umgesetzt, schon erledigt, erledigte maßnahmen, umgesetzte maßnahmen,
    abgeschlossene maßnahmen, bisher umgesetzt, was wir schon, was bereits, kennzahlen, risiken, risikoregister, vereinbarungen, verträge, versionen, änderungshistorie,
    freigabe, fazit, hinweise, geräte, inventar, geltungsbereich, rollen, zuständigkeiten, annahmen,
    nicht jetzt, später vielleicht, literatur, impressum, inhalt, inhaltsverzeichnis
  `),
  weakOtherHeadings: phrases(`
    was ist, was das, was sind, was kann, was könnte, was bedeutet, was nicht, was wir
  `),
  groupHeadings: phrases(`
    dienstleister, anbieter, werkzeuge, inventar, geräte, vereinbarungen, verträge, zuständigkeiten,
    rollen, risikoregister, risiken, kontakte, ansprechpartner
  `),
  otherEndings: phrases(`
    siehe, siehe auch, fehler, glossar, legende, kontakte, überblick, übersicht, kennzahlen, budget, ergebnisse,
    erfolgskriterien
  `),
  otherWords: ['fehler, die', 'stolpersteine', 'fallstricke', 'fallbeispiel', 'schiefgehen'],
  sealedWords: phrases(`
    fehler, stolpersteine, fallstricke, fallbeispiel, beispiel, beispiele, preise, produkte, kommentare,
    glossar, schiefgehen, nicht jetzt, später vielleicht
  `),
  retrospectWords: ['lehren', 'erkenntnisse', 'nachbetrachtung', 'ursache'],
  tailOpeners: ['für', 'der', 'des', 'in', 'im', 'bis', 'und'],
  questionHeadings: phrases(`
    häufige fragen, häufig gestellte fragen, fragen und antworten, fragen, faq
  `),
  followUpHeadings: ['nächste schritte', 'die nächsten schritte', 'weiteres vorgehen'],
  asideHeadings: phrases(`
    ziel, ziele, nutzen, erwartetes ergebnis, erwartete ergebnisse, ergebnis, ergebnisse, wirkung, abnahme,
    erwartete wirkung, erfolgskriterien, abnahmekriterien, erledigt wenn, aufwand, zeitaufwand, budget,
    voraussetzungen, abhängigkeiten, nachweise, nachweis, beteiligte, benötigte mittel, zweck, tipps,
    beispiele, offene punkte für die leitung, offene fragen, geschätzter aufwand, erfolgsmessung,
    messgrößen, woran wir den erfolg messen, was sie brauchen
  `),
  describingLabels: phrases(`
    ziel, ziele, zweck, nutzen, begründung, ergebnis, ergebnisse, erwartetes ergebnis, erwartete
    ergebnisse, erfolgskriterien, erfolgskriterium, liefergegenstand, liefergegenstände, meilenstein,
    meilensteine
  `),
  promises: phrases(`
    sollte enthalten, sollten enthalten, soll enthalten, muss enthalten, sollte umfassen,
    haben sie, haben wir, werden sie, werden wir, sollten sie haben, ist erreicht, erreicht haben, sind
    sie in der lage
  `),
  statementStarts: ['ist', 'sind', 'war', 'hat', 'enthält', 'umfasst', 'beschreibt'],
  prohibitions: phrases(`
    nicht tun, niemals, vermeiden sie, was sie nicht tun sollten, vermeiden sollten, bitte nicht, das sollten sie nicht, nie,
    keinesfalls, auf keinen fall, was zu vermeiden ist, was man nicht tun sollte,
    das bitte nicht, was sie lassen sollten, finger weg, tabu, verboten, unterlassen sie, zu unterlassen
  `),
  tracks: {
    prevention: ['prävention', 'vorbeugung', 'vorbeugen', 'schutz', 'schützen', 'verhinderung'],
    detection: ['erkennung', 'erkennen', 'detektion', 'entdeckung', 'entdecken'],
    response: ['reaktion', 'reagieren', 'bewältigung'],
    recovery: ['wiederherstellung', 'wiederherstellen', 'wiederanlauf'],
    governance: ['steuerung', 'aufsicht', 'führung', 'steuern'],
  },
  trackCompanions: phrases(`
    compliance, risiko, risikomanagement, richtlinien, härtung, überwachung, kommunikation, eindämmung,
    resilienz, notbetrieb, datensicherung, sicherung, schulung, berichte, prüfung, verbesserung
  `),
  otherFunctions: ['identifizieren', 'identifikation', 'vorbereitung'],
  trackTails: ['maßnahmen', 'aufgaben'],
}
