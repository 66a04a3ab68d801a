/** The suggestions' English. See `suggestion-words.ts` for what each list is for. */
import { phrases } from '../../vocabulary/phrases'
import type { SuggestionWords } from './suggestion-words'

export const englishWords: SuggestionWords = {
  language: 'en',
  cadences: {
    weekly: ['weekly'],
    monthly: ['monthly'],
    quarterly: ['quarterly', 'three monthly'],
    'half-yearly': phrases(`
      half yearly, half annual, half annually, semi annual, semi annually, semiannual,
      semiannually, biannual, biannually, bi annual, bi annually, six monthly, twice yearly,
      twice annually
    `),
    yearly: phrases('yearly, annual, annually, once annually, per annum'),
  },
  every: ['every', 'each'],
  times: { once: 1, twice: 2, 'two times': 2, 'three times': 3, 'four times': 4 },
  perUnit: ['a', 'an', 'per', 'each', 'every', 'in a'],
  vague: phrases(`
    regularly, periodically, continually, continuously, routinely, recurrently, on a regular
    basis, at regular intervals, on an ongoing basis, from time to time, on a periodic basis
  `),
  vagueBeforeWork: ['regular', 'periodic', 'recurring', 'routine', 'repeated', 'ongoing'],
  repeatedWork: phrases(`
    review, reviews, audit, audits, check, checks, test, tests, testing, drill, drills,
    exercise, exercises, training, trainings, session, sessions, assessment, assessments,
    evaluation, evaluations, update, updates, patching, backup, backups, scan, scans, meeting,
    meetings, report, reports, reporting, inspection, inspections, rehearsal, rehearsals,
    simulation, simulations, rotation, maintenance, restore, restores, reminders, newsletter
  `),
  tests: phrases(`
    test, tests, testing, tested, drill, drills, exercise, exercises, rehearse, rehearsal,
    simulate, simulation, simulations, practise, practice, restore
  `),
  costs: phrases(`
    fee, fees, cost, costs, budget, price, prices, subscription, subscriptions, invoice,
    invoices, bill, bills, licence, license, premium, salary, revenue, turnover, spend, charge
  `),
  actionVerbs: phrases(`
    add, adopt, agree, alert, align, analyse, analyze, announce, appoint, apply, approve,
    archive, arrange, ask, assess, assign, audit, automate, back, block, book, bring, build,
    buy, call, cancel, catalog, catalogue, centralise, centralize, change, check, choose,
    classify, clean, clear, close, collect, communicate, compare, compile, complete, conduct,
    configure, confirm, connect, consider, contact, contain, control, coordinate, copy, count,
    cover, create, cut, decide, define, delete, deliver, deploy, design, designate, destroy,
    determine, develop, disable, disconnect, discuss, distribute, document, download, draft,
    drill, educate, eliminate, enable, encourage, encrypt, end, enforce, engage, enhance, enrol,
    enroll, ensure, establish, evaluate, evict, examine, exercise, expand, explain, extend,
    file, filter, find, fix, follow, forbid, foster, gather, get, give, harden, hire, hold,
    identify, implement, improve, increase, inform, inspect, install, integrate, introduce,
    inventory, invite, involve, isolate, issue, join, keep, label, launch, limit, link, list,
    lock, log, maintain, make, map, mark, measure, meet, migrate, minimise, minimize, mitigate,
    monitor, move, name, notify, obtain, offer, open, order, organise, organize, patch, perform,
    pick, place, plan, play, post, practise, practice, prepare, present, preserve, prevent,
    print, prioritise, prioritize, procure, promote, protect, provide, publish, pull, purchase,
    put, quarantine, reach, read, rebuild, record, reduce, refresh, rehearse, remind, remove,
    rename, renegotiate, renew, repeat, replace, report, request, require, reset, respond,
    restore, restrict, retain, retire, review, revise, revoke, rotate, run, save, scan,
    schedule, search, secure, segment, select, send, separate, set, share, show, shut, sign,
    simplify, simulate, sort, split, standardise, standardize, start, stop, store, strengthen,
    submit, supply, survey, switch, take, tape, teach, tell, test, track, train, translate,
    transfer, trim, turn, unplug, update, upgrade, upload, use, utilise, utilize, validate,
    verify, walk, watch, wipe, write
  `),
  leadWords: phrases(`
    then, also, always, next, finally, lastly, first, firstly, second, secondly, immediately,
    regularly, periodically, continually, continuously, routinely, additionally, afterwards,
    please, in addition, after that, at the same time, as needed, where possible
  `),
  clauseVerbs: ['ensure', 'make', 'check', 'confirm', 'verify', 'show', 'explain', 'decide', 'ask'],
  statementVerbs: phrases(`
    is, are, was, were, should, must, can, could, will, would, may, might, has, have, do, does,
    need, needs, go, goes, helps, means, belong, belongs, remain, remains, become, becomes
  `),
  backwardWords: phrases('it, them, its, their, this, these, those, him, her, both, so, one'),
  nextWords: ['then', 'and then', 'afterwards'],
  closingVerb: { endings: [], notWith: [] },
  stopWords: phrases(`
    a, an, the, and, or, of, to, in, on, at, by, for, from, with, without, into, onto, over,
    across, through, within, after, before, about, against, between, per, as, than, up, off,
    out, down, is, are, be, been, being, was, were, will, can, may, must, should, that, which,
    who, whom, whose, what, when, where, how, why, this, these, those, it, its, they, them,
    their, your, our, you, we, any, all, each, every, both, some, such, other, another, new,
    own, only, more, most, least, no, not, if, so, also, then, there, here, has, have, had, do,
    does, one, two, three, week, weeks, day, days, month, months, year, years, quarter,
    complete, conduct, perform, implement, establish, create, develop, deploy, define, make,
    ensure, enhance, improve, strengthen, increase, begin, start, schedule, deliver, provide,
    use, utilize, utilise, maintain, set, put, get, give, tell, keep, introduce, adopt, apply, prepare,
    organise, organize, arrange, carry, finish, raise, hold, harden, reinforce, run, take, regular, regularly, periodic, periodically, immediate,
    immediately, continually, continuously, clear, clearly, proper, properly, effective,
    effectively, necessary, potential, existing, current, importance, focus, focusing, address,
    addressing, specifically, include, includes, including, included, requirement,
    requirements, well, case, event, order, place, work, intended, well, clinic, clinics,
    practice, organisation, organization, hospital, healthcare, formal, comprehensive, robust
  `),
  suffixes: [
    'ations',
    'ation',
    'ings',
    'ing',
    'ions',
    'ion',
    'ies',
    'ed',
    'es',
    'ly',
    's',
    'e',
    'y',
  ],
  synonyms: [
    [
      'review',
      'audit',
      'assess',
      'assessment',
      'check',
      'inspect',
      'inspection',
      'evaluate',
      'examine',
    ],
    ['train', 'training', 'awareness', 'educate', 'education', 'teach', 'coach'],
    phrases(`
      mfa, 2fa, multi factor authentication, multifactor authentication, multi factor sign in,
      multi factor login, multi factor, two factor authentication, two factor, second factor,
      two step verification
    `),
    ['plan', 'procedure', 'protocol', 'playbook', 'runbook', 'process'],
    ['employee', 'staff', 'workforce', 'personnel', 'colleague'],
    ['vendor', 'supplier', 'third party', 'contractor', 'service provider'],
    ['backup', 'back up', 'backed up'],
    ['password', 'credential', 'passphrase'],
    ['contract', 'agreement'],
    ['device', 'endpoint'],
    ['restore', 'recover', 'recovery', 'restoration'],
    ['encrypt', 'encryption'],
    ['monitor', 'monitoring', 'surveillance'],
    ['permission', 'privilege', 'entitlement'],
    ['breach', 'incident'],
  ],
}
