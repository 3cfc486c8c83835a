// @ts-check
import {css} from 'lit';

/** The look of the screen of one alignment. */
export const look = css`
  alignment-screen { --gap-width: 76px; }
  alignment-screen main { display: grid; grid-template-rows: auto minmax(0, 1fr); overflow: hidden; }
  alignment-screen .bar-of { display: flex; gap: 10px 18px; align-items: center; padding: 10px 20px; border-bottom: 1px solid var(--line); min-width: 0; white-space: nowrap; overflow: hidden; }
  alignment-screen .bar-of h1 { font-size: 16px; flex: 0 1 auto; min-width: 90px; overflow: hidden; text-overflow: ellipsis; } alignment-screen .bar-of > :not(h1) { flex: none; } alignment-screen .bar-of > .grow { flex: 1 1 0; }
  alignment-screen .counts { display: flex; gap: 16px; color: var(--quiet); } alignment-screen .counts b { color: var(--ink); font-variant-numeric: tabular-nums; }
  alignment-screen .counts .warn b { color: var(--warn); } alignment-screen .counts .ok b { color: var(--ok); }
  link-list { display: block; overflow: auto; overflow-anchor: none; padding-bottom: 40vh; outline: none; }
  link-group { display: block; contain: layout style; }
  .heads, .link { display: grid; grid-template-columns: var(--columns); position: relative; }
  .heads { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 1px solid var(--line); font-size: var(--small); color: var(--quiet); padding: 8px 0; }
  .heads > [role] { padding: 0 12px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .heads b { color: var(--ink); font-weight: 600; }
  .link { font-size: var(--read); line-height: 1.5; border-block: 1px solid transparent; min-height: 40px; }
  .link.opens:not(.active) { border-block-start-color: var(--line); }
  .link:not(.beside):hover { background: color-mix(in srgb, var(--faint) 60%, transparent); }
  .link .n { position: relative; padding: 9px 8px 0 0; text-align: end; font-size: var(--small); color: var(--quiet); font-variant-numeric: tabular-nums; }
  .link .flag { position: absolute; inset-block: 5px; inset-inline-start: 0; width: 4px; } .link.doubtful .flag { background: repeating-linear-gradient(var(--warn) 0 6px, transparent 6px 9px); } .link.contradicted .flag { background: var(--bad); }
  .link .side { padding: 3px 2px; min-width: 0; overflow-wrap: anywhere; border-radius: var(--round); }
  .link .sentence { margin: 0; padding: 3px 9px; border: 1px solid transparent; border-radius: var(--round); cursor: default; text-align: start; }
  .link .sentence + .sentence { margin-top: 2px; }
  .link .side > .sentence:not(:only-child) { border-color: var(--line); background: var(--sheet); }
  .link .none { display: flex; align-items: center; height: 100%; min-height: 30px; justify-content: center; color: var(--quiet); font-size: var(--small); font-style: italic; }
  .link .none.through { margin-inline: -4px; background: linear-gradient(var(--wire), var(--wire)) center / 100% 1.5px no-repeat; }
  .link .side > .sentence.cutting, .link .side > .sentence.cutting:not(:only-child) { padding: 3px 2px; border-color: transparent; background: none; }
  .link .gutter { position: relative; } .link .gutter svg { position: absolute; inset: 0; overflow: visible; }
  .link { --wire: var(--edge); } .link.doubtful { --wire: var(--warn); } .link.contradicted { --wire: var(--bad); } .link.accepted { --wire: var(--ok); }
  .gutter path { stroke: var(--wire); stroke-width: 1.5; } .doubtful .gutter path { stroke-width: 2; stroke-dasharray: 6 4; }
  .contradicted .gutter path { stroke-width: 2; stroke-dasharray: 2 4; } .accepted .gutter path { stroke-width: 2.5; }
  .link .gutter .ring { stroke-dasharray: none; }
  .link .stand { display: flex; flex-flow: column; gap: 1px; padding: 8px 12px 4px 10px; font-size: var(--small); min-width: 0; overflow: hidden; }
  .stand .how { white-space: nowrap; } .stand .by { color: var(--quiet); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .stand .measure { display: flex; align-items: center; gap: 6px; color: var(--quiet); white-space: nowrap; } .stand .measure b { font-weight: 400; }
  .stand .bar { width: 44px; margin: 0; height: 4px; } .stand .bar.quiet i { background: var(--edge); } .stand .bar.warn i { background: var(--warn); } .stand .bar.bad i { background: var(--bad); }
  .link.active { background: var(--sheet); border-block-color: var(--line); box-shadow: inset 3px 0 var(--accent), 0 1px 6px var(--shade); z-index: 1; }
  .link.active:hover { background: var(--sheet); }
  .link .sentence.here, .link .side.empty:focus { background: var(--accent-soft); border-color: color-mix(in srgb, var(--accent) 45%, transparent); }
  .link .side > .sentence.here:not(:only-child) { background: var(--accent-soft); border-color: color-mix(in srgb, var(--accent) 45%, transparent); }
  .link .sentence:focus-visible, .link .side:focus-visible { outline: 2px solid var(--accent); outline-offset: -1px; }
  .link.beside { height: 58px; min-height: 58px; overflow: hidden; font-size: var(--base); color: var(--quiet); background: var(--faint); }
  .link.beside .sentence { color: var(--quiet); background: none; border: 0; padding-block: 1px; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .link.beside .side > .sentence:not(:only-child) { border: 0; background: none; margin: 0; -webkit-line-clamp: 1; }
  .link.beside .edge { grid-column: 2 / -1; padding: 18px 12px; font-size: var(--small); font-style: italic; }
  .link.waiting { height: 66px; }
  .whiches { border: 0; padding: 0; margin: 4px 0 10px; display: grid; gap: 10px; } .whiches legend { padding: 0 0 6px; } .which { display: flex; gap: 10px; align-items: baseline; font-size: var(--base); } .which input { flex: none; }
  alignment-screen .first { max-width: 560px; margin: 12vh auto 0; text-align: center; } alignment-screen .first h2 { font-size: 20px; margin-bottom: 8px; }
`;
