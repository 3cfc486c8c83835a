// @ts-check
import {html} from 'lit';

/** @typedef {import('./types.js').TaggedText} TaggedText */
/** @typedef {{start: number, end: number, look: string, hint?: string}} Span a part of the plain text to be shown in another way */

/** @param {import('./types.js').Tag} tag @returns {string} what stands on its chip */
export function chipLabel(tag) {
  const name = tag.label || String(tag.id);
  return tag.kind === 'close' ? `/${name}` : name;
}

/** @param {import('./types.js').Tag} tag */
function chip(tag) {
  return html`<span class="tag" dir="ltr">${chipLabel(tag)}</span>`;
}

/**
 * A text with its tags as chips and some of its parts marked. Spans must not overlap; what overlaps an earlier one is left out.
 * @param {TaggedText|null|undefined} text @param {Span[]} [spans]
 */
export function tagged(text, spans = []) {
  if (!text) return '';
  if (!text.tags.length && !spans.length) return text.plain;
  const kept = [];
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= end && span.end > span.start && span.end <= text.plain.length) {
      kept.push(span);
      end = span.end;
    }
  }
  const out = [];
  let tag = 0;
  /** @param {number} from @param {number} to */
  const stretch = (from, to) => {
    const parts = [];
    let at = from;
    while (tag < text.tags.length && text.tags[tag].at < to) {
      parts.push(text.plain.slice(at, text.tags[tag].at), chip(text.tags[tag]));
      at = text.tags[tag++].at;
    }
    parts.push(text.plain.slice(at, to));
    return parts;
  };
  let at = 0;
  for (const span of kept) {
    out.push(stretch(at, span.start));
    while (tag < text.tags.length && text.tags[tag].at === span.start) out.push(chip(text.tags[tag++]));
    out.push(html`<span class=${span.look} title=${span.hint ?? ''}>${stretch(span.start, span.end)}</span>`);
    at = span.end;
  }
  out.push(stretch(at, text.plain.length));
  while (tag < text.tags.length) out.push(chip(text.tags[tag++]));
  return out;
}

/** @param {TaggedText|null|undefined} a @param {TaggedText|null|undefined} b whether both say the same with the same tags */
export function sameText(a, b) {
  const one = a ?? {plain: '', tags: []};
  const other = b ?? {plain: '', tags: []};
  return one.plain === other.plain && one.tags.length === other.tags.length
    && one.tags.every((tag, i) => tag.at === other.tags[i].at && tag.kind === other.tags[i].kind && tag.id === other.tags[i].id);
}

/** @param {TaggedText|null|undefined} text */
export const isEmpty = text => !text || (text.plain === '' && text.tags.length === 0);
