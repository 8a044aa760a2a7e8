/** Every part of the kit on pages that can be looked at: `?screen=queue`. People are fictitious. */
import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { Checkbox } from '@/components/forms/checkbox';
import { Combobox, type Option } from '@/components/forms/combobox';
import { CommandNotice } from '@/components/forms/command-notice';
import { DateBox } from '@/components/forms/date-box';
import { FileDrop } from '@/components/forms/file-drop';
import { Form } from '@/components/forms/form';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { ActionBar } from '@/components/shell/action-bar';
import { IdentityBar } from '@/components/shell/identity-bar';
import { CasePanes, MainPane, PageFrame, PageHead, Section } from '@/components/shell/page-frame';
import { CommandPalette } from '@/components/shell/palette';
import { PublicFrame, PublicHead } from '@/components/shell/public-frame';
import { StaffFrame } from '@/components/shell/staff-frame';
import { RailSection, StepsRail } from '@/components/shell/steps-rail';
import { ThemeSwitch } from '@/components/shell/theme-switch';
import { TopBar } from '@/components/shell/top-bar';
import { SideRail, ViewsRail } from '@/components/shell/views-rail';
import { DataTable, type Column, type Row } from '@/components/tables/data-table';
import { PlainTable } from '@/components/tables/plain-table';
import { AgreementMark } from '@/components/ui/agreement-mark';
import { Button, ButtonLink } from '@/components/ui/button';
import { FilterChip } from '@/components/ui/chip';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Disclosure } from '@/components/ui/disclosure';
import { DocumentBadge } from '@/components/ui/document-badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Facts } from '@/components/ui/facts';
import { KeyHint } from '@/components/ui/key-cap';
import { TextLink } from '@/components/ui/link';
import { Menu } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { Progress, Steps } from '@/components/ui/progress';
import { Segmented, SegmentedLinks } from '@/components/ui/segmented';
import { Status } from '@/components/ui/status';
import { Tag } from '@/components/ui/tag';
import { done } from '@/lib/platform/outcome';
import { calendarDateOf } from '@/lib/platform/dates';

const nowhere = () => undefined;
const router: AppRouterInstance = { back: nowhere, forward: nowhere, refresh: nowhere, push: nowhere, replace: nowhere, prefetch: nowhere } as unknown as AppRouterInstance;
const today = calendarDateOf('2026-11-24');

/** A router that goes nowhere, for pages outside Next. */
export function Outside({ children, path = '/queue', routes = router }: { children: ReactNode; path?: string; routes?: AppRouterInstance }) {
  return (
    <AppRouterContext.Provider value={routes}>
      <PathnameContext.Provider value={path}>{children}</PathnameContext.Provider>
    </AppRouterContext.Provider>
  );
}

const nav = [
  { href: '/queue', words: 'Queue', also: ['/cases'] },
  { href: '/phone', words: 'Phone desk' },
  { href: '/dispatch', words: 'Print and fax' },
  { href: '/audit', words: 'Audit' },
  { href: '/reports', words: 'Overview' },
];

function Desk({ children }: { children: ReactNode }) {
  const top = <TopBar home="/queue" nav={nav} now="Tue Nov 24, 10:48 AM" person={{ name: 'Dana Whitfield', role: 'processor' }} lock={<button className="link min-h-6">Lock</button>} />;
  const palette = (
    <CommandPalette
      items={nav.map(({ href, words }) => ({ id: href, words, href, aside: 'Page' }))}
      openNumber={(typed) => (/^c-?\d+$/i.test(typed) ? { id: 'case', words: `Case ${typed.toUpperCase()}`, href: `/cases/${typed}` } : null)}
    />
  );
  return (
    <StaffFrame top={top} overlays={palette}>
      {children}
    </StaffFrame>
  );
}

