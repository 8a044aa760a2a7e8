/** The launcher's front page: where to go, who to be, what time it is, what was sent. */
import { OFFICE_ZONE } from '@/lib/platform/dates';
import { hartfordField, hartfordWords } from './clock-dial';
import { currentCode, type DemoStaff, secondsLeft } from './demo-staff';
import { html, type Html } from './launcher-html';
import type { Mail } from './mail-sink';
import type { Sinks } from './sinks';

export type LauncherView = {
  urls: { staff: string; public: string };
  staff: DemoStaff[];
  sinks: Sinks;
  now: Date;
  scanned: boolean;
};

const SHOWN = 20;

const doors = ({ urls }: LauncherView): Html => html`<div class="doors">
  <a href="${urls.staff}"><b>Staff desk</b>${urls.staff}</a>
  <a href="${urls.public}"><b>Public pages</b>${urls.public}</a>
</div>`;

const person = (staff: DemoStaff): Html => html`<tr><td>${staff.name}</td><td>${staff.roles.join(', ').replaceAll('_', ' ')}</td>
  <td><code>${staff.email}</code></td><td><code>${staff.password}</code></td><td class="code" data-code="${staff.email}">${currentCode(staff)}</td></tr>`;

const people = ({ staff }: LauncherView): Html => html`<h2 id="staff">Staff of the demo</h2>
<section aria-labelledby="staff"><table><thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">E-mail</th><th scope="col">Password</th>
<th scope="col">Code, <span data-left>${secondsLeft()}</span> s</th></tr></thead><tbody>${staff.map(person)}</tbody></table></section>`;

const clock = ({ now }: LauncherView): Html => html`<h2 id="clock">Clock</h2>
<section aria-labelledby="clock"><form method="post" action="/clock">
  <label>Time in Hartford<input type="datetime-local" name="at" value="${hartfordField(now)}" required></label>
  <button class="first" name="move" value="there">Move the clock</button>
  <button name="move" value="back" formnovalidate>Back to real time</button>
  <span class="quiet">The system believes it is ${hartfordWords(now)}. One-time codes go by real time.</span>
</form></section>`;

const time = (at: string): string => new Date(at).toLocaleTimeString('en-US', { timeZone: OFFICE_ZONE, hour: 'numeric', minute: '2-digit', second: '2-digit' });

const list = (id: string, title: string, empty: string, heads: string[], rows: Html[]): Html => html`<h2 id="${id}">${title} (${rows.length})</h2>
<section aria-labelledby="${id}">${rows.length === 0 ? html`<div class="empty">${empty}</div>` : html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.slice(0, SHOWN)}</tbody></table>`}</section>`;

const outcome = (state: string, reason: string | null): Html => html`<span class="${state === 'delivered' ? 'done' : 'failed'}">${state}${reason === null ? '' : `: ${reason.replaceAll('_', ' ')}`}</span>`;

function sent({ sinks }: LauncherView): Html {
  const mails = sinks.mails.list().map((mail) => html`<tr><td>${time(mail.at)}</td><td>${mail.to.join(', ')}</td><td><a href="/mail/${mail.id}">${mail.subject || '(no subject)'}</a></td></tr>`);
  const faxes = sinks.faxes.list().map((fax) => html`<tr><td>${time(fax.at)}</td><td>${fax.to}</td><td>${outcome(fax.state, fax.reason)}, try ${fax.attempts}</td><td><a href="/fax/${fax.id}">Open the pages</a></td></tr>`);
  const texts = sinks.texts.list().map((text) => html`<tr><td>${time(text.at)}</td><td>${text.to}</td><td>${text.text}</td></tr>`);
  return html`${list('mail', 'Mail', 'No mail has been sent.', ['Sent', 'To', 'Subject'], mails)}
${list('faxes', 'Faxes', 'No fax has been sent. A number ending 0000 fails; one ending 0001 is busy twice.', ['Sent', 'To', 'Outcome', 'Document'], faxes)}
${list('texts', 'Text messages', 'No text message has been sent.', ['Sent', 'To', 'Text'], texts)}`;
}

export const frontPage = (view: LauncherView): Html => html`<header><div><h1>Record Desk, demo</h1><p class="quiet">Everything here is invented and nothing leaves this machine.</p></div></header>
<main><h2>Open</h2>${doors(view)}${people(view)}${clock(view)}${sent(view)}
<footer>${view.scanned ? 'Uploads are scanned by ClamAV with the EICAR test signature alone.' : 'No virus scanner is running: uploads are marked as not scanned.'}</footer></main>`;

export function mailPage(mail: Mail): Html {
  return html`<header><div><h1>${mail.subject || '(no subject)'}</h1><a href="/#mail">Back to the launcher</a></div></header>
<main><h2>Mail</h2><section><dl><dt>From</dt><dd>${mail.from}</dd><dt>To</dt><dd>${mail.to.join(', ')}</dd><dt>Sent</dt><dd>${time(mail.at)}</dd>
${mail.attachments.length === 0 ? '' : html`<dt>Attached</dt><dd>${mail.attachments.join(', ')}</dd>`}</dl><pre>${mail.text || mail.html || '(empty)'}</pre></section></main>`;
}

/** Follows the codes and the clock without reloading what somebody is reading. */
export const FRONT_SCRIPT = `
setInterval(async () => {
  const left = 30 - (Math.floor(Date.now() / 1000) % 30);
  document.querySelector('[data-left]').textContent = left;
  if (left < 30) return;
  const codes = await (await fetch('/codes')).json();
  for (const cell of document.querySelectorAll('[data-code]')) cell.textContent = codes[cell.dataset.code] ?? '';
}, 1000);`;
