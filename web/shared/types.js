// @ts-check
/**
 * @file The shapes that travel between server and browser; the server's openapi.json says the same.
 *
 * @typedef {{at: number, kind: 'open'|'close'|'alone', id: number, label?: string}} Tag an inline tag; `at` counts UTF-16 units of the plain text
 * @typedef {{plain: string, tags: Tag[]}} TaggedText
 * @typedef {{tag: string, name: string, nativeName: string, direction: 'ltr'|'rtl'}} Language
 * @typedef {{id: number, name: string, initials: string, role: 'translator'|'maintainer'|'chief'|'administrator'}} Person
 * @typedef {{person: Person, csrf: string, languages: Language[]}} Session
 * @typedef {{language: string, segments: number, confirmed: number, words: number, wordsLeft: number}} Progress
 * @typedef {object} Dispatch
 * @property {number} id
 * @property {string} slug
 * @property {string} title
 * @property {string} agency
 * @property {string} byLine
 * @property {string|null} dated a day, ISO 8601
 * @property {string} source language tag
 * @property {Progress[]} targets
 * @property {string} format
 * @property {string} fileName
 * @property {string} state
 * @property {number} version
 * @property {string} createdAt
 * @property {string} createdBy
 * @typedef {'new'|'draft'|'translated'|'reviewed'|'final'} SegmentState
 * @typedef {object} Row a segment with its translation into one language
 * @property {number} id
 * @property {number} number
 * @property {number} paragraph
 * @property {'headline'|'dateline'|'text'} kind
 * @property {TaggedText} source
 * @property {TaggedText|null} target
 * @property {SegmentState} state
 * @property {boolean} locked
 * @property {number} version
 * @property {number} sourceVersion rises when the sentence itself becomes another
 * @property {string|null} changedAt
 * @property {string} changedBy
 * @property {number|null} score
 * @property {string|null} matchKind
 * @property {Finding[]} [findings]
 * @typedef {object} Finding
 * @property {string} rule
 * @property {'error'|'warning'|'info'} severity
 * @property {string} message
 * @property {number|null} sourceStart
 * @property {number|null} sourceEnd
 * @property {number|null} targetStart
 * @property {number|null} targetEnd
 * @property {string|null} sourceTerm
 * @property {string[]} expected
 * @property {string|null} offer
 * @property {number|null} concept
 * @property {string|null} decidedBy
 * @property {string|null} decidedAt
 * @property {Accepted|null} accepted
 * @typedef {{kind: 'same'|'added'|'removed', text: string}} Piece
 * @typedef {object} Match
 * @property {number} unit
 * @property {{id: number, name: string}} memory
 * @property {number} score
 * @property {'context'|'exact'|'near'|'fuzzy'} kind
 * @property {TaggedText} source
 * @property {TaggedText} target
 * @property {{start: number, end: number, message: string, offer: string|null}[]} changes what in the target has to become another, as far as glossary and numbers tell
 * @property {{text: TaggedText, certain: boolean, exchanges: {from: string, to: string, kind: string, start: number}[]}|null} repaired the target mended, where it can be
 * @property {Piece[]} difference
 * @property {{what: string, points: number}[]} reasons
 * @property {string|null} who
 * @property {string|null} when
 * @property {{id: number, slug: string}|null} dispatch
 * @typedef {object} TermHelp
 * @property {number} concept
 * @property {string} sourceTerm
 * @property {number} start
 * @property {number} end
 * @property {string} definition
 * @property {string} note
 * @property {{term: string, status: string, type: string}[]} targets
 * @property {string|null} decidedBy
 * @property {string|null} decidedAt
 * @typedef {{language: string, target: TaggedText|null, state: SegmentState}} Sibling
 * @typedef {{matches: Match[], pieces: Piece[], terms: TermHelp[], findings: Finding[], siblings: Sibling[]}} Help
 * @typedef {{start: number, end: number, source: string, text: string, kind: 'unit'|'term'|'phrase', unit: number|null, units: number}} Piece a part of the sentence whose translation is known; never a match
 * @typedef {{language: string, kind: 'hold'|'break', before: string, after: string, example: string}} RuleSuggestion SRX patterns
 * @typedef {{dispatch: Dispatch, kept: number, changed: number, restored: number, added: number, removed: number, choices: number, translations: number, drafts: number, doubts: string[], held: boolean}} Correction what a newer version changes, in sentences
 * @typedef {{unit: number, score: number, kind: string}} Origin where a target was taken from
 * @typedef {{id: number, name: string, desk: string, priority: number, penalty: number, readOnly: boolean, updating: 'keep_both'|'replace', version: number}} Memory
 * @typedef {{language: string, text: TaggedText}} Variant
 * @typedef {object} Unit one meaning in several languages
 * @property {number} id
 * @property {number} memory
 * @property {number} version
 * @property {boolean} deleted
 * @property {Variant[]} variants
 * @property {string|null} changedAt
 * @property {string} changedBy
 * @typedef {{version: number, what: string, at: string, who: string, origin?: Record<string, string>, variants: Variant[]}} UnitChange
 * @typedef {'preferred'|'admitted'|'deprecated'|'forbidden'} TermStatus
 * @typedef {object} Term
 * @property {number} id 0 for a new one
 * @property {string} language
 * @property {string} text
 * @property {TermStatus} status
 * @property {'full_form'|'abbreviation'|'other'} type
 * @property {string} partOfSpeech
 * @property {string} gender
 * @property {string} note
 * @property {boolean} caseSensitive
 * @property {boolean} exact
 * @property {boolean} untranslated
 * @property {'proposed'|'approved'} state
 * @typedef {object} Concept
 * @property {number} id 0 for a new one
 * @property {number} version
 * @property {string} key
 * @property {string} subjectField
 * @property {string} definition
 * @property {string} note
 * @property {string} source
 * @property {'proposed'|'approved'} state
 * @property {Term[]} terms
 * @property {string|null} changedAt
 * @property {string} changedBy
 * @typedef {{id: number, version: number, action: string, at: string, by: string, before: Concept|null, after: Concept|null, why: string}} ConceptChange
 * @typedef {'looking'|'ready'|'applying'|'applied'|'undoing'|'undone'|'failed'} ImpactState
 * @typedef {{id: number, concept: number, state: ImpactState, looked: number, more: boolean, homes: {units: number, memories: number, dispatches: number}, counts: {verdict: string, units: number, segments: number}[], done: number, skipped: number, undone: number, kept: number, why: string, appliedAt: string|null, appliedBy: string, undoneAt: string|null, undoneBy: string, problem: string}} TermImpact what a change of a concept does
 * @typedef {{number: number, kind: 'unit'|'segment', ref: number, home: number, homeName: string, verdict: string, reason: string, sourceLanguage: string, source: string, language: string, target: string, mended: string|null, state: string}} ImpactPlace
 * @typedef {{id: number, at: string, by: string, text: string, link: string, read: boolean}} Notice
 * @typedef {{id: number, reason: string, at: string, by: string}} Accepted who accepted a finding where it stands, and why
 */
export {};
