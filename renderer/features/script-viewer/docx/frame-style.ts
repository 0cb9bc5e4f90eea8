/**
 * The frame's own look, after the drawing's: the desk behind, hairlines for shadows, matches marked. The page's tokens
 * do not reach into the frame, so the desk's colour is left to shine through.
 */
export const FRAME_STYLE = `
html, body { margin: 0; background: transparent; }
html { scrollbar-gutter: stable; }
.docx-wrapper { background: transparent; padding: 12px 12px 0; min-width: min-content; box-sizing: border-box; }
.docx-wrapper > section.docx { color-scheme: light; box-shadow: 0 0 0 1px rgb(0 0 0 / 0.18); margin-bottom: 12px; flex: none; }
.docx img { max-width: 100%; }
.docx a[href] { text-decoration: underline; cursor: pointer; }
::selection { background: rgb(45 84 166 / 0.28); }
::highlight(script-match) { background-color: rgb(255 214 10 / 0.45); }
::highlight(script-match-current) { background-color: rgb(255 120 0 / 0.55); }
`;
