// @ts-check
import {css} from 'lit';

/** The look of the editor alone; tokens and what others share lie in shared/look.css. */
export const look = css`
  editor-screen main { display: grid; grid-template-columns: minmax(0, 1fr) clamp(372px, 25vw, 500px); overflow: hidden; }
  editor-screen header h1 { min-width: 120px; } editor-screen .tabs { min-width: 0; overflow-x: auto; scrollbar-width: none; flex-shrink: 3; } editor-screen .tabs a { flex: none; }
  editor-screen .rows { display: block; overflow: auto; padding: 10px 0 96px; overflow-anchor: none; }
  editor-screen .rows:focus { outline: none; }

  row-group { display: block; contain: layout style; }
  segment-row { display: grid; grid-template-columns: 48px minmax(0, 1fr) minmax(0, 1fr) 96px; font-size: var(--read); line-height: 1.5;
    border: 1px solid transparent; border-inline-start-width: 3px; margin: 0 8px 0 5px; }
  segment-row:not(.active) { cursor: text; }
  segment-row:not(.active):hover { background: color-mix(in srgb, var(--faint) 60%, transparent); border-radius: var(--round); }
  segment-row.opens { margin-top: 14px; }
  segment-row > * { padding: 7px 12px; min-width: 0; }
  segment-row .cell { overflow-wrap: anywhere; } segment-row .source, segment-row .text { white-space: pre-wrap; }
  segment-row .n { color: var(--quiet); font-size: var(--small); text-align: end; padding: 10px 4px 0 0; font-variant-numeric: tabular-nums; }
  segment-row .target { padding-inline: 2px; } segment-row .target > .text { display: block; padding: 0 11px; }
  segment-row .s { display: flex; flex-wrap: wrap; gap: 0 6px; align-content: flex-start; align-items: center; font-size: 13px; padding: 9px 4px 0 10px; white-space: nowrap; }
  segment-row .s .word { font-size: var(--small); } segment-row .s .quiet .word { opacity: .9; }
  segment-row .faded { color: var(--quiet); }
  segment-row.headline .source, segment-row.headline .target { font-weight: 600; }
  segment-row.active { background: var(--sheet); border-color: var(--line); border-inline-start-color: var(--accent); border-radius: var(--round); margin-block: 6px; box-shadow: 0 1px 6px var(--shade); }
  segment-row.active.opens { margin-top: 14px; }
  segment-row.active > .cell { padding-block: 15px 10px; } segment-row.active > .n { padding-top: 18px; } segment-row.active > .s { padding-top: 17px; }
  segment-row.active > .target { padding-top: 8px; }
  segment-row target-editor { display: block; min-height: 68px; }
  segment-row target-editor[hidden] { display: none; }
  segment-row .hints { display: flex; gap: 12px; margin-top: 6px; font-size: var(--small); line-height: 20px; height: 20px; color: var(--quiet); white-space: nowrap; font-weight: 400; }
  segment-row .hints .keys { display: flex; flex-wrap: wrap; gap: 0 12px; overflow: hidden; flex: 1; }
  segment-row .hints .saving { flex: none; }
  segment-row .term { border-bottom: 2px solid var(--accent); }
  segment-row .small-avatar { width: 18px; height: 18px; font-size: 9px; }
  .finding { text-decoration: underline wavy var(--bad) 1.5px; text-underline-offset: 4px; text-decoration-skip-ink: none; }
  .finding.is-warning { text-decoration-color: var(--warn); } .finding.is-info { text-decoration-color: var(--quiet); }

  editor-screen aside { border-inline-start: 1px solid var(--line); background: var(--sheet); overflow: auto; padding: 4px 0 24px; }
  editor-screen aside h2 { font-size: var(--small); font-weight: 600; color: var(--quiet); margin: 14px 16px 6px; display: flex; gap: 8px; }
  editor-screen aside .none { color: var(--quiet); font-size: 13px; margin: 0 16px; }
  editor-screen .findings .kept { height: 112px; overflow: auto; scrollbar-width: thin; }
  editor-screen .find { margin: 0 16px 6px; padding: 8px 10px; border-radius: var(--round); background: var(--bad-soft); font-size: 13px; }
  editor-screen .find.is-warning { background: var(--warn-soft); } editor-screen .find.is-info { background: var(--faint); }
  editor-screen .find.is-accepted { background: none; border: 1px solid var(--line); color: var(--quiet); } editor-screen .find .accept { font-size: var(--small); padding: 1px 6px; } editor-screen aside h2 button { font-size: var(--small); padding: 0 4px; }
  editor-screen .find p { margin: 0 0 5px; }
  editor-screen .find .message { all: unset; cursor: pointer; white-space: normal; } editor-screen .find .message:focus-visible { outline: 2px solid var(--accent); }
  editor-screen .find .offers { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
  editor-screen .hit { all: unset; box-sizing: border-box; width: 100%; cursor: pointer; display: grid; grid-template-columns: 50px minmax(0, 1fr) auto; gap: 3px 8px; padding: 8px 16px; border-top: 1px solid var(--line); align-items: start; overflow-wrap: anywhere; }
  editor-screen .hit:hover { background: var(--faint); } editor-screen .hit:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
  editor-screen .hit .score { font-weight: 600; font-variant-numeric: tabular-nums; display: grid; } editor-screen .hit .kind { font-size: 11px; font-weight: 400; color: var(--quiet); }
  editor-screen .hit small { grid-column: 2 / 4; color: var(--quiet); font-size: var(--small); } editor-screen .hit .together { display: inline-block; }
  editor-screen .mended { background: var(--ok-soft); border-radius: 3px; }
  editor-screen .other { display: flex; gap: 8px; align-items: baseline; padding: 0 16px 8px 74px; font-size: var(--small); overflow-wrap: anywhere; }
  editor-screen .other button { all: unset; cursor: pointer; flex: 1; color: var(--quiet); } editor-screen .other button:hover { color: var(--ink); } editor-screen .other button:focus-visible { outline: 2px solid var(--accent); }
  editor-screen .hit .change, editor-screen .other .change { background: var(--warn-soft); text-decoration: underline dotted var(--warn) 1.5px; text-underline-offset: 3px; }
  editor-screen .tline, editor-screen .pline { position: relative; display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) auto; gap: 8px; padding: 5px 16px; font-size: 13.5px; align-items: baseline; overflow-wrap: anywhere; }
  editor-screen .tline.sibling { grid-template-columns: 88px minmax(0, 1fr) auto; }
  editor-screen .tline:focus-visible { outline-offset: -2px; }
  editor-screen .pieces h3 { font-size: var(--small); font-weight: 400; color: var(--quiet); margin: 8px 16px 2px; }
  editor-screen .tline .word, editor-screen .pline .word { all: unset; cursor: pointer; font-weight: 600; } editor-screen .tline .word.other { font-weight: 400; color: var(--quiet); }
  editor-screen .tline .word:hover, editor-screen .pline .word:hover { text-decoration: underline; text-underline-offset: 3px; } editor-screen .tline .word:focus-visible, editor-screen .pline .word:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  editor-screen .definition { display: none; position: absolute; z-index: 3; inset-inline: 16px; top: calc(100% - 2px); padding: 8px 10px; border-radius: var(--round); border: 1px solid var(--line); background: var(--sheet); box-shadow: 0 4px 18px var(--shade); font-size: 13px; }
  editor-screen .tline:hover > .definition, editor-screen .tline:focus-visible > .definition { display: block; }

  .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
  .side { border: 1px solid var(--line); border-radius: var(--round); padding: 10px 12px; display: grid; gap: 8px; align-content: space-between; }
  .side .said { font-size: var(--read); line-height: 1.5; }
  .exports { display: grid; grid-template-columns: auto 1fr auto auto; gap: 10px 14px; align-items: center; }
  .concord { max-height: min(480px, 60vh); min-height: 200px; overflow: auto; } .concord td { width: 50%; } .concord td:last-child { width: auto; }
`;
