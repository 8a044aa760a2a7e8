import '@testing-library/jest-dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { ReactNode } from 'react';
import { ActionBar } from '@/components/shell/action-bar';
import { IdentityBar } from '@/components/shell/identity-bar';
import { CommandPalette, type PaletteItem } from '@/components/shell/palette';
import { CasePanes, MainPane, PageFrame, PageHead, Section, SidePane } from '@/components/shell/page-frame';
import { asLanguage, asRows, asTheme } from '@/components/shell/preferences';
import { PublicFrame, PublicHead } from '@/components/shell/public-frame';
import { StaffFrame } from '@/components/shell/staff-frame';
import { RailSection, StepsRail } from '@/components/shell/steps-rail';
import { ThemeSwitch } from '@/components/shell/theme-switch';
import { TopBar } from '@/components/shell/top-bar';
import { SideRail, ViewsRail } from '@/components/shell/views-rail';
import { PlainTable } from '@/components/tables/plain-table';
import { capsOf } from '@/components/ui/keys';
import { Outside } from './gallery';

// jsdom lays nothing out, so it cannot scroll.
Element.prototype.scrollIntoView = () => undefined;

const push = jest.fn();
const refresh = jest.fn();
const routes = { push, refresh } as unknown as AppRouterInstance;
const nav = [{ href: '/queue', words: 'Queue', also: ['/cases'] }, { href: '/audit', words: 'Audit' }];
const pages: PaletteItem[] = nav.map(({ href, words }) => ({ id: href, words, href }));

type Search = (typed: string, signal: AbortSignal) => Promise<readonly PaletteItem[]>;

function Desk({ path = '/queue', search, singleKeys, children }: { path?: string; search?: Search; singleKeys?: boolean; children?: ReactNode }) {
  const palette = <CommandPalette items={pages} search={search} openNumber={(typed) => (/^c-\d+$/i.test(typed) ? { id: 'number', words: `Case ${typed.toUpperCase()}`, href: `/cases/${typed.toUpperCase()}` } : null)} />;
  return (
    <Outside path={path} routes={routes}>
      <StaffFrame singleKeys={singleKeys} overlays={palette} top={<TopBar home="/queue" nav={nav} now="Tue Nov 24, 10:48 AM" person={{ name: 'Dana Whitfield', role: 'processor' }} lock={<button>Lock</button>} />}>
        {children ?? <MainPane><h1>All open</h1></MainPane>}
      </StaffFrame>
    </Outside>
  );
}

beforeEach(() => {
  push.mockClear();
  refresh.mockClear();
});

describe('the top bar', () => {
  test.each([
    ['/queue', 'Queue'],
    ['/cases/C-2041/match', 'Queue'],
    ['/audit', 'Audit'],
  ])('marks the page of %s', (path, words) => {
    render(<Desk path={path} />);
    expect(within(screen.getByRole('navigation', { name: 'Main' })).getByRole('link', { current: 'page' })).toHaveTextContent(words);
  });

  test('names the person and the time, and the first Tab skips it', async () => {
    render(<Desk />);
    expect(screen.getByRole('banner')).toHaveTextContent('Dana Whitfield, processor');
    expect(screen.getByRole('button', { name: 'Lock' })).toBeVisible();
    await userEvent.tab();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
    expect(screen.getByRole('main')).toHaveAttribute('id', 'main');
  });
});

