/** The extractor's English. See `vocabulary.ts` for what each list is for. */
import { phrases } from './phrases'
import type { Vocabulary } from './vocabulary'

export const english: Vocabulary = {
  language: 'en',
  units: {
    hour: ['hour', 'hours', 'hrs', 'hr'],
    day: ['day', 'days'],
    week: ['week', 'weeks', 'wk', 'wks'],
    month: ['month', 'months'],
    quarter: ['quarter', 'quarters'],
    year: ['year', 'years'],
  },
  numberWords: {
    first: 1,
    next: 1,
    one: 1,
    second: 2,
    third: 3,
    fourth: 4,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    twelve: 12,
    fourteen: 14,
    thirty: 30,
    sixty: 60,
    ninety: 90,
  },
  rangeWords: ['to', 'through', 'thru', 'until'],
  joiners: ['and'],
  horizonOpeners: phrases(`
    the, your, our, in, within, by, over, during, for, first, next, following, initial, end of,
    up to, after
  `),
  planNouns: phrases(`
    plan, plans, action, actions, step, steps, task, tasks, roadmap, priorities, goals,
    checklist, milestone, milestones, improvements, sprint, targets, objectives, to do, wins,
    short term, mid term, medium term, long term, near term, phase, stage
  `),
  planHeadings: phrases(`
    action plan, improvement plan, implementation plan, remediation plan, corrective action
    plan, corrective actions, plan of action, work plan, project plan, security plan, roadmap,
    action items, recommended actions, planned actions, task list, implementation timeline,
    implementation steps
  `),
  openHorizons: [
    'immediate',
    'immediately',
    'short term',
    'near term',
    'mid term',
    'medium term',
    'long term',
    'ongoing',
  ],
  phaseWords: ['phase', 'stage', 'sprint', 'wave'],
  firstStepHeadings: phrases(`
    do first, first steps, first step, first things to do, first actions, do this first, where
    to start, start here, do right now, do right away, do immediately, do in the first, what to
    do now
  `),
  otherHeadings: phrases(`
    summary, executive summary, overview, introduction, background, about, who, is this for you,
    why, what can go wrong, what could go wrong, what goes wrong, how it can go wrong,
    understanding, vendor, vendors, tool considerations, tools, choosing, common mistakes,
    common pitfalls, common errors, mistakes, pitfalls, faq, faqs, frequently asked, questions,
    next step, next steps, leave a comment, leave a reply, related, references, resources,
    further reading, sources, glossary, legend, key terms, abbreviations, definitions, contacts,
    contact list, escalation, assumptions, out of scope, scope, equipment, inventory, budget,
    costs, metrics, key metrics, success metrics, kpis, risks, risk register, agreements,
    approvals, sign off, revision history, version history, change log, appendix, notes,
    disclaimer, roles and responsibilities, incident roles, lessons, conclusion
  `),
  weakOtherHeadings: phrases(`
    what the, what is, what are, what this, what it, what can, what could, what happens, what
    we, what not
  `),
  prohibitions: [
    'do not',
    "don't",
    'dont',
    'never',
    'avoid',
    'what not to do',
    'stop doing',
    "don'ts",
  ],
  tracks: {
    prevention: ['prevention', 'prevent', 'preventive', 'preventative', 'protection', 'protect'],
    detection: ['detection', 'detect', 'detective'],
    response: ['response', 'respond', 'incident response'],
    recovery: ['recovery', 'recover', 'restoration'],
    governance: ['governance', 'govern', 'oversight'],
  },
  trackTails: [
    'measures',
    'controls',
    'actions',
    'steps',
    'tasks',
    'track',
    'activities',
    'improvements',
  ],
  columns: {
    action: phrases(`
      action, actions, action item, action items, planned action, corrective action, recommended
      action, task, tasks, activity, activities, remediation, remediation action,
      recommendation, what to do, step, to do, control, item
    `),
    owner: phrases(`
      owner, owners, risk owner, action owner, task owner, responsible, responsible party,
      responsible person, responsible role, responsibility, role, assigned to, assignee, lead,
      accountable, who
    `),
    outcome: phrases(`
      outcome, outcomes, expected outcome, result, results, expected result, success measure,
      success metric, success criteria, measure of success, deliverable, deliverables, done
      when, goal
    `),
    due: phrases(`
      due, due date, due by, deadline, target, target date, target completion, target completion
      date, completion date, complete by, milestone, timeline, by when, date
    `),
    horizon: ['horizon', 'timeframe', 'time frame', 'when', 'phase', 'window', 'period', 'timing'],
    track: ['track', 'function', 'category', 'pillar', 'area', 'domain'],
    priority: ['priority', 'prio', 'urgency'],
    severity: ['severity', 'risk level', 'risk rating'],
    status: ['status', 'state', 'done', 'complete', 'completed', 'progress', 'check'],
    number: phrases(`
      #, no, nr, number, id, ref, item no, item #, s no
    `),
  },
  proseKeys: phrases(`
    who, when, lead, date, item, control, function, domain, area, check, done, no, id, goal,
    step, window, state, progress
  `),
  priorities: {
    high: ['high', 'critical', 'urgent', 'very high', 'highest', 'p1', 'p0', 'must'],
    medium: ['medium', 'med', 'moderate', 'normal', 'p2', 'should'],
    low: ['low', 'minor', 'lowest', 'very low', 'p3', 'p4', 'could'],
  },
  roles: phrases(`
    it, hr, ciso, cto, cio, ceo, cfo, coo, cmo, cpo, cro, dpo, vciso, virtual ciso, msp, mssp,
    soc, iso, human resources, legal, legal counsel, general counsel, finance, procurement,
    purchasing, accounting, leadership, executive leadership, senior leadership, management,
    board, board of directors, help desk, helpdesk, service desk, internal audit, facilities,
    principal, superintendent, president, vice president, receptionist, front desk, bookkeeper,
    physician, dentist, pharmacist, incident commander, devops, it department, information
    security, people team, head of it, head of security, head of compliance, head of operations,
    head of hr
  `),
  areaRoles: phrases(`
    security, compliance, privacy, risk, operations, engineering, marketing, communications,
    data protection
  `),
  roleNouns: phrases(`
    manager, lead, leader, officer, director, team, administrator, admin, coordinator, analyst,
    engineer, architect, specialist, supervisor, consultant, auditor, counsel, committee,
    department, technician, partner, nurse, steward, trainer, head, chief, clerk, assistant,
    secretary, trustee, developer, provider, owner, representative
  `),
  roleNounPlurals: phrases(`
    managers, leads, leaders, officers, directors, teams, administrators, admins, coordinators,
    analysts, engineers, architects, specialists, supervisors, consultants, heads, departments,
    developers
  `),
  nobody: phrases(`
    both parties, both, all, all parties, all staff, everyone, everybody, anyone, staff, tbd,
    tba, to be determined, to be assigned, unassigned, n/a, na, none, open, owner, name, either
    party, third party
  `),
  tools: phrases(`
    microsoft defender, defender, microsoft 365, office 365, intune, microsoft intune, entra id,
    azure ad, okta, duo, crowdstrike, sentinelone, splunk, jira, servicenow, google workspace,
    aws, azure, knowbe4, proofpoint, mimecast, bitwarden, 1password, lastpass, veeam, nessus,
    qualys, tenable, siem, edr, mdm, firewall, antivirus, automated, automatic, system
  `),
  weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  months: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  dueWords: phrases(`
    by, due, due on, due by, before, no later than, not later than, until, complete by
  `),
  targetKeys: phrases(`
    target completion, target completion date, target date, target, complete by, completion,
    completion date, due, due date, deadline, timeline, timeframe, finish by
  `),
  abbreviations: phrases(`
    e.g, i.e, etc, vs, dr, mr, mrs, ms, no, approx, inc, ltd, co, dept, fig, st, u.s, incl, min,
    max, ca, sec
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