const columns: readonly [Column, ...Column[]] = [
  { key: 'case', head: 'Case', width: 'w-16 max-wide:w-[62px]' },
  { key: 'kind', head: 'Kind', width: 'w-[156px]' },
  { key: 'about', head: 'About, age', width: 'w-[178px]' },
  { key: 'by', head: 'Asked by' },
  { key: 'documents', head: 'Documents', width: 'w-[154px]' },
  { key: 'received', head: 'Received', width: 'w-[68px]', optional: true },
  { key: 'due', head: 'Due', width: 'w-[176px]', sort: { href: '/queue?sort=-due', order: 'ascending' } },
  { key: 'deadline', head: 'Their deadline', width: 'w-[132px]', sort: { href: '/queue?sort=deadline' } },
  { key: 'who', head: 'Who has it', width: 'w-[114px]' },
];

const row = (name: string, kind: string, who: string, age: number, by: ReactNode, documents: ReactNode, received: string, due: ReactNode, deadline: string, has: ReactNode): Row => ({
  id: name,
  href: `/cases/${name}`,
  name,
  cells: [kind, <><b className="font-medium">{who}</b><span className="text-ink-3">, {age}</span></>, by, documents, received, due, deadline, has],
});
const id = <DocumentBadge state="accepted">ID</DocumentBadge>;
const rows: Row[] = [
  row('C-1988', 'Record by fax', 'Harold Jennings', 71, <span className="text-ink-2">Self</span>, id, 'Nov 17', <Status kind="overdue">2 business days late</Status>, 'Surgery Nov 30', 'Kofi Mensah'),
  row('C-2003', 'Record not found', 'Mateo Rivera-Soto', 4, 'Ana Rivera, mother', <>{id}<DocumentBadge state="accepted">Birth cert.</DocumentBadge></>, 'Nov 16', <Status kind="overdue">1 business day late</Status>, 'Child care Nov 30', <b>You</b>),
  row('C-2041', 'Record not found', 'Katarzyna Nowak-Bell', 32, <span className="text-ink-2">Self</span>, <>{id}<DocumentBadge state="to_review">Card</DocumentBadge></>, 'Nov 17', <Status kind="today">Today 4:30 PM</Status>, 'College Dec 2', <b>You</b>),
  row('C-2012', 'Record not found', 'Liam Achterberg', 17, 'Joost Achterberg, father', <>{id}<DocumentBadge state="asked">Birth cert.</DocumentBadge></>, 'Nov 17', <Status kind="today">Today 4:30 PM</Status>, 'Turns 18 Nov 29', 'Maria Ortiz'),
  row('C-2036', 'Out-of-state update', 'Amara Okafor-Hale', 4, 'Tunde Okafor, father', id, 'Nov 18', <Status kind="later">Tomorrow</Status>, 'Kindergarten Jan 4', <b>You</b>),
  row('C-2033', 'Record not found', 'Name not shown', 0, 'Not shown', 'Not shown', 'Nov 18', <Status kind="restricted">Restricted</Status>, 'None given', 'Ruth Abelson'),
  row('C-2048', 'Employer release', 'Oluwaseun Bright', 39, 'Harbor Point Hospital', <DocumentBadge state="returned">Release</DocumentBadge>, 'Nov 20', <Status kind="waiting">Stopped, day 1 of 3</Status>, 'Job Dec 7', <span className="text-ink-3">Nobody</span>),
];