describe('the palette', () => {
  const box = () => screen.findByRole('combobox', { name: 'Find a case, a person or a page' });

  test('Ctrl+K opens it, and Enter opens the page that fits', async () => {
    render(<Desk />);
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(await box(), 'aud{Enter}');
    expect(push).toHaveBeenCalledWith('/audit');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  test('a case number leads to its case', async () => {
    render(<Desk />);
    await userEvent.keyboard('/');
    await userEvent.type(await box(), 'c-2041');
    expect(screen.getByRole('option', { name: 'Case C-2041', selected: true })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(push).toHaveBeenCalledWith('/cases/C-2041');
  });

  test('people are looked up once the text stands still, and the text never enters an address', async () => {
    const search = jest.fn(async () => [{ id: 'p1', words: 'Katarzyna Nowak', href: '/patients/x7' }]);
    render(<Desk search={search} />);
    await userEvent.click(screen.getByRole('button', { name: /Find a case or a person/ }));
    await userEvent.type(await box(), 'nowak');
    await userEvent.click(await screen.findByRole('option', { name: 'Katarzyna Nowak' }));
    expect(search).toHaveBeenCalledTimes(1);
    expect(search).toHaveBeenCalledWith('nowak', expect.anything());
    expect(push).toHaveBeenCalledWith('/patients/x7');
    expect(JSON.stringify(push.mock.calls) + window.location.href).not.toContain('nowak');
  });

  test('arrows move, and nothing found says what to try', async () => {
    render(<Desk />);
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.type(await box(), '{ArrowDown}');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Audit');
    await userEvent.type(await box(), 'zzz');
    expect(screen.getByText(/Nothing found/)).toBeVisible();
  });
});

describe('keys', () => {
  test('? shows the keys of the page, and its switch turns single letters off but not Ctrl+K', async () => {
    render(<Desk />);
    await userEvent.keyboard('{Shift>}?{/Shift}');
    const sheet = await screen.findByRole('dialog', { name: 'Keys' });
    expect(within(sheet).getByText('All commands')).toBeVisible();
    await userEvent.click(within(sheet).getByRole('checkbox', { name: 'Single letters act' }));
    expect(document.cookie).toContain('single-keys=off');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await userEvent.keyboard('/');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(await screen.findByRole('dialog', { name: 'Find' })).toBeInTheDocument();
  });

  test('a ? that comes without Shift shows them too', async () => {
    render(<Desk />);
    await userEvent.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeVisible();
  });

  test.each([
    ['$mod+k', ['Ctrl', 'K']],
    ['g q', ['g', 'q']],
    ['Shift+?', ['?']],
    ['Escape', ['Esc']],
    ['Control+Enter', ['Ctrl', 'Enter']],
  ])('%s is written %p', (keys, caps) => {
    expect(capsOf(keys)).toEqual(caps);
  });
});

describe('what a person prefers', () => {
  test('the theme is set at once and kept in a cookie', async () => {
    render(<ThemeSwitch />);
    await userEvent.click(screen.getByText('Dark'));
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
    expect(document.cookie).toContain('theme=dark');
    expect(window.localStorage).toHaveLength(0);
    await userEvent.click(screen.getByText('As the system'));
    expect(document.documentElement).not.toHaveAttribute('data-theme');
  });

  test('a cookie of unknown words counts for nothing', () => {
    expect([asTheme('pink'), asLanguage('fr'), asRows(undefined)]).toEqual(['system', 'en', 'compact']);
    expect([asTheme('dark'), asLanguage('es'), asRows('comfortable')]).toEqual(['dark', 'es', 'comfortable']);
  });

  test('the other language is one press away, named in its own words', async () => {
    render(
      <Outside routes={routes}>
        <PublicFrame language="es" note="SPECIMEN"><PublicHead step="Paso 4 de 6">Su identificación</PublicHead></PublicFrame>
      </Outside>,
    );
    expect(screen.getByRole('link', { name: 'Ir al contenido' })).toBeInTheDocument();
    expect(screen.getByRole('complementary', { name: '¿Necesita ayuda?' })).toHaveTextContent('(860) 509-7929');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Su identificación');
    expect(screen.getByRole('contentinfo')).toHaveTextContent('Este servicio es gratis');
    const other = screen.getByRole('button', { name: 'English' });
    expect(other).toHaveAttribute('lang', 'en');
    await userEvent.click(other);
    expect(document.cookie).toContain('language=en');
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});

describe('frames of a page', () => {
  test('the identity bar, the steps and the action bar', () => {
    render(
      <>
        <PageFrame
          bar={<IdentityBar label="Case" heading="Katarzyna Nowak-Bell" facts={[{ term: 'Born', value: '03/05/1994, 32 years' }]} end={[{ term: 'Who has it', value: 'You' }]} />}
          foot={<ActionBar start="Draft saved 10:47:52"><button>Send</button></ActionBar>}
        >
          <CasePanes
            rail={
              <StepsRail steps={[{ id: 'i', words: 'Identity', state: 'done', href: '#i' }, { id: 'm', words: 'Match', state: 'now', note: 'Missing: a date of birth' }, { id: 'd', words: 'Doses', state: 'not_asked' }]}>
                <RailSection title="Came in">Form</RailSection>
              </StepsRail>
            }
            viewer="The license"
            task={<Section title="Which patient is this?" aside="3 found">Three</Section>}
          />
        </PageFrame>
      </>,
    );
    expect(screen.getByRole('region', { name: 'Case' })).toHaveTextContent('Born03/05/1994, 32 years');
    expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('Identity, done');
    expect(screen.getAllByRole('listitem')[1]).toHaveAttribute('aria-current', 'step');
    expect(screen.getAllByRole('listitem')[2]).toHaveTextContent('Doses, not asked for');
    expect(screen.getByRole('region', { name: 'Document' })).toHaveTextContent('The license');
    expect(screen.getByRole('main')).toHaveTextContent('Which patient is this?');
    expect(screen.getByText('Draft saved 10:47:52')).toBeVisible();
  });

  test('views with their counts, a page head, a side pane, a table to read', () => {
    render(
      <PageFrame>
        <SideRail label="Views" foot="Office closed">
          <ViewsRail title="Views" views={[{ href: '/queue', words: 'All open', count: 96, current: true }, { href: '/queue?view=late', words: 'Overdue', count: 3, tone: 'overdue' }]} />
        </SideRail>
        <MainPane>
          <PageHead title="All open" about="96 cases"><button>Take next</button></PageHead>
          <PlainTable caption="History" columns={[{ key: 'v', head: 'Vaccine' }, { key: 'd', head: 'Dose 1', align: 'end' }]} rows={[{ id: 'mmr', cells: ['MMR', '02/20/2023'], tone: 'attention' }]} />
        </MainPane>
        <SidePane label="Entry">One entry</SidePane>
      </PageFrame>,
    );
    expect(screen.getByRole('link', { name: /All open/ })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('table', { name: 'History' })).toBeInTheDocument();
    expect(screen.getByRole('rowheader', { name: 'MMR' })).toBeInTheDocument();
    expect(screen.getByRole('complementary', { name: 'Entry' })).toHaveTextContent('One entry');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('All open');
  });
});
