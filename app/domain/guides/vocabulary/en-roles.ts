/** Who does things in English. See `vocabulary.ts` for what each list is for. */
import { phrases } from './phrases'
import type { RoleVocabulary } from './vocabulary'

export const englishRoles: RoleVocabulary = {
  roles: phrases(`
    it, hr, ciso, cto, cio, ceo, cfo, coo, cmo, cpo, cro, cso, cco, cdo, cao, chro, clo, cmio, cno, cxo, dpo, vciso, virtual ciso,
    fractional ciso, msp, mssp, soc, noc, iso, isso, issm, bco, pmo, grc, csirt, cirt, cert, irt, secops,
    devsecops, itsm, iam, pm, tpm, ux, uxr, human resources, legal, legal counsel, general counsel, finance, procurement,
    purchasing, accounting, accounts payable, leadership, executive leadership, senior leadership,
    management, senior management, executive team, executives, board, board of directors, board of
    trustees, help desk, helpdesk, service desk, it support, internal audit, facilities, principal,
    superintendent, president, vice president, receptionist, reception, front desk, front office,
    bookkeeper, physician, physicians, dentist, pharmacist, pharmacists, hygienist, surgeon,
    radiologist, therapist, veterinarian, paramedic, midwife, teacher, librarian, dean, provost,
    bursar, registrar, counselor, chaplain, incident commander, devops, sre, dba, it department,
    information security, infosec, cybersecurity, cyber security, it security, it operations, it ops,
    people team, people operations, people ops, controller, comptroller, treasurer, accountant,
    dispatcher, scheduler, biller, webmaster, sysadmin, sysadmins, product owner, scrum master,
    founder, founders, co founder, owner operator, executive sponsor, public relations, pr, r&d, qa,
    internal it, records, medical records, health information management, him, system owner, data
    owner, business owner, process owner, asset owner, building services, it services, student services,
    clinical services, facility services
  `),
  areaRoles: phrases(`
    security, compliance, privacy, risk, risk management, operations, engineering, marketing,
    communications, data protection, sales, customer support, customer success, quality, nursing,
    pharmacy, payroll, billing, infrastructure, networking, admissions, housekeeping, maintenance,
    clinical operations, software engineering, platform, training, audit, development, product, design, analytics, data science, data engineering, mlops
  `),
  roleNouns: phrases(`
    manager, lead, leader, officer, director, team, administrator, admin, coordinator, analyst,
    engineer, architect, specialist, supervisor, consultant, auditor, counsel, committee, department,
    technician, partner, nurse, steward, trainer, head, chief, clerk, assistant, secretary, trustee,
    developer, provider, owner, representative, commander, advisor, adviser, planner, buyer, inspector,
    operator, liaison, sponsor, principal, office, board, council, group, desk, rep, associate, mgr,
    dept, controller, attorney, custodian, superintendent, vp, executive, champion, caseworker,
    investigator, responder, contractor, librarian, foreman, dispatcher, mentor, volunteer,
    pharmacist, physician, dentist, hygienist, surgeon, radiologist, therapist, veterinarian, teacher,
    accountant, bookkeeper, receptionist, scheduler, treasurer, paramedic, midwife, curator, archivist,
    helpdesk, counselor, registrar, commissioner, mayor, captain, warden, master
  `),
  roleNounPlurals: phrases(`
    managers, leads, leaders, officers, directors, teams, administrators, admins, coordinators,
    analysts, engineers, architects, specialists, supervisors, consultants, heads, departments,
    developers, owners, nurses, technicians, champions, partners, operators, principals, teachers,
    pharmacists, physicians
  `),
  roleEndings: [],
  roleStarts: phrases(`
    director of, head of, vp of, vp, svp, vice president of, chief of, manager of, office of, office of
    the, team lead, lead, president of, dean of
  `),
  noRoleWords: phrases(`
    a, an, the, its, them, from, to, with, without, another, your, our, their, every, each, by, on, at,
    that, who, this, is, are, be, into, until, before, after, not, or
  `),
  nobody: phrases(`
    both parties, both, all, all parties, everyone, everybody, anyone, tbd, tba, tbc, to be determined,
    to be assigned, to be confirmed, to be named, unassigned, not assigned, n/a, na, none, open, owner,
    name, person, role, either party, third party, third parties, the parties, various, multiple, ?
  `),
  tools: phrases(`
    microsoft defender, defender, defender for endpoint, microsoft sentinel, sentinel, microsoft 365,
    office 365, m365, intune, microsoft intune, entra, entra id, microsoft entra id, azure ad, active
    directory, okta, duo, cisco duo, umbrella, cisco umbrella, crowdstrike, crowdstrike falcon, falcon,
    sentinelone, sophos, sophos central, huntress, splunk, elastic, wazuh, datadog, jira, servicenow,
    zendesk, asana, trello, google workspace, google admin, gmail, aws, azure, gcp, aws config, aws
    guardduty, guardduty, cloudflare, knowbe4, proofpoint, mimecast, barracuda, abnormal, bitwarden,
    1password, lastpass, dashlane, keeper, hashicorp vault, cyberark, veeam, acronis, datto, backblaze,
    rubrik, cohesity, nessus, qualys, tenable, rapid7, snyk, github, gitlab, dependabot, github actions,
    terraform, jenkins, vanta, drata, secureframe, palo alto, fortinet, fortigate, meraki, pfsense,
    zscaler, jamf, kandji, ninjaone, connectwise, kaseya, bitlocker, filevault, bitdefender,
    malwarebytes, eset, power automate, sharepoint, slack, zoom, onelogin, jumpcloud, auth0, pagerduty,
    siem, edr, xdr, mdr, mdm, dlp, casb, waf, vpn, iam, pam, rmm, firewall, antivirus, automated,
    automatic, automation, system, script, cron, software, tool, vendor tool
  `),
  toolNouns: phrases(`
    tool, platform, software, scanner, script, app, appliance, console, firewall, gateway, dashboard,
    agent, bot, plugin, pipeline, siem, vault, password manager, sensor, filter, portal
  `),
  roleKeywords: {
    hr: phrases(`
      training, train, awareness, onboarding, offboarding, culture, employee, employees, hiring,
      background check, background checks, job descriptions, sanctions policy
    `),
    'compliance-lead': phrases(`
      compliance, audit readiness, policy, policies, governance, hipaa, gdpr, iso-27001, iso
      27001, regulatory, regulation, risk register, risk assessment, risk assessments, vendor
      management, contract, contracts, committee, breach notification, business associate,
      privacy, leadership, board
    `),
    'security-team': phrases(`
      monitoring, monitor, alert, alerts, siem, detection, detect, incident response, incident,
      incidents, breach, threat, threats, phishing, vulnerability, vulnerabilities, penetration
      test, logs, suspicious, malware
    `),
    'it-manager': phrases(`
      backup, backups, restore, recovery, server, servers, network, patch, patches, patching,
      update, updates, device, devices, laptop, laptops, phone, phones, access controls, access
      control, access permissions, access, account, accounts, mfa, multi-factor, password,
      passwords, encrypt, encryption, inventory, configuration, mailbox, email, software,
      vendor, vendors
    `),
  },
}