function Queue() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['C-2012']));
  const views = [
    { href: '/queue?view=mine', words: 'My cases', count: 14 },
    { href: '/queue?view=unassigned', words: 'Unassigned', count: 37 },
    { href: '/queue?view=today', words: 'Due today', count: 5, tone: 'today' as const },
    { href: '/queue?view=overdue', words: 'Overdue', count: 3, tone: 'overdue' as const },
    { href: '/queue', words: 'All open', count: 96, current: true },
  ];
  return (
    <Desk>
      <PageFrame>
        <SideRail label="Views and kinds" foot={<><b className="block font-medium text-ink">Office closed Thu Nov 26</b>Thanksgiving. Clocks skip it.</>}>
          <ViewsRail title="Views" views={views} />
          <hr />
          <ViewsRail title="All open, by kind" small views={[{ href: '/queue?kind=a', words: 'Record not found', count: 41 }, { href: '/queue?kind=b', words: 'Missing doses', count: 13 }]} />
        </SideRail>
        <MainPane>
          <PageHead title="All open" about="71 of 96 cases, oldest promise first">
            <span className="text-ink-2">Rows</span>
            <SegmentedLinks label="Rows" options={[{ href: '/queue?rows=compact', words: 'Compact', current: true }, { href: '/queue?rows=comfortable', words: 'Comfortable', current: false }]} />
            <Button>Columns</Button>
            <Button kind="primary" size="large" keyCap="n">Take next</Button>
          </PageHead>
          <div className="flex flex-wrap items-center gap-1.5 px-4 pb-2">
            <FilterChip href="/queue">Due: by Tue Dec 1</FilterChip>
            <Menu words="Kind" entries={[{ id: 'a', words: 'Record not found', aside: '41', current: true }, { id: 'b', words: 'Missing doses', aside: '13' }]} />
            <Menu words="Came by" entries={[{ id: 'f', words: 'Form' }]} />
            <TextLink href="/queue" className="ml-1.5">Clear</TextLink>
          </div>
          <DataTable label="All open cases" columns={columns} rows={rows} selected={selected} onSelect={setSelected} rowKeys={[{ keys: 'a', words: 'Assign to me', run: nowhere }]} />
        </MainPane>
      </PageFrame>
      <ActionBar start={<><KeyHint keys={['j', 'k']}>move</KeyHint><KeyHint keys={['x']}>select</KeyHint><KeyHint keys={['?']}>keys</KeyHint></>}>
        <span className="text-ink-2">1 to 19 of 71</span>
        <TextLink href="/queue?after=19">Next 19</TextLink>
      </ActionBar>
    </Desk>
  );
}

function Case() {
  const [use, setUse] = useState<'submitted' | 'keep' | null>(null);
  const steps = (
    <StepsRail
      steps={[
        { id: 'identity', words: 'Identity', state: 'done', note: 'Self. License accepted 10:39', href: '#identity' },
        { id: 'match', words: 'Match', state: 'now', note: <>Missing: choose a <a href="#dob" className="link">date of birth</a></> },
        { id: 'correct', words: 'Correct', state: 'later', note: '4 values waiting. Rehearse the portal' },
        { id: 'doses', words: 'Doses', state: 'not_asked', note: 'Not asked for' },
        { id: 'send', words: 'Send', state: 'later', note: 'Letter, copy by mail' },
      ]}
    >
      <RailSection title="Came in">
        <p className="px-4">Form, Nov 17, 9:12 AM. Portal tried 4 times.</p>
      </RailSection>
    </StepsRail>
  );
  const candidates = [
    { value: 'a', words: <><b>Katarzyna Nowak</b> 05/03/1994, F, New Haven</>, hint: <><b className="text-conflict-ink">Date of birth: day and month swapped. Phone different.</b> Same first name.</>, aside: '18 doses' },
    { value: 'b', words: <><b>Karolina Nowak</b> 03/05/1994, F, New Haven</>, hint: <><b className="text-conflict-ink">First name different: may be a sister or twin.</b> Same date of birth.</>, aside: '17 doses' },
    { value: 'none', words: <>None of these: create a patient <span className="text-ink-2">(asks for a reason)</span></> },
  ];
  const task = (
    <>
      <Section title="Which patient is this?" aside="3 found, most evidence first">
        <RadioGroup label="Which patient is this?" labelHidden name="patient" framed choices={candidates} defaultValue="a" />
      </Section>
      <Section title="What she sent, what the record has" aside="4 differ, 2 agree">
        <PlainTable
          caption="Submitted and on record"
          columns={[{ key: 'field', head: 'Field' }, { key: 'sent', head: 'Submitted' }, { key: 'record', head: 'On record' }, { key: 'use', head: 'Use', align: 'end' }]}
          rows={[
            { id: 'dob', tone: 'attention', cells: ['Date of birth', <span key="s"><u className="differs">03</u>/<u className="differs">05</u>/1994<br /><Status kind="ask">Choose. ID agrees</Status></span>, <AgreementMark key="r" level="conflict">05/03/1994: day and month swapped</AgreementMark>, <Segmented key="u" label="Date of birth" options={[{ value: 'submitted', words: 'Use submitted' }, { value: 'keep', words: 'Keep' }]} value={use} onChange={setUse} />] },
            { id: 'last', cells: ['Last name', <span key="s">Nowak<u className="differs-a-little">-Bell</u></span>, <AgreementMark key="r" level="similar">Nowak: one part of her name</AgreementMark>, ''] },
            { id: 'mail', cells: ['E-mail', 'k.nowakbell@example.com', <AgreementMark key="r" level="missing">None on record</AgreementMark>, ''] },
            { id: 'first', tone: 'muted', cells: ['First name', 'Katarzyna', <AgreementMark key="r" level="agree">KATARZYNA: only capitals differ</AgreementMark>, 'Nothing to do'] },
          ]}
        />
      </Section>
    </>
  );
  return (
    <Desk>
      <IdentityBar
        label="Case"
        heading="Katarzyna Nowak-Bell"
        facts={[{ term: 'Born', value: '03/05/1994, 32 years' }, { term: 'Case', value: 'C-2041' }, { term: 'Kind', value: 'Record not found', optional: true }, { term: 'Status', value: 'In progress' }, { term: 'Due', value: <Status kind="today">Today 4:30 PM</Status> }, { term: 'Their deadline', value: 'College Dec 2' }]}
        end={[{ term: 'Who has it', value: <>You <span className="ml-1 font-normal text-ink-2">Maria looking since 10:42</span></> }]}
      />
      <CasePanes rail={steps} viewer={<div className="grid flex-1 place-items-center text-ink">The document</div>} task={task} />
      <ActionBar start={<><span>Draft saved 10:47:52</span><Button kind="text" keyCap="m">Note</Button></>}>
        <Button>Return to requester</Button>
        <Button kind="primary" size="large" offBecause="Choose a date of birth first.">Link C-2041 to Katarzyna Nowak</Button>
      </ActionBar>
    </Desk>
  );
}

