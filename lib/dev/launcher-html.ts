/** Markup in which every value is escaped unless it is markup already. */
export class Html {
  constructor(readonly text: string) {}
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (value: string): string => value.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

type Value = Html | readonly Html[] | string | number;
const rendered = (value: Value): string => {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map((part: Html) => part.text).join('');
  return escaped(String(value));
};

export const html = (parts: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(parts.map((part, at) => part + (at < values.length ? rendered(values[at] ?? '') : '')).join(''));

const STYLE = `
:root{color-scheme:light dark;--ground:light-dark(#f4f5f6,#0f1214);--surface:light-dark(#fff,#15191c);--line:light-dark(#e0e3e6,#2a3137);
--ink:light-dark(#14181c,#e8ebee);--quiet:light-dark(#5d656e,#98a2ac);--accent:light-dark(#1a4c99,#8ab6f7);--fill:light-dark(#1a4c99,#2b63b8);
--failed:light-dark(#a3180e,#ff9f94);--done:light-dark(#17603a,#85d3a2)}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:400 14px/20px "IBM Plex Sans",system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
main,header div{max-width:1120px;margin:0 auto;padding:0 24px}header{background:var(--surface);border-bottom:1px solid var(--line);padding:16px 0}
h1{font:600 20px/24px inherit;font-size:20px;margin:0}h2{font-size:14px;margin:32px 0 8px}p{margin:0 0 8px;max-width:70ch}a{color:var(--accent)}
.quiet{color:var(--quiet)}.failed{color:var(--failed);font-weight:600}.done{color:var(--done)}
section{background:var(--surface);border:1px solid var(--line);border-radius:4px;overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:18px}th{text-align:left;font-weight:500;font-size:12px;color:var(--quiet)}
th,td{padding:7px 12px;border-bottom:1px solid var(--line);vertical-align:baseline}tr:last-child>td{border-bottom:0}
code,.code{font:500 13px/18px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}.code{font-size:15px;letter-spacing:1px}
.doors{display:grid;grid-template-columns:repeat(auto-fit,minmax(260px,1fr));gap:12px}.doors a{display:block;background:var(--surface);border:1px solid var(--line);border-radius:4px;padding:12px 16px;text-decoration:none}
.doors b{display:block;color:var(--accent)}form{display:flex;flex-wrap:wrap;gap:12px;align-items:end;padding:12px 16px}
label{font-weight:500;font-size:12px;display:grid;gap:4px}input,button{font:inherit;height:32px;padding:0 12px;border-radius:3px;border:1px solid var(--quiet);background:var(--surface);color:inherit}
button{cursor:pointer}button.first{background:var(--fill);border-color:var(--fill);color:#fff;font-weight:500}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0;padding:16px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0;padding:16px;border-bottom:1px solid var(--line)}dt{color:var(--quiet)}dd{margin:0}
.empty{padding:12px 16px;color:var(--quiet)}footer{padding:32px 0;color:var(--quiet);font-size:12px}`;

/** A whole page; the nonce is the one its content policy names. */
export const page = (title: string, nonce: string, body: Html, script = ''): string =>
  html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>
<style nonce="${nonce}">${new Html(STYLE)}</style></head>
<body>${body}${script === '' ? '' : new Html(`<script nonce="${nonce}">${script}</script>`)}</body></html>`.text;

export const policy = (nonce: string): string =>
  `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
