/** Who does things in German. See `vocabulary.ts` for what each list is for. */
import { phrases } from './phrases'
import type { RoleVocabulary } from './vocabulary'

export const germanRoles: RoleVocabulary = {
  roles: phrases(`
    it, edv, gf, geschäftsführung, geschäftsführer, geschäftsführerin, geschäftsleitung, praxisleitung,
    klinikleitung, praxismanagement, praxismanagerin, praxismanager, it-leitung, it-leiter, it-leiterin,
    it-abteilung, it-dienstleister, it-betreuer, it-betreuung, systemhaus, administration,
    administrator, systemadministrator, systemadministration, personalabteilung, personal,
    personalwesen, rechtsabteilung, recht, einkauf, buchhaltung, finanzen, controlling, leitung,
    vorstand, aufsichtsrat, datenschutz, datenschutzbeauftragter, datenschutzbeauftragte,
    informationssicherheit, informationssicherheitsbeauftragter, informationssicherheitsbeauftragte,
    isb, itsb, dsb, qmb, betriebsrat, personalrat, mitarbeitervertretung, sicherheitsteam,
    it-sicherheit, pflegedienstleitung, pflegedirektion, pdl, pflege, verwaltung, verwaltungsleitung,
    empfang, anmeldung, haustechnik, technik, medizintechnik, qualitätsmanagement, qm, ärztin, arzt,
    ärztliche leitung, ärztliche direktion, zahnarzt, zahnärztin, apotheke, labor, sekretariat,
    hausmeister, schulleitung, schulträger, träger, revision, interne revision, notfallteam,
    krisenstab, zfa, mfa-team, standesamt, bürgeramt, bürgerbüro, ordnungsamt, hauptamt, bauamt, bauhof,
    personalamt, rechtsamt, sozialamt, jugendamt, gesundheitsamt, kämmerei, schulsozialarbeit,
    informatik, it-koordination, laborleitung, heimleitung, hausleitung, stationsleitung,
    wohnbereichsleitung, teamleitung, abteilungsleitung, bereichsleitung, projektleitung,
    betriebsleitung, spitaldirektion, spitalleitung, logistik, sozialdienst, pfarramt, rektorat, bürgermeister, bürgermeisterin
  `),
  areaRoles: ['marketing', 'vertrieb', 'entwicklung', 'öffentlichkeitsarbeit', 'compliance'],
  roleNouns: phrases(`
    leitung, leiter, leiterin, beauftragter, beauftragte, beauftragten, abteilung, verantwortlicher,
    verantwortliche, team, manager, managerin, dienstleister, koordinator, koordinatorin, referent,
    referentin, agentur, stelle, direktor, direktorin, direktion, assistenz, fachkraft, administrator
  `),
  roleNounPlurals: ['leitungen', 'abteilungen', 'leiterinnen'],
  roleEndings: phrases(`
    leiter, leiterin, beauftragter, beauftragte, verantwortlicher, verantwortliche, koordinator,
    koordinatorin, manager, managerin, berater, beraterin, dienstleister, referent, referentin, abteilung
  `),
  roleStarts: phrases(`
    leiter, leiter der, leiter des, leiterin, leiterin der, leitung, leitung der, leitung des,
    beauftragter für, beauftragte für, team, abteilung
  `),
  noRoleWords: phrases(`
    ein, eine, einen, einem, den, dem, es, sie, von, vom, mit, ohne, an, bei, bis, nach, vor, jede, jeden,
    ist, sind, nicht, oder, ihr, ihre, ihren, unser, unsere, unseren
  `),
  nobody: phrases(`
    alle, beide, beide parteien, beide seiten, jeder, offen, niemand, noch offen, k. a, k.a, n. n, n.n,
    nn, unbekannt, noch zu klären, zu benennen, diverse, verschiedene
  `),
  tools: ['automatisch', 'virenscanner', 'virenschutz'],
  toolNouns: ['werkzeug', 'plattform', 'programm'],
  roleKeywords: {
    hr: [
      'schulung',
      'schulungen',
      'schulen',
      'mitarbeitende',
      'mitarbeiter',
      'sensibilisierung',
      'einarbeitung',
    ],
    'compliance-lead': [
      'dsgvo',
      'richtlinie',
      'richtlinien',
      'datenschutz',
      'vertrag',
      'verträge',
      'risikobewertung',
      'prüfung',
    ],
    'security-team': [
      'überwachung',
      'überwachen',
      'alarm',
      'vorfall',
      'vorfälle',
      'protokolle',
      'schwachstellen',
      'phishing',
    ],
    'it-manager': phrases(`
      datensicherung, sicherung, server, netzwerk, geräte, zugriff, konten, passwörter, updates,
      verschlüsselung
    `),
  },
}