type Person = { lastName: string; method: string; kind: string; note: string; sure: boolean };

const vaccines: Option[] = [
  { id: '83', lead: '83', words: 'Havrix, hepatitis A, child, 2 doses', aside: '12 months to 18 years' },
  { id: '52', lead: '52', words: 'Havrix, hepatitis A, adult', aside: '19 and over: asks for a reason' },
];

/** The fields, also with what is wrong. */
export function Fields() {
  const form = useForm<Person>({ shouldFocusError: false, defaultValues: { lastName: '', method: '', kind: '', note: '', sure: false } });
  const [on, setOn] = useState('2024-03-05');
  const [vaccine, setVaccine] = useState('');
  const { errors } = form.formState;
  return (
    <Form form={form} onSubmit={nowhere} label="A person" className="grid max-w-[560px] content-start gap-3">
      <TextField label="Last name" hint="As it stands on the ID" problem={errors.lastName?.message} {...form.register('lastName', { required: 'Type a last name' })} />
      <DateBox label="Date of birth" name="bornOn" value={on} onChange={setOn} today={today} scope="birth" />
      <SelectField label="Kind" empty="Choose" choices={[{ value: 'a', words: 'Record not found' }]} problem={errors.kind?.message} {...form.register('kind', { required: 'Choose a kind' })} />
      <RadioGroup label="Send by" problem={errors.method?.message} choices={[{ value: 'mail', words: 'Mail', hint: '2 to 5 days' }, { value: 'fax', words: 'Fax' }]} {...form.register('method', { required: 'Choose mail or fax' })} />
      <Checkbox label="The ID is not expired" {...form.register('sure')} />
      <TextArea label="Note" {...form.register('note')} />
      <Combobox label="Vaccine" name="vaccine" typed={vaccine} onType={setVaccine} load={(typed) => vaccines.filter((one) => one.words.toLowerCase().includes(typed.toLowerCase()))} onChoose={nowhere} foot="Trade name, CVX, abbreviation or misspelling." />
      <FileDrop label="Photo of the card" name="card" camera="environment" upload={() => Promise.resolve(done(null))} />
      <Button type="submit" kind="primary">Save</Button>
    </Form>
  );
}

