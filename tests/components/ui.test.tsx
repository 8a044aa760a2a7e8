import '@testing-library/jest-dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
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
import { Menu } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { Progress, Steps } from '@/components/ui/progress';
import { Segmented, SegmentedLinks } from '@/components/ui/segmented';
import { SkipLink } from '@/components/ui/skip-link';
import { Status } from '@/components/ui/status';
import { Tag } from '@/components/ui/tag';

describe('a button', () => {
  test('that cannot be pressed says why, can be reached, and does nothing', async () => {
    const pressed = jest.fn();
    render(<Button type="submit" onClick={pressed} offBecause="Choose a date of birth first.">Link C-2041</Button>);
    const button = screen.getByRole('button', { name: 'Link C-2041' });
    expect(button).toHaveAccessibleDescription('Choose a date of birth first.');
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAttribute('type', 'button');
    await userEvent.tab();
    expect(button).toHaveFocus();
    await userEvent.click(button);
    expect(pressed).not.toHaveBeenCalled();
  });

  test('at work keeps the focus and takes no second press', async () => {
    const pressed = jest.fn();
    const { rerender } = render(<Button onClick={pressed}>Save</Button>);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    rerender(<Button onClick={pressed} busy busyWords="Saving …">Save</Button>);
    const button = screen.getByRole('button', { name: 'Saving …' });
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-busy', 'true');
    await userEvent.click(button);
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  test('that goes somewhere is a link', () => {
    render(<ButtonLink href="/queue" keyCap="n">Open case</ButtonLink>);
    expect(screen.getByRole('link', { name: /Open case/ })).toHaveAttribute('href', '/queue');
  });
});

describe('shapes repeat what words say', () => {
  test.each(['overdue', 'today', 'later', 'waiting', 'done', 'refused', 'restricted', 'ask', 'blocked'] as const)('a %s status is words and a shape that is passed by', (kind) => {
    const { container } = render(<Status kind={kind}>2 business days late</Status>);
    expect(screen.getByText('2 business days late')).toBeVisible();
    expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
  });

  test('no two statuses share a shape', () => {
    const kinds = ['overdue', 'today', 'later', 'waiting', 'done', 'refused', 'restricted', 'ask', 'blocked'] as const;
    const { container } = render(kinds.map((kind) => <Status key={kind} kind={kind}>{kind}</Status>));
    expect(new Set([...container.querySelectorAll('svg')].map((svg) => svg.innerHTML)).size).toBe(kinds.length);
  });

  test('an agreement mark without words beside it says its own', () => {
    render(
      <>
        <AgreementMark level="conflict">day and month swapped</AgreementMark>
        <AgreementMark level="agree" />
        <AgreementMark level="similar" />
        <AgreementMark level="missing" />
      </>,
    );
    expect(screen.getByText('day and month swapped')).toBeVisible();
    for (const words of ['Agrees', 'Similar', 'Missing on one side']) expect(screen.getByText(words)).toBeInTheDocument();
    expect(screen.queryByText('Different')).not.toBeInTheDocument();
  });

  test.each([
    ['accepted', 'accepted'],
    ['to_review', 'to review'],
    ['returned', 'returned'],
    ['asked', 'asked for, not here yet'],
  ] as const)('a badge of a paper that is %s says so', (state, words) => {
    render(<DocumentBadge state={state}>ID</DocumentBadge>);
    expect(screen.getByText(/^ID/)).toHaveTextContent(`ID, ${words}`);
  });

  test('a tag and a hint of keys', () => {
    render(<><Tag kind="waiting" icon="waiting">Stopped</Tag><KeyHint keys={['j', 'k']}>move</KeyHint></>);
    expect(screen.getByText('Stopped')).toBeVisible();
    expect(screen.getByText('k').tagName).toBe('KBD');
  });
});

describe('telling', () => {
  test('a notice is spoken only when it appears later', () => {
    const { rerender } = render(<Notice title="Office closed">Clocks skip it.</Notice>);
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
    rerender(<Notice kind="error" live="alert" title="Not saved" />);
    expect(screen.getByRole('alert')).toHaveTextContent('Not saved');
  });

  test('an empty list says what next; facts are terms and values', () => {
    render(<><EmptyState title="No case waits for you">Take the next one.</EmptyState><Facts facts={[{ term: 'Case', value: 'C-2039' }]} /></>);
    expect(screen.getByText('Take the next one.')).toBeVisible();
    expect(screen.getByRole('term')).toHaveTextContent('Case');
    expect(screen.getByRole('definition')).toHaveTextContent('C-2039');
  });

  test('a long job shows percent and words, never more than is done', () => {
    render(<><Progress label="Print batch" done={619} of={1000}>620 of 1,000</Progress><Progress label="Empty batch" done={0} of={0} /><Steps done={2} of={3}>2 of 3 passed</Steps></>);
    expect(screen.getByRole('progressbar', { name: 'Print batch' })).toHaveAttribute('value', '619');
    expect(screen.getByText('61%')).toBeVisible();
    expect(screen.getByText('0%')).toBeVisible();
    expect(screen.getByText('2 of 3 passed')).toBeVisible();
  });

  test('copying says what was copied, or what to do instead', async () => {
    const user = userEvent.setup({ delay: null });
    render(<CopyButton text="C-2041" what="case number" />);
    await user.click(screen.getByRole('button', { name: 'Copy case number' }));
    expect(screen.getByRole('status')).toHaveTextContent('Copied case number');
    expect(await navigator.clipboard.readText()).toBe('C-2041');
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('not allowed'));
    await user.click(screen.getByRole('button'));
    expect(screen.getByRole('status')).toHaveTextContent('Select the case number and copy it.');
  });
});

describe('choosing', () => {
  function Field() {
    const [value, setValue] = useState<'submitted' | 'keep' | null>(null);
    return <Segmented label="Date of birth" options={[{ value: 'submitted', words: 'Use submitted' }, { value: 'keep', words: 'Keep' }]} value={value} onChange={setValue} />;
  }
  test('a segmented choice is a radio group that starts without an answer', async () => {
    render(<Field />);
    const group = screen.getByRole('group', { name: 'Date of birth' });
    expect(within(group).queryByRole('radio', { checked: true })).not.toBeInTheDocument();
    await userEvent.click(screen.getByText('Keep'));
    expect(screen.getByRole('radio', { name: 'Keep' })).toBeChecked();
  });

  test('where each part is an address, the present one is marked', () => {
    render(<SegmentedLinks label="Rows" options={[{ href: '?rows=compact', words: 'Compact', current: true }, { href: '?rows=comfortable', words: 'Comfortable', current: false }]} />);
    expect(screen.getByRole('link', { current: true })).toHaveTextContent('Compact');
  });

  test('a filter says that following it takes it off', () => {
    render(<FilterChip href="/queue">Due: by Tue Dec 1</FilterChip>);
    expect(screen.getByRole('link', { name: /^Due: by Tue Dec 1\s?, take this filter off$/ })).toHaveAttribute('href', '/queue');
  });

  test('a menu opens by keyboard and tells what was chosen', async () => {
    const chosen = jest.fn();
    render(<Menu words="Kind" entries={[{ id: 'a', words: 'Record not found', aside: '41' }, { id: 'b', words: 'Missing doses' }]} onChoose={chosen} />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Missing doses' }));
    expect(chosen).toHaveBeenCalledWith('b');
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument());
  });

  test('a line opens and closes', async () => {
    render(<Disclosure summary="Locked out">Say this.</Disclosure>);
    expect(screen.getByRole('group')).not.toHaveAttribute('open');
    await userEvent.click(screen.getByText('Locked out'));
    expect(screen.getByRole('group')).toHaveAttribute('open');
  });
});

describe('a dialog', () => {
  function Asking({ dismissable }: { dismissable?: boolean }) {
    const [open, setOpen] = useState(false);
    return (
      <>
        <Button onClick={() => setOpen(true)}>Return</Button>
        <Dialog title="Return to requester" open={open} onOpenChange={setOpen} dismissable={dismissable} actions={<Button>Return the ID</Button>}>
          <input aria-label="Reason" />
        </Dialog>
      </>
    );
  }
  test('has its name, holds the focus, closes with Esc and gives the focus back', async () => {
    render(<Asking />);
    await userEvent.click(screen.getByRole('button', { name: 'Return' }));
    const dialog = await screen.findByRole('dialog', { name: 'Return to requester' });
    for (let presses = 0; presses < 5; presses += 1) {
      await userEvent.tab();
      expect(dialog).toContainElement(document.activeElement as HTMLElement);
    }
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByRole('button', { name: 'Return' })).toHaveFocus());
  });

  test('that wants an answer does not close with Esc', async () => {
    render(<Asking dismissable={false} />);
    await userEvent.click(screen.getByRole('button', { name: 'Return' }));
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Close' })).not.toBeInTheDocument();
  });
});

test('the first stop of the keyboard leads past the bars', async () => {
  render(<SkipLink />);
  await userEvent.tab();
  expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
  expect(screen.getByRole('link')).toHaveAttribute('href', '#main');
});