function Parts() {
  const [open, setOpen] = useState(false);
  const kinds = ['overdue', 'today', 'later', 'waiting', 'done', 'refused', 'restricted', 'ask', 'blocked'] as const;
  const tags = ['plain', 'overdue', 'today', 'waiting', 'done', 'refused', 'restricted'] as const;
  return (
    <Desk>
      <PageFrame>
        <MainPane>
          <PageHead title="Parts" about="All of them" />
          <div className="grid gap-4 px-4 pb-6 lg:grid-cols-2">
            <div className="grid content-start gap-3">
              <p className="flex flex-wrap gap-4">{kinds.map((kind) => <Status key={kind} kind={kind}>{kind}</Status>)}</p>
              <p className="flex flex-wrap gap-2">{tags.map((kind) => <Tag key={kind} kind={kind}>{kind}</Tag>)}</p>
              <p className="flex flex-wrap items-center gap-3"><Button kind="primary">Primary</Button><Button>Secondary</Button><Button kind="text">Text</Button><Button size="small">Small</Button><Button busy busyWords="Saving …">Save</Button><ButtonLink href="/queue">A page</ButtonLink></p>
              <Button offBecause="Rows 2 and 3 need an answer." offKind="blocked">Add 2 doses</Button>
              <Notice title="Office closed Thu Nov 26">Clocks skip it.</Notice>
              <Notice kind="warn" title="Maria is editing since 10:42">You can read; saving may conflict.</Notice>
              <CommandNotice reason="unavailable" onRetry={nowhere} />
              <Facts facts={[{ term: 'Case', value: 'C-2039' }, { term: 'Status', value: <Status kind="waiting">Waiting on requester</Status> }]} />
              <Steps done={2} of={3}><b>2 of 3 passed.</b> One more.</Steps>
              <Progress label="Print batch" done={620} of={1000}><span>620 of 1,000, about 2 minutes left</span></Progress>
              <Disclosure summary="Locked out of the portal">Say this.</Disclosure>
              <CopyButton text="C-2041" what="case number" />
              <ThemeSwitch />
              <p><Button onClick={() => setOpen(true)}>Return to requester</Button></p>
              <Dialog title="Return to requester" open={open} onOpenChange={setOpen} actions={<Button kind="primary">Return the ID</Button>}>Say what is missing.</Dialog>
              <EmptyState title="No case waits for you">Take the next one, or look at all open cases.</EmptyState>
            </div>
            <Fields />
          </div>
        </MainPane>
      </PageFrame>
    </Desk>
  );
}

function Public({ language }: { language: 'en' | 'es' }) {
  return (
    <PublicFrame language={language} note={<b className="text-[13px] tracking-[0.08em] text-ink">SPECIMEN</b>}>
      <PublicHead step="Step 4 of 6">Find your record</PublicHead>
      <Notice kind="warn" title="We found no exact match">This does not mean that you have no record.</Notice>
      <form className="mt-4 grid grid-cols-1 gap-4">
        <TextField label="First name" name="firstName" />
        <TextField label="Mobile phone or e-mail" hint="The one you gave your doctor, even if it is old" name="contact" problem="Type a phone number or an e-mail" />
        <RadioGroup label="Who is it for?" name="who" choices={[{ value: 'me', words: 'Me' }, { value: 'child', words: 'My child' }]} />
        <FileDrop label="Your photo ID" name="id" camera="environment" upload={() => Promise.resolve(done(null))} />
        <p className="flex flex-wrap gap-3"><Button kind="primary" size="large">Ask us to find it</Button><Button size="large">Search again</Button></p>
      </form>
    </PublicFrame>
  );
}

export const screens = { queue: <Queue />, case: <Case />, parts: <Parts />, public: <Public language="en" />, publico: <Public language="es" /> } as const;
